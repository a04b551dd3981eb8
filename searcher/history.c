#include "history.h"

#include "cited.h"
#include "filters.h"
#include "library.h"

#include <string.h>

static void examination_free(gpointer data)
{
    cfa_examination *one = data;
    cfa_text_found_free(one->text);
    g_ptr_array_unref(one->recommendations);
    g_free(one);
}

void cfa_history_free(cfa_history *history)
{
    if (history == NULL)
        return;
    cfa_listed_case_free(history->listed);
    g_array_unref(history->joined);
    g_ptr_array_unref(history->examinations);
    g_free(history);
}

guint cfa_history_parse(const char *id)
{
    cfa_citation citation = {0};
    guint64 number = 0;
    if (g_ascii_string_to_unsigned(id, 10, 1, 99999, &number, NULL))
        return (guint)number;
    if (cfa_citation_parse(id, &citation))
        return citation.kind == CFA_CITES_CASE ? citation.number : 0;
    if (!g_utf8_validate(id, -1, NULL))
        return 0;
    g_autoptr(GArray) mentions = cfa_citation_scan(id, strlen(id), CFA_LANGUAGE_UNKNOWN, NULL);
    const cfa_mention *only = mentions->len == 1 ? &g_array_index(mentions, cfa_mention, 0) : NULL;
    const gboolean is_whole = only != NULL && only->offset == 0 && only->length == strlen(id);
    return is_whole && only->citation.kind == CFA_CITES_CASE ? only->citation.number : 0;
}

/* ---- its texts ---- */

static cfa_date date_of(const cfa_examination *one)
{
    return one->text->record->text->report_date;
}

static int compare_examinations(gconstpointer a, gconstpointer b)
{
    const cfa_examination *left = *(cfa_examination *const *)a, *right = *(cfa_examination *const *)b;
    const cfa_record *first = left->text->record, *second = right->text->record;
    const int known = (date_of(right).year != 0) - (date_of(left).year != 0);
    const int date = cfa_date_compare(date_of(left), date_of(right));
    const int report = (int)first->text->report - (int)second->text->report;
    const int place = (int)first->first - (int)second->first;
    if (known != 0 || date != 0)
        return known != 0 ? known : date;
    if (report != 0 || place != 0)
        return report != 0 ? report : place;
    return strcmp(first->case_text_id, second->case_text_id);
}

static gboolean read_texts(cfa_history *history, const cfa_index *index, cfa_language preferred,
                           cfa_error *error)
{
    g_autofree char *number = g_strdup_printf("%u", history->about.number);
    g_autoptr(GPtrArray) texts =
        cfa_lookup_case_texts(index, CFA_FILTER_CASE, number, preferred, &history->total, error);
    if (texts == NULL)
        return FALSE;
    while (texts->len > 0) {
        cfa_examination *one = g_new0(cfa_examination, 1);
        one->text = g_ptr_array_steal_index_fast(texts, texts->len - 1);
        one->recommendations = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_record_free);
        g_ptr_array_add(history->examinations, one);
    }
    g_ptr_array_sort(history->examinations, compare_examinations);
    return TRUE;
}

/* What the index has of a case without a text on it: a line in a list of cases, or texts that cite it. */
static gboolean has_nothing(const cfa_history *history, const cfa_index *index, cfa_error *error)
{
    const guint number = history->about.number;
    char id[CFA_CITATION_ID_SIZE];
    const cfa_citation citation = {CFA_CITES_CASE, number, 0, 0};
    cfa_citation_id(&citation, id);
    if (history->listed != NULL)
        cfa_error_set(error, CFA_NOT_FOUND, "case-only-listed", -1,
                      "Case No. %u is in a list of cases, but the index has no text on it", number);
    else if (cfa_filter_count(index->database, CFA_FILTER_CITES, id, NULL) > 0)
        cfa_error_set(error, CFA_NOT_FOUND, "case-only-cited", -1,
                      "the index has no text on Case No. %u, but texts that cite it: cites:case:%u", number,
                      number);
    else
        cfa_error_set(error, CFA_NOT_FOUND, "no-such-case", -1, "the index has no text on Case No. %u",
                      number);
    return cfa_error_about(error, "", id);
}

/* ---- what they say ---- */

static int compare_numbers(gconstpointer a, gconstpointer b)
{
    const guint left = *(const guint *)a, right = *(const guint *)b;
    return left < right ? -1 : left > right;
}

static void take_joined(cfa_history *history, guint number)
{
    for (guint i = 0; i < history->joined->len; i++)
        if (g_array_index(history->joined, guint, i) == number)
            return;
    g_array_append_val(history->joined, number);
}

/* What a later text knows replaces what an earlier one said. */
static void take_case(cfa_history *history, const cfa_case *said)
{
    cfa_case *about = &history->about;
    if (said->country != NULL || said->country_code[0] != '\0') {
        about->country = said->country;
        g_strlcpy(about->country_code, said->country_code, sizeof about->country_code);
    }
    if (said->complaint_date.year != 0)
        about->complaint_date = said->complaint_date;
    if (said->status != CFA_CASE_UNKNOWN) {
        about->status = said->status;
        history->statuses |= 1u << said->status;
    }
}

/* Lists are heard first, and then texts without a date: which of them is the latest is not known. */
static void summarize(cfa_history *history)
{
    if (history->listed != NULL)
        take_case(history, &history->listed->facts);
    const guint count = history->examinations->len;
    guint dated = 0;
    while (dated < count && date_of(g_ptr_array_index(history->examinations, dated)).year != 0)
        dated++;
    for (guint i = 0; i < count; i++) {
        const cfa_examination *one = g_ptr_array_index(history->examinations, (i + dated) % count);
        const cfa_case_text *text = one->text->record->text;
        for (guint c = 0; c < text->cases->len; c++) {
            const cfa_case *said = g_ptr_array_index(text->cases, c);
            if (said->number == history->about.number)
                take_case(history, said);
            else if (said->number != 0)
                take_joined(history, said->number);
        }
    }
    g_array_sort(history->joined, compare_numbers);
}

static void take_subject(cfa_history *history)
{
    for (guint i = 0; i < history->examinations->len && history->subject == NULL; i++) {
        const cfa_examination *one = g_ptr_array_index(history->examinations, i);
        history->subject = one->text->record->text->subject;
        history->subject_language = one->text->record->text->language;
    }
    if (history->subject == NULL && history->listed != NULL) {
        history->subject = history->listed->subject;
        history->subject_language = history->listed->language;
    }
}

static void measure_steps(cfa_history *history)
{
    cfa_date before = history->about.complaint_date;
    for (guint i = 0; i < history->examinations->len; i++) {
        cfa_examination *one = g_ptr_array_index(history->examinations, i);
        one->interval = cfa_date_interval(before, date_of(one));
        before = date_of(one);
    }
}

gboolean cfa_history_disagrees(const cfa_history *history)
{
    return (history->statuses & (history->statuses - 1)) != 0;
}

/* ---- the recommendations ---- */

/* The paragraphs of that section in these case texts, each in the language that was chosen for it. */
static xc_query *recommendations_query(const cfa_history *history, xc_error *failure)
{
    g_autoptr(GPtrArray) texts = g_ptr_array_new();
    for (guint i = 0; i < history->examinations->len; i++) {
        const cfa_examination *one = g_ptr_array_index(history->examinations, i);
        g_ptr_array_add(texts,
                        cfa_filter_query(CFA_FILTER_CASE_TEXT, one->text->record->case_text_id, failure));
    }
    xc_query *parts[] = {
        cfa_filter_query(CFA_FILTER_SECTION, cfa_section_name(CFA_SECTION_RECOMMENDATIONS), failure),
        cfa_any_of(texts, failure)};
    return xc_query_combine(XC_OP_AND, parts, G_N_ELEMENTS(parts), 0, failure);
}

/* Takes the records of an mset, each to its examination. */
static gboolean take_recommendations(cfa_history *history, xc_mset *mset, xc_error *failure, cfa_error *error)
{
    g_autoptr(GHashTable) places = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < history->examinations->len; i++) {
        const cfa_examination *one = g_ptr_array_index(history->examinations, i);
        g_hash_table_insert(places, one->text->record->case_text_id, one->recommendations);
    }
    for (uint32_t i = 0; i < xc_mset_size(mset); i++) {
        cfa_record *record = cfa_lookup_record(xc_mset_get_document(mset, i, failure), failure, error);
        if (record == NULL)
            return FALSE;
        GPtrArray *place = g_hash_table_lookup(places, record->case_text_id);
        if (place != NULL)
            g_ptr_array_add(place, record);
        else
            cfa_record_free(record);
    }
    for (guint i = 0; i < history->examinations->len; i++)
        cfa_lookup_sort(((cfa_examination *)g_ptr_array_index(history->examinations, i))->recommendations);
    return TRUE;
}

static gboolean read_recommendations(cfa_history *history, const cfa_index *index, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    guint most = 0;
    for (guint i = 0; i < history->examinations->len; i++)
        most += ((cfa_examination *)g_ptr_array_index(history->examinations, i))->text->paragraphs;
    g_autoptr(xc_mset) mset =
        cfa_lookup_first(index, recommendations_query(history, &failure), most, &failure);
    return failure.status == XC_OK ? take_recommendations(history, mset, &failure, error)
                                   : cfa_database_error(error, &failure);
}

static gboolean count_citing(cfa_history *history, const cfa_index *index, cfa_error *error)
{
    const cfa_citation what = {.kind = CFA_CITES_CASE, .number = history->about.number};
    return cfa_cited_count(index, &what, &history->cited_by, error);
}

cfa_history *cfa_history_read(const cfa_index *index, const char *id, cfa_language preferred,
                              cfa_error *error)
{
    const guint number = cfa_history_parse(id);
    if (number == 0) {
        cfa_error_set(error, CFA_USAGE, "bad-case", -1,
                      "\"%s\" is no number of a case, such as 2090 or \"Case No. 2090\"", id);
        cfa_error_about(error, "", id);
        return NULL;
    }
    g_autoptr(cfa_history) history = g_new0(cfa_history, 1);
    history->about.number = number;
    history->joined = g_array_new(FALSE, FALSE, sizeof(guint));
    history->examinations = g_ptr_array_new_with_free_func(examination_free);
    if (!read_texts(history, index, preferred, error) ||
        !cfa_library_case(index, number, preferred, &history->listed, error))
        return NULL;
    if (history->examinations->len == 0) {
        has_nothing(history, index, error);
        return NULL;
    }
    summarize(history);
    take_subject(history);
    measure_steps(history);
    const gboolean well = read_recommendations(history, index, error) && count_citing(history, index, error);
    return well ? g_steal_pointer(&history) : NULL;
}
