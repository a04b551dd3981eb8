/* Records: a hit tells all about itself, and damaged data is told as such. */
#include "record.h"
#include "record_scan.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static cfa_case_text *full_text(void)
{
    cfa_case_text *text = support_text_new(401, CFA_FRENCH, "2023-03");
    text->text_id = g_strdup("7000001");
    text->url = g_strdup("https://library.example/7000001");
    text->type = CFA_TYPE_INTERIM;
    text->languages = CFA_LANGUAGE_BIT(CFA_ENGLISH) | CFA_LANGUAGE_BIT(CFA_FRENCH);
    text->subject = g_strdup("Incarcération de porteurs");
    support_add_case(text, 3101, "Ruritanie", CFA_CASE_ACTIVE);
    support_add_case(text, 3102, "Côte d’Ivoire", CFA_CASE_CLOSED);
    ((cfa_case *)g_ptr_array_index(text->cases, 0))->complaint_date = cfa_date_parse_iso("2022-05-03");
    support_add_paragraph(text, 10, CFA_SECTION_OTHER, "Première.", NULL);
    support_add_paragraph(text, 11, CFA_SECTION_CONCLUSIONS,
                          "Deuxième, « citée ».\n- a) une liste\n- b) \"deux\"", "306/123 digest:2006/581");
    support_add_paragraph(text, 13, CFA_SECTION_RECOMMENDATIONS, "Troisième.", NULL);
    return text;
}

static char *encode(const cfa_case_text *text, guint index)
{
    g_autofree char *head = cfa_record_head(text);
    return cfa_record_encode(head, g_ptr_array_index(text->paragraphs, index));
}

static cfa_record *record_of(const cfa_case_text *text, guint index)
{
    cfa_error error = {0};
    g_autofree char *data = encode(text, index);
    cfa_record *record = cfa_record_decode(data, strlen(data), &error);
    if (record == NULL)
        fail_msg("%s", error.reason);
    return record;
}

static void the_paragraph_comes_back_as_it_was(void **state)
{
    (void)state;
    g_autoptr(cfa_case_text) text = full_text();
    g_autoptr(cfa_record) record = record_of(text, 1);
    assert_int_equal(record->paragraph->number, 11);
    assert_int_equal(record->paragraph->section, CFA_SECTION_CONCLUSIONS);
    assert_string_equal(record->paragraph->text, "Deuxième, « citée ».\n- a) une liste\n- b) \"deux\"");
    assert_int_equal(record->paragraph->cites->len, 2);
    assert_string_equal(g_ptr_array_index(record->paragraph->cites, 0), "306/123");
    assert_string_equal(g_ptr_array_index(record->paragraph->cites, 1), "digest:2006/581");
    assert_int_equal(record->text->paragraphs->len, 1);
    assert_ptr_equal(g_ptr_array_index(record->text->paragraphs, 0), record->paragraph);
}

static void the_case_text_comes_back_as_it_was(void **state)
{
    (void)state;
    g_autoptr(cfa_case_text) text = full_text();
    g_autoptr(cfa_record) record = record_of(text, 1);
    g_autofree char *before = NULL, *after = NULL;
    g_ptr_array_set_size(text->paragraphs, 0);
    g_ptr_array_set_size(record->text->paragraphs, 0);
    before = cfa_case_text_to_json(text);
    after = cfa_case_text_to_json(record->text);
    assert_string_equal(after, before);
    assert_string_equal(record->text->subject, "Incarcération de porteurs");
}

static void mentions_come_back_in_their_places(void **state)
{
    (void)state;
    static const char words[] = "See 306th Report, para. 123, and ibid., paras 125–130.";
    g_autoptr(cfa_case_text) text = full_text();
    support_add_paragraph(text, 14, CFA_SECTION_OTHER, words, NULL);
    cfa_paragraph *paragraph = g_ptr_array_index(text->paragraphs, 3);
    g_autoptr(GArray) found = cfa_citation_scan(words, strlen(words), CFA_ENGLISH, NULL);
    for (guint i = 0; i < found->len; i++)
        cfa_paragraph_add_mention(paragraph, &g_array_index(found, cfa_mention, i));
    g_autoptr(cfa_record) record = record_of(text, 3);
    assert_int_equal(record->paragraph->mentions->len, 2);
    for (guint i = 0; i < 2; i++)
        assert_memory_equal(&g_array_index(record->paragraph->mentions, cfa_mention, i),
                            &g_array_index(found, cfa_mention, i), sizeof(cfa_mention));
    assert_string_equal(g_ptr_array_index(record->paragraph->cites, 1), "306/125-130");
}

/* A record whose mentions were written otherwise. */
static void expect_bad_mentions(const char *mentions)
{
    cfa_error error = {0};
    g_autoptr(cfa_case_text) text = full_text();
    g_autofree char *data = encode(text, 0);
    char *list = strstr(data, "\"mentions\":[]");
    assert_non_null(list);
    *list = '\0';
    g_autofree char *other =
        g_strconcat(data, "\"mentions\":", mentions, list + strlen("\"mentions\":[]"), NULL);
    if (cfa_record_decode(other, strlen(other), &error) != NULL)
        fail_msg("%s is read", mentions);
    assert_int_equal(error.status, CFA_CORRUPT);
}

static void mentions_outside_of_the_text_are_corrupt(void **state)
{
    (void)state;
    expect_bad_mentions("[[\"306/123\",0,999]]");
    expect_bad_mentions("[[\"306/123\",999,1]]");
    expect_bad_mentions("[[\"306/123\",999999999,999999999]]");
    expect_bad_mentions("[[\"306/123\",-1,1]]");
    expect_bad_mentions("[[\"306/123\",2,3],[\"306/123\",4,1]]");
    expect_bad_mentions("[[\"nothing\",0,1]]");
    expect_bad_mentions("[[7,0,1]]");
    expect_bad_mentions("[7]");
}

/* What is told of a record, in one line. */
static char *told(const char *data)
{
    cfa_error error = {0};
    g_autoptr(cfa_record) record = cfa_record_decode(data, strlen(data), &error);
    if (record == NULL)
        fail_msg("%s: %s", data, error.reason);
    g_autofree char *text = cfa_case_text_to_json(record->text);
    return g_strdup_printf("%s %s %u %u %s %s %s", record->id, record->case_text_id, record->first,
                           record->last, record->text->subject, record->text->digest, text);
}

static gboolean is_scanned(const char *data)
{
    cfa_record_members members = {0};
    const gboolean is = cfa_record_scan(data, strlen(data), &members);
    cfa_case_text_free(members.text);
    g_free(members.stem);
    return is;
}

/* A record is read in one way as it is written, and in another where a blank is between its members. */
static void a_record_tells_the_same_however_its_json_is_laid_out(void **state)
{
    (void)state;
    g_autoptr(cfa_case_text) text = full_text();
    support_add_paragraph(text, 14, CFA_SECTION_OTHER, "\t\"\\/\b\f\r\n\001\x7f é…", "306/123 case:9901");
    support_add_paragraph(text, 15, CFA_SECTION_REPLY, "", NULL);
    for (int known = 1; known >= 0; known--) {
        for (guint i = 0; i < text->paragraphs->len; i++) {
            g_autofree char *data = encode(text, i);
            g_autofree char *blank = g_strconcat("{ ", data + 1, NULL);
            g_autofree char *one = told(data);
            g_autofree char *other = told(blank);
            assert_string_equal(one, other);
            assert_int_equal(is_scanned(data), strstr(data, "\\u") == NULL);
            assert_false(is_scanned(blank));
        }
        text->report = 0; /* and what is not known */
        g_clear_pointer(&text->text_id, g_free);
        g_clear_pointer(&text->url, g_free);
        g_clear_pointer(&text->subject, g_free);
        g_ptr_array_set_size(text->cases, 0);
        text->languages = 0;
    }
}

static void identifiers_and_run_are_those_of_the_whole_case_text(void **state)
{
    (void)state;
    g_autoptr(cfa_case_text) text = full_text();
    g_autoptr(cfa_record) record = record_of(text, 1);
    assert_string_equal(record->id, "401/11/fr");
    assert_string_equal(record->case_text_id, "401/10-13/fr");
    assert_int_equal(record->first, 10);
    assert_int_equal(record->last, 13);
}

static void what_is_unknown_stays_unknown(void **state)
{
    (void)state;
    g_autoptr(cfa_case_text) text = support_text_new(401, CFA_LANGUAGE_UNKNOWN, "");
    support_add_paragraph(text, 5, CFA_SECTION_OTHER, "Alone.", NULL);
    g_autoptr(cfa_record) record = record_of(text, 0);
    assert_string_equal(record->id, "401/5");
    assert_string_equal(record->case_text_id, "401/5");
    assert_null(record->text->url);
    assert_null(record->text->text_id);
    assert_null(record->text->subject);
    assert_int_equal(record->text->report_date.year, 0);
    assert_int_equal(record->text->type, CFA_TYPE_UNKNOWN);
    assert_int_equal(record->text->cases->len, 0);
    assert_int_equal(record->text->language, CFA_LANGUAGE_UNKNOWN);
}

/* "n" and "s" identifiers: what stands for a report that is unknown. */
static void what_stands_for_the_report_comes_back(void **state)
{
    (void)state;
    g_autoptr(cfa_case_text) text = support_text_new(0, CFA_SPANISH, "");
    support_add_paragraph(text, 5, CFA_SECTION_OTHER, "Sola.", NULL);
    g_autofree char *expected = g_strdup_printf("s%.8s/5/es", text->digest);
    g_autoptr(cfa_record) by_digest = record_of(text, 0);
    assert_string_equal(by_digest->id, expected);
    g_autofree char *stem = cfa_case_text_stem(by_digest->text);
    assert_int_equal(strncmp(stem, expected, 9), 0);

    text->text_id = g_strdup("7654321");
    g_autoptr(cfa_record) by_text_id = record_of(text, 0);
    assert_string_equal(by_text_id->id, "n7654321/5/es");
}

static void bytes_that_are_no_utf8_are_mended(void **state)
{
    (void)state;
    g_autoptr(cfa_case_text) text = support_text_new(401, CFA_ENGLISH, "");
    support_add_paragraph(text, 5, CFA_SECTION_OTHER, "a\xFFz", NULL);
    g_autoptr(cfa_record) record = record_of(text, 0);
    assert_true(g_utf8_validate(record->paragraph->text, -1, NULL));
}

static void expect_corrupt(const char *data, gsize length)
{
    cfa_error error = {0};
    if (cfa_record_decode(data, length, &error) != NULL)
        fail_msg("%.*s is a record", (int)length, data);
    assert_int_equal(error.status, CFA_CORRUPT);
    assert_string_equal(error.code, "record-corrupt");
    assert_true(error.reason[0] != '\0');
}

static void what_is_no_record_is_corrupt(void **state)
{
#define WHOLE "\"stem\":\"401\",\"first\":5,\"last\":6,"
#define ONE "{\"paragraph\":5,\"text\":\"x\"}"
    static const char *const junk[] = {
        "",
        "{",
        "null",
        "[]",
        "\"record\"",
        "{}",
        "\xFF\xFE",
        "{" WHOLE "\"paragraphs\":[]}",
        "{" WHOLE "\"paragraphs\":[" ONE "," ONE "]}",
        "{" WHOLE "\"paragraphs\":[{\"text\":\"x\"}]}",
        "{" WHOLE "\"paragraphs\":[{\"paragraph\":5}]}",
        "{" WHOLE "\"paragraphs\":[7]}",
        "{\"first\":5,\"last\":6,\"paragraphs\":[" ONE "]}",
        "{\"stem\":\"401\",\"last\":6,\"paragraphs\":[" ONE "]}",
        "{\"stem\":\"401\",\"first\":6,\"last\":5,\"paragraphs\":[" ONE "]}",
        "{\"stem\":\"401\",\"first\":-1,\"last\":5,\"paragraphs\":[" ONE "]}",
        "{\"stem\":\"401\",\"first\":1,\"last\":99999999999,\"paragraphs\":[" ONE "]}",
        "{\"stem\":401,\"first\":5,\"last\":6,\"paragraphs\":[" ONE "]}",
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(junk); i++)
        expect_corrupt(junk[i], strlen(junk[i]));
    assert_null(cfa_record_decode("", 0, NULL));
    static const char well[] = "{" WHOLE "\"paragraphs\":[" ONE "]}";
    g_autoptr(cfa_record) record = cfa_record_decode(well, strlen(well), NULL);
    assert_non_null(record);
}

static void a_record_cut_anywhere_is_corrupt(void **state)
{
    (void)state;
    g_autoptr(cfa_case_text) text = full_text();
    g_autofree char *data = encode(text, 1);
    for (gsize length = 0; length < strlen(data); length++) {
        g_autofree char *exact = g_memdup2(data, length);
        expect_corrupt(exact, length);
    }
}

static void a_record_with_a_changed_byte_never_crashes(void **state)
{
    GRand *chance = g_rand_new_with_seed(401);
    (void)state;
    g_autoptr(cfa_case_text) text = full_text();
    g_autofree char *data = encode(text, 1);
    const gsize length = strlen(data);
    for (int i = 0; i < 5000; i++) {
        g_autofree char *changed = g_memdup2(data, length);
        for (int j = 0; j < 1 + i % 3; j++)
            changed[g_rand_int_range(chance, 0, (gint32)length)] = (char)g_rand_int_range(chance, 0, 256);
        cfa_record_free(cfa_record_decode(changed, length, NULL));
    }
    g_rand_free(chance);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_paragraph_comes_back_as_it_was),
        cmocka_unit_test(the_case_text_comes_back_as_it_was),
        cmocka_unit_test(mentions_come_back_in_their_places),
        cmocka_unit_test(mentions_outside_of_the_text_are_corrupt),
        cmocka_unit_test(a_record_tells_the_same_however_its_json_is_laid_out),
        cmocka_unit_test(identifiers_and_run_are_those_of_the_whole_case_text),
        cmocka_unit_test(what_is_unknown_stays_unknown),
        cmocka_unit_test(what_stands_for_the_report_comes_back),
        cmocka_unit_test(bytes_that_are_no_utf8_are_mended),
        cmocka_unit_test(what_is_no_record_is_corrupt),
        cmocka_unit_test(a_record_cut_anywhere_is_corrupt),
        cmocka_unit_test(a_record_with_a_changed_byte_never_crashes),
    };
    return cmocka_run_group_tests_name("record", tests, NULL, NULL);
}
