#include "info_library.h"

#include "filters.h"

#include <stdio.h>
#include <string.h>

static const char otherwise[] = "listed_otherwise", absent[] = "listed_absent";

/* A list of what was found, of which the first are told. */
typedef struct findings {
    guint count;
    json_t *first;
} findings;

/* Lists and case texts that are being compared. */
typedef struct comparison {
    const xc_database *database;
    GHashTable *seen; /* "9901/343/1-9": a case is in a list of each language; keys */
    findings otherwise, absent;
    xc_error failure;
} comparison;

static void add_finding(findings *all, const cfa_listed_case *one, const cfa_listed_report *report,
                        const char *listed, const char *found)
{
    all->count++;
    if (json_array_size(all->first) >= CFA_INFO_FIRST)
        return;
    json_t *object = json_object();
    json_object_set_new(object, "case", json_integer(one->facts.number));
    json_object_set_new(object, "report", json_integer(report->report));
    json_object_set_new(object, "listed", json_string(listed));
    if (found != NULL)
        json_object_set_new(object, "found", json_string(found));
    json_array_append_new(all->first, object);
}

static gboolean has_term(comparison *compare, GString *term, cfa_filter filter, const char *value)
{
    cfa_layout_filter(term, filter, value);
    return xc_database_term_exists(compare->database, term->str, term->len, &compare->failure);
}

/* Adds what stands behind the stem of a document's run, "70-95", once. */
static void add_runs(comparison *compare, xc_docid docid, GPtrArray *found)
{
    g_autoptr(GPtrArray) runs =
        cfa_filter_values_of(compare->database, docid, CFA_FILTER_RUN, &compare->failure);
    for (guint i = 0; i < runs->len; i++) {
        const char *numbers = strchr(g_ptr_array_index(runs, i), '/');
        if (numbers != NULL)
            cfa_filter_add_once(numbers + 1, found);
    }
}

static int compare_runs(gconstpointer a, gconstpointer b)
{
    const char *left = *(const char *const *)a, *right = *(const char *const *)b;
    const guint64 first = g_ascii_strtoull(left, NULL, 10), other = g_ascii_strtoull(right, NULL, 10);
    return first != other ? (first < other ? -1 : 1) : strcmp(left, right);
}

/* The runs of a case in a report, "70-95", in order; none where the index has none. */
static GPtrArray *runs_of(comparison *compare, guint case_number, guint report)
{
    GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GString) term = g_string_new(NULL);
    g_autofree char *number = g_strdup_printf("%u", case_number), *stem = g_strdup_printf("%u", report);
    if (!has_term(compare, term, CFA_FILTER_CASE, number))
        return found;
    g_autofree char *of_case = g_strdup(term->str);
    if (!has_term(compare, term, CFA_FILTER_REPORT, stem))
        return found;
    g_autoptr(xc_posting_iterator) left =
        xc_database_postlist(compare->database, of_case, strlen(of_case), &compare->failure);
    g_autoptr(xc_posting_iterator) right =
        xc_database_postlist(compare->database, term->str, term->len, &compare->failure);
    xc_docid docid = xc_posting_iterator_next(left, &compare->failure);
    while (docid != 0) {
        const xc_docid other = xc_posting_iterator_skip_to(right, docid, &compare->failure);
        if (other == docid) {
            add_runs(compare, docid, found);
            docid = xc_posting_iterator_next(left, &compare->failure);
        } else {
            docid = other != 0 ? xc_posting_iterator_skip_to(left, other, &compare->failure) : 0;
        }
    }
    g_ptr_array_sort(found, compare_runs);
    return found;
}

static void compare_report(comparison *compare, const cfa_listed_case *one, const cfa_listed_report *report)
{
    g_autoptr(GString) term = g_string_new(NULL);
    g_autofree char *stem = g_strdup_printf("%u", report->report);
    g_autofree char *run = cfa_id_make(stem, report->first, report->last, CFA_LANGUAGE_UNKNOWN);
    const char *listed = strchr(run, '/') + 1;
    char *key = g_strdup_printf("%u/%s", one->facts.number, run);
    if (!g_hash_table_add(compare->seen, key) || has_term(compare, term, CFA_FILTER_RUN, run))
        return;
    g_autoptr(GPtrArray) found = runs_of(compare, one->facts.number, report->report);
    if (found->len == 0) {
        add_finding(&compare->absent, one, report, listed, NULL);
        return;
    }
    g_ptr_array_add(found, NULL);
    g_autofree char *runs = g_strjoinv(", ", (char **)found->pdata);
    add_finding(&compare->otherwise, one, report, listed, runs);
}

static gboolean compare_all(comparison *compare, const xc_database *library, cfa_error *error)
{
    xc_docid docid;
    gboolean well = TRUE;
    g_autoptr(xc_posting_iterator) all = xc_database_postlist(library, "", 0, &compare->failure);
    while (well && (docid = xc_posting_iterator_next(all, &compare->failure)) != 0) {
        json_auto_t *record = cfa_library_record(library, docid, error);
        g_autoptr(cfa_listed_case) one = cfa_listed_case_from_json(record);
        well = record != NULL;
        for (guint i = 0; one != NULL && i < one->reports->len; i++) {
            const cfa_listed_report *report = &g_array_index(one->reports, cfa_listed_report, i);
            if (report->first != 0)
                compare_report(compare, one, report);
        }
    }
    return compare->failure.status == XC_OK ? well : cfa_database_error(error, &compare->failure);
}

static void take_findings(json_t *description, const char *key, findings *all)
{
    json_t *object = json_object();
    json_object_set_new(object, "count", json_integer(all->count));
    json_object_set_new(object, "first", all->first);
    json_object_set_new(description, key, object);
}

gboolean cfa_info_add_library(json_t *description, const xc_database *database, const xc_database *library,
                              cfa_error *error)
{
    guint principles = 0, cases = 0;
    comparison compare = {.database = database,
                          .seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                          .otherwise = {.first = json_array()},
                          .absent = {.first = json_array()},
                          .failure = XC_ERROR_INIT};
    const gboolean well = cfa_library_count(library, &principles, &cases, error) &&
                          (library == NULL || compare_all(&compare, library, error));
    g_hash_table_unref(compare.seen);
    json_object_set_new(description, "principles", json_integer(principles));
    json_object_set_new(description, "listed_cases", json_integer(cases));
    take_findings(description, otherwise, &compare.otherwise);
    take_findings(description, absent, &compare.absent);
    return well;
}

static void print_one(const json_t *one)
{
    const char *found = cfa_json_text(one, "found");
    printf("\n    case %" JSON_INTEGER_FORMAT ", %" JSON_INTEGER_FORMAT "/%s",
           json_integer_value(json_object_get(one, "case")),
           json_integer_value(json_object_get(one, "report")), cfa_json_text(one, "listed"));
    if (found != NULL)
        printf(", found %s", found);
}

gboolean cfa_info_print_list(const char *key, const json_t *value)
{
    if (strcmp(key, otherwise) != 0 && strcmp(key, absent) != 0)
        return FALSE;
    const json_t *first = json_object_get(value, "first");
    printf("%" JSON_INTEGER_FORMAT, json_integer_value(json_object_get(value, "count")));
    for (size_t i = 0; i < json_array_size(first); i++)
        print_one(json_array_get(first, i));
    return TRUE;
}
