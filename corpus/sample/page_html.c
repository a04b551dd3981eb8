/* A page in HTML. Its words are what counts; the tags come in two fashions, as pages of different years have
 * them. */
#include "page.h"

#include "labels.h"

typedef struct fashion {
    const char *head, *top, *report, *shown,
        *line; /* each with %s for the words; head has two, language and charset */
    const char *heading, *heading_again;
    const char *list, *list_end, *paragraph, *paragraph_end, *items, *items_end, *item, *item_end;
    const char *foot, *end;
} fashion;

static const fashion new_tags = {
    .head = "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"%s\">\n<title>NORMLEX</title>\n"
            "<style>body { font-family: sans-serif } ol { list-style: none }</style>\n"
            "<script>var page = { id: 50002 };</script>\n</head>\n<body>\n",
    .top = "<div class=\"top\">%s</div>\n",
    .report = "<h1>%s</h1>\n",
    .shown = "<h2>%s</h2>\n",
    .line = "<p>%s</p>\n",
    .heading = "<h3>%s</h3>\n",
    .heading_again = "<p><b>%s</b></p>\n",
    .list = "<ol>\n",
    .list_end = "</ol>\n",
    .paragraph = "<li>",
    .paragraph_end = "</li>\n",
    .items = "\n<ul>\n",
    .items_end = "</ul>\n",
    .item = "<li>",
    .item_end = "</li>\n",
    .foot = "<footer>%s</footer>\n",
    .end = "</body>\n</html>\n"};

/* List items without an end tag, as was usual. */
static const fashion old_tags = {
    .head = "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">\n<HTML LANG=\"%s\">\n<HEAD>\n"
            "<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=%s\">\n<TITLE>NORMLEX</TITLE>\n"
            "</HEAD>\n<BODY BGCOLOR=\"#ffffff\">\n<!-- top -->\n<TABLE WIDTH=\"100%\"><TR><TD>\n",
    .top = "%s<BR>\n",
    .report = "<P><FONT SIZE=\"4\">%s</FONT>\n",
    .shown = "<P><B>%s</B>\n",
    .line = "<P>%s</P>\n",
    .heading = "<DIV ALIGN=\"center\">%s</DIV>\n",
    .heading_again = "<DIV><B>%s</B></DIV>\n",
    .list = "<OL>\n",
    .list_end = "</OL>\n",
    .paragraph = "<LI>",
    .paragraph_end = "\n",
    .items = "\n<UL>\n",
    .items_end = "</UL>\n",
    .item = "<LI>",
    .item_end = "\n",
    .foot = "<FONT SIZE=\"1\">%s</FONT>\n",
    .end = "</TD></TR></TABLE>\n</BODY>\n</HTML>\n"};

static const char *const charsets[] = {[UTF_8] = "utf-8",
                                       [LATIN_1] = "iso-8859-1",
                                       [WINDOWS_1252] = "windows-1252",
                                       [UTF_16] = "utf-16",
                                       [UTF_8_DECOMPOSED] = "utf-8"};

void sample_page_escape(GString *out, const char *words)
{
    for (const char *at = words; *at != '\0'; at++) {
        if (*at == '&')
            g_string_append(out, "&amp;");
        else if (*at == '<')
            g_string_append(out, "&lt;");
        else if (*at == '>')
            g_string_append(out, "&gt;");
        else
            g_string_append_c(out, *at);
    }
}

/* The words, already HTML, in place of the %s of a tag. */
static void append_tagged(GString *out, const char *tag, const char *html)
{
    g_auto(GStrv) sides = g_strsplit(tag, "%s", 2);
    g_string_append(out, sides[0]);
    g_string_append(out, html);
    g_string_append(out, sides[1]);
}

static void append_line(GString *out, const char *tag, const char *words)
{
    g_autoptr(GString) html = g_string_new(NULL);
    sample_page_escape(html, words);
    append_tagged(out, tag, html->str);
}

static void append_link(GString *out, const sample_page *page, sample_language to)
{
    gboolean encoded = (page->form.features & ENCODED_LINKS) != 0;
    const char *colon = encoded ? "%3A" : ":", *comma = encoded ? "%2C" : ",";
    g_string_append_printf(out, "<a href=\"/dyn/normlex/%s/f?p=NORMLEXPUB%s50002%s0%s%sNO%s%s",
                           sample_label_code(page->form.page), colon, colon, colon, colon, colon, colon);
    g_string_append_printf(out, "P50002_COMPLAINT_TEXT_ID%sP50002_LANG_CODE%s%u%s%s\">", comma, colon,
                           page->text_id, comma, sample_label_code(to));
    g_string_append_printf(out, "%s</a>", sample_label_language(page->form.page, to));
}

static void append_switch(GString *out, const sample_page *page, const fashion *tags)
{
    g_autoptr(GString) html = g_string_new(sample_label_switch(page->form.page));
    const char *between = "";
    for (sample_language to = ENGLISH; to <= SPANISH; to++) {
        if (to == page->body || (page->languages & (1U << to)) == 0)
            continue;
        g_string_append(html, between);
        append_link(html, page, to);
        between = " - ";
    }
    append_tagged(out, tags->line, html->str);
}

static void append_top(GString *out, const sample_page *page, const fashion *tags)
{
    for (guint i = (page->form.features & SHORT_TOP) != 0 ? 2 : 0; i < G_N_ELEMENTS(sample_page_top); i++)
        append_line(out, tags->top, sample_page_top[i]);
    if ((page->form.features & WITHOUT_HEADER) == 0) {
        g_autoptr(GString) line = g_string_new(NULL);
        sample_label_report(line, page->form.page, page->text);
        append_line(out, tags->report, line->str);
        g_string_truncate(line, 0);
        sample_label_case(line, page->form.page, page->shown);
        append_line(out, tags->shown, line->str);
    }
    append_switch(out, page, tags);
    const char *allegations = page->text->allegations[page->body];
    if (allegations == NULL || (page->form.features & WITHOUT_ALLEGATIONS) != 0)
        return;
    g_autofree char *line = g_strconcat(sample_label_allegations(page->body), allegations, NULL);
    append_line(out,
                (page->form.features & ALLEGATIONS_IN_BULLET) != 0 ? "<ul><li>%s</li></ul>\n" : tags->line,
                line);
}

static void append_paragraph(GString *out, const sample_page *page, const fashion *tags,
                             const sample_paragraph *paragraph)
{
    sample_page_number(out, page, paragraph->number);
    sample_page_escape(out, paragraph->text[page->body]);
    const GPtrArray *items = paragraph->items[page->body];
    if (items == NULL)
        return;
    g_string_append(out, tags->items);
    for (guint i = 0; i < items->len; i++) {
        g_string_append(out, tags->item);
        sample_page_escape(out, g_ptr_array_index(items, i));
        g_string_append(out, tags->item_end);
    }
    g_string_append(out, tags->items_end);
}

static void append_section(GString *out, const sample_page *page, const fashion *tags, guint index)
{
    const sample_section *section = g_ptr_array_index(page->text->sections, index);
    g_autofree char *heading = sample_page_heading(page, index);
    if (heading != NULL) {
        append_line(out, tags->heading, heading);
        append_line(out, tags->heading_again, heading);
    }
    guint start = 0;
    if (index == 0 && (page->form.features & (FIRST_TWICE | FIRST_OUTSIDE)) != 0 &&
        section->paragraphs->len > 0) {
        g_autoptr(GString) html = g_string_new(NULL);
        append_paragraph(html, page, tags, g_ptr_array_index(section->paragraphs, 0));
        append_tagged(out, tags->line, html->str);
        start = (page->form.features & FIRST_OUTSIDE) != 0;
    }
    g_string_append(out, tags->list);
    for (guint i = start; i < section->paragraphs->len; i++) {
        g_string_append(out, tags->paragraph);
        append_paragraph(out, page, tags, g_ptr_array_index(section->paragraphs, i));
        g_string_append(out, tags->paragraph_end);
    }
    g_string_append(out, tags->list_end);
}

GString *sample_page_html(const sample_page *page)
{
    const fashion *tags = (page->form.features & OLD_TAGS) != 0 ? &old_tags : &new_tags;
    GString *out = g_string_new(NULL);
    g_auto(GStrv) parts = g_strsplit(tags->head, "%s", 3);
    g_string_append_printf(out, "%s%s%s%s%s", parts[0], sample_label_code(page->form.page), parts[1],
                           charsets[page->form.encoding], parts[2]);
    append_top(out, page, tags);
    for (guint i = 0; i < page->text->sections->len; i++)
        append_section(out, page, tags, i);
    append_line(out, tags->foot, sample_page_closing);
    g_string_append(out, tags->end);
    return out;
}
