#include "similar.h"

#include "filters.h"
#include "likeness.h"
#include "lookup.h"
#include "plan_filter.h"
#include "query.h"

#include <string.h>

enum { SOURCE_PARAGRAPHS = 100 }; /* of a case text or a case that are read: more take long and tell little */

/* What an identifier names. */
typedef struct thing {
    cfa_filter filter;
    char *value;           /* of the filter */
    cfa_language language; /* of the identifier */
} thing;

static void thing_clear(thing *one)
{
    g_free(one->value);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(thing, thing_clear)

static gboolean read_case(const char *id, thing *one)
{
    cfa_citation citation;
    g_autofree char *whole = g_ascii_isdigit(id[0]) ? g_strconcat("case:", id, NULL) : NULL;
    if ((whole == NULL || !cfa_citation_parse(whole, &citation)) && !cfa_query_read_citation(id, &citation))
        return FALSE;
    if (citation.kind != CFA_CITES_CASE)
        return FALSE;
    one->filter = CFA_FILTER_CASE;
    one->value = g_strdup_printf("%u", citation.number);
    return TRUE;
}

static gboolean read_thing(const char *id, thing *one, cfa_error *error)
{
    g_autofree char *stem = NULL;
    g_autofree char *named = NULL;
    guint first = 0, last = 0;
    if (read_case(id, one))
        return TRUE;
    named = cfa_query_name_citation(id);
    if (!cfa_id_parse(named, &stem, &first, &last, &one->language)) {
        cfa_error_set(error, CFA_USAGE, "bad-id", -1,
                      "\"%s\" is no identifier of a paragraph, a case text or a case, such as 394/83, "
                      "394/70-95 or 2090",
                      id);
        return cfa_error_about(error, "", id);
    }
    one->filter = first == last ? CFA_FILTER_PARAGRAPH : CFA_FILTER_RUN;
    one->value = cfa_id_make(stem, first, last, CFA_LANGUAGE_UNKNOWN);
    return TRUE;
}

static gboolean miss(const thing *one, const char *id, cfa_error *error)
{
    g_autofree char *subject =
        one->filter == CFA_FILTER_CASE ? g_strconcat("case:", one->value, NULL) : g_strdup(id);
    if (one->filter == CFA_FILTER_CASE)
        cfa_error_set(error, CFA_NOT_FOUND, "no-such-case", -1, "the index has no case %s", one->value);
    else if (one->filter == CFA_FILTER_RUN)
        cfa_error_set(error, CFA_NOT_FOUND, "no-such-case-text", -1, "the index has no case text %s", id);
    else
        cfa_error_set(error, CFA_NOT_FOUND, "no-such-paragraph", -1, "the index has no paragraph %s", id);
    return cfa_error_about(error, "", subject);
}

/* ---- reading it ---- */

/* The paragraphs of the thing in a language, or, where that is unknown, in any; what the Committee finds and
 * recommends first. */
static xc_query *source_query(const thing *one, cfa_language language, xc_error *error)
{
    xc_query *within[] = {cfa_plan_filter(one->filter, one->value, error),
                          language != CFA_LANGUAGE_UNKNOWN
                              ? cfa_plan_filter(CFA_FILTER_LANGUAGE, cfa_language_code(language), error)
                              : xc_query_match_all(error)};
    xc_query *parts[] = {
        xc_query_combine(XC_OP_FILTER, within, G_N_ELEMENTS(within), 0, error),
        cfa_filter_query(CFA_FILTER_SECTION, cfa_section_name(CFA_SECTION_CONCLUSIONS), error),
        cfa_filter_query(CFA_FILTER_SECTION, cfa_section_name(CFA_SECTION_RECOMMENDATIONS), error)};
    return xc_query_combine(XC_OP_AND_MAYBE, parts, G_N_ELEMENTS(parts), 0, error);
}

/* Adds the records of what was found. */
static gboolean take_records(const xc_mset *mset, GPtrArray *records, xc_error *failure, cfa_error *error)
{
    for (guint i = 0; i < xc_mset_size(mset); i++) {
        cfa_record *record = cfa_lookup_record(xc_mset_get_document(mset, i, failure), failure, error);
        if (record == NULL)
            return FALSE;
        g_ptr_array_add(records, record);
    }
    return TRUE;
}

/* The records of the thing in a language; none where it is not in it. FALSE with *error. */
static gboolean read_records(const cfa_index *index, const thing *one, cfa_language language,
                             GPtrArray *records, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    g_autoptr(xc_enquire) enquire = xc_enquire_new(index->database, &failure);
    g_autoptr(xc_query) query = source_query(one, language, &failure);
    xc_enquire_set_query(enquire, query, &failure);
    xc_enquire_set_sort_by_relevance_then_value(enquire, CFA_SLOT_NEWEST, TRUE, &failure);
    g_autoptr(xc_mset) mset = xc_enquire_get_mset(enquire, 0, SOURCE_PARAGRAPHS, 0, &failure);
    const gboolean well = take_records(mset, records, &failure, error);
    return failure.status == XC_OK ? well : cfa_database_error(error, &failure);
}

/* Whether the index has the thing in the language of its identifier. */
static gboolean is_there(const cfa_index *index, const thing *one, xc_error *error)
{
    const char *code = cfa_language_code(one->language);
    if (code == NULL)
        return TRUE;
    g_autofree char *id = g_strdup_printf("%s/%s", one->value, code);
    return cfa_filter_has(index->database,
                          one->filter == CFA_FILTER_RUN ? CFA_FILTER_CASE_TEXT : CFA_FILTER_ID, id, error);
}

/* Reads the thing in the first of these languages that it is in: that of its identifier, the preferred one,
 * any; of each first those that are wanted, since words of the language that is searched find more than their
 * translations. At last in none that is known. */
static gboolean read_source(const cfa_index *index, const thing *one, const cfa_request *request,
                            GPtrArray *records, cfa_error *error)
{
    const cfa_language_set wanted = request->languages != 0 ? request->languages : CFA_EVERY_LANGUAGE;
    const cfa_language_set sets[] = {wanted, CFA_EVERY_LANGUAGE & ~wanted};
    const cfa_language order[] = {one->language, request->preferred, CFA_ENGLISH, CFA_FRENCH, CFA_SPANISH};
    for (guint i = 0; i < G_N_ELEMENTS(sets) * G_N_ELEMENTS(order) && records->len == 0; i++) {
        const cfa_language language = order[i % G_N_ELEMENTS(order)];
        if (language != CFA_LANGUAGE_UNKNOWN &&
            (sets[i / G_N_ELEMENTS(order)] & CFA_LANGUAGE_BIT(language)) != 0 &&
            !read_records(index, one, language, records, error))
            return FALSE;
    }
    return records->len > 0 || read_records(index, one, CFA_LANGUAGE_UNKNOWN, records, error);
}

static gboolean find_source(const cfa_index *index, const thing *one, const char *id,
                            const cfa_request *request, GPtrArray *records, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    if (is_there(index, one, &failure) && !read_source(index, one, request, records, error))
        return FALSE;
    if (failure.status != XC_OK)
        return cfa_database_error(error, &failure);
    return records->len > 0 || miss(one, id, error);
}

/* The citation of the thing in the language that it was read in. */
static char *cite(const thing *one, const cfa_record *record)
{
    const cfa_language language = record->text->language;
    if (one->filter == CFA_FILTER_PARAGRAPH)
        return cfa_answer_cite_paragraph(record);
    if (one->filter == CFA_FILTER_RUN)
        return cfa_answer_cite_case_text(record);
    const guint number = (guint)g_ascii_strtoull(one->value, NULL, 10);
    return cfa_citation_print(language, 0, &number, 1, cfa_answer_country(record, language), 0, 0);
}

/* How like a text is to another is known of those alone that are listed, so that the others are neither
 * sorted nor counted. */
static gboolean check_request(const cfa_request *request, cfa_error *error)
{
    if (request->sort != CFA_SORT_RELEVANCE) {
        cfa_error_set(error, CFA_USAGE, "bad-sort", -1, "what is like a text is in order of likeness alone");
        return cfa_error_about(error, "sort", "");
    }
    if (request->facets)
        return cfa_error_set(error, CFA_USAGE, "bad-facets", -1, "what is like a text has no facets");
    return TRUE;
}

cfa_answer *cfa_similar(const cfa_index *index, const char *id, const cfa_request *request, cfa_error *error)
{
    const gint64 started = g_get_monotonic_time();
    g_auto(thing) one = {.language = CFA_LANGUAGE_UNKNOWN};
    g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_record_free);
    g_autoptr(cfa_query) query = cfa_search_read(request, error);
    if (query == NULL || !check_request(request, error) || !read_thing(id, &one, error) ||
        !find_source(index, &one, id, request, records, error) ||
        !cfa_likeness_ask(query, index, records, error))
        return NULL;
    cfa_request asked = *request;
    asked.match = CFA_MATCH_ANY;
    cfa_answer *answer = cfa_search_query(index, query, &asked, error);
    if (answer == NULL)
        return NULL;
    const cfa_record *read = g_ptr_array_index(records, 0);
    g_free(answer->query);
    answer->query = g_utf8_make_valid(id, -1);
    answer->like = cite(&one, read);
    answer->like_language = read->text->language;
    answer->took_ms = (double)(g_get_monotonic_time() - started) / 1000;
    return answer;
}
