#include "browse.h"

#include "cited.h"
#include "lookup.h"

#include <string.h>

void cfa_reading_free(cfa_reading *reading)
{
    if (reading == NULL)
        return;
    cfa_record_free(reading->record);
    g_clear_pointer(&reading->case_text, g_ptr_array_unref);
    g_clear_pointer(&reading->other_languages, g_ptr_array_unref);
    g_free(reading->previous);
    g_free(reading->next);
    g_clear_pointer(&reading->principles, g_ptr_array_unref);
    cfa_listed_case_free(reading->listed);
    g_free(reading);
}

cfa_language_set cfa_reading_languages(const cfa_reading *reading)
{
    cfa_language_set languages = CFA_LANGUAGE_BIT(reading->record->text->language);
    for (guint i = 0; i < reading->other_languages->len; i++) {
        const cfa_record *other = g_ptr_array_index(reading->other_languages, i);
        languages |= CFA_LANGUAGE_BIT(other->text->language);
    }
    return languages;
}

/* By language. Where two case texts have the paragraph, one of a page that was cut, say, the one that goes
 * further comes first, whichever was read first. */
static int compare_records(gconstpointer a, gconstpointer b)
{
    const cfa_record *left = *(cfa_record *const *)a, *right = *(cfa_record *const *)b;
    if (left->text->language != right->text->language)
        return (int)left->text->language - (int)right->text->language;
    return strcmp(right->case_text_id, left->case_text_id);
}

/* Takes the record in the language out of the list: the one asked for; without one asked for, the preferred,
 * else the first. */
static cfa_record *take_language(GPtrArray *records, cfa_language asked, cfa_language preferred)
{
    const cfa_language wanted = asked != CFA_LANGUAGE_UNKNOWN ? asked : preferred;
    guint chosen = 0;
    while (chosen < records->len &&
           ((const cfa_record *)g_ptr_array_index(records, chosen))->text->language != wanted)
        chosen++;
    if (chosen == records->len && asked == CFA_LANGUAGE_UNKNOWN && records->len > 0)
        chosen = 0;
    return chosen < records->len ? g_ptr_array_steal_index(records, chosen) : NULL;
}

/* The identifier of a neighbour outside the case text: in the language if the index has it there, else in
 * any; NULL where it has none. */
static char *find_outside(const cfa_index *index, const cfa_record *record, guint number, xc_error *failure)
{
    g_autofree char *stem = cfa_case_text_stem(record->text);
    g_autofree char *id = cfa_id_make(stem, number, number, CFA_LANGUAGE_UNKNOWN);
    const cfa_language language = record->text->language;
    const cfa_language_set languages = cfa_lookup_languages(index, CFA_FILTER_ID, id, failure);
    if (number == 0 || languages == 0)
        return NULL;
    const gboolean has_it = cfa_lookup_choose(languages, language) == language;
    return cfa_id_make(stem, number, number, has_it ? language : CFA_LANGUAGE_UNKNOWN);
}

/* The paragraph before the one that is read, and the one after it: at an end of the case text, that of the
 * report. */
static gboolean find_neighbours(const cfa_index *index, cfa_reading *reading, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    const guint number = reading->record->paragraph->number;
    for (guint i = 0; i < reading->case_text->len; i++) {
        const cfa_record *one = g_ptr_array_index(reading->case_text, i);
        if (one->paragraph->number < number) {
            g_free(reading->previous);
            reading->previous = g_strdup(one->id);
        } else if (one->paragraph->number > number) {
            reading->next = g_strdup(one->id);
            break;
        }
    }
    if (reading->previous == NULL)
        reading->previous = find_outside(index, reading->record, number - 1, &failure);
    if (reading->next == NULL)
        reading->next = find_outside(index, reading->record, number + 1, &failure);
    return failure.status == XC_OK || cfa_database_error(error, &failure);
}

/* How many paragraphs cite the one that is read; none does where its report is unknown. */
static gboolean count_citing(cfa_reading *reading, const cfa_index *index, const char *id, cfa_error *error)
{
    cfa_citation what;
    return !cfa_citation_parse(id, &what) || cfa_cited_count(index, &what, &reading->cited_by, error);
}

/* What the library says of the case that the paragraph is on; of joined ones, of the first that is listed. */
static gboolean find_listed(cfa_reading *reading, const cfa_index *index, cfa_error *error)
{
    const cfa_case_text *text = reading->record->text;
    for (guint i = 0; i < text->cases->len && reading->listed == NULL; i++) {
        const cfa_case *one = g_ptr_array_index(text->cases, i);
        if (one->number != 0 &&
            !cfa_library_case(index, one->number, text->language, &reading->listed, error))
            return FALSE;
    }
    return TRUE;
}

cfa_reading *cfa_browse_paragraph(const cfa_index *index, const char *id, cfa_language preferred,
                                  cfa_error *error)
{
    g_autofree char *stem = NULL;
    guint first = 0, last = 0;
    cfa_language language = CFA_LANGUAGE_UNKNOWN;
    if (!cfa_id_parse(id, &stem, &first, &last, &language) || first != last) {
        cfa_error_set(error, CFA_USAGE, "bad-id", -1,
                      "\"%s\" is no identifier of a paragraph (394/83, 394/83/fr), a case text (394/70-95) "
                      "or a report (394)",
                      id);
        cfa_error_about(error, "", id);
        return NULL;
    }
    g_autofree char *any_language = cfa_id_make(stem, first, first, CFA_LANGUAGE_UNKNOWN);
    g_autoptr(GPtrArray) records = cfa_lookup_records(index, CFA_FILTER_PARAGRAPH, any_language, error);
    if (records == NULL)
        return NULL;
    g_ptr_array_sort(records, compare_records);
    cfa_record *record = take_language(records, language, preferred);
    if (record == NULL) {
        cfa_error_set(error, CFA_NOT_FOUND, "no-such-paragraph", -1, "the index has no paragraph %s", id);
        cfa_error_about(error, "", id);
        return NULL;
    }
    g_autoptr(cfa_reading) reading = g_new0(cfa_reading, 1);
    reading->generation = index->generation;
    reading->record = record;
    reading->other_languages = g_steal_pointer(&records);
    reading->case_text = cfa_lookup_paragraphs(index, record->case_text_id, error);
    if (reading->case_text == NULL)
        return NULL;
    reading->principles = cfa_library_resting(index, stem, first, record->text->language, error);
    if (reading->principles == NULL || !find_listed(reading, index, error))
        return NULL;
    const gboolean well =
        count_citing(reading, index, any_language, error) && find_neighbours(index, reading, error);
    return well ? g_steal_pointer(&reading) : NULL;
}

void cfa_whole_text_free(cfa_whole_text *whole)
{
    if (whole == NULL)
        return;
    g_clear_pointer(&whole->paragraphs, g_ptr_array_unref);
    g_free(whole);
}

cfa_whole_text *cfa_browse_case_text(const cfa_index *index, const char *id, cfa_language preferred,
                                     cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    g_autofree char *stem = NULL;
    guint first = 0, last = 0;
    cfa_language language = CFA_LANGUAGE_UNKNOWN;
    if (!cfa_id_parse(id, &stem, &first, &last, &language)) {
        cfa_error_set(error, CFA_USAGE, "bad-id", -1,
                      "\"%s\" is no identifier of a case text, such as 394/70-95 or 394/70-95/fr", id);
        cfa_error_about(error, "", id);
        return NULL;
    }
    g_autofree char *run = cfa_id_make(stem, first, last, CFA_LANGUAGE_UNKNOWN);
    g_autoptr(cfa_whole_text) whole = g_new0(cfa_whole_text, 1);
    whole->languages = cfa_lookup_languages(index, CFA_FILTER_CASE_TEXT, run, &failure);
    const cfa_language chosen =
        language != CFA_LANGUAGE_UNKNOWN ? language : cfa_lookup_choose(whole->languages, preferred);
    g_autofree char *chosen_id = cfa_id_make(stem, first, last, chosen);
    if (failure.status != XC_OK) {
        cfa_database_error(error, &failure);
        return NULL;
    }
    whole->paragraphs = cfa_lookup_paragraphs(index, chosen_id, error);
    if (whole->paragraphs == NULL)
        return NULL;
    if (whole->paragraphs->len == 0) {
        cfa_error_set(error, CFA_NOT_FOUND, "no-such-case-text", -1, "the index has no case text %s", id);
        cfa_error_about(error, "", id);
        return NULL;
    }
    return g_steal_pointer(&whole);
}
