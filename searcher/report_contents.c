#include "report_contents.h"

#include "filters.h"

void cfa_report_contents_free(cfa_report_contents *contents)
{
    if (contents == NULL)
        return;
    g_free(contents->id);
    g_clear_pointer(&contents->case_texts, g_ptr_array_unref);
    g_free(contents);
}

static int compare_texts(gconstpointer a, gconstpointer b)
{
    const cfa_record *left = (*(cfa_text_found *const *)a)->record;
    const cfa_record *right = (*(cfa_text_found *const *)b)->record;
    if (left->first != right->first)
        return left->first < right->first ? -1 : 1;
    return left->last < right->last ? -1 : left->last > right->last;
}

/* A report, and the nearest to it of those that were come to. */
typedef struct neighbours {
    guint report, previous, next;
} neighbours;

/* They come in the order of their letters, so each is looked at; what stands for an unknown one has no
 * number. */
static void keep_nearest(const char *value, gpointer data)
{
    neighbours *nearest = data;
    const guint other = g_ascii_isdigit(*value) ? (guint)g_ascii_strtoull(value, NULL, 10) : nearest->report;
    if (other < nearest->report)
        nearest->previous = MAX(nearest->previous, other);
    else if (other > nearest->report)
        nearest->next = nearest->next == 0 ? other : MIN(nearest->next, other);
}

gboolean cfa_report_neighbours(const cfa_index *index, guint report, guint *previous, guint *next,
                               cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    neighbours nearest = {.report = report};
    cfa_filter_each_value(index->database, CFA_FILTER_REPORT, keep_nearest, &nearest, &failure);
    *previous = nearest.previous;
    *next = nearest.next;
    return failure.status == XC_OK || cfa_database_error(error, &failure);
}

gboolean cfa_report_latest(const cfa_index *index, guint *report, cfa_date *date, cfa_error *error)
{
    guint none;
    *date = (cfa_date){0};
    if (!cfa_report_neighbours(index, G_MAXUINT, report, &none, error))
        return FALSE;
    if (*report == 0)
        return TRUE;
    xc_error failure = XC_ERROR_INIT;
    g_autofree char *id = g_strdup_printf("%u", *report);
    g_autoptr(GArray) docids = cfa_filter_documents(index->database, CFA_FILTER_REPORT, id, &failure);
    /* What has no date comes first, as far as they are in order of time. */
    for (guint i = docids->len; i > 0 && date->year == 0; i--) {
        g_autoptr(cfa_record) record =
            cfa_lookup_document(index, g_array_index(docids, xc_docid, i - 1), &failure, error);
        if (record == NULL)
            return FALSE;
        *date = record->text->report_date;
    }
    return failure.status == XC_OK || cfa_database_error(error, &failure);
}

static void summarize(cfa_report_contents *contents)
{
    for (guint i = 0; i < contents->case_texts->len; i++) {
        const cfa_text_found *found = g_ptr_array_index(contents->case_texts, i);
        contents->paragraphs += found->paragraphs;
        contents->languages |= found->languages;
        contents->report = found->record->text->report;
        if (contents->date.year == 0)
            contents->date = found->record->text->report_date;
    }
}

cfa_report_contents *cfa_report_contents_read(const cfa_index *index, const char *id, cfa_language preferred,
                                              cfa_error *error)
{
    if (!cfa_id_is_stem(id)) {
        cfa_error_set(error, CFA_USAGE, "bad-report", -1, "\"%s\" is no number of a report, such as 394", id);
        cfa_error_about(error, "", id);
        return NULL;
    }
    g_autoptr(cfa_report_contents) contents = g_new0(cfa_report_contents, 1);
    contents->id = g_strdup(id);
    contents->case_texts =
        cfa_lookup_case_texts(index, CFA_FILTER_REPORT, id, preferred, &contents->total, error);
    if (contents->case_texts == NULL)
        return NULL;
    if (contents->case_texts->len == 0) {
        cfa_error_set(error, CFA_NOT_FOUND, "no-such-report", -1, "the index has no report %s", id);
        cfa_error_about(error, "", id);
        return NULL;
    }
    g_ptr_array_sort(contents->case_texts, compare_texts);
    summarize(contents);
    if (contents->report != 0 &&
        !cfa_report_neighbours(index, contents->report, &contents->previous, &contents->next, error))
        return NULL;
    return g_steal_pointer(&contents);
}
