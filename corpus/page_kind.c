#include "page_kind.h"

#include "header.h"

/* The kind of page that the lines near its top give away. */
static cfa_page_kind kind_by_words(const cfa_lines *lines)
{
    enum { KIND_LINES = 60 };
    cfa_page_kind kind = CFA_PAGE_ANY;
    guint the_case = 0;
    gboolean has_header = FALSE;
    for (guint i = 0; i < MIN(lines->count, KIND_LINES); i++) {
        const cfa_line *line = &lines->at[i];
        gsize words = line->number != 0 ? MIN(line->words, line->length) : 0;
        cfa_header_end end = CFA_ENDS_AT_DATE;
        guint number = cfa_header_case_number(line->text + words, line->length - words, &end);
        /* A list names many cases, without their status. */
        if (end == CFA_ENDS_IN_COMPLAINANT ||
            (end == CFA_ENDS_AT_DATE && number != 0 && the_case != 0 && number != the_case))
            return CFA_PAGE_LIST;
        the_case = number != 0 ? number : the_case;
        has_header = has_header || end == CFA_ENDS_IN_STATUS;
        g_autofree char *folded = cfa_line_fold(line);
        if (kind == CFA_PAGE_ANY)
            kind = cfa_label_page_kind(folded);
    }
    return kind == CFA_PAGE_LIST && has_header ? CFA_PAGE_CASE : kind;
}

cfa_page_kind cfa_page_kind_find(const cfa_markup *page, const cfa_lines *lines)
{
    const cfa_page_kind kind = cfa_label_page_number(page->page);
    return kind != CFA_PAGE_ANY ? kind : kind_by_words(lines);
}
