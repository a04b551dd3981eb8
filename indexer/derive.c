#include "derive.h"

#include "layout.h"
#include "learn.h"
#include "parallel_for.h"

/* One of the files. */
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

static void run_task(guint number, gpointer tasks)
{
    task *this = (task *)tasks + number;
    const char *folder = this->derivation->folder;
    g_autofree char *paragraphs = g_build_filename(folder, CFA_PARAGRAPHS, NULL);
    g_autofree char *path = g_build_filename(folder, this->name, NULL);
    xc_error failure = XC_ERROR_INIT;
    g_autoptr(xc_database) database = xc_database_open(paragraphs, &failure); /* one for each thread */
    this->well = database != NULL ? this->make(this->derivation, database, path, &this->error)
                                  : cfa_database_error(&this->error, &failure);
}

gboolean cfa_derive(const cfa_derivation *derivation, cfa_error *error)
{
    task all[] = {{.derivation = derivation, .name = CFA_VOCABULARY, .make = make_vocabulary},
                  {.derivation = derivation, .name = CFA_COLUMNS, .make = make_columns},
                  {.derivation = derivation, .name = CFA_TRANSLATIONS, .make = make_translations}};
    /* Translations come last: to learn them there are workers besides. */
    cfa_parallel_for(G_N_ELEMENTS(all), 2, run_task, all);
    for (guint i = 0; i < G_N_ELEMENTS(all); i++)
        if (!all[i].well) {
            *error = all[i].error;
            return FALSE;
        }
    return TRUE;
}
