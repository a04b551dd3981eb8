/* The text that was kept of a page, in the shapes in which it was kept. */
#include "page.h"

#include "labels.h"

#include <string.h>

enum { WRAP_COLUMNS = 85, LONGEST_GLUED_HEADING = 40 };

/* What differs from rendering to rendering. */
typedef struct shape {
    const char *paragraph,
        *item;           /* what stands before them; NULL before a paragraph: its place in the list */
    const char *between; /* after a line outside the lists */
    gboolean with_top, glued, wrapped;
} shape;

static const shape shapes[] = {[TEXT_FULL] = {NULL, "    • ", "\n\n", TRUE, FALSE, FALSE},
                               [TEXT_CONDENSED] = {"- ", "- ", "\n", FALSE, TRUE, FALSE},
                               [TEXT_WRAPPED] = {"- ", "- ", "\n", FALSE, TRUE, TRUE},
                               [TEXT_BARE_DASH] = {"-\n", "- ", "\n", FALSE, FALSE, FALSE}};

/* Breaks a line at about WRAP_COLUMNS, never before a dash, which would make an item of what is none. */
static void append_wrapped(GString *out, const char *line)
{
    const char *start = line;
    while (g_utf8_strlen(start, -1) > WRAP_COLUMNS) {
        const char *cut = g_utf8_offset_to_pointer(start, WRAP_COLUMNS);
        while (cut > start && !(*cut == ' ' && cut[1] != '-'))
            cut--;
        if (cut == start)
            break;
        g_string_append_len(out, start, cut - start);
        g_string_append_c(out, '\n');
        start = cut + 1;
    }
    g_string_append(out, start);
}

static void append_line(GString *out, const shape *in, const char *line)
{
    if (in->wrapped)
        append_wrapped(out, line);
    else
        g_string_append(out, line);
}

static void append_switch(GString *out, const sample_page *page, const shape *in)
{
    g_string_append(out, sample_label_switch(page->form.page));
    const char *between = "";
    for (sample_language to = ENGLISH; to <= SPANISH; to++) {
        if (to == page->body || (page->languages & (1U << to)) == 0)
            continue;
        g_string_append_printf(out, "%s%s", between, sample_label_language(page->form.page, to));
        between = " - ";
    }
    g_string_append(out, in->between);
}

static void append_top(GString *out, const sample_page *page, const shape *in)
{
    if (in->with_top) {
        for (guint i = (page->form.features & SHORT_TOP) != 0 ? 2 : 0; i < G_N_ELEMENTS(sample_page_top); i++)
            g_string_append_printf(out, "%s\n", sample_page_top[i]);
        g_string_append_c(out, '\n');
    }
    if (!sample_form_is_mute(&page->form)) {
        sample_label_report(out, page->form.page, page->text);
        g_string_append(out, in->between);
        sample_label_case(out, page->form.page, page->shown);
        g_string_append(out, in->between);
    }
    append_switch(out, page, in);
    const char *allegations = page->text->allegations[page->body];
    if (allegations == NULL || (page->form.features & WITHOUT_ALLEGATIONS) != 0)
        return;
    g_autofree char *line = g_strconcat((page->form.features & ALLEGATIONS_IN_BULLET) != 0 ? "  • " : "",
                                        sample_label_allegations(page->body), allegations, NULL);
    append_line(out, in, line);
    g_string_append(out, in->between);
}

static void append_paragraph(GString *out, const sample_page *page, const shape *in, const char *before,
                             const sample_paragraph *paragraph)
{
    g_autoptr(GString) line = g_string_new(before);
    sample_page_number(line, page, paragraph->number);
    g_string_append(line, paragraph->text[page->body]);
    append_line(out, in, line->str);
    g_string_append_c(out, '\n');
    const GPtrArray *items = paragraph->items[page->body];
    for (guint i = 0; items != NULL && i < items->len; i++) {
        g_autofree char *item = g_strconcat(in->item, (const char *)g_ptr_array_index(items, i), NULL);
        append_line(out, in, item);
        g_string_append_c(out, '\n');
    }
}

/* A heading twice: in the condensed shapes the second one is glued to its first paragraph, but for every
 * other section and (where lines are broken) a long one. */
static void append_heading(GString *out, const sample_page *page, const shape *in, guint index)
{
    g_autofree char *heading = sample_page_heading(page, index);
    if (heading == NULL)
        return;
    if (in->with_top)
        g_string_append_c(out, '\n');
    g_string_append_printf(out, "%s%s%s", heading, in->between, heading);
    gboolean glued =
        in->glued && index % 2 == 1 && (!in->wrapped || strlen(heading) <= LONGEST_GLUED_HEADING);
    if (!glued)
        g_string_append_c(out, '\n');
}

static void append_section(GString *out, const sample_page *page, const shape *in, guint index)
{
    const sample_section *section = g_ptr_array_index(page->text->sections, index);
    append_heading(out, page, in, index);
    guint start = 0, place = 1;
    if (index == 0 && (page->form.features & (FIRST_TWICE | FIRST_OUTSIDE)) != 0 &&
        section->paragraphs->len > 0) {
        append_paragraph(out, page, in, "", g_ptr_array_index(section->paragraphs, 0));
        start = (page->form.features & FIRST_OUTSIDE) != 0;
    }
    for (guint i = start; i < section->paragraphs->len; i++, place++) {
        g_autofree char *ordinal = g_strdup_printf("  %u. ", place);
        append_paragraph(out, page, in, in->paragraph != NULL ? in->paragraph : ordinal,
                         g_ptr_array_index(section->paragraphs, i));
    }
}

GString *sample_page_text(const sample_page *page)
{
    const shape *in = &shapes[page->form.rendering];
    GString *out = g_string_new(NULL);
    append_top(out, page, in);
    for (guint i = 0; i < page->text->sections->len; i++)
        append_section(out, page, in, i);
    g_string_append_printf(out, "%s\n", sample_page_closing);
    return out;
}
