#include "case_text.h"

#include "prose.h"

/* ---- the languages ---- */

static guint find_column(const cfa_parallel *parallel, cfa_language language)
{
    guint column = 0;
    while (column < parallel->width && parallel->columns[column] != language)
        column++;
    return column;
}

/* The address of the same with a language more, or without one that is there. */
static char *link_toggled(const cfa_draft *draft, const cfa_reading *reading, const cfa_parallel *parallel,
                          cfa_language language)
{
    cfa_language languages[CFA_LANGUAGES];
    guint count = 0;
    const guint without = find_column(parallel, language);
    for (guint column = 0; column < parallel->width; column++)
        if (column != without && parallel->columns[column] != CFA_LANGUAGE_UNKNOWN)
            languages[count++] = parallel->columns[column];
    if (without == parallel->width && count < CFA_LANGUAGES)
        languages[count++] = language;
    /* What is read in the language of its address alone needs no word of it. */
    if (count == 1 && languages[0] == reading->record->text->language)
        count = 0;
    g_autofree char *path = cfa_frame_paragraph_path(reading->record);
    g_autofree char *address = cfa_link_columns(draft->request, path, languages, count);
    return g_strconcat(address, "#case", NULL);
}

static void write_language(cfa_draft *draft, const cfa_reading *reading, const cfa_parallel *parallel,
                           cfa_language language)
{
    cfa_html *html = draft->html;
    const char *name = cfa_say_language(language), *lang = cfa_language_code(language);
    const gboolean is_shown = find_column(parallel, language) < parallel->width;
    g_autofree char *address = link_toggled(draft, reading, parallel, language);
    g_autofree char *without = cfa_say_filled(CFA_SAY_WITHOUT_LANGUAGE, draft->language, name, NULL);
    cfa_html_open(html, "li", NULL);
    if (is_shown && parallel->width == 1)
        cfa_html_element(html, "span", name, "lang", lang, "aria-current", "true", NULL);
    else if (is_shown)
        cfa_html_element(html, "a", name, "href", address, "aria-current", "true", "aria-label", without,
                         NULL);
    else
        cfa_html_element(html, "a", name, "href", address, "lang", lang, NULL);
    cfa_html_close(html, "li");
}

/* What it is read in, each but the last a link that takes it away, and what can stand beside that. */
static void write_languages(cfa_draft *draft, const cfa_reading *reading, const cfa_parallel *parallel)
{
    cfa_html *html = draft->html;
    const cfa_language_set shown = CFA_LANGUAGE_BIT(parallel->columns[0]);
    if ((parallel->languages & CFA_EVERY_LANGUAGE & ~shown) == 0)
        return;
    cfa_html_open(html, "div", "class", "controls beside", NULL);
    cfa_frame_begin_row(draft, cfa_say(CFA_SAY_SIDE_BY_SIDE, draft->language));
    for (int l = 1; l <= CFA_LANGUAGES; l++)
        if ((parallel->languages & CFA_LANGUAGE_BIT(l)) != 0)
            write_language(draft, reading, parallel, (cfa_language)l);
    cfa_frame_end_row(draft);
    cfa_html_close(html, "div");
}

/* The languages that were asked for and are not there. */
static void write_absent(cfa_draft *draft, const cfa_parallel *parallel)
{
    cfa_language languages[CFA_LANGUAGES];
    const guint count = cfa_web_request_languages(draft->request, languages);
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < count; i++)
        if ((parallel->languages & CFA_LANGUAGE_BIT(languages[i])) == 0)
            g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "", cfa_say_language(languages[i]));
    if (names->len == 0)
        return;
    g_autofree char *text = cfa_say_filled(CFA_SAY_ABSENT_LANGUAGES, draft->language, names->str, NULL);
    cfa_html_element(draft->html, "p", text, "class", "note", NULL);
}

/* ---- what stands above the text ---- */

/* What a list of cases says of the case; its subject where the text has none of its own. */
static void write_listed(cfa_draft *draft, const cfa_listed_case *one, gboolean and_subject)
{
    cfa_html *html = draft->html;
    const char *lang = cfa_frame_lang(draft, one->language);
    if (and_subject && one->subject != NULL)
        cfa_html_element(html, "p", one->subject, "class", "subject", "lang", lang, NULL);
    if (one->complainant == NULL)
        return;
    cfa_html_open(html, "p", "class", "facts", NULL);
    cfa_html_element(html, "span", cfa_say(CFA_SAY_COMPLAINANT, draft->language), "class", "label", NULL);
    cfa_html_text(html, " ");
    cfa_html_element(html, "span", one->complainant, "lang", lang, NULL);
    cfa_html_close(html, "p");
}

/* The citation of a text, with its address on paper, and its subject. */
static void write_title(cfa_draft *draft, const cfa_record *record)
{
    cfa_html *html = draft->html;
    const char *lang = cfa_frame_lang(draft, record->text->language);
    g_autofree char *citation = cfa_answer_cite_case_text(record);
    g_autofree char *path = g_strconcat("/paragraph/", record->case_text_id, NULL);
    cfa_html_open(html, "p", "class", "facts", NULL);
    cfa_html_element(html, "cite", citation, "lang", lang, NULL);
    cfa_frame_printed(draft, path);
    cfa_html_close(html, "p");
    if (record->text->subject != NULL)
        cfa_html_element(html, "p", record->text->subject, "class", "subject", "lang", lang, NULL);
}

static void write_titles(cfa_draft *draft, const cfa_parallel *parallel)
{
    cfa_html *html = draft->html;
    cfa_html_open(html, "div", "class", "step titles", NULL);
    for (guint column = 0; column < parallel->width; column++) {
        const cfa_language language = parallel->columns[column];
        cfa_html_open(html, "div", NULL);
        cfa_html_element(html, "p", cfa_say_language(language), "class", "language", "lang",
                         cfa_frame_lang(draft, language), NULL);
        write_title(draft, g_ptr_array_index(parallel->texts[column], 0));
        cfa_html_close(html, "div");
    }
    cfa_html_close(html, "div");
}

/* ---- the text ---- */

/* A paragraph of a row in its language, whose name stands above it where there is no room for columns; empty
 * where there is none. */
static void write_cell(cfa_draft *draft, const cfa_index *index, const cfa_record *record)
{
    cfa_html *html = draft->html;
    cfa_html_open(html, "div", NULL);
    if (record != NULL) {
        const cfa_language language = record->text->language;
        cfa_html_element(html, "p", cfa_say_language(language), "class", "language", "lang",
                         cfa_frame_lang(draft, language), NULL);
        cfa_prose_write(draft, index, record);
    }
    cfa_html_close(html, "div");
}

/* The paragraph of a row that stands for it: in the language of the page's address if it is there, else in
 * the first column that has it. */
static const cfa_record *find_main(const cfa_reading *reading, const cfa_parallel *parallel,
                                   const cfa_parallel_row *row)
{
    const guint own = find_column(parallel, reading->record->text->language);
    const cfa_record *record = own < parallel->width ? row->cells[own] : NULL;
    for (guint column = 0; column < parallel->width && record == NULL; column++)
        record = row->cells[column];
    return record;
}

static void write_row(cfa_draft *draft, const cfa_index *index, const cfa_reading *reading,
                      const cfa_parallel *parallel, const cfa_parallel_row *row)
{
    cfa_html *html = draft->html;
    const gboolean current = row->number == reading->record->paragraph->number;
    const gboolean is_single = parallel->width == 1;
    g_autofree char *path = cfa_frame_paragraph_path(find_main(reading, parallel, row));
    g_autofree char *address = cfa_link_onward(draft->request, path);
    g_autofree char *anchor = g_strdup_printf("p%u", row->number);
    g_autofree char *look = g_strconcat("hung", is_single ? "" : " step", current ? " current" : "", NULL);
    cfa_html_open(html, "div", "class", look, "id", anchor, "aria-current", current ? "true" : NULL, NULL);
    cfa_frame_number(draft, row->number, address);
    if (is_single)
        cfa_prose_write(draft, index, row->cells[0]);
    for (guint column = 0; column < parallel->width && !is_single; column++)
        write_cell(draft, index, row->cells[column]);
    cfa_html_close(html, "div");
}

static void write_rows(cfa_draft *draft, const cfa_index *index, const cfa_reading *reading,
                       const cfa_parallel *parallel)
{
    int section = -1;
    for (guint i = 0; i < parallel->rows->len; i++) {
        const cfa_parallel_row *row = &g_array_index(parallel->rows, cfa_parallel_row, i);
        const cfa_section here = find_main(reading, parallel, row)->paragraph->section;
        const gboolean first_other = section < 0 && here == CFA_SECTION_OTHER;
        /* What comes before the first section needs no heading. */
        if ((int)here != section && !first_other)
            cfa_html_element(draft->html, "h3", cfa_say_section(here, draft->language), NULL);
        section = (int)here;
        write_row(draft, index, reading, parallel, row);
    }
}

void cfa_case_text_write(cfa_draft *draft, const cfa_index *index, const cfa_reading *reading,
                         const cfa_parallel *parallel)
{
    static const char *const looks[] = {"case", "case parallel", "case parallel three"};
    cfa_html *html = draft->html;
    const cfa_record *first = g_ptr_array_index(parallel->texts[0], 0);
    cfa_html_open(html, "section", "class", looks[parallel->width - 1], "id", "case", NULL);
    cfa_html_element(html, "h2", cfa_say(CFA_SAY_CASE_TEXT, draft->language), NULL);
    write_languages(draft, reading, parallel);
    write_absent(draft, parallel);
    if (parallel->width == 1)
        write_title(draft, first);
    else
        write_titles(draft, parallel);
    if (reading->listed != NULL)
        write_listed(draft, reading->listed, first->text->subject == NULL);
    write_rows(draft, index, reading, parallel);
    cfa_html_close(html, "section");
}
