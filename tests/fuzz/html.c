/*
 * The writer of pages: whatever is written, in whatever order, comes out as well-formed XML, and as text
 * nothing but what was given. A line of an input is a call: its first byte says which, the rest is the
 * text. */
#include "fuzz.h"

#include "html.h"

#include <string.h>

static const char *const names[] = {"p", "a", "li", "section", "bdi"};

static void call(cfa_html *html, guint choice, const char *text)
{
    const char *name = names[choice / 8 % G_N_ELEMENTS(names)];
    switch (choice % 8) {
    case 0:
        cfa_html_open(html, name, "class", text, NULL);
        break;
    case 1:
        cfa_html_open(html, "a", "href", text, "title", text, NULL);
        break;
    case 2:
        cfa_html_close(html, name);
        break;
    case 3:
        cfa_html_element(html, name, text, "id", NULL, "title", text, NULL);
        break;
    case 4:
        cfa_html_open(html, "input", "value", text, NULL);
        break;
    default:
        cfa_html_text(html, text);
    }
}

/* No mark of a text stands in a page as it is: all that opens there are elements of the table. */
static void check_markup(const char *page)
{
    for (const char *at = strchr(page, '<'); at != NULL; at = strchr(at + 1, '<')) {
        const char *name = at + 1 + (at[1] == '/');
        const gsize length = strcspn(name, " />");
        gboolean known =
            (length == 5 && memcmp(name, "input", 5) == 0) || (length == 4 && memcmp(name, "root", 4) == 0);
        for (guint i = 0; i < G_N_ELEMENTS(names); i++)
            known |= strlen(names[i]) == length && memcmp(name, names[i], length) == 0;
        fuzz_check(known || *name == '?' || *name == '!', "an element %.*s is in %s", (int)length, name,
                   page);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    fuzz_input input = {bytes, length};
    cfa_html *html = cfa_html_new_xml();
    cfa_html_open(html, "root", NULL);
    while (input.left > 0) {
        const guint choice = fuzz_take_byte(&input);
        g_autofree char *text = fuzz_take_line(&input);
        call(html, choice, text);
    }
    GString *page = cfa_html_finish(html);
    fuzz_check(g_utf8_validate(page->str, (gssize)page->len, NULL), "a page is no UTF-8");
    fuzz_check_xml(page->str, page->len);
    check_markup(page->str);
    g_string_free(page, TRUE);
    return 0;
}
