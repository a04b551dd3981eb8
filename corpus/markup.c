#include "markup.h"

#include "address.h"
#include "element.h"
#include "encoding.h"
#include "line_writer.h"
#include "tag.h"

#include <libxml/HTMLparser.h>
#include <string.h>

enum {
    NESTING = 512,    /* elements in elements */
    ATTRIBUTES = 500, /* of one tag: the parser compares each with all before it */
    TITLE_MAX = 1000  /* bytes */
};

/* Where the page says its own address, the best first. */
enum { CANONICAL, SAVED_FROM, SHARED, OWN_ADDRESSES };

/* Which text the addresses of a page name, the best kind of address first. */
enum { OWN, OTHER_LANGUAGE, ANY_LINK, ADDRESS_KINDS };

typedef struct named_text {
    cfa_address address;
    gboolean disputed; /* two addresses of the kind name different texts */
} named_text;

/* A row of a table, whose cells share a line until one of them has lines of its own. */
typedef struct table_row {
    gsize start,
        checked; /* of the lines' text: where the row begins, and up to where it is known to be one line */
    gboolean is_line;
    gboolean joining; /* the next word follows the last cell on its line */
} table_row;

/* An element that the page does not show, and where the lines stood before it. */
typedef struct hidden_part {
    guint depth; /* 0 for none */
    gsize length, newlines, blanks;
    guint item;
} hidden_part;

typedef struct page_reader {
    htmlParserCtxtPtr parser;
    cfa_markup *markup;
    cfa_line_writer writer;
    guint depth, skipped; /* elements around, and at which of them the skipping began (0 for none) */
    guint lists, items, cells, preformatted;
    hidden_part hidden;
    table_row row;
    GString *title; /* while within <title> */
    char *addresses[OWN_ADDRESSES];
    named_text named[ADDRESS_KINDS];
    gint64 too_deep; /* where the nesting went beyond its bound, or 0 */
} page_reader;

static const char *attribute(const xmlChar **attributes, const char *name)
{
    for (gsize i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
        if (strcmp((const char *)attributes[i], name) == 0)
            return attributes[i + 1] != NULL ? (const char *)attributes[i + 1] : "";
    return NULL;
}

/* ---- addresses ---- */

static void note_address(page_reader *page, int kind, cfa_address address)
{
    named_text *named = &page->named[kind];
    if (address.text_id[0] == '\0')
        return;
    if (named->address.text_id[0] == '\0')
        named->address = address;
    else if (strcmp(named->address.text_id, address.text_id) != 0)
        named->disputed = TRUE;
}

static void note_link(page_reader *page, const char *url)
{
    if (url == NULL || strstr(url, "P50002") == NULL)
        return;
    cfa_address address = cfa_address_read(url);
    note_address(page, address.has_language ? OTHER_LANGUAGE : ANY_LINK, address);
}

static void note_own(page_reader *page, int kind, const char *url)
{
    if (url != NULL && page->addresses[kind] == NULL && cfa_address_is_web(url))
        page->addresses[kind] = g_strdup(url);
}

static gboolean is_value(const char *value, const char *wanted)
{
    return value != NULL && g_ascii_strcasecmp(value, wanted) == 0;
}

/* Browsers write "saved from url=(0042)https://…" into a page that they save. */
static void on_comment(void *data, const xmlChar *value)
{
    static const char MARK[] = "saved from url=(";
    const char *at = strstr((const char *)value, MARK);
    if (at == NULL)
        return;
    at += strlen(MARK);
    at += strspn(at, "0123456789");
    if (*at != ')')
        return;
    g_autofree char *url = g_strndup(at + 1, strcspn(at + 1, " \t\r\n"));
    note_own(data, SAVED_FROM, url);
}

/* Settles what the page is from all the addresses it holds. */
static void settle_addresses(page_reader *page)
{
    cfa_markup *markup = page->markup;
    for (int kind = 0; kind < OWN_ADDRESSES && markup->url == NULL; kind++)
        markup->url = g_steal_pointer(&page->addresses[kind]);
    if (markup->url != NULL) {
        cfa_address own = cfa_address_read(markup->url);
        markup->page = own.page;
        note_address(page, OWN, own);
    }
    for (int kind = 0; kind < ADDRESS_KINDS; kind++) {
        const named_text *named = &page->named[kind];
        if (named->address.text_id[0] == '\0')
            continue;
        if (!named->disputed)
            markup->text_id = g_strdup(named->address.text_id);
        if (!named->disputed && kind == OTHER_LANGUAGE && markup->page == 0)
            markup->page = named->address.page;
        return;
    }
}

/* ---- lines ---- */

static gboolean is_hidden(const xmlChar **attributes)
{
    if (attributes == NULL)
        return FALSE;
    if (attribute(attributes, "hidden") != NULL)
        return TRUE;
    const char *style = attribute(attributes, "style");
    for (const char *at = style; at != NULL && *at != '\0'; at++) {
        if (g_ascii_strncasecmp(at, "display", 7) != 0)
            continue;
        at += 7;
        at += strspn(at, " \t\r\n");
        if (*at != ':')
            return FALSE;
        at += 1 + strspn(at + 1, " \t\r\n");
        return g_ascii_strncasecmp(at, "none", 4) == 0;
    }
    return FALSE;
}

/* Whether a line is the row of a case that applied a principle: its number, then its country, and at the end
 * numbers. */
static gboolean is_case_row(const char *line)
{
    const gsize digits = strspn(line, "0123456789"), length = strcspn(line, "\n");
    return digits > 0 && line[digits] == ' ' && line[digits + 1] != '\n' &&
           !g_ascii_isdigit(line[digits + 1]) && g_ascii_isdigit(line[length - 1]);
}

/* Whether a line of the text from `start` on is a numbered paragraph, or the row of a case. */
static gboolean has_numbers(const GString *text, gsize start)
{
    const char *line = text->str + start;
    while (line != NULL) {
        line += strspn(line, " \n");
        if ((g_str_has_prefix(line, "- ") && g_ascii_isdigit(line[2])) || is_case_row(line))
            return TRUE;
        line = strchr(line, '\n');
    }
    return FALSE;
}

static void begin_hidden(page_reader *page)
{
    const cfa_line_writer *writer = &page->writer;
    page->hidden =
        (hidden_part){page->depth, writer->text->len, writer->newlines, writer->blanks, writer->item};
}

/* Takes back what a hidden element said, unless it is a folded section of the text. */
static void end_hidden(page_reader *page)
{
    const hidden_part before = page->hidden;
    page->hidden = (hidden_part){0};
    cfa_line_writer *writer = &page->writer;
    if (has_numbers(writer->text, before.length))
        return;
    g_string_truncate(writer->text, before.length);
    writer->newlines = before.newlines;
    writer->blanks = before.blanks;
    writer->item = before.item;
    if (writer->composed != G_MAXSIZE && writer->composed > before.length)
        writer->composed = before.length;
}

static void begin_row(page_reader *page)
{
    cfa_line_writer_break(&page->writer, CFA_BREAK_LINE);
    gsize length = page->writer.text->len;
    page->row = (table_row){.start = length, .checked = length, .is_line = TRUE};
}

/* A cell goes on in the line of the last one, while every cell before it was no more than a part of that
 * line. */
static void begin_cell(page_reader *page)
{
    table_row *row = &page->row;
    const GString *text = page->writer.text;
    row->joining = FALSE;
    if (row->checked > text->len) /* a hidden element was taken back */
        row->start = row->checked = text->len;
    if (row->checked == row->start)
        row->checked += strspn(text->str + row->checked, "\n");
    if (memchr(text->str + row->checked, '\n', text->len - row->checked) != NULL)
        row->is_line = FALSE;
    row->checked = text->len;
    if (row->is_line && text->len > row->start) {
        cfa_line_writer_join(&page->writer);
        row->joining = TRUE;
    } else {
        cfa_line_writer_break(&page->writer, CFA_BREAK_LINE);
    }
}

/* A block that would begin a line, but not where it is the first of a cell that goes on in one. */
static void break_softly(page_reader *page, cfa_break kind)
{
    if (page->cells > 0 && page->row.joining && page->writer.text->len == page->row.checked)
        return;
    cfa_line_writer_break(&page->writer, kind);
}

static void break_hard(page_reader *page, cfa_break kind)
{
    page->row.is_line = FALSE;
    page->row.joining = FALSE;
    cfa_line_writer_break(&page->writer, kind);
}

static cfa_break paragraph_break(const page_reader *page)
{
    return page->items > 0 ? CFA_BREAK_LINE : CFA_BREAK_EMPTY;
}

static void begin_element(page_reader *page, cfa_element what, const xmlChar **attributes)
{
    switch (what) {
    case CFA_ELEMENT_BLOCK:
        break_softly(page, CFA_BREAK_LINE);
        break;
    case CFA_ELEMENT_PARAGRAPH:
        break_softly(page, paragraph_break(page));
        break;
    case CFA_ELEMENT_HEADING:
        break_hard(page, CFA_BREAK_EMPTY);
        break;
    case CFA_ELEMENT_NEWLINE:
        cfa_line_writer_newline(&page->writer);
        break;
    case CFA_ELEMENT_LIST:
        break_hard(page, CFA_BREAK_LINE);
        page->lists++;
        break;
    case CFA_ELEMENT_ITEM:
        page->items++;
        cfa_line_writer_item(&page->writer, page->lists);
        break;
    case CFA_ELEMENT_ROW:
        begin_row(page);
        break;
    case CFA_ELEMENT_CELL:
        page->cells++;
        begin_cell(page);
        break;
    case CFA_ELEMENT_PREFORMATTED:
        break_hard(page, CFA_BREAK_EMPTY);
        page->preformatted++;
        page->writer.preserve = TRUE;
        break;
    case CFA_ELEMENT_TITLE:
        if (page->markup->title == NULL && page->title == NULL)
            page->title = g_string_new(NULL);
        break;
    case CFA_ELEMENT_LINK:
        note_link(page, attribute(attributes, "href"));
        break;
    case CFA_ELEMENT_RELATED:
        if (is_value(attribute(attributes, "rel"), "canonical"))
            note_own(page, CANONICAL, attribute(attributes, "href"));
        break;
    case CFA_ELEMENT_META:
        if (is_value(attribute(attributes, "property"), "og:url"))
            note_own(page, SHARED, attribute(attributes, "content"));
        break;
    case CFA_ELEMENT_INLINE:
    case CFA_ELEMENT_SKIPPED:
        break;
    }
}

static void end_title(page_reader *page)
{
    if (page->title == NULL)
        return;
    cfa_line_writer writer;
    cfa_line_writer_init(&writer);
    cfa_line_writer_add(&writer, page->title->str, page->title->len);
    GString *title = cfa_line_writer_finish(&writer);
    g_strchomp(title->str);
    page->markup->title = g_string_free(title, title->len == 0);
    g_string_free(g_steal_pointer(&page->title), TRUE);
}

static void end_element(page_reader *page, cfa_element what)
{
    switch (what) {
    case CFA_ELEMENT_BLOCK:
        cfa_line_writer_break(&page->writer, CFA_BREAK_LINE);
        break;
    case CFA_ELEMENT_PARAGRAPH:
        cfa_line_writer_break(&page->writer, paragraph_break(page));
        break;
    case CFA_ELEMENT_HEADING:
        cfa_line_writer_break(&page->writer, CFA_BREAK_EMPTY);
        break;
    case CFA_ELEMENT_LIST:
        page->lists--;
        cfa_line_writer_break(&page->writer, CFA_BREAK_LINE);
        break;
    case CFA_ELEMENT_ITEM:
        page->items--;
        page->writer.item = 0;
        cfa_line_writer_break(&page->writer, CFA_BREAK_LINE);
        break;
    case CFA_ELEMENT_ROW:
        cfa_line_writer_break(&page->writer, CFA_BREAK_LINE);
        page->row = (table_row){0};
        break;
    case CFA_ELEMENT_CELL:
        page->cells--;
        break;
    case CFA_ELEMENT_PREFORMATTED:
        page->preformatted--;
        page->writer.preserve = page->preformatted > 0;
        cfa_line_writer_break(&page->writer, CFA_BREAK_EMPTY);
        break;
    case CFA_ELEMENT_TITLE:
        end_title(page);
        break;
    case CFA_ELEMENT_NEWLINE:
    case CFA_ELEMENT_LINK:
    case CFA_ELEMENT_RELATED:
    case CFA_ELEMENT_META:
    case CFA_ELEMENT_INLINE:
    case CFA_ELEMENT_SKIPPED:
        break;
    }
}

/* ---- the parser's events ---- */

static void on_start(void *data, const xmlChar *name, const xmlChar **attributes)
{
    page_reader *page = data;
    if (++page->depth > NESTING) {
        const xmlParserInput *input = page->parser->input;
        if (page->too_deep == 0 && input != NULL)
            page->too_deep = MAX(input->cur - input->base, 1);
        xmlStopParser(page->parser);
        return;
    }
    if (page->skipped > 0)
        return;
    cfa_element what = cfa_element_meaning((const char *)name);
    if (what != CFA_ELEMENT_INLINE && page->title != NULL) /* a title that was never ended */
        end_title(page);
    if (what == CFA_ELEMENT_SKIPPED) {
        page->skipped = page->depth;
        return;
    }
    if (page->hidden.depth == 0 && what != CFA_ELEMENT_NEWLINE && is_hidden(attributes))
        begin_hidden(page);
    begin_element(page, what, attributes);
}

static void on_end(void *data, const xmlChar *name)
{
    page_reader *page = data;
    if (page->skipped == 0)
        end_element(page, cfa_element_meaning((const char *)name));
    if (page->hidden.depth == page->depth)
        end_hidden(page);
    if (page->skipped == page->depth)
        page->skipped = 0;
    page->depth--;
}

static void on_characters(void *data, const xmlChar *text, int length)
{
    page_reader *page = data;
    if (page->skipped > 0 || length <= 0)
        return;
    if (page->title == NULL)
        cfa_line_writer_add(&page->writer, (const char *)text, (gsize)length);
    else if (page->title->len + (gsize)length <= TITLE_MAX)
        g_string_append_len(page->title, (const char *)text, length);
}

/* Every page has faults. Set, so that no handler of the process is told of them. */
static void on_fault(void *data, xmlErrorPtr fault)
{
    (void)data;
    (void)fault;
}

/* ---- reading ---- */

static gboolean parse_html(page_reader *page, const cfa_decoded *decoded, cfa_error *error)
{
    gint64 crowded = cfa_tag_find_crowded(decoded->text, decoded->length, ATTRIBUTES);
    if (crowded >= 0)
        return cfa_error_set(error, CFA_BAD_INPUT, "too-many-attributes", crowded,
                             "a tag has more than %d attributes", ATTRIBUTES);
    static gsize once;
    if (g_once_init_enter(&once)) {
        xmlInitParser();
        g_once_init_leave(&once, 1);
    }
    htmlParserCtxtPtr parser = htmlNewParserCtxt();
    if (parser == NULL)
        return cfa_error_set(error, CFA_INTERNAL, "internal", -1, "there is no HTML parser");
    page->parser = parser;
    *parser->sax = (htmlSAXHandler){.startElement = on_start,
                                    .endElement = on_end,
                                    .characters = on_characters,
                                    .ignorableWhitespace = on_characters,
                                    .comment = on_comment,
                                    .serror = on_fault,
                                    .initialized = XML_SAX2_MAGIC};
    parser->userData = page;
    htmlDocPtr tree = htmlCtxtReadMemory(parser, decoded->text, (int)decoded->length, NULL, "UTF-8",
                                         HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                             HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    if (tree != NULL)
        xmlFreeDoc(tree);
    htmlFreeParserCtxt(parser);
    if (page->too_deep > 0)
        return cfa_error_set(error, CFA_BAD_INPUT, "nesting-exceeded", page->too_deep,
                             "its elements stand over %d deep in one another", NESTING);
    end_title(page);
    settle_addresses(page);
    return TRUE;
}

static gboolean read_page(page_reader *page, const cfa_decoded *decoded, cfa_error *error)
{
    if (decoded->length > G_MAXINT)
        return cfa_error_set(error, CFA_BAD_INPUT, "too-large", -1, "the page is over two gigabytes");
    cfa_markup *markup = page->markup;
    markup->replaced = decoded->replaced;
    markup->html = cfa_tag_shows_html(decoded->text, decoded->length);
    cfa_line_writer_init(&page->writer);
    page->writer.preserve = !markup->html;
    gboolean read = TRUE;
    if (markup->html)
        read = parse_html(page, decoded, error);
    else
        cfa_line_writer_add(&page->writer, decoded->text, decoded->length);
    markup->text = cfa_line_writer_finish(&page->writer);
    if (read && markup->text->len == 0)
        read = cfa_error_set(error, CFA_BAD_INPUT, "empty", 0, "there is no text in it");
    return read;
}

cfa_markup *cfa_markup_read(const guint8 *bytes, gsize length, cfa_error *error)
{
    cfa_decoded decoded;
    if (!cfa_encoding_decode(bytes, length, &decoded, error))
        return NULL;
    page_reader page = {.markup = g_new0(cfa_markup, 1)};
    gboolean read = read_page(&page, &decoded, error);
    cfa_decoded_clear(&decoded);
    if (page.title != NULL)
        g_string_free(page.title, TRUE);
    for (int kind = 0; kind < OWN_ADDRESSES; kind++)
        g_free(page.addresses[kind]);
    if (!read)
        g_clear_pointer(&page.markup, cfa_markup_free);
    return page.markup;
}

void cfa_markup_free(cfa_markup *markup)
{
    if (markup == NULL)
        return;
    if (markup->text != NULL)
        g_string_free(markup->text, TRUE);
    g_free(markup->title);
    g_free(markup->url);
    g_free(markup->text_id);
    g_free(markup);
}
