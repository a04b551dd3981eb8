/* The history of a case: its texts in order of time, what they say of it, and how long each step took. */
#include "history.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static cfa_index *cases;

static cfa_case_text *add_text(GPtrArray *texts, guint report, cfa_language language, const char *date,
                               cfa_case_status status, const char *complaint)
{
    cfa_case_text *text = support_text_new(report, language, date);
    g_free(text->digest);
    text->digest = g_strdup_printf("%08x%024d", texts->len + 1, 0);
    support_add_case(text, 9901, "Ruritania", status);
    ((cfa_case *)g_ptr_array_index(text->cases, 0))->complaint_date = cfa_date_parse_iso(complaint);
    support_add_paragraph(text, 10, CFA_SECTION_OTHER, "The porters complain, as in Case No. 9977.",
                          "case:9977");
    support_add_paragraph(text, 11, CFA_SECTION_RECOMMENDATIONS, cfa_language_code(language), NULL);
    support_add_paragraph(text, 12, CFA_SECTION_RECOMMENDATIONS, "And to be kept informed.", NULL);
    g_ptr_array_add(texts, text);
    return text;
}

/*
 *     950/10-12 in en and fr, June 2001: interim, active
 *     960/10-12 in es, 2004, joined with Cases Nos. 9903 and 9902, of which page the complaint is not known:
 *         follow-up
 *     970/10-12 in en, March 2021: closed
 *     s…/10-12 in en: nothing but the case is known
 *     and Case No. 9960 in sixty reports, 101 to 160, from January 1960 on
 */
static void publish_cases(const char *index)
{
    g_autoptr(GPtrArray) texts = g_ptr_array_new();
    add_text(texts, 970, CFA_ENGLISH, "2021-03", CFA_CASE_CLOSED, "2000-09-16");
    add_text(texts, 0, CFA_ENGLISH, "", CFA_CASE_UNKNOWN, "");
    cfa_case_text *joined = add_text(texts, 960, CFA_SPANISH, "2004", CFA_CASE_FOLLOW_UP, "");
    support_add_case(joined, 9903, "Ruritania", CFA_CASE_UNKNOWN);
    support_add_case(joined, 9902, "Ruritania", CFA_CASE_UNKNOWN);
    joined->subject = g_strdup("Despidos en el puerto");
    add_text(texts, 950, CFA_ENGLISH, "2001-06", CFA_CASE_ACTIVE, "2000-09-16")->type = CFA_TYPE_INTERIM;
    add_text(texts, 950, CFA_FRENCH, "2001-06", CFA_CASE_ACTIVE, "2000-09-16")->type = CFA_TYPE_INTERIM;
    for (guint i = 0; i < 60; i++) {
        g_autofree char *date = g_strdup_printf("%u-%02u", 1960 + i / 2, i % 2 * 6 + 1);
        cfa_case_text *text = add_text(texts, 101 + i, CFA_ENGLISH, date, CFA_CASE_ACTIVE, "1959-01-02");
        ((cfa_case *)g_ptr_array_index(text->cases, 0))->number = 9960;
    }
    support_publish(index, (cfa_case_text *const *)texts->pdata, texts->len);
}

static int open_cases(void **state)
{
    (void)state;
    cases = support_index_by(publish_cases);
    return 0;
}

static int close_cases(void **state)
{
    (void)state;
    support_index_free(cases);
    return 0;
}

static cfa_history *read_history(const char *id, cfa_language preferred)
{
    cfa_error error = {0};
    cfa_history *history = cfa_history_read(cases, id, preferred, &error);
    if (history == NULL)
        fail_msg("%s: %s", id, error.reason);
    return history;
}

static const cfa_examination *examination(const cfa_history *history, guint index)
{
    return g_ptr_array_index(history->examinations, index);
}

static void expect_texts(const cfa_history *history, const char *expected)
{
    g_autoptr(GString) ids = g_string_new(NULL);
    for (guint i = 0; i < history->examinations->len; i++)
        g_string_append_printf(ids, "%s%s", i > 0 ? " " : "",
                               examination(history, i)->text->record->case_text_id);
    assert_string_equal(ids->str, expected);
}

static void examinations_stand_in_order_of_time_and_unknown_dates_last(void **state)
{
    (void)state;
    g_autoptr(cfa_history) history = read_history("9901", CFA_ENGLISH);
    expect_texts(history, "950/10-12/en 960/10-12/es 970/10-12/en s00000002/10-12/en");
    assert_int_equal(history->total, 4);
}

static void a_text_is_read_in_the_preferred_language_where_there_is_one(void **state)
{
    (void)state;
    g_autoptr(cfa_history) french = read_history("9901", CFA_FRENCH);
    expect_texts(french, "950/10-12/fr 960/10-12/es 970/10-12/en s00000002/10-12/en");
    g_autoptr(cfa_history) any = read_history("9901", CFA_LANGUAGE_UNKNOWN);
    expect_texts(any, "950/10-12/en 960/10-12/es 970/10-12/en s00000002/10-12/en");
    const cfa_language_set both = CFA_LANGUAGE_BIT(CFA_ENGLISH) | CFA_LANGUAGE_BIT(CFA_FRENCH);
    assert_int_equal(examination(french, 0)->text->languages, both);
    assert_int_equal(examination(french, 1)->text->languages, CFA_LANGUAGE_BIT(CFA_SPANISH));
}

static void the_first_paragraph_speaks_for_its_text(void **state)
{
    (void)state;
    g_autoptr(cfa_history) history = read_history("9901", CFA_FRENCH);
    assert_string_equal(examination(history, 0)->text->record->id, "950/10/fr");
    assert_int_equal(examination(history, 0)->text->paragraphs, 3);
}

static void recommendations_are_whole_and_in_the_language_of_their_text(void **state)
{
    (void)state;
    g_autoptr(cfa_history) history = read_history("9901", CFA_FRENCH);
    static const char *const first_words[] = {"fr", "es", "en", "en"};
    for (guint i = 0; i < history->examinations->len; i++) {
        const GPtrArray *recommendations = examination(history, i)->recommendations;
        assert_int_equal(recommendations->len, 2);
        const cfa_record *first = g_ptr_array_index(recommendations, 0);
        const cfa_record *second = g_ptr_array_index(recommendations, 1);
        assert_string_equal(first->paragraph->text, first_words[i]);
        assert_int_equal(first->paragraph->number, 11);
        assert_int_equal(second->paragraph->number, 12);
    }
}

static void the_latest_text_that_knows_tells_of_the_case(void **state)
{
    (void)state;
    g_autoptr(cfa_history) history = read_history("9901", CFA_ENGLISH);
    char date[CFA_DATE_SIZE];
    assert_int_equal(history->about.status, CFA_CASE_CLOSED);
    assert_string_equal(history->about.country, "Ruritania");
    assert_string_equal(cfa_date_format(history->about.complaint_date, date), "2000-09-16");
    assert_string_equal(history->subject, "Despidos en el puerto");
    assert_int_equal(history->subject_language, CFA_SPANISH);
}

static void texts_that_disagree_on_the_status_are_told(void **state)
{
    (void)state;
    g_autoptr(cfa_history) differ = read_history("9901", CFA_ENGLISH);
    assert_true(cfa_history_disagrees(differ));
    assert_int_equal(differ->statuses,
                     1u << CFA_CASE_ACTIVE | 1u << CFA_CASE_FOLLOW_UP | 1u << CFA_CASE_CLOSED);
    g_autoptr(cfa_history) agree = read_history("9960", CFA_ENGLISH);
    assert_false(cfa_history_disagrees(agree));
}

static void joined_cases_are_each_other_s(void **state)
{
    (void)state;
    g_autoptr(cfa_history) history = read_history("9901", CFA_ENGLISH);
    assert_int_equal(history->joined->len, 2);
    assert_int_equal(g_array_index(history->joined, guint, 0), 9902);
    assert_int_equal(g_array_index(history->joined, guint, 1), 9903);
    g_autoptr(cfa_history) other = read_history("9903", CFA_ENGLISH);
    expect_texts(other, "960/10-12/es");
    assert_int_equal(g_array_index(other->joined, guint, 0), 9901);
}

static void expect_interval(const cfa_history *history, guint index, int years, int months)
{
    assert_int_equal(examination(history, index)->interval.years, years);
    assert_int_equal(examination(history, index)->interval.months, months);
}

static void each_step_is_as_long_as_its_dates_tell(void **state)
{
    (void)state;
    g_autoptr(cfa_history) history = read_history("9901", CFA_ENGLISH);
    expect_interval(history, 0, 0, 9);
    expect_interval(history, 1, 3, -1);
    expect_interval(history, 2, 17, -1);
    expect_interval(history, 3, -1, -1);
}

static void sixty_examinations_are_all_there(void **state)
{
    (void)state;
    g_autoptr(cfa_history) history = read_history("9960", CFA_ENGLISH);
    assert_int_equal(history->total, 60);
    assert_int_equal(history->examinations->len, 60);
    for (guint i = 0; i < 60; i++) {
        assert_int_equal(examination(history, i)->text->record->text->report, 101 + i);
        assert_int_equal(examination(history, i)->recommendations->len, 2);
    }
}

static void a_number_is_read_as_people_write_it(void **state)
{
    static const char *const ids[] = {"9901",         "case:9901",   "Case No. 9901",  "case 9901",
                                      "Case no 9901", "cas no 9901", "caso núm. 9901", "Case No 9901"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(ids); i++)
        if (cfa_history_parse(ids[i]) != 9901)
            fail_msg("%s is %u", ids[i], cfa_history_parse(ids[i]));
}

static void expect_refused(const char *id, cfa_status status, const char *code)
{
    cfa_error error = {0};
    if (cfa_history_read(cases, id, CFA_ENGLISH, &error) != NULL)
        fail_msg("\"%s\" is read", id);
    assert_int_equal(error.status, status);
    assert_string_equal(error.code, code);
}

static void rubbish_is_a_usage(void **state)
{
    static const char *const ids[] = {"",
                                      "0",
                                      "-1",
                                      "x",
                                      "9901/en",
                                      "394/83",
                                      "9901 ",
                                      "99999999999",
                                      "\xFF",
                                      "digest:2006/45",
                                      "Cases Nos. 9901 and 9902",
                                      "case:",
                                      "Case No. 9901 and more",
                                      "../9901",
                                      "9901\n"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(ids); i++)
        expect_refused(ids[i], CFA_USAGE, "bad-case");
}

static void a_case_that_is_only_cited_is_told_from_one_that_nobody_knows(void **state)
{
    (void)state;
    expect_refused("9978", CFA_NOT_FOUND, "no-such-case");
    expect_refused("9977", CFA_NOT_FOUND, "case-only-cited");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examinations_stand_in_order_of_time_and_unknown_dates_last),
        cmocka_unit_test(a_text_is_read_in_the_preferred_language_where_there_is_one),
        cmocka_unit_test(the_first_paragraph_speaks_for_its_text),
        cmocka_unit_test(recommendations_are_whole_and_in_the_language_of_their_text),
        cmocka_unit_test(the_latest_text_that_knows_tells_of_the_case),
        cmocka_unit_test(texts_that_disagree_on_the_status_are_told),
        cmocka_unit_test(joined_cases_are_each_other_s),
        cmocka_unit_test(each_step_is_as_long_as_its_dates_tell),
        cmocka_unit_test(sixty_examinations_are_all_there),
        cmocka_unit_test(a_number_is_read_as_people_write_it),
        cmocka_unit_test(rubbish_is_a_usage),
        cmocka_unit_test(a_case_that_is_only_cited_is_told_from_one_that_nobody_knows),
    };
    return cmocka_run_group_tests_name("history", tests, open_cases, close_cases);
}
