#include "prose.h"

#include <string.h>

static void write_bytes(cfa_html *html, const char *text, gsize from, gsize to)
{
    g_autofree char *bytes = g_strndup(text + from, to - from);
    cfa_html_text(html, bytes);
}

static void write_mention(cfa_draft *draft, const cfa_index *index, const char *text,
                          const cfa_mention *mention)
{
    xc_error failure = XC_ERROR_INIT;
    if (!cfa_target_exists(index, &mention->citation, &failure)) {
        write_bytes(draft->html, text, mention->offset, mention->offset + mention->length);
        return;
    }
    g_autofree char *words = g_strndup(text + mention->offset, mention->length);
    g_autofree char *path = cfa_target_path(&mention->citation);
    g_autofree char *address = cfa_link_page(draft->request, path);
    cfa_html_element(draft->html, "a", words, "href", address, NULL);
}

void cfa_prose_write(cfa_draft *draft, const cfa_index *index, const cfa_record *record)
{
    const char *lang = cfa_frame_lang(record->text->language), *text = record->paragraph->text;
    const GArray *mentions = record->paragraph->mentions;
    guint next = 0; /* of the mentions */
    for (gsize at = 0; text[at] != '\0'; at += text[at] == '\n') {
        const gsize end = at + strcspn(text + at, "\n");
        if (end == at)
            continue;
        cfa_html_open(draft->html, "p", "class", at == 0 ? "body" : "body item", "lang", lang, NULL);
        for (; next < mentions->len; next++) {
            const cfa_mention *mention = &g_array_index(mentions, cfa_mention, next);
            if (mention->offset + mention->length > end)
                break;
            if (mention->offset < at) /* it began on the line before: a link ends with its line */
                continue;
            write_bytes(draft->html, text, at, mention->offset);
            write_mention(draft, index, text, mention);
            at = mention->offset + mention->length;
        }
        write_bytes(draft->html, text, at, end);
        cfa_html_close(draft->html, "p");
        at = end;
    }
}
