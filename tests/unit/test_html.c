#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "html.h"

static const char doctype[] = "<!DOCTYPE html>\n";

/* What people try. None of it may be anything but text. */
static const char *const payloads[] = {
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "\"><script>alert(1)</script>",
    "'><script>alert(1)</script>",
    "\" onfocus=\"alert(1)\" autofocus=\"",
    "' onfocus='alert(1)' autofocus='",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert&#40;1&#41;</script>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<math><mtext></p><style><img src onerror=alert(1)>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<style>*{background:url(//evil.example)}</style>",
    "<link rel=stylesheet href=//evil.example>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0>",
    "<form action=//evil.example><input name=q>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version=\"1.0\"?><!ENTITY x SYSTEM \"file:///etc/passwd\">",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;",
    "&",
    "&amp",
    "<",
    "<<<<",
    "\"'`<>&",
    "`onmouseover=alert(1)`",
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)}",
    "\xC0\xBCscript\xC0\xBE",         /* overlong brackets */
    "+ADw-script+AD4-",               /* UTF-7 */
    "\xFF\xFE<script>",               /* no UTF-8 */
    "caf\xC3",                        /* a character cut off */
    "\xED\xA0\x80\xED\xB0\x80",       /* surrogates */
    "\xEF\xBF\xBE\xEF\xBF\xBF",       /* noncharacters */
    "a\x01\x08\x0B\x1B[31mb\x7F",     /* controls */
    "\xC2\x85\xC2\x9F",               /* controls beyond ASCII */
    "\xE2\x80\xAE gpj.exe",           /* read from right to left */
    "\xE2\x80\xA8\xE2\x80\xA9",       /* other ends of line */
    "\xEF\xBC\x9Cscript\xEF\xBC\x9E", /* wide brackets */
    "\r\nSet-Cookie: a=b",
    "\r\n\r\n<html>",
};

static char *finish(cfa_html *html)
{
    return g_string_free(cfa_html_finish(html), FALSE);
}

/* What a strict parser saw in a page. */
typedef struct seen {
    guint elements;
    GString *text, *value;
    gboolean only_ours;
} seen;

static void on_start(GMarkupParseContext *context, const char *name, const char **keys, const char **values,
                     gpointer data, GError **error)
{
    seen *page = data;
    (void)context;
    (void)error;
    page->elements++;
    page->only_ours = page->only_ours && strcmp(name, "p") == 0;
    for (guint i = 0; keys[i] != NULL; i++) {
        page->only_ours = page->only_ours && (strcmp(keys[i], "title") == 0 || strcmp(keys[i], "href") == 0);
        g_string_append(page->value, values[i]);
    }
}

static void on_text(GMarkupParseContext *context, const char *text, gsize length, gpointer data,
                    GError **error)
{
    (void)context;
    (void)error;
    g_string_append_len(((seen *)data)->text, text, (gssize)length);
}

static void read_back(const char *page, seen *found)
{
    const GMarkupParser parser = {.start_element = on_start, .text = on_text};
    g_autoptr(GError) error = NULL;
    *found = (seen){.text = g_string_new(NULL), .value = g_string_new(NULL), .only_ours = TRUE};
    g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new(&parser, 0, found, NULL);
    const char *body = page + strlen(doctype);
    if (!g_markup_parse_context_parse(context, body, -1, &error) ||
        !g_markup_parse_context_end_parse(context, &error))
        fail_msg("%s: %s", page, error->message);
}

static void seen_clear(seen *found)
{
    g_string_free(found->text, TRUE);
    g_string_free(found->value, TRUE);
}

static gboolean is_plain(const char *payload)
{
    for (const char *at = payload; *at != '\0'; at++)
        if ((guchar)*at < 0x20 || (guchar)*at >= 0x7F)
            return FALSE;
    return TRUE;
}

static void no_text_breaks_out_of_an_element(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(payloads); i++) {
        cfa_html *html = cfa_html_new();
        cfa_html_element(html, "p", payloads[i], NULL);
        g_autofree char *page = finish(html);
        seen found;
        read_back(page, &found);
        assert_int_equal(found.elements, 1);
        if (is_plain(payloads[i]))
            assert_string_equal(g_strchomp(found.text->str), payloads[i]);
        seen_clear(&found);
    }
}

static void no_text_breaks_out_of_an_attribute(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(payloads); i++) {
        cfa_html *html = cfa_html_new();
        cfa_html_element(html, "p", "", "title", payloads[i], NULL);
        g_autofree char *page = finish(html);
        seen found;
        read_back(page, &found);
        assert_int_equal(found.elements, 1);
        assert_true(found.only_ours);
        if (is_plain(payloads[i]))
            assert_string_equal(found.value->str, payloads[i]);
        seen_clear(&found);
    }
}

static void no_text_breaks_out_of_an_address(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(payloads); i++) {
        g_autofree char *address = g_strconcat("/?q=", payloads[i], NULL);
        cfa_html *html = cfa_html_new();
        cfa_html_element(html, "p", "", "href", address, NULL);
        g_autofree char *page = finish(html);
        seen found;
        read_back(page, &found);
        assert_int_equal(found.elements, 1);
        assert_true(found.only_ours);
        assert_true(is_plain(found.value->str));
        assert_null(strpbrk(found.value->str, "<>\"` {}|\\^"));
        seen_clear(&found);
    }
}

static void an_xml_document_says_so_and_holds_no_character_that_xml_lacks(void **state)
{
    (void)state;
    cfa_html *xml = cfa_html_new_xml();
    cfa_html_open(xml, "feed", "xmlns", "urn:x", NULL);
    cfa_html_element(xml, "name", "a\x01\x08\x0B\r]]>\xEF\xBF\xBE&", NULL);
    cfa_html_open(xml, "link", "href", "https://example.org/?a=1&b=2", NULL);
    g_autofree char *text = finish(xml);
    assert_string_equal(
        text, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"urn:x\"><name>a\xEF\xBF\xBD"
              "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD]]&gt;\xEF\xBF\xBD&amp;</name>"
              "<link href=\"https://example.org/?a=1&amp;b=2\" /></feed>\n");
}

static void what_is_no_character_is_shown_as_unknown(void **state)
{
    static const struct {
        const char *text, *written;
    } rows[] = {{"\xFF", "\xEF\xBF\xBD"},
                {"a\xC3", "a\xEF\xBF\xBD"},
                {"a\x01"
                 "b",
                 "a\xEF\xBF\xBD"
                 "b"},
                {"\xC2\x85", "\xEF\xBF\xBD"},
                {"\xEF\xBF\xBF", "\xEF\xBF\xBD"},
                {"\xEF\xB7\x90", "\xEF\xBF\xBD"},
                {"\t\n", "\t\n"},
                {"gr\xC3\xA8ve \xF0\x9F\x95\x8A", "gr\xC3\xA8ve \xF0\x9F\x95\x8A"}};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        cfa_html *html = cfa_html_new();
        cfa_html_text(html, rows[i].text);
        g_autofree char *page = finish(html);
        g_autofree char *expected = g_strconcat(doctype, rows[i].written, "\n", NULL);
        assert_string_equal(page, expected);
    }
}

static void an_address_is_a_path_or_a_page_elsewhere_and_nothing_else(void **state)
{
    static const struct {
        const char *address, *written;
    } rows[] = {{"/paragraph/394/83?ui=fr", "/paragraph/394/83?ui=fr"},
                {"/?q=a&lang=en", "/?q=a&amp;lang=en"},
                {"#p83", "#p83"},
                {"?q=a", "?q=a"},
                {"https://example.org/x", "https://example.org/x"},
                {"http://example.org/x", "http://example.org/x"},
                {"/it's", "/it&#39;s"},
                {"/gr\xC3\xA8ve", "/gr%C3%A8ve"},
                {"/%C3%A8", "/%C3%A8"},
                {"/a b\"<>\\^`{|}\n", "/a%20b%22%3C%3E%5C%5E%60%7B%7C%7D%0A"},
                {"javascript:alert(1)", "#"},
                {"JavaScript:alert(1)", "#"},
                {" javascript:alert(1)", "#"},
                {"java\nscript:alert(1)", "#"},
                {"data:text/html,<script>", "#"},
                {"vbscript:x", "#"},
                {"file:///etc/passwd", "#"},
                {"//evil.example/", "#"},
                {"/\\evil.example/", "#"},
                {"\\\\evil.example", "#"},
                {"httpx://evil.example", "#"},
                {"evil.example", "#"},
                {"", ""}};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        cfa_html *html = cfa_html_new();
        cfa_html_element(html, "a", "", "href", rows[i].address, NULL);
        g_autofree char *page = finish(html);
        g_autofree char *expected = g_strconcat(doctype, "<a href=\"", rows[i].written, "\"></a>\n", NULL);
        assert_string_equal(page, expected);
    }
}

static void an_action_is_an_address_too(void **state)
{
    (void)state;
    cfa_html *html = cfa_html_new();
    cfa_html_element(html, "form", "", "action", "javascript:alert(1)", NULL);
    g_autofree char *page = finish(html);
    assert_non_null(strstr(page, "action=\"#\""));
}

static void an_attribute_without_a_value_is_left_out(void **state)
{
    (void)state;
    cfa_html *html = cfa_html_new();
    cfa_html_element(html, "b", "x", "class", NULL, "lang", "", "title", "y", NULL);
    g_autofree char *page = finish(html);
    assert_string_equal(page + strlen(doctype), "<b lang=\"\" title=\"y\">x</b>\n");
}

static void elements_without_content_need_no_end(void **state)
{
    (void)state;
    cfa_html *html = cfa_html_new();
    cfa_html_open(html, "input", "name", "q", NULL);
    cfa_html_open(html, "br", NULL);
    g_autofree char *page = finish(html);
    assert_string_equal(page + strlen(doctype), "<input name=\"q\" /><br />\n");
}

static void what_is_open_is_closed_in_its_order(void **state)
{
    (void)state;
    cfa_html *html = cfa_html_new();
    cfa_html_open(html, "a", NULL);
    cfa_html_open(html, "b", NULL);
    cfa_html_open(html, "i", NULL);
    cfa_html_close(html, "b");
    cfa_html_close(html, "u");
    g_autofree char *page = finish(html);
    assert_string_equal(page + strlen(doctype), "<a><b><i></i></b></a>\n");
}

/* What a text is on a page, or in another document. */
static char *write_text(cfa_html *html, const char *text)
{
    cfa_html_element(html, "p", text, NULL);
    g_autofree char *whole = finish(html);
    return g_strdup(strstr(whole, "<p>"));
}

static void no_line_of_a_page_ends_between_a_label_and_its_number(void **state)
{
    (void)state;
    static const char *const texts[][2] = {
        {"394th Report, Case No. 2090 (Belarus), para. 83",
         "394th Report, Case\u00A0No.\u00A02090 (Belarus), para.\u00A083"},
        {"394e rapport, cas no 2090, paragr. 83", "394e rapport, cas\u00A0no\u00A02090, paragr.\u00A083"},
        {"caso núm. 2090, párrafos 70-95", "caso\u00A0núm.\u00A02090, párrafos\u00A070-95"},
        {"(Belarus) No. 9 and see para. 3", "(Belarus) No.\u00A09 and see\u00A0para.\u00A03"},
        {"… the strike …", "… the strike\u00A0…"},
        {"March 2021 · Closed case", "March 2021\u00A0· Closed case"},
        {"1 and 12 cases of 2019", "1 and 12 cases of 2019"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autofree char *shown = write_text(cfa_html_new(), texts[i][0]);
        g_autofree char *expected = g_strdup_printf("<p>%s</p>\n\n", texts[i][1]);
        assert_string_equal(shown, expected);
    }
}

static void only_a_page_has_lines(void **state)
{
    (void)state;
    g_autofree char *feed = write_text(cfa_html_new_xml(), "Case No. 2090");
    assert_string_equal(feed, "<p>Case No. 2090</p>\n\n");
}

static void a_page_that_is_given_up_leaves_nothing(void **state)
{
    (void)state;
    cfa_html *html = cfa_html_new();
    cfa_html_open(html, "p", NULL);
    cfa_html_free(html);
    cfa_html_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_text_breaks_out_of_an_element),
        cmocka_unit_test(no_text_breaks_out_of_an_attribute),
        cmocka_unit_test(no_text_breaks_out_of_an_address),
        cmocka_unit_test(an_xml_document_says_so_and_holds_no_character_that_xml_lacks),
        cmocka_unit_test(what_is_no_character_is_shown_as_unknown),
        cmocka_unit_test(an_address_is_a_path_or_a_page_elsewhere_and_nothing_else),
        cmocka_unit_test(an_action_is_an_address_too),
        cmocka_unit_test(an_attribute_without_a_value_is_left_out),
        cmocka_unit_test(elements_without_content_need_no_end),
        cmocka_unit_test(what_is_open_is_closed_in_its_order),
        cmocka_unit_test(no_line_of_a_page_ends_between_a_label_and_its_number),
        cmocka_unit_test(only_a_page_has_lines),
        cmocka_unit_test(a_page_that_is_given_up_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
