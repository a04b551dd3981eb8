#include "parallel.h"

#include "lookup.h"

void cfa_parallel_free(cfa_parallel *parallel)
{
    if (parallel == NULL)
        return;
    for (guint column = 0; column < CFA_LANGUAGES; column++)
        g_clear_pointer(&parallel->texts[column], g_ptr_array_unref);
    g_clear_pointer(&parallel->rows, g_array_unref);
    g_free(parallel);
}

/* The case text that has the paragraph of an identifier, NULL for none. */
static gboolean find_text_of(const cfa_index *index, const char *paragraph_id, char **case_text_id,
                             cfa_error *error)
{
    g_autoptr(GPtrArray) records = cfa_lookup_records(index, CFA_FILTER_ID, paragraph_id, error);
    if (records == NULL)
        return FALSE;
    if (records->len > 0)
        *case_text_id = g_strdup(((const cfa_record *)g_ptr_array_index(records, 0))->case_text_id);
    return TRUE;
}

/* The case text in a language, which may run over other paragraphs there: it has the paragraph that is read,
 * else the first of them or the last; NULL where it has none of these. */
static gboolean find_text(const cfa_index *index, const cfa_reading *reading, cfa_language language,
                          char **case_text_id, cfa_error *error)
{
    const cfa_record *record = reading->record;
    const guint ends[] = {record->first, record->last};
    if (language == record->text->language)
        *case_text_id = g_strdup(record->case_text_id);
    for (guint i = 0; i < reading->other_languages->len; i++) {
        const cfa_record *other = g_ptr_array_index(reading->other_languages, i);
        if (other->text->language == language && *case_text_id == NULL)
            *case_text_id = g_strdup(other->case_text_id);
    }
    g_autofree char *stem = cfa_case_text_stem(record->text);
    for (guint i = 0; i < G_N_ELEMENTS(ends) && *case_text_id == NULL; i++) {
        g_autofree char *id = cfa_id_make(stem, ends[i], ends[i], language);
        if (!find_text_of(index, id, case_text_id, error))
            return FALSE;
    }
    return TRUE;
}

/* The identifier of the case text in each language, by language; NULL for those that lack it. */
static GPtrArray *find_texts(const cfa_index *index, const cfa_reading *reading, cfa_error *error)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(ids, NULL);
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        char *id = NULL;
        const gboolean well = find_text(index, reading, (cfa_language)l, &id, error);
        g_ptr_array_add(ids, id);
        if (!well)
            return NULL;
    }
    return g_steal_pointer(&ids);
}

/* Takes the text; NULL for one that could not be read. */
static gboolean add_column(cfa_parallel *parallel, cfa_language language, GPtrArray *text)
{
    if (text == NULL)
        return FALSE;
    parallel->columns[parallel->width] = language;
    parallel->texts[parallel->width++] = text;
    return TRUE;
}

/* What comes next in a column, NULL at its end. */
static const cfa_record *peek(const cfa_parallel *parallel, guint column, const guint *next)
{
    const GPtrArray *text = parallel->texts[column];
    return next[column] < text->len ? g_ptr_array_index(text, next[column]) : NULL;
}

/* Goes down all columns at once: of what comes next in each of them, those with the least number are a
 * row. */
static void fill_rows(cfa_parallel *parallel)
{
    guint next[CFA_LANGUAGES] = {0};
    for (;;) {
        const cfa_record *least = NULL;
        for (guint column = 0; column < parallel->width; column++) {
            const cfa_record *record = peek(parallel, column, next);
            if (record != NULL && (least == NULL || record->paragraph->number < least->paragraph->number))
                least = record;
        }
        if (least == NULL)
            return;
        cfa_parallel_row row = {.number = least->paragraph->number};
        for (guint column = 0; column < parallel->width; column++) {
            const cfa_record *record = peek(parallel, column, next);
            if (record != NULL && record->paragraph->number == row.number) {
                row.cells[column] = record;
                next[column]++;
            }
        }
        g_array_append_val(parallel->rows, row);
    }
}

cfa_parallel *cfa_parallel_read(const cfa_index *index, const cfa_reading *reading,
                                const cfa_language *languages, guint count, cfa_error *error)
{
    g_autoptr(cfa_parallel) parallel = g_new0(cfa_parallel, 1);
    const cfa_language own = reading->record->text->language;
    g_autoptr(GPtrArray) ids = find_texts(index, reading, error); /* by language */
    if (ids == NULL)
        return NULL;
    for (int l = 1; l <= CFA_LANGUAGES; l++)
        parallel->languages |= g_ptr_array_index(ids, l) != NULL ? CFA_LANGUAGE_BIT(l) : 0;
    parallel->rows = g_array_new(FALSE, FALSE, sizeof(cfa_parallel_row));
    for (guint i = 0; i < count && parallel->width < CFA_LANGUAGES; i++) {
        const char *id = g_ptr_array_index(ids, languages[i]);
        if (id != NULL && !add_column(parallel, languages[i],
                                      languages[i] == own ? g_ptr_array_ref(reading->case_text)
                                                          : cfa_lookup_paragraphs(index, id, error)))
            return NULL;
    }
    if (parallel->width == 0)
        add_column(parallel, own, g_ptr_array_ref(reading->case_text));
    fill_rows(parallel);
    return g_steal_pointer(&parallel);
}
