#include "page.h"

#include "labels.h"

const char *const sample_page_top[3] = {"ILO-en-strap", "NORMLEX",
                                        "Information System on International Labour Standards"};
const char sample_page_closing[] = "© cfasearch sample, written for this project; not a text of the ILO";

enum { FIRST_YEAR_OF_LETTERED_RECOMMENDATIONS = 1980, STOP_MISSING_EVERY = 3 };

static gboolean is_lettered(const sample_text *text, sample_kind kind)
{
    if (kind == RECOMMENDATIONS)
        return text->date.year >= FIRST_YEAR_OF_LETTERED_RECOMMENDATIONS;
    return kind != INTRODUCTION && kind != EFFECT && kind != OTHER_HEADING;
}

char sample_page_letter(const sample_text *text, guint section)
{
    char letter = 'A';
    for (guint i = 0; i < section; i++) {
        const sample_section *before = g_ptr_array_index(text->sections, i);
        if (is_lettered(text, before->kind) && letter < 'Z')
            letter++;
    }
    const sample_section *it = g_ptr_array_index(text->sections, section);
    return is_lettered(text, it->kind) ? letter : '\0';
}

char *sample_page_heading(const sample_page *page, guint section)
{
    const sample_section *it = g_ptr_array_index(page->text->sections, section);
    if (it->kind == INTRODUCTION)
        return NULL;
    GString *heading = g_string_new(NULL);
    sample_label_heading(heading, page->body, page->text, it, sample_page_letter(page->text, section),
                         (page->form.features & LETTER_TWICE) != 0);
    return g_string_free(heading, FALSE);
}

void sample_page_number(GString *out, const sample_page *page, guint number)
{
    gboolean bare = (page->form.features & NUMBERS_WITHOUT_STOP) != 0 && number % STOP_MISSING_EVERY == 0;
    g_string_append_printf(out, bare ? "%u " : "%u. ", number);
}

GString *sample_page_print(const sample_page *page)
{
    return page->form.rendering == HTML ? sample_page_html(page) : sample_page_text(page);
}
