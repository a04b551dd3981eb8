#include "derive.h"

#include "layout.h"
#include "learn.h"

/* One of the files, in a thread of its own. */
typedef struct task {
    const cfa_derivation *derivation;
    const char *name;
    gboolean (*make)(const cfa_derivation *derivation, const xc_database *database, const char *path,
                     cfa_error *error);
    cfa_error error;
    gboolean well;
} task;

static gboolean make_translations(const cfa_derivation *derivation, const xc_database *database,
                                  const char *path, cfa_error *error)
{
    const cfa_current *last = derivation->last;
    return cfa_learn(database, derivation->jobs, last != NULL ? last->translations : NULL, path, error);
}

static gboolean make_vocabulary(const cfa_derivation *derivation, const xc_database *database,
                                const char *path, cfa_error *error)
{
    const cfa_current *last = derivation->last;
    return last != NULL && derivation->words != NULL
               ? cfa_vocabulary_update(database, last->vocabulary, derivation->words, path, error)
               : cfa_vocabulary_make(database, path, error);
}

static gboolean make_columns(const cfa_derivation *derivation, const xc_database *database, const char *path,
                             cfa_error *error)
{
    (void)derivation;
    return cfa_columns_make(database, path, error);
}

static gpointer run_task(gpointer data)
{
    task *this = data;
    const char *folder = this->derivation->folder;
    g_autofree char *paragraphs = g_build_filename(folder, CFA_PARAGRAPHS, NULL);
    g_autofree char *path = g_build_filename(folder, this->name, NULL);
    xc_error failure = XC_ERROR_INIT;
    g_autoptr(xc_database) database = xc_database_open(paragraphs, &failure); /* one for each thread */
    this->well = database != NULL ? this->make(this->derivation, database, path, &this->error)
                                  : cfa_database_error(&this->error, &failure);
    return NULL;
}

gboolean cfa_derive(const cfa_derivation *derivation, cfa_error *error)
{
    task translations = {.derivation = derivation, .name = CFA_TRANSLATIONS, .make = make_translations};
    task vocabulary = {.derivation = derivation, .name = CFA_VOCABULARY, .make = make_vocabulary};
    task columns = {.derivation = derivation, .name = CFA_COLUMNS, .make = make_columns};
    const task *const all[] = {&translations, &vocabulary, &columns};
    GThread *beside = g_thread_new("vocabulary", run_task, &vocabulary);
    run_task(&columns);
    run_task(&translations); /* which has workers of its own */
    g_thread_join(beside);
    for (guint i = 0; i < G_N_ELEMENTS(all); i++)
        if (!all[i]->well) {
            *error = all[i]->error;
            return FALSE;
        }
    return TRUE;
}
