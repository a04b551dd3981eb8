/* cfa-index info: what is in the index, counted from its filter terms. */
#include "commands.h"
#include "filters.h"
#include "info_library.h"
#include "layout.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* The filters that are listed with their counts of paragraphs, and under which names. */
static const struct listing {
    const char *name;
    cfa_filter filter;
} listings[] = {{"languages", CFA_FILTER_LANGUAGE},     {"types", CFA_FILTER_TYPE},
                {"statuses", CFA_FILTER_STATUS},        {"sections", CFA_FILTER_SECTION},
                {"countries", CFA_FILTER_COUNTRY},      {"reports", CFA_FILTER_REPORT},
                {"conventions", CFA_FILTER_CONVENTION}, {"missing", CFA_FILTER_MISSING}};

typedef struct counted_value {
    char *name;
    json_int_t count;
} counted_value;

static void counted_value_clear(gpointer data)
{
    g_free(((counted_value *)data)->name);
}

/* Numbers in their order, and before what is none. */
static gint by_number(gconstpointer a, gconstpointer b)
{
    const char *one = ((const counted_value *)a)->name, *other = ((const counted_value *)b)->name;
    const gboolean are_numbers = g_ascii_isdigit(*one) && g_ascii_isdigit(*other);
    const guint64 first = g_ascii_strtoull(one, NULL, 10), second = g_ascii_strtoull(other, NULL, 10);
    return are_numbers && first != second ? (first > second) - (first < second) : strcmp(one, other);
}

static json_t *count_terms(const xc_database *database, cfa_filter filter, xc_error *failure)
{
    g_autoptr(GArray) values = g_array_new(FALSE, FALSE, sizeof(counted_value));
    g_array_set_clear_func(values, counted_value_clear);
    const char *prefix = cfa_layout_prefix(filter);
    g_autoptr(xc_term_iterator) terms = xc_database_allterms(database, prefix, strlen(prefix), failure);
    const char *term;
    while ((term = xc_term_iterator_next(terms, NULL, failure)) != NULL) {
        const counted_value value = {g_strdup(term + strlen(prefix)),
                                     xc_term_iterator_get_termfreq(terms, failure)};
        g_array_append_val(values, value);
    }
    g_array_sort(values, by_number);
    json_t *counts = json_object();
    for (guint i = 0; i < values->len; i++) {
        const counted_value *value = &g_array_index(values, counted_value, i);
        json_object_set_new(counts, value->name, json_integer(value->count));
    }
    return counts;
}

static json_int_t number_of_terms(const xc_database *database, cfa_filter filter, xc_error *failure)
{
    json_auto_t *counts = count_terms(database, filter, failure);
    return (json_int_t)json_object_size(counts);
}

/* When the generation was put in service. */
static json_t *published_json(const cfa_command *command)
{
    g_autofree char *path = g_build_filename(command->index, "current", NULL);
    GStatBuf status;
    if (g_stat(path, &status) != 0)
        return json_null();
    g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(status.st_mtime);
    g_autofree char *text = g_date_time_format_iso8601(time);
    return json_string(text);
}

/* Read from the values themselves: libxapian's bounds of a slot stay wide when documents go. */
static void add_years(json_t *object, const xc_database *database, xc_error *failure)
{
    guint first = 0, last = 0;
    g_autoptr(xc_value_iterator) years = xc_database_valuestream(database, CFA_SLOT_YEAR, failure);
    while (xc_value_iterator_next(years, failure) != 0) {
        const char *value = xc_value_iterator_get_value(years, NULL, failure);
        const guint year = value != NULL ? (guint)g_ascii_strtoull(value, NULL, 10) : 0;
        first = first == 0 ? year : MIN(first, year);
        last = MAX(last, year);
    }
    json_object_set_new(object, "first_year", cfa_number_json(first));
    json_object_set_new(object, "last_year", cfa_number_json(last));
}

static const char *const citation_kinds[] = {[CFA_CITES_PARAGRAPH] = "paragraph",
                                             [CFA_CITES_REPORT] = "report",
                                             [CFA_CITES_CASE] = "case",
                                             [CFA_CITES_DIGEST] = "digest",
                                             [CFA_CITES_COMPILATION] = "compilation"};

static json_t *counts_json(const json_int_t counts[static G_N_ELEMENTS(citation_kinds)])
{
    json_t *object = json_object();
    json_int_t all = 0;
    for (guint i = 0; i < G_N_ELEMENTS(citation_kinds); i++)
        all += counts[i];
    json_object_set_new(object, "all", json_integer(all));
    for (guint i = 0; i < G_N_ELEMENTS(citation_kinds); i++)
        if (counts[i] > 0)
            json_object_set_new(object, citation_kinds[i], json_integer(counts[i]));
    return object;
}

/* Each thing that a paragraph cites is one citation; "dangling" are those of what the index has not. */
static void add_citations(json_t *object, const xc_database *database, const xc_database *library,
                          xc_error *failure)
{
    json_int_t all[G_N_ELEMENTS(citation_kinds)] = {0}, dangling[G_N_ELEMENTS(citation_kinds)] = {0};
    const char *prefix = cfa_layout_prefix(CFA_FILTER_CITES);
    g_autoptr(GString) target = g_string_new(NULL);
    g_autoptr(xc_term_iterator) terms = xc_database_allterms(database, prefix, strlen(prefix), failure);
    const char *term;
    while ((term = xc_term_iterator_next(terms, NULL, failure)) != NULL) {
        cfa_citation citation;
        if (!cfa_citation_parse(term + strlen(prefix), &citation))
            continue;
        const json_int_t count = xc_term_iterator_get_termfreq(terms, failure);
        all[citation.kind] += count;
        const gboolean is_there =
            cfa_layout_target(target, &citation) != NULL
                ? xc_database_term_exists(database, target->str, target->len, failure)
                : library != NULL && cfa_filter_has(library, CFA_FILTER_ID, term + strlen(prefix), failure);
        if (!is_there)
            dangling[citation.kind] += count;
    }
    json_object_set_new(object, "citations", counts_json(all));
    json_object_set_new(object, "dangling", counts_json(dangling));
}

static json_t *describe(const xc_database *database, const xc_database *library, const cfa_command *command,
                        const cfa_current *current, xc_error *failure)
{
    const json_int_t library_sources =
        library != NULL ? number_of_terms(library, CFA_FILTER_SOURCE, failure) : 0;
    json_t *object = json_object();
    json_object_set_new(object, "schema", json_integer(1));
    json_object_set_new(object, "command", json_string("info"));
    json_object_set_new(object, "index", cfa_text_json(command->index));
    json_object_set_new(object, "format", json_integer(CFA_LAYOUT_FORMAT));
    json_object_set_new(object, "generation", json_integer((json_int_t)current->generation));
    json_object_set_new(object, "published", published_json(command));
    json_object_set_new(object, "shards", json_integer(current->shards->len));
    json_object_set_new(object, "paragraphs", json_integer(xc_database_get_doccount(database, failure)));
    json_object_set_new(object, "case_texts",
                        json_integer(number_of_terms(database, CFA_FILTER_CASE_TEXT, failure)));
    json_object_set_new(object, "cases", json_integer(number_of_terms(database, CFA_FILTER_CASE, failure)));
    json_object_set_new(
        object, "sources",
        json_integer(number_of_terms(database, CFA_FILTER_SOURCE, failure) + library_sources));
    add_years(object, database, failure);
    for (guint i = 0; i < G_N_ELEMENTS(listings); i++)
        json_object_set_new(object, listings[i].name, count_terms(database, listings[i].filter, failure));
    add_citations(object, database, library, failure);
    return object;
}

/* "en 688, fr 688", or "none"; a name that is a number is set off: "306: 111, 394: 189". */
static void print_counts(json_t *counts)
{
    const char *name, *before = "";
    json_t *count;
    if (json_object_size(counts) == 0)
        printf("none");
    json_object_foreach(counts, name, count)
    {
        printf("%s%s%s %" JSON_INTEGER_FORMAT, before, name, g_ascii_isdigit(*name) ? ":" : "",
               json_integer_value(count));
        before = ", ";
    }
}

static void print_text(json_t *description)
{
    const char *key;
    json_t *value;
    json_object_foreach(description, key, value)
    {
        if (strcmp(key, "schema") == 0 || strcmp(key, "command") == 0)
            continue;
        printf("%-11s ", key);
        if (cfa_info_print_list(key, value)) {
            putchar('\n');
            continue;
        }
        if (json_is_string(value))
            printf("%s", json_string_value(value));
        else if (json_is_integer(value))
            printf("%" JSON_INTEGER_FORMAT, json_integer_value(value));
        else if (json_is_null(value))
            printf("unknown");
        else
            print_counts(value);
        putchar('\n');
    }
}

int cfa_command_info(const cfa_command *command)
{
    cfa_error error = {0};
    xc_error failure = XC_ERROR_INIT;
    g_autoptr(cfa_current) current = cfa_current_read(command->index, &error);
    g_autoptr(xc_database) database = current != NULL ? cfa_database_open(current, &error) : NULL;
    if (database == NULL)
        return cfa_command_fail(command, &error);
    g_autoptr(xc_database) library = cfa_library_open(current, &error);
    json_auto_t *description = describe(database, library, command, current, &failure);
    gboolean well = library != NULL || current->library == NULL;
    int status = 0;
    if (failure.status != XC_OK)
        well = cfa_database_error(&error, &failure);
    if (!well || !cfa_info_add_library(description, database, library, &error)) {
        status = cfa_command_fail(command, &error);
    } else if (command->json) {
        g_autofree char *line = cfa_json_line(description);
        puts(line);
    } else {
        print_text(description);
    }
    return status;
}
