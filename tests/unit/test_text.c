/* The answer for a terminal: within its columns, and whatever a text holds, it steers nothing. */
#include "format/text.h"

#include "format/text_history.h"
#include "format/text_report.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static cfa_index *disputes, *hostile;

#define LONG_WORD                                                                                            \
    "https://library.example/a/very/long/address/that/has/no/blank/in/it/and/goes/on/and/on/and/on/"

/* Texts that would draw over the screen, or over its edge. */
static void publish_hostile(const char *index)
{
    static const char *const paragraphs[] = {
        "The porters \033[31mred\033[0m \033]0;title\007 and \x01\x08\x7f\r back.",
        "The porters \xC2\x85 and \xC2\x9B"
        "31m and \xC2\x90 beyond.",
        "The porters wrote to " LONG_WORD LONG_WORD LONG_WORD " twice.",
        "porters 中国工人要求自由结社中国工人要求自由结社中国工人要求自由结社中国工人要求自由结社 porters",
        "porters e\u0301e\u0301e\u0301e\u0301 x\u200by\ttab\n- a) item porters\n- b) item\n\n\nend",
        "porters", /* and a word after it that is too long for any line */
    };
    cfa_case_text *text = support_text_new(405, CFA_ENGLISH, "2024-03");
    support_add_case(text, 3105, "Ruri\033[2Jtania " LONG_WORD, CFA_CASE_ACTIVE);
    for (guint i = 0; i < G_N_ELEMENTS(paragraphs); i++) {
        g_autofree char *wide = g_strnfill(900, 'p');
        g_autofree char *words =
            g_strdup_printf("%s %s", paragraphs[i], i + 1 == G_N_ELEMENTS(paragraphs) ? wide : "");
        support_add_paragraph(text, i + 1, i % 2 == 0 ? CFA_SECTION_OTHER : CFA_SECTION_RECOMMENDATIONS,
                              words, NULL);
    }
    support_publish(index, &text, 1);
}

static int open_indexes(void **state)
{
    (void)state;
    disputes = support_index_by(support_publish_disputes);
    hostile = support_index_by(publish_hostile);
    return 0;
}

static int close_indexes(void **state)
{
    (void)state;
    support_index_free(disputes);
    support_index_free(hostile);
    return 0;
}

static char *answer_text(const cfa_index *index, const char *query, gboolean by_paragraph,
                         cfa_text_style style)
{
    cfa_request request = support_request(query);
    request.by_paragraph = by_paragraph;
    request.passages = 10;
    g_autoptr(cfa_answer) answer = support_search(index, &request);
    return cfa_text_answer(answer, style);
}

static char *reading_text(const cfa_index *index, const char *id, cfa_text_style style)
{
    g_autoptr(cfa_reading) reading = cfa_browse_paragraph(index, id, CFA_ENGLISH, NULL);
    assert_non_null(reading);
    return cfa_text_reading(reading, style);
}

static char *history_text(const cfa_index *index, const char *id, cfa_text_style style)
{
    g_autoptr(cfa_history) history = cfa_history_read(index, id, CFA_ENGLISH, NULL);
    assert_non_null(history);
    return cfa_text_history(history, style);
}

static char *contents_text(const cfa_index *index, const char *id, cfa_text_style style)
{
    g_autoptr(cfa_report_contents) contents = cfa_report_contents_read(index, id, CFA_ENGLISH, NULL);
    assert_non_null(contents);
    return cfa_text_report(contents, style);
}

static char *case_text_text(const cfa_index *index, const char *id, cfa_text_style style)
{
    g_autoptr(cfa_whole_text) whole = cfa_browse_case_text(index, id, CFA_ENGLISH, NULL);
    assert_non_null(whole);
    return cfa_text_case_text(whole, style);
}

/* The text without our own sequences; any other escape is a failure. */
static char *without_style(const char *text)
{
    static const char *const ours[] = {"\033[1;33m", "\033[1m", "\033[2m", "\033[0m"};
    GString *plain = g_string_new(NULL);
    while (*text != '\0') {
        gsize length = 0;
        for (gsize i = 0; i < G_N_ELEMENTS(ours); i++)
            if (g_str_has_prefix(text, ours[i]))
                length = strlen(ours[i]);
        if (length == 0)
            g_string_append_c(plain, *text);
        text += MAX(length, 1);
    }
    return g_string_free(plain, FALSE);
}

/* No line is wider, no control character but the end of a line is there, and the last line has its end. */
static void check_lines(const char *text, guint width)
{
    guint column = 0;
    assert_true(g_utf8_validate(text, -1, NULL));
    assert_true(g_str_has_suffix(text, "\n"));
    for (const char *at = text; *at != '\0'; at += g_utf8_skip[(guchar)*at]) {
        const gunichar letter = g_utf8_get_char(at);
        if (letter == '\n') {
            column = 0;
            continue;
        }
        if (g_unichar_iscntrl(letter))
            fail_msg("control character %02x in: %s", letter, text);
        column += g_unichar_iszerowidth(letter) ? 0 : g_unichar_iswide(letter) ? 2 : 1;
        if (column > width)
            fail_msg("wider than %u columns: %s", width, text);
    }
}

static void no_line_passes_the_width(void **state)
{
    static const guint widths[] = {40, 41, 57, 80, 120, 200};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(widths); i++)
        for (int color = 0; color < 2; color++) {
            const cfa_text_style style = {widths[i], color == 1};
            char *const texts[] = {answer_text(disputes, "porters picket strike", FALSE, style),
                                   answer_text(hostile, "porters", FALSE, style),
                                   answer_text(hostile, "porters p*", TRUE, style),
                                   answer_text(hostile, "ppp*", TRUE, style),
                                   reading_text(disputes, "401/13", style),
                                   reading_text(hostile, "405/3", style),
                                   history_text(disputes, "3102", style),
                                   history_text(hostile, "3105", style),
                                   contents_text(disputes, "n7654321", style),
                                   contents_text(hostile, "405", style),
                                   case_text_text(hostile, "405/1-6", style),
                                   answer_text(disputes, "zebra", FALSE, style)};
            for (gsize j = 0; j < G_N_ELEMENTS(texts); j++) {
                g_autofree char *plain = without_style(texts[j]);
                check_lines(plain, widths[i]);
                g_free(texts[j]);
            }
        }
}

static void a_width_beyond_the_bounds_is_held_to_them(void **state)
{
    (void)state;
    g_autofree char *narrow = answer_text(disputes, "porters", FALSE, (cfa_text_style){.width = 0});
    check_lines(narrow, 40);
    g_autofree char *wide = answer_text(disputes, "porters", FALSE, (cfa_text_style){.width = 100000});
    check_lines(wide, 200);
}

static void without_color_there_is_no_escape(void **state)
{
    const cfa_text_style style = {.width = 80};
    (void)state;
    g_autofree char *found = answer_text(disputes, "porters", FALSE, style);
    g_autofree char *read = reading_text(disputes, "401/13", style);
    g_autofree char *steered = answer_text(hostile, "porters", FALSE, style);
    assert_null(strchr(found, '\033'));
    assert_null(strchr(read, '\033'));
    assert_null(strchr(steered, '\033'));
}

static void marks_stand_between_asterisks_or_in_color(void **state)
{
    (void)state;
    g_autofree char *plain = answer_text(disputes, "secretary", FALSE, (cfa_text_style){.width = 80});
    assert_non_null(strstr(plain, "*secretary*"));
    g_autofree char *color = answer_text(disputes, "secretary", FALSE, (cfa_text_style){80, TRUE});
    assert_non_null(strstr(color, "\033[1;33msecretary\033[0m"));
    assert_null(strchr(color, '*'));
}

static void every_style_that_is_opened_is_closed_before_the_line_ends(void **state)
{
    (void)state;
    g_autofree char *text = answer_text(hostile, "porters ppp*", FALSE, (cfa_text_style){60, TRUE});
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        const char *last = g_strrstr(lines[i], "\033[");
        if (last != NULL && !g_str_has_prefix(last, "\033[0m"))
            fail_msg("a style stays open: %s", lines[i]);
    }
}

static void control_characters_show_as_unknown_ones(void **state)
{
    (void)state;
    g_autofree char *text = answer_text(hostile, "porters", FALSE, (cfa_text_style){.width = 200});
    assert_non_null(strstr(text, "\uFFFD[31mred\uFFFD[0m"));
    assert_non_null(strstr(text, "\uFFFD31m"));
    assert_non_null(strstr(text, "Ruri\uFFFD[2Jtania"));
}

static void a_hit_tells_its_citation_its_date_and_its_passages(void **state)
{
    (void)state;
    g_autofree char *text =
        answer_text(disputes, "reinstate secretary", FALSE, (cfa_text_style){.width = 100});
    assert_true(g_str_has_prefix(text, "1 case text\n"));
    assert_non_null(strstr(text, "1. 402nd Report, Cases Nos. 3102 and 3103 (Costa Rica), paras 20–22"));
    assert_non_null(strstr(text, "June 2023 · definitive report · English"));
    assert_non_null(strstr(text, "recommendations · 402/22/en"));
    assert_non_null(strstr(text, "The Committee invites the Government to *reinstate* the *secretary*."));
}

static void nothing_found_says_how_it_was_read(void **state)
{
    (void)state;
    g_autofree char *text = answer_text(disputes, "zebra -Giraffe", FALSE, (cfa_text_style){.width = 80});
    assert_true(g_str_has_prefix(text, "No case text found."));
    assert_non_null(strstr(text, "Read as: zebra -giraffe"));
    g_autofree char *by_paragraph = answer_text(disputes, "zebra", TRUE, (cfa_text_style){.width = 80});
    assert_true(g_str_has_prefix(by_paragraph, "No paragraph found."));
}

static void relaxing_is_told(void **state)
{
    (void)state;
    g_autofree char *text =
        answer_text(disputes, "secretary unauthorized", FALSE, (cfa_text_style){.width = 200});
    assert_non_null(strstr(text, "with some of the words"));
}

static void a_reading_shows_the_paragraph_its_languages_and_its_text(void **state)
{
    (void)state;
    g_autofree char *text = reading_text(disputes, "401/13", (cfa_text_style){.width = 200});
    const char *citation = strstr(text, "401st Report, Case No. 3101 (Ruritania), para. 13");
    const char *french = strstr(text, "401e rapport, cas no 3101 (Ruritania), paragr. 13");
    const char *spanish = strstr(text, "401.º informe, caso núm. 3101 (Ruritania), párrafo 13");
    const char *whole = strstr(text, "401st Report, Case No. 3101 (Ruritania), paras 10–14");
    assert_ptr_equal(citation, text);
    assert_true(french > citation && spanish > french && whole > spanish);
    assert_non_null(strstr(whole, "allegations"));
    assert_non_null(strstr(whole, ">    13  The Committee recalls"));
    assert_non_null(strstr(whole, "     14  The Committee requests"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_line_passes_the_width),
        cmocka_unit_test(a_width_beyond_the_bounds_is_held_to_them),
        cmocka_unit_test(without_color_there_is_no_escape),
        cmocka_unit_test(marks_stand_between_asterisks_or_in_color),
        cmocka_unit_test(every_style_that_is_opened_is_closed_before_the_line_ends),
        cmocka_unit_test(control_characters_show_as_unknown_ones),
        cmocka_unit_test(a_hit_tells_its_citation_its_date_and_its_passages),
        cmocka_unit_test(nothing_found_says_how_it_was_read),
        cmocka_unit_test(relaxing_is_told),
        cmocka_unit_test(a_reading_shows_the_paragraph_its_languages_and_its_text),
    };
    return cmocka_run_group_tests_name("text", tests, open_indexes, close_indexes);
}
