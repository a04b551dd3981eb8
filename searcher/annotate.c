#include "annotate.h"

#include "cited.h"
#include "database.h"
#include "written.h"

#include <string.h>

/* From how likely what a word stands for is worth a reader's while. */
static const double told_probability = 0.3;

static void also_free(gpointer data)
{
    cfa_also_searched *also = data;
    g_free(also->text);
    g_free(also);
}

/* The words of a meaning as texts write them, parted by blanks; NULL where one of them is not known. The
 * caller frees. */
static char *written(const cfa_index *index, const cfa_meaning *meaning, xc_error *failure)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < meaning->count; i++) {
        g_autofree char *word = cfa_written_stem(index, meaning->terms[i], meaning->language, failure);
        if (word == NULL)
            return NULL;
        g_string_append_printf(text, "%s%s", i > 0 ? " " : "", word);
    }
    return g_strdup(text->str);
}

static gboolean is_there(const GPtrArray *all, const char *text)
{
    for (guint i = 0; i < all->len; i++)
        if (strcmp(((const cfa_also_searched *)g_ptr_array_index(all, i))->text, text) == 0)
            return TRUE;
    return FALSE;
}

/* What a word most likely stands for in a language, of what was searched: a word rather than an expression,
 * whose small words an index does not keep. NULL where nothing is likely. */
static const cfa_meaning *likeliest(const GPtrArray *meanings, cfa_language language)
{
    const cfa_meaning *best = NULL;
    for (guint i = 0; i < meanings->len; i++) {
        const cfa_meaning *meaning = g_ptr_array_index(meanings, i);
        if (meaning->is_searched && meaning->path != CFA_PATH_TYPED && meaning->language == language &&
            meaning->probability >= told_probability &&
            (best == NULL || (best->count > 1 && meaning->count == 1)))
            best = meaning;
    }
    return best;
}

static void add_also(const cfa_index *index, const cfa_plan_word *word, cfa_language language,
                     cfa_answer *answer, xc_error *failure)
{
    const cfa_meaning *meaning = likeliest(word->meanings, language);
    g_autofree char *text = meaning != NULL ? written(index, meaning, failure) : NULL;
    if (text == NULL || is_there(answer->also_searched, text))
        return;
    answer->more_also_searched = answer->also_searched->len >= CFA_ALSO_SEARCHED;
    if (answer->more_also_searched)
        return;
    cfa_also_searched *also = g_new0(cfa_also_searched, 1);
    also->text = g_steal_pointer(&text);
    also->language = language;
    g_ptr_array_add(answer->also_searched, also);
}

/* The words of a question as they stand in it, each in every language. */
static void tell_also(const cfa_index *index, const cfa_plan *plan, cfa_answer *answer, xc_error *failure)
{
    answer->also_searched = g_ptr_array_new_with_free_func(also_free);
    for (guint i = 0; i < plan->words->len && !answer->more_also_searched; i++)
        for (int l = 1; l <= CFA_LANGUAGES && !answer->more_also_searched; l++)
            add_also(index, g_ptr_array_index(plan->words, i), (cfa_language)l, answer, failure);
}

/* How many paragraphs cite what a hit is; none does where its identifier is none to be cited by. */
static gboolean count_citing(const cfa_index *index, cfa_hit *hit, cfa_error *error)
{
    cfa_citation what;
    return !cfa_query_read_citation(hit->id, &what) || cfa_cited_count(index, &what, &hit->cited_by, error);
}

gboolean cfa_annotate(const cfa_index *index, const cfa_plan *plan, cfa_answer *answer, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    if (!plan->is_likeness) /* nobody typed the words of that */
        tell_also(index, plan, answer, &failure);
    if (failure.status != XC_OK)
        return cfa_database_error(error, &failure);
    g_autoptr(GPtrArray) hits = cfa_answer_hits_by_id(answer);
    for (guint i = 0; i < hits->len; i++)
        if (!count_citing(index, g_ptr_array_index(hits, i), error))
            return FALSE;
    return TRUE;
}
