/* Markup: any bytes give tidy lines or a named error. */
#include "markup.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static cfa_markup *read_bytes(const void *bytes, gsize length)
{
    cfa_error error = {0};
    cfa_markup *page = cfa_markup_read(bytes, length, &error);
    if (page == NULL)
        fail_msg("%s: %s", error.code, error.reason);
    return page;
}

static cfa_markup *read_text(const char *text)
{
    return read_bytes(text, strlen(text));
}

static void expect_bytes(const void *bytes, gsize length, const char *expected)
{
    g_autoptr(cfa_markup) page = read_bytes(bytes, length);
    assert_string_equal(page->text->str, expected);
}

static void expect(const char *text, const char *expected)
{
    expect_bytes(text, strlen(text), expected);
}

static void expect_error(const void *bytes, gsize length, const char *code)
{
    cfa_error error = {0};
    g_autoptr(cfa_markup) page = cfa_markup_read(bytes, length, &error);
    assert_null(page);
    assert_string_equal(error.code, code);
    assert_true(error.reason[0] != '\0');
}

/* ---- lines ---- */

static void a_list_item_is_a_line_with_a_dash(void **state)
{
    (void)state;
    expect("<ol><li>603. First.</li>\n<li>604. Second.</li></ol>", "- 603. First.\n- 604. Second.\n");
    expect("<ol><li><p>603. First.</p><p>More.</p></li></ol>", "- 603. First.\nMore.\n");
}

static void list_items_need_no_end_tags(void **state)
{
    (void)state;
    expect("<ol><li>603. First.<li>604. Second.</ol>", "- 603. First.\n- 604. Second.\n");
}

static void nested_items_are_indented_by_two_blanks_a_level(void **state)
{
    (void)state;
    expect("<ol><li>603. It asks:<ul><li>(a) to release;<ul><li>deeper</li></ul></li><li>(b) to "
           "report.</li></ul>"
           "and waits.</li></ol>",
           "- 603. It asks:\n  - (a) to release;\n    - deeper\n  - (b) to report.\nand waits.\n");
}

static void empty_items_leave_nothing(void **state)
{
    (void)state;
    expect("<ul><li></li><li> &nbsp; </li><li>a</li></ul>b", "- a\nb\n");
}

static void headings_and_paragraphs_stand_between_empty_lines(void **state)
{
    (void)state;
    expect("<div>a</div><h2>B. Heading</h2><ol><li>1. x</li></ol><p>c</p><p>d</p><div>e</div><div>f</div>",
           "a\n\nB. Heading\n\n- 1. x\n\nc\n\nd\n\ne\nf\n");
}

static void br_breaks_a_line_and_two_leave_an_empty_one(void **state)
{
    (void)state;
    expect("<p>a<br>b<br/>\n<br>c</p>", "a\nb\n\nc\n");
}

static void tags_within_a_line_do_not_part_words(void **state)
{
    (void)state;
    expect("<p>the <b>un</b>ion, 1<sup>er</sup> <a href='x'>juin</a>\n  next</p>",
           "the union, 1er juin next\n");
}

static void scripts_styles_and_templates_are_dropped(void **state)
{
    (void)state;
    expect("<html><style>p{}</style><p>a</p><script>if (a<b) w('<p>x</p>')</script><noscript>y</noscript>"
           "<template><p>z</p></template><select><option>q</select><p>b</p>",
           "a\n\nb\n");
}

static void hidden_elements_are_dropped(void **state)
{
    (void)state;
    expect("<p>a</p><div hidden><p>x</p></div><div style='color:red; DISPLAY : "
           "none'><ul><li>y</ul></div><p>b</p>",
           "a\n\nb\n");
    expect("<ul><li>a<li hidden>x<li>b</ul>", "- a\n- b\n");
}

static void a_folded_section_with_numbered_paragraphs_is_kept(void **state)
{
    (void)state;
    expect("<p>Heading</p><div style='display:none'><ol><li>603. Text</li></ol></div>",
           "Heading\n\n- 603. Text\n");
}

static void the_cells_of_a_row_share_a_line(void **state)
{
    (void)state;
    expect("<table><tr><th>Case<th>Country<tr><td>9901</td><td>Ruritania</td></tr></table>",
           "Case Country\n9901 Ruritania\n");
    expect("<table><tr><td><p>9901</p></td><td><p>Ruritania</p></td></tr></table>", "9901 Ruritania\n");
}

static void a_cell_with_lines_of_its_own_keeps_them(void **state)
{
    (void)state;
    expect("<table><tr><td><div>Home</div><div>Help</div></td><td><h2>Title</h2><p>a</p><p>b</p></td></tr></"
           "table>c",
           "Home\nHelp\n\nTitle\n\na\n\nb\n\nc\n");
}

static void preformatted_text_keeps_its_lines(void **state)
{
    (void)state;
    expect("<p>a</p><pre>  603. x\r\n\r\n   y  z  \n</pre><p>b</p>", "a\n\n  603. x\n\n   y  z\n\nb\n");
}

static void entities_are_decoded(void **state)
{
    (void)state;
    expect("<p>R&eacute;ponse &amp; &laquo;&nbsp;mot&#160;&raquo; &#x2019; &lt;a&gt; &unknown; A&B</p>",
           "R\u00E9ponse & \u00AB mot \u00BB \u2019 <a> &unknown; A&B\n");
}

static void every_kind_of_blank_is_one_and_marks_that_show_nothing_go(void **state)
{
    (void)state;
    expect("<p>7\u202F000\u00A0\u2009x so\u00ADft\u200B \uFEFFz\u2003</p>", "7 000 x soft z\n");
}

static void text_is_composed(void **state)
{
    (void)state;
    expect("<p>e\u0301te\u0301 n\u0303 o\u0323\u0302 x</p>", "\u00E9t\u00E9 \u00F1 \u1ED9 x\n");
    expect("plain e\u0301\nA\u030A\n", "plain \u00E9\n\u00C5\n");
    expect("<p>e<b>\u0301</b>\u2014e&#769;</p>", "\u00E9\u2014\u00E9\n");
}

static void broken_markup_is_read_as_far_as_it_goes(void **state)
{
    (void)state;
    expect("<p>a</b></i><p>b <c <d>e</p></body></html><p>after", "a\n\nb e\n\nafter\n");
    expect("<p>x < y && z", "x < y && z\n");
    expect("<p>cut <b", "cut\n");
}

/* ---- plain text ---- */

static void plain_text_passes_with_its_lines_and_indents(void **state)
{
    (void)state;
    static const char text[] =
        "  1. 443. The Committee.  \r\n    \t\xE2\x80\xA2 (a) x\rb\n\n\nc\f603. d \x01\n";
    g_autoptr(cfa_markup) page = read_text(text);
    assert_false(page->html);
    assert_string_equal(page->text->str, "  1. 443. The Committee.\n     \u2022 (a) x\nb\n\n\nc\n603. d\n");
}

static void a_text_with_angle_brackets_is_no_html(void **state)
{
    (void)state;
    g_autoptr(cfa_markup) page = read_text("a <b and <pp> &amp; <o@example.org>\n");
    assert_false(page->html);
    assert_string_equal(page->text->str, "a <b and <pp> &amp; <o@example.org>\n");
}

static void the_last_line_is_ended(void **state)
{
    (void)state;
    expect("a", "a\n");
    expect("a\n\n \n", "a\n");
}

/* ---- encodings ---- */

static void utf8_with_a_mark_is_read_without_it(void **state)
{
    (void)state;
    expect("\xEF\xBB\xBF\xC3\xA9", "\u00E9\n");
}

static void utf16_is_read_with_a_mark_and_without(void **state)
{
    (void)state;
    static const char text[] = "<p>R\u00E9ponse \u2019 \U0001F600</p>";
    glong units;
    g_autofree gunichar2 *little = g_utf8_to_utf16(text, -1, NULL, &units, NULL);
    gsize length = (gsize)units * 2;
    g_autofree guint8 *marked = g_malloc(length + 2);
    for (int swapped = 0; swapped < 2; swapped++) {
        guint8 *at = marked + 2;
        for (glong i = 0; i < units; i++) {
            *at++ = (guint8)(swapped ? little[i] >> 8 : little[i] & 0xFF);
            *at++ = (guint8)(swapped ? little[i] & 0xFF : little[i] >> 8);
        }
        marked[0] = swapped ? 0xFE : 0xFF;
        marked[1] = swapped ? 0xFF : 0xFE;
        expect_bytes(marked, length + 2, "R\u00E9ponse \u2019 \U0001F600\n");
        expect_bytes(marked + 2, length, "R\u00E9ponse \u2019 \U0001F600\n");
    }
}

static void half_a_pair_of_utf16_is_replaced_and_counted(void **state)
{
    (void)state;
    static const guint8 bytes[] = "\xFF\xFE"
                                  "a\0b\0c\0d\0e\0f\0g\0h\0i\0j\0k\0l\0\x3D\xD8m\0n\0o";
    g_autoptr(cfa_markup) page = read_bytes(bytes, sizeof bytes - 1);
    assert_string_equal(page->text->str, "abcdefghijkl\uFFFDmn\uFFFD\n");
    assert_int_equal(page->replaced, 3);
}

static void latin1_is_read_whatever_is_declared(void **state)
{
    (void)state;
    expect("<p>R\xE9ponse", "R\u00E9ponse\n");
    expect("<meta charset='iso-8859-1'><p>R\xE9ponse du \x93gouvernement\x94",
           "R\u00E9ponse du \u201Cgouvernement\u201D\n");
    expect(
        "<meta charset='utf-8'><p>\xE9t\xE9 \xE0 la r\xE9union o\xF9 l'\xE9quipe a d\xE9\xE7u et a \xE9t\xE9",
        "\u00E9t\u00E9 \u00E0 la r\u00E9union o\u00F9 l'\u00E9quipe a d\u00E9\u00E7u et a \u00E9t\u00E9\n");
}

static void utf8_is_read_whatever_is_declared(void **state)
{
    (void)state;
    expect("<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>R\u00E9ponse",
           "R\u00E9ponse\n");
}

static void bad_bytes_in_utf8_are_replaced_and_counted(void **state)
{
    (void)state;
    g_autoptr(cfa_markup) page = read_text("<meta charset=utf-8><p>R\u00E9ponse \xFF du gouvernement \xC3");
    assert_string_equal(page->text->str, "R\u00E9ponse \uFFFD du gouvernement \uFFFD\n");
    assert_int_equal(page->replaced, 2);
}

static void bytes_that_are_no_text_are_refused(void **state)
{
    (void)state;
    expect_error("", 0, "empty");
    expect_error(" \n\t\n", 4, "empty");
    expect_error("<html><body></body></html>", 26, "empty");
    expect_error("text with a \0 zero byte", 23, "not-text");
    expect_error("\x01\x02\x03\x04 abc", 8, "not-text");
    expect_error("\xEF\xBB\xBF", 3, "empty");
}

static void random_bytes_are_refused_or_read(void **state)
{
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(394);
    for (int i = 0; i < 3000; i++) {
        guint8 bytes[600];
        gsize length = (gsize)g_rand_int_range(random, 1, sizeof bytes);
        for (gsize j = 0; j < length; j++)
            bytes[j] = (guint8)g_rand_int(random);
        if (i % 2 == 0)
            memcpy(bytes, "<p>", MIN(length, 3));
        cfa_error error = {0};
        g_autoptr(cfa_markup) page = cfa_markup_read(bytes, length, &error);
        assert_true(page != NULL ? g_utf8_validate(page->text->str, (gssize)page->text->len, NULL)
                                 : error.status == CFA_BAD_INPUT);
    }
}

static void pages_made_of_scraps_of_markup_give_valid_lines(void **state)
{
    (void)state;
    static const char *const scraps[] = {
        "<p>",    "</p>",     "<ul>",      "</ul>",    "<li>",     "</li>",    "<table>",
        "<tr>",   "<td>",     "</td>",     "</table>", "<pre>",    "</pre>",   "<div hidden>",
        "</div>", "<script>", "</script>", "<title>",  "</title>", "<h2>",     "</h2>",
        "<br>",   "603. ",    "\u0301",    "\u00A0",   "<!--",     "-->",      "<",
        "&",      "\r\n",     "<svg>",     "</svg>",   "word",     "<a href='"};
    g_autoptr(GRand) random = g_rand_new_with_seed(2090);
    for (int i = 0; i < 3000; i++) {
        g_autoptr(GString) text = g_string_new("<html>");
        for (int j = g_rand_int_range(random, 1, 60); j > 0; j--)
            g_string_append(text, scraps[g_rand_int_range(random, 0, G_N_ELEMENTS(scraps))]);
        cfa_error error = {0};
        g_autoptr(cfa_markup) page = cfa_markup_read((const guint8 *)text->str, text->len, &error);
        if (page == NULL)
            continue;
        assert_true(g_utf8_validate(page->text->str, (gssize)page->text->len, NULL));
        assert_true(g_str_has_suffix(page->text->str, "\n"));
        assert_null(strstr(page->text->str, " \n"));
        assert_null(strpbrk(page->text->str, "\r\t"));
    }
}

/* ---- bounds ---- */

static char *repeated(const char *before, const char *piece, gsize count)
{
    GString *text = g_string_new(before);
    for (gsize i = 0; i < count; i++)
        g_string_append(text, piece);
    return g_string_free(text, FALSE);
}

static void markup_nested_too_deep_is_refused(void **state)
{
    (void)state;
    g_autofree char *deep = repeated("<html><body>", "<div>", 600);
    cfa_error error = {0};
    assert_null(cfa_markup_read((const guint8 *)deep, strlen(deep), &error));
    assert_string_equal(error.code, "nesting-exceeded");
    assert_in_range(error.offset, 500 * 5, 520 * 5 + 12);
    g_autofree char *very_deep = repeated("<p>", "<b>x", 1000000);
    expect_error(very_deep, strlen(very_deep), "nesting-exceeded");
}

static void a_tag_with_a_million_attributes_is_refused(void **state)
{
    (void)state;
    GString *text = g_string_new("<p ");
    for (int i = 0; i < 1000000; i++)
        g_string_append_printf(text, "a%d=\">\" ", i);
    g_string_append(text, ">x");
    expect_error(text->str, text->len, "too-many-attributes");
    g_string_free(text, TRUE);
}

static void a_script_with_angle_brackets_has_no_attributes(void **state)
{
    (void)state;
    g_autofree char *script = repeated("<p>a</p><script>", "if (a <b) x ", 2000);
    g_autofree char *page = g_strconcat(script, "</script><p>b</p>", NULL);
    expect(page, "a\n\nb\n");
}

static void a_single_line_of_50_megabytes_takes_linear_time(void **state)
{
    (void)state;
    static const char *const beginnings[] = {"", "<html><body><p>", "<html>e\u0301 "};
    for (gsize i = 0; i < G_N_ELEMENTS(beginnings); i++) {
        g_autofree char *text = repeated(beginnings[i], "words ", 50000000 / 6);
        g_autoptr(cfa_markup) page = read_text(text);
        assert_in_range(page->text->len, 49000000, 50000100);
    }
}

static void hostile_pages_take_linear_time(void **state)
{
    (void)state;
    static const char *const pieces[] = {"<",        "<x ",        "&",       "</b>",         "<!--",
                                         "<td>a",    "<a href=\"", "<title>", "<div hidden>", "<!x>",
                                         "<?x>",     "<li>",       "&#",      "\u0301\u0316", "\u5DE5",
                                         "<script>", "<pre>",      "<br>\n",  "<p>",          "a<b "};
    for (gsize i = 0; i < G_N_ELEMENTS(pieces); i++) {
        g_autofree char *text = repeated("<html><body>", pieces[i], 1000000 / strlen(pieces[i]));
        gint64 start = g_get_monotonic_time();
        cfa_error error = {0};
        g_autoptr(cfa_markup) page = cfa_markup_read((const guint8 *)text, strlen(text), &error);
        assert_true(page != NULL || error.code[0] != '\0');
        assert_in_range(g_get_monotonic_time() - start, 0, 10 * G_USEC_PER_SEC);
    }
}

/* ---- what the page says of itself ---- */

static void the_title_is_read_and_is_no_line(void **state)
{
    (void)state;
    g_autoptr(cfa_markup) page =
        read_text("<html><head><title> Case\n No 9901 &amp; more </title></head><p>a");
    assert_string_equal(page->title, "Case No 9901 & more");
    assert_string_equal(page->text->str, "a\n");
    g_autoptr(cfa_markup) unended = read_text("<html><title>Case<body><p>a");
    assert_string_equal(unended->text->str, "a\n");
}

#define ADDRESS                                                                                              \
    "https://normlex.example.org/dyn/normlex/en/f?p=NORMLEXPUB:50002:0::NO:50002:P50002_COMPLAINT_TEXT_ID:"
#define CODED "/f?p=1000%3A50002%3A0%3A%3ANO%3A50002%3AP50002_COMPLAINT_TEXT_ID%2CP50002_LANG_CODE%3A"

static void the_canonical_address_gives_text_and_page(void **state)
{
    (void)state;
    g_autoptr(cfa_markup) page = read_text("<html><head><link rel=Canonical href='" ADDRESS "9000001'></head>"
                                           "<p>a <a href='" ADDRESS "9000002'>other</a>");
    assert_string_equal(page->url, ADDRESS "9000001");
    assert_string_equal(page->text_id, "9000001");
    assert_int_equal(page->page, 50002);
}

static void the_address_a_browser_saved_a_page_from_is_its_own(void **state)
{
    (void)state;
    g_autoptr(cfa_markup) page = read_text("<!-- saved from url=(0099)" ADDRESS "9000001 -->\n<html><p>a");
    assert_string_equal(page->url, ADDRESS "9000001");
    assert_string_equal(page->text_id, "9000001");
}

static void links_to_other_languages_give_the_text(void **state)
{
    (void)state;
    g_autoptr(cfa_markup) page =
        read_text("<p>Display in: <a href='" CODED "9000003%2Cfr'>French</a> - <a href='" CODED
                  "9000003%2Ces'>Spanish</a>"
                  "<a href='" ADDRESS "9000009'>another case</a>");
    assert_string_equal(page->text_id, "9000003");
    assert_int_equal(page->page, 50002);
    assert_null(page->url);
}

static void links_that_disagree_give_no_text(void **state)
{
    (void)state;
    g_autoptr(cfa_markup) page =
        read_text("<p>a<a href='" ADDRESS "9000001'>1</a> <a href='" ADDRESS "9000002'>2</a>");
    assert_null(page->text_id);
    assert_int_equal(page->page, 0);
    g_autoptr(cfa_markup) coded =
        read_text("<p>a<a href='" CODED "9000001,fr'>1</a> <a href='" CODED "9000002,es'>2</a>");
    assert_null(coded->text_id);
}

static void the_text_is_found_in_any_order_of_items(void **state)
{
    (void)state;
    g_autoptr(cfa_markup) page = read_text(
        "<p>a<a "
        "href='f?p=1000:50002:0::NO:50002:P50002_LANG_CODE,P50002_COMPLAINT_TEXT_ID:fr,9000007:NO'>1</a>");
    assert_string_equal(page->text_id, "9000007");
}

static void an_address_that_is_none_is_not_given(void **state)
{
    (void)state;
    g_autoptr(cfa_markup) page = read_text("<html><link rel=canonical href='javascript:alert(1)'>"
                                           "<link rel=canonical href='/relative'><p>a");
    assert_null(page->url);
    g_autoptr(cfa_markup) other =
        read_text("<html><link rel=canonical href='http://a.example/f?p=1000:13100:0'><p>a");
    assert_int_equal(other->page, 13100);
    assert_null(other->text_id);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_item_is_a_line_with_a_dash),
        cmocka_unit_test(list_items_need_no_end_tags),
        cmocka_unit_test(nested_items_are_indented_by_two_blanks_a_level),
        cmocka_unit_test(empty_items_leave_nothing),
        cmocka_unit_test(headings_and_paragraphs_stand_between_empty_lines),
        cmocka_unit_test(br_breaks_a_line_and_two_leave_an_empty_one),
        cmocka_unit_test(tags_within_a_line_do_not_part_words),
        cmocka_unit_test(scripts_styles_and_templates_are_dropped),
        cmocka_unit_test(hidden_elements_are_dropped),
        cmocka_unit_test(a_folded_section_with_numbered_paragraphs_is_kept),
        cmocka_unit_test(the_cells_of_a_row_share_a_line),
        cmocka_unit_test(a_cell_with_lines_of_its_own_keeps_them),
        cmocka_unit_test(preformatted_text_keeps_its_lines),
        cmocka_unit_test(entities_are_decoded),
        cmocka_unit_test(every_kind_of_blank_is_one_and_marks_that_show_nothing_go),
        cmocka_unit_test(text_is_composed),
        cmocka_unit_test(broken_markup_is_read_as_far_as_it_goes),
        cmocka_unit_test(plain_text_passes_with_its_lines_and_indents),
        cmocka_unit_test(a_text_with_angle_brackets_is_no_html),
        cmocka_unit_test(the_last_line_is_ended),
        cmocka_unit_test(utf8_with_a_mark_is_read_without_it),
        cmocka_unit_test(utf16_is_read_with_a_mark_and_without),
        cmocka_unit_test(half_a_pair_of_utf16_is_replaced_and_counted),
        cmocka_unit_test(latin1_is_read_whatever_is_declared),
        cmocka_unit_test(utf8_is_read_whatever_is_declared),
        cmocka_unit_test(bad_bytes_in_utf8_are_replaced_and_counted),
        cmocka_unit_test(bytes_that_are_no_text_are_refused),
        cmocka_unit_test(random_bytes_are_refused_or_read),
        cmocka_unit_test(pages_made_of_scraps_of_markup_give_valid_lines),
        cmocka_unit_test(markup_nested_too_deep_is_refused),
        cmocka_unit_test(a_tag_with_a_million_attributes_is_refused),
        cmocka_unit_test(a_script_with_angle_brackets_has_no_attributes),
        cmocka_unit_test(a_single_line_of_50_megabytes_takes_linear_time),
        cmocka_unit_test(hostile_pages_take_linear_time),
        cmocka_unit_test(the_title_is_read_and_is_no_line),
        cmocka_unit_test(the_canonical_address_gives_text_and_page),
        cmocka_unit_test(the_address_a_browser_saved_a_page_from_is_its_own),
        cmocka_unit_test(links_to_other_languages_give_the_text),
        cmocka_unit_test(links_that_disagree_give_no_text),
        cmocka_unit_test(the_text_is_found_in_any_order_of_items),
        cmocka_unit_test(an_address_that_is_none_is_not_given),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
