/* The formats to take away: whatever a text holds, it stays within its field. */
#include "format/format.h"

#include "browse.h"
#include "format/item.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <jansson.h>
#include <string.h>

/* A paragraph of an index of its own. */
typedef struct shelf {
    cfa_index *index;
    cfa_reading *reading;
} shelf;

static shelf make(const char *words, const char *country)
{
    shelf made;
    cfa_case_text *text = support_text_new(405, CFA_ENGLISH, "2024-03");
    cfa_error error = {0};
    support_add_case(text, 9801, country, CFA_CASE_ACTIVE);
    support_add_paragraph(text, 7, CFA_SECTION_CONCLUSIONS, words, NULL);
    made.index = support_index_new(&text, 1);
    made.reading = cfa_browse_paragraph(made.index, "405/7", CFA_ENGLISH, &error);
    assert_non_null(made.reading);
    return made;
}

static void clear(shelf *made)
{
    cfa_reading_free(made->reading);
    support_index_free(made->index);
}

/* What a format makes of a paragraph that says these words. The caller frees. */
static char *write_words(const char *format, const char *words)
{
    shelf made = make(words, "Ruritania");
    char *text = cfa_format_reading(cfa_format_find(format), made.reading);
    clear(&made);
    return text;
}

static void check_holds(const char *format, const char *words, const char *written)
{
    g_autofree char *text = write_words(format, words);
    if (strstr(text, written) == NULL)
        fail_msg("%s of \"%s\" is\n%s\nand lacks \"%s\"", format, words, text, written);
}

static void every_format_has_a_name_a_type_and_a_file(void **state)
{
    (void)state;
    g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < cfa_format_count(); i++) {
        const cfa_format *format = cfa_format_at(i);
        assert_ptr_equal(cfa_format_find(format->name), format);
        assert_true(g_hash_table_add(names, g_strdup(format->name)));
        assert_non_null(strchr(format->media_type, '/'));
        assert_non_null(format->extension);
        assert_true(format->list != NULL || (format->answer != NULL && format->reading != NULL));
    }
    assert_null(cfa_format_find("xml"));
    assert_null(cfa_format_find(""));
    assert_null(cfa_format_find("CSV"));
}

static void a_cell_with_commas_quotes_or_lines_stands_in_quotes(void **state)
{
    (void)state;
    check_holds("csv", "plain words", ",plain words\r\n");
    check_holds("csv", "one, two", ",\"one, two\"\r\n");
    check_holds("csv", "so \"called\"", ",\"so \"\"called\"\"\"\r\n");
    check_holds("csv", "a list:\n(a) one;\n(b) two.", ",\"a list:\n(a) one;\n(b) two.\"\r\n");
    check_holds("csv",
                "a\tb\x01"
                "c",
                ",a b c\r\n");
}

static void no_tab_or_line_end_is_in_a_cell_of_tsv(void **state)
{
    (void)state;
    check_holds("tsv", "a\tb\nc \"d\"", "\ta b c \"d\"\n");
}

static void no_cell_is_a_formula(void **state)
{
    static const char *const words[] = {"=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠SUM(A1)"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
        g_autofree char *csv = g_strdup_printf(",'%s\r\n", words[i]);
        g_autofree char *tsv = g_strdup_printf("\t'%s\n", words[i]);
        check_holds("csv", words[i], csv);
        check_holds("tsv", words[i], tsv);
    }
    check_holds("tsv", "\"=1+1\"", "\t'\"=1+1\"\n");
    check_holds("csv", "\"=1+1\"", ",\"\"\"=1+1\"\"\"\r\n");
    check_holds("csv", "1=1", ",1=1\r\n");
}

static void what_is_special_to_tex_is_escaped_and_braces_balance(void **state)
{
    (void)state;
    check_holds(
        "bibtex", "{ } \\ ~ ^ < > | & % $ # _",
        "{{\\textbraceleft} {\\textbraceright} {\\textbackslash} {\\textasciitilde} {\\textasciicircum} "
        "{\\textless} {\\textgreater} {\\textbar} \\& \\% \\$ \\# \\_}");
    check_holds("bibtex", "}}}\n@misc{x,",
                "{{\\textbraceright}{\\textbraceright}{\\textbraceright} @misc{\\textbraceleft}x,}");
    check_holds("bibtex", "Côte d’Ivoire", "{Côte d’Ivoire}");
}

static void a_text_is_one_line_of_ris(void **state)
{
    (void)state;
    check_holds("ris", "a\nER  - \r\nTY  - JOUR", "\r\nAB  - a ER - TY - JOUR\r\nER  - \r\n");
}

static void csl_leaves_out_what_is_unknown(void **state)
{
    (void)state;
    cfa_error error = {0};
    g_autoptr(cfa_reading) reading =
        cfa_browse_paragraph(support_disputes, "n7654321/1", CFA_SPANISH, &error);
    assert_non_null(reading);
    g_autofree char *text = cfa_format_reading(cfa_format_find("csl"), reading);
    json_t *items = json_loads(text, 0, NULL);
    const json_t *item = json_array_get(items, 0);
    assert_non_null(item);
    assert_string_equal(json_string_value(json_object_get(item, "id")), "cfa-n7654321-1-es");
    assert_string_equal(json_string_value(json_object_get(item, "title")), "Párrafo 1");
    assert_null(json_object_get(item, "number"));
    assert_null(json_object_get(item, "issued"));
    assert_null(json_object_get(item, "URL"));
    json_decref(items);
}

static void an_unknown_date_and_report_are_left_out_of_every_format(void **state)
{
    (void)state;
    cfa_error error = {0};
    g_autoptr(cfa_reading) reading =
        cfa_browse_paragraph(support_disputes, "n7654321/1", CFA_SPANISH, &error);
    g_autofree char *bibtex = cfa_format_reading(cfa_format_find("bibtex"), reading);
    g_autofree char *ris = cfa_format_reading(cfa_format_find("ris"), reading);
    g_autofree char *csv = cfa_format_reading(cfa_format_find("csv"), reading);
    assert_null(strstr(bibtex, "year"));
    assert_null(strstr(bibtex, "month"));
    assert_null(strstr(bibtex, "number"));
    assert_null(strstr(ris, "\nPY"));
    assert_null(strstr(ris, "\nDA"));
    assert_non_null(strstr(csv, "\r\n,n7654321/1/es,párrafo 1,,,,,,,,es,es,1,1,1,"));
}

static void joined_cases_share_a_cell(void **state)
{
    (void)state;
    cfa_error error = {0};
    g_autoptr(cfa_reading) reading = cfa_browse_paragraph(support_disputes, "402/20", CFA_ENGLISH, &error);
    g_autofree char *csv = cfa_format_reading(cfa_format_find("csv"), reading);
    g_autofree char *ris = cfa_format_reading(cfa_format_find("ris"), reading);
    assert_non_null(strstr(csv, ",3102;3103,Costa Rica,CR,definitive,closed;closed,en,en,"));
    assert_non_null(strstr(ris, "TI  - Cases Nos. 3102 and 3103 (Costa Rica), para. 20\r\n"));
}

static void a_citation_has_a_form_in_each_language(void **state)
{
    (void)state;
    cfa_error error = {0};
    g_autoptr(cfa_reading) reading = cfa_browse_paragraph(support_disputes, "390/5", CFA_ENGLISH, &error);
    g_autofree char *english = cfa_answer_cite(reading->record, FALSE, CFA_ENGLISH);
    g_autofree char *french = cfa_answer_cite(reading->record, TRUE, CFA_FRENCH);
    g_autofree char *spanish = cfa_answer_cite(reading->record, FALSE, CFA_SPANISH);
    assert_string_equal(english, "390th Report, Case No. 2999 (Côte d'Ivoire), para. 5");
    assert_string_equal(french, "390e rapport, cas no 2999 (Côte d'Ivoire), paragr. 5-6");
    assert_string_equal(spanish, "390.º informe, caso núm. 2999 (Côte d'Ivoire), párrafo 5");
}

static void a_hostile_country_stays_in_its_field(void **state)
{
    (void)state;
    shelf made = make("words", "=cmd|'/C calc'!A0 \"}{\" \r\nER  - ");
    g_autofree char *csv = cfa_format_reading(cfa_format_find("csv"), made.reading);
    g_autofree char *ris = cfa_format_reading(cfa_format_find("ris"), made.reading);
    g_autofree char *csl = cfa_format_reading(cfa_format_find("csl"), made.reading);
    json_t *items = json_loads(csl, 0, NULL);
    assert_non_null(strstr(csv, ",\"'=cmd|'/C calc'!A0 \"\"}{\"\""));
    assert_non_null(strstr(ris, "TI  - Case No. 9801 (=cmd|'/C calc'!A0 \"}{\" ER - ), para. 7\r\n"));
    assert_int_equal(json_array_size(items), 1);
    json_decref(items);
    clear(&made);
}

static void a_key_has_letters_digits_and_hyphens_alone(void **state)
{
    (void)state;
    g_autofree char *key = cfa_item_key("394/70-95/en");
    g_autofree char *odd = cfa_item_key("../\"\r\n}ä");
    assert_string_equal(key, "cfa-394-70-95-en");
    assert_int_equal(strspn(odd, "cfa-"), strlen(odd));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_format_has_a_name_a_type_and_a_file),
        cmocka_unit_test(a_cell_with_commas_quotes_or_lines_stands_in_quotes),
        cmocka_unit_test(no_tab_or_line_end_is_in_a_cell_of_tsv),
        cmocka_unit_test(no_cell_is_a_formula),
        cmocka_unit_test(what_is_special_to_tex_is_escaped_and_braces_balance),
        cmocka_unit_test(a_text_is_one_line_of_ris),
        cmocka_unit_test(csl_leaves_out_what_is_unknown),
        cmocka_unit_test(an_unknown_date_and_report_are_left_out_of_every_format),
        cmocka_unit_test(joined_cases_share_a_cell),
        cmocka_unit_test(a_citation_has_a_form_in_each_language),
        cmocka_unit_test(a_hostile_country_stays_in_its_field),
        cmocka_unit_test(a_key_has_letters_digits_and_hyphens_alone),
    };
    return cmocka_run_group_tests(tests, support_open_disputes, support_close_disputes);
}
