/*
 * Markup: of any bytes come lines of text in NFC, without what no line may hold, or a named error.
 */
#include "fuzz.h"

#include "markup.h"

#include <string.h>

static void check_lines(const char *text, gsize length)
{
    fuzz_check(strlen(text) == length, "there is a NUL in the text");
    fuzz_check_text(text, "the text of a page");
    for (const char *at = text; *at != '\0'; at += g_utf8_skip[(guchar)*at]) {
        const gunichar letter = g_utf8_get_char(at);
        fuzz_check(letter == '\n' || letter == '\t' || !g_unichar_iscntrl(letter), "a control U+%04X",
                   letter);
        fuzz_check(letter != 0xA0, "a blank U+00A0");
        fuzz_check(letter != '\n' || at == text || at[-1] != ' ', "a line ends in blanks");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    cfa_error error = {0};
    g_autoptr(cfa_markup) page = cfa_markup_read(bytes, length, &error);
    if (page == NULL) {
        fuzz_check_error(&error);
        return 0;
    }
    check_lines(page->text->str, page->text->len);
    fuzz_check_text(page->title, "a title");
    fuzz_check(page->url == NULL || g_utf8_validate(page->url, -1, NULL), "an address is no UTF-8");
    fuzz_check(page->text_id == NULL || strspn(page->text_id, "0123456789") == strlen(page->text_id),
               "the text number is \"%s\"", page->text_id);
    return 0;
}
