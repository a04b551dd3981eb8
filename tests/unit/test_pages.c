/*
 * Reads every page in tests/pages and compares it with what a person read there.
 *
 *     tests/pages/NAME/page.html or page.txt      the page
 *     tests/pages/NAME/expected.json              what it says: one case text, {"error": CODE},
 *                                                 {"case_texts": [...]}, {"principles": [...]} or
 *                                                 {"cases": [...]}
 *
 * Of principles and listed cases all is compared but source and address, and so are the codes of the page's
 * "warnings".
 *
 * Of a case text the keys that expected.json names are compared, with the values of `cfa-index parse --json`,
 * and "subject" and "warnings" (their codes) besides. Paragraphs are compared all together: number, section
 * and citations, and the text where it is given. "read_as" names the source; else its name is that of the
 * page.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <jansson.h>
#include <string.h>

#include "library_json.h"
#include "reader.h"

static const char *const PAGES[] = {"page.html", "page.txt"};

static void expect_equal(const json_t *expected, const json_t *got, const char *key)
{
    if (json_equal(expected, got))
        return;
    char *wanted = json_dumps(expected, JSON_ENCODE_ANY);
    char *found = got != NULL ? json_dumps(got, JSON_ENCODE_ANY) : NULL;
    print_error("%s: expected %s\n%s: found    %s\n", key, wanted, key, found != NULL ? found : "nothing");
    free(wanted);
    free(found);
    fail();
}

static void compare_paragraphs(const json_t *expected, const json_t *got)
{
    size_t index;
    const json_t *paragraph;
    json_t *numbers = json_array(), *found = json_array();
    json_array_foreach(expected, index, paragraph)
        json_array_append(numbers, json_object_get(paragraph, "paragraph"));
    json_array_foreach(got, index, paragraph)
        json_array_append(found, json_object_get(paragraph, "paragraph"));
    expect_equal(numbers, found, "paragraph numbers");
    json_decref(numbers);
    json_decref(found);
    json_array_foreach(expected, index, paragraph)
    {
        const char *key;
        json_t *value;
        /* jansson's walk over an object wants it writable, though it writes nothing. */
        json_t *copy = json_deep_copy(paragraph);
        json_object_foreach(copy, key, value)
        {
            g_autofree char *name =
                g_strdup_printf("paragraph %" JSON_INTEGER_FORMAT " %s",
                                json_integer_value(json_object_get(paragraph, "paragraph")), key);
            expect_equal(value, json_object_get(json_array_get(got, index), key), name);
        }
        if (json_object_get(paragraph, "cites") == NULL)
            assert_int_equal(json_array_size(json_object_get(json_array_get(got, index), "cites")), 0);
        json_decref(copy);
    }
}

static json_t *warning_codes(const GPtrArray *warnings)
{
    json_t *codes = json_array();
    for (guint i = 0; i < warnings->len; i++) {
        const cfa_warning *warning = g_ptr_array_index(warnings, i);
        json_array_append_new(codes, json_string(warning->code));
    }
    return codes;
}

static void compare_text(json_t *expected, const cfa_case_text *text)
{
    g_autofree char *line = cfa_case_text_to_json(text);
    json_t *got = json_loads(line, 0, NULL);
    assert_non_null(got);
    json_object_set_new(got, "subject", text->subject ? json_string(text->subject) : json_null());
    json_object_set_new(got, "warnings", warning_codes(text->warnings));
    const char *key;
    json_t *value;
    json_object_foreach(expected, key, value)
    {
        if (strcmp(key, "paragraphs") == 0)
            compare_paragraphs(value, json_object_get(got, key));
        else if (strcmp(key, "read_as") != 0)
            expect_equal(value, json_object_get(got, key), key);
    }
    json_decref(got);
}

static void compare_texts(json_t *expected, const GPtrArray *texts)
{
    json_t *list = json_object_get(expected, "case_texts");
    assert_int_equal(texts->len, list != NULL ? json_array_size(list) : 1);
    for (guint i = 0; i < texts->len; i++)
        compare_text(list != NULL ? json_array_get(list, i) : expected, g_ptr_array_index(texts, i));
}

/* What a page says that is no case text, as a list of its things without what the test knows. */
static json_t *library_json(const GPtrArray *things, json_t *(*to_json)(gconstpointer thing))
{
    json_t *list = json_array();
    for (guint i = 0; i < things->len; i++) {
        json_t *one = to_json(g_ptr_array_index(things, i));
        json_object_del(one, "source");
        json_object_del(one, "url");
        json_array_append_new(list, one);
    }
    return list;
}

static json_t *principle_json(gconstpointer principle)
{
    return cfa_principle_json(principle);
}

static json_t *case_json(gconstpointer one)
{
    return cfa_listed_case_json(one);
}

static void compare_library(const json_t *expected, const cfa_holding *holding)
{
    json_t *codes = warning_codes(holding->warnings), *none = json_array();
    json_t *warnings = json_object_get(expected, "warnings");
    json_t *found = holding->principles != NULL ? library_json(holding->principles, principle_json)
                                                : library_json(holding->cases, case_json);
    expect_equal(warnings != NULL ? warnings : none, codes, "warnings");
    expect_equal(json_object_get(expected, holding->principles != NULL ? "principles" : "cases"), found,
                 "what the page says");
    json_decref(codes);
    json_decref(none);
    json_decref(found);
}

static void page_reads_as_expected(void **state)
{
    const char *folder = *state;
    g_autofree char *path = g_build_filename(folder, "expected.json", NULL);
    json_error_t where;
    json_t *expected = json_load_file(path, 0, &where);
    if (expected == NULL)
        fail_msg("%s: line %d: %s", path, where.line, where.text);
    g_autofree char *bytes = NULL;
    gsize length = 0;
    const char *page = NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(PAGES) && bytes == NULL; i++) {
        g_autofree char *file = g_build_filename(folder, PAGES[i], NULL);
        page = PAGES[i];
        g_file_get_contents(file, &bytes, &length, NULL);
    }
    assert_non_null(bytes);
    const char *name = json_string_value(json_object_get(expected, "read_as"));
    cfa_document document = {
        .name = name != NULL ? name : page, .bytes = (const guint8 *)bytes, .length = length};
    cfa_error error = {0};
    g_auto(cfa_holding) holding = {0};
    const gboolean understood = cfa_reader_read(&document, &holding, &error);
    const char *code = json_string_value(json_object_get(expected, "error"));
    assert_string_equal(understood ? "" : error.code, code != NULL ? code : "");
    if (holding.texts != NULL)
        compare_texts(expected, holding.texts);
    else if (understood)
        compare_library(expected, &holding);
    json_decref(expected);
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

int main(void)
{
    GDir *folder = g_dir_open(CFA_TESTS "/pages", 0, NULL);
    if (folder == NULL) {
        print_error("%s: no such folder\n", CFA_TESTS "/pages");
        return 1;
    }
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    for (const char *name = g_dir_read_name(folder); name != NULL; name = g_dir_read_name(folder))
        g_ptr_array_add(names, g_build_filename(CFA_TESTS, "pages", name, NULL));
    g_dir_close(folder);
    g_ptr_array_sort(names, compare_names);
    struct CMUnitTest *tests = g_new0(struct CMUnitTest, names->len);
    for (guint i = 0; i < names->len; i++) {
        char *path = g_ptr_array_index(names, i);
        tests[i].name = strrchr(path, '/') + 1;
        tests[i].test_func = page_reads_as_expected;
        tests[i].initial_state = path;
    }
    int failed = _cmocka_run_group_tests("pages", tests, names->len, NULL, NULL);
    g_free(tests);
    g_ptr_array_unref(names);
    return failed;
}
