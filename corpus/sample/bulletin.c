#include "bulletin.h"

#include "labels.h"
#include "page.h"

enum { COLUMNS = 80, LEADER_COLUMN = 56, LINES_OF_PAGE = 48, FIRST_PAGE = 3, PAGES_OF_CONTENTS = 2 };

static const struct printed {
    const char *committee, *contents, *paragraphs, *pages, *one_case, *many_cases, *conjunction, *complaint,
        *against;
    const char *introduction;
} printed[BODY_LANGUAGES] = {
    {" of the Committee on Freedom of Association", "Contents", "Paragraphs", "Pages", "Case No. ",
     "Cases Nos ", " and ", "Complaint presented by the organisations named below",
     "against the Government of ",
     "The Committee on Freedom of Association examined the cases that follow. This is a sample written "
     "for cfasearch, not a text of the ILO."},
    {" du Comité de la liberté syndicale", "Table des matières", "Paragraphes", "Pages", "Cas no ",
     "Cas nos ", " et ", "Plainte présentée par les organisations nommées ci-après",
     "contre le gouvernement de ",
     "Le Comité de la liberté syndicale a examiné les cas qui suivent. Ceci est un exemple écrit pour "
     "cfasearch, qui n'est pas un texte de l'OIT."},
    {" del Comité de Libertad Sindical", "Índice", "Párrafos", "Páginas", "Caso núm. ", "Casos núms. ", " y ",
     "Queja presentada por las organizaciones nombradas a continuación", "contra el Gobierno de ",
     "El Comité de Libertad Sindical examinó los casos que siguen. Esta es una muestra escrita para "
     "cfasearch, que no es un texto de la OIT."}};

typedef enum block_kind { TITLE, LINE, HEADING, PARAGRAPH, ITEM } block_kind;

/* What is printed and never broken over two pages. */
typedef struct block {
    block_kind kind;
    char *words;
    guint page;
    guint first, last; /* of a title or a heading: the paragraphs under it */
} block;

static void block_free(gpointer data)
{
    block *it = data;
    g_free(it->words);
    g_free(it);
}

static block *add_block(GPtrArray *blocks, block_kind kind, char *words)
{
    block *added = g_new0(block, 1);
    added->kind = kind;
    added->words = words;
    g_ptr_array_add(blocks, added);
    return added;
}

static char *case_title(const sample_text *text, sample_language body)
{
    const sample_case *first = g_ptr_array_index(text->cases, 0);
    GString *title = g_string_new(text->cases->len > 1 ? printed[body].many_cases : printed[body].one_case);
    for (guint i = 0; i < text->cases->len; i++) {
        const sample_case *joined = g_ptr_array_index(text->cases, i);
        const char *before = i == 0 ? "" : i + 1 < text->cases->len ? ", " : printed[body].conjunction;
        g_string_append_printf(title, "%s%u", before, joined->number);
    }
    g_string_append_printf(title, " (%s)", first->country[body]);
    return g_string_free(title, FALSE);
}

static void add_section(GPtrArray *blocks, const sample_text *text, guint index, sample_language body)
{
    const sample_section *section = g_ptr_array_index(text->sections, index);
    if (section->kind != INTRODUCTION) {
        const sample_paragraph *first = g_ptr_array_index(section->paragraphs, 0);
        GString *words = g_string_new(NULL);
        sample_label_heading(words, body, text, section, sample_page_letter(text, index), FALSE);
        block *heading = add_block(blocks, HEADING, g_string_free(words, FALSE));
        heading->first = first->number;
        heading->last = first->number + section->paragraphs->len - 1;
    }
    for (guint i = 0; i < section->paragraphs->len; i++) {
        const sample_paragraph *paragraph = g_ptr_array_index(section->paragraphs, i);
        add_block(blocks, PARAGRAPH, g_strdup_printf("%u. %s", paragraph->number, paragraph->text[body]));
        const GPtrArray *items = paragraph->items[body];
        for (guint j = 0; items != NULL && j < items->len; j++)
            add_block(blocks, ITEM, g_strdup(g_ptr_array_index(items, j)));
    }
}

static void add_text(GPtrArray *blocks, const sample_text *text, sample_language body)
{
    const sample_case *first = g_ptr_array_index(text->cases, 0);
    block *title = add_block(blocks, TITLE, case_title(text, body));
    sample_text_range(text, &title->first, &title->last);
    add_block(blocks, LINE, g_strdup(sample_label_type(body, text->type)));
    add_block(blocks, LINE, g_strdup(printed[body].complaint));
    add_block(blocks, LINE, g_strconcat(printed[body].against, first->country[body], NULL));
    if (text->allegations[body] != NULL)
        add_block(blocks, LINE, g_strconcat(sample_label_allegations(body), text->allegations[body], NULL));
    for (guint i = 0; i < text->sections->len; i++)
        add_section(blocks, text, i, body);
}

/* The lines that a block takes on a page, the empty one after it too. */
static guint block_lines(const block *it)
{
    glong columns = it->kind == ITEM ? COLUMNS - 4 : COLUMNS;
    return (guint)(g_utf8_strlen(it->words, -1) / columns) + 2;
}

static GPtrArray *lay_out(const GPtrArray *texts, sample_language body)
{
    GPtrArray *blocks = g_ptr_array_new_with_free_func(block_free);
    add_block(blocks, LINE, g_strdup(printed[body].introduction));
    for (guint i = 0; i < texts->len; i++)
        add_text(blocks, g_ptr_array_index(texts, i), body);
    guint page = FIRST_PAGE, line = 0;
    for (guint i = 0; i < blocks->len; i++) {
        block *it = g_ptr_array_index(blocks, i);
        guint lines = block_lines(it);
        if (line > 0 && line + lines > LINES_OF_PAGE) {
            page++;
            line = 0;
        }
        line += lines;
        it->page = page;
    }
    return blocks;
}

/* The page on which what begins with block `start` ends: before the next title, or the next title or
 * heading. */
static guint last_page(const GPtrArray *blocks, guint start)
{
    const block *it = g_ptr_array_index(blocks, start);
    guint page = it->page;
    for (guint i = start + 1; i < blocks->len; i++) {
        const block *next = g_ptr_array_index(blocks, i);
        if (next->kind == TITLE || (next->kind == HEADING && it->kind == HEADING))
            break;
        page = next->page;
    }
    return page;
}

static char *range(guint first, guint last)
{
    return first == last ? g_strdup_printf("%u", first) : g_strdup_printf("%u - %u", first, last);
}

/* The title page's lines: "41st Report of the Committee on Freedom of Association", "1960". */
static void append_title(GString *out, const GPtrArray *texts, sample_language body, const char *between)
{
    const sample_text *first = g_ptr_array_index(texts, 0);
    sample_label_ordinal(out, body, first->report);
    g_string_append_printf(out, "%s%s", printed[body].committee, between);
    sample_label_date(out, body, &first->date);
}

static void append_contents_text(GString *out, const GPtrArray *blocks, sample_language body)
{
    g_string_append_printf(out, "%s\n\n%*s%s   %s\n\n", printed[body].contents, LEADER_COLUMN, "",
                           printed[body].paragraphs, printed[body].pages);
    for (guint i = 0; i < blocks->len; i++) {
        const block *it = g_ptr_array_index(blocks, i);
        if (it->kind != TITLE && it->kind != HEADING)
            continue;
        g_autofree char *paragraphs = range(it->first, it->last);
        g_autofree char *pages = range(it->page, last_page(blocks, i));
        g_string_append_printf(out, "%s%s ", it->kind == HEADING ? "    " : "", it->words);
        for (glong column = g_utf8_strlen(it->words, -1) + (it->kind == HEADING ? 5 : 1);
             column < LEADER_COLUMN; column++)
            g_string_append_c(out, '.');
        g_string_append_printf(out, " %-12s %s\n", paragraphs, pages);
    }
}

static void append_page_end(GString *out, guint page)
{
    g_string_append_printf(out, "\n%*u\n\f", COLUMNS / 2, page);
}

/* Words in lines of `columns`, each with `indent` blanks before it. */
static void append_wrapped(GString *out, const char *words, int indent, glong columns)
{
    const char *start = words;
    while (g_utf8_strlen(start, -1) > columns) {
        const char *cut = g_utf8_offset_to_pointer(start, columns);
        while (cut > start && *cut != ' ')
            cut--;
        if (cut == start)
            break;
        g_string_append_printf(out, "%*s%.*s\n", indent, "", (int)(cut - start), start);
        start = cut + 1;
    }
    g_string_append_printf(out, "%*s%s\n", indent, "", start);
}

GString *sample_bulletin_text(const GPtrArray *texts, sample_language body)
{
    g_autoptr(GPtrArray) blocks = lay_out(texts, body);
    GString *out = g_string_new(NULL);
    append_title(out, texts, body, "\n\n");
    g_string_append_c(out, '\n');
    append_page_end(out, 1);
    append_contents_text(out, blocks, body);
    append_page_end(out, PAGES_OF_CONTENTS);
    for (guint i = 0, page = FIRST_PAGE; i < blocks->len; i++) {
        const block *it = g_ptr_array_index(blocks, i);
        const block *next = i + 1 < blocks->len ? g_ptr_array_index(blocks, i + 1) : NULL;
        for (; page < it->page; page++)
            append_page_end(out, page);
        append_wrapped(out, it->words, it->kind == ITEM ? 4 : 0, it->kind == ITEM ? COLUMNS - 4 : COLUMNS);
        if (next != NULL && next->kind != ITEM)
            g_string_append_c(out, '\n');
    }
    g_string_append_printf(out, "%s\n", sample_page_closing);
    return out;
}

static void append_element(GString *out, const char *element, const char *words)
{
    g_string_append_printf(out, "<%s>", element);
    sample_page_escape(out, words);
    g_string_append_printf(out, "</%s>\n", element);
}

/* The contents as a table; in Spanish as lines with the tab marks that some converters leave behind. */
static void append_contents_html(GString *out, const GPtrArray *blocks, sample_language body)
{
    append_element(out, "h2", printed[body].contents);
    gboolean marks = body == SPANISH;
    const char *row =
        marks ? "<p>%s&amp;htab;%s&amp;htab;%s</p>\n" : "<tr><td>%s</td><td>%s</td><td>%s</td></tr>\n";
    g_auto(GStrv) cells = g_strsplit(row, "%s", 4);
    g_string_append(out, marks ? "" : "<table>\n");
    g_string_append_printf(out, "%s%s%s%s%s%s", cells[0], cells[1], printed[body].paragraphs, cells[2],
                           printed[body].pages, cells[3]);
    for (guint i = 0; i < blocks->len; i++) {
        const block *it = g_ptr_array_index(blocks, i);
        if (it->kind != TITLE && it->kind != HEADING)
            continue;
        g_autofree char *paragraphs = range(it->first, it->last);
        g_autofree char *pages = range(it->page, last_page(blocks, i));
        g_string_append(out, cells[0]);
        sample_page_escape(out, it->words);
        g_string_append_printf(out, "%s%s%s%s%s", cells[1], paragraphs, cells[2], pages, cells[3]);
    }
    g_string_append(out, marks ? "" : "</table>\n");
}

GString *sample_bulletin_html(const GPtrArray *texts, sample_language body)
{
    static const char *const elements[] = {
        [TITLE] = "h2", [LINE] = "p", [HEADING] = "h3", [PARAGRAPH] = "p", [ITEM] = "li"};
    g_autoptr(GPtrArray) blocks = lay_out(texts, body);
    GString *out = g_string_new(NULL);
    g_string_append_printf(out,
                           "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<title>",
                           sample_label_code(body));
    append_title(out, texts, body, ", ");
    g_string_append(out, "</title>\n</head>\n<body>\n<h1>");
    append_title(out, texts, body, "</h1>\n<p>");
    g_string_append(out, "</p>\n");
    append_contents_html(out, blocks, body);
    for (guint i = 0; i < blocks->len; i++) {
        const block *it = g_ptr_array_index(blocks, i);
        const block *next = i + 1 < blocks->len ? g_ptr_array_index(blocks, i + 1) : NULL;
        const block *before = i > 0 ? g_ptr_array_index(blocks, i - 1) : NULL;
        if (it->kind == ITEM && before != NULL && before->kind != ITEM)
            g_string_append(out, "<ul>\n");
        append_element(out, elements[it->kind], it->words);
        if (it->kind == ITEM && (next == NULL || next->kind != ITEM))
            g_string_append(out, "</ul>\n");
    }
    append_element(out, "p", sample_page_closing);
    g_string_append(out, "</body>\n</html>\n");
    return out;
}
