/*
 * Elements of HTML, and what each means for the lines of a page.
 *
 *     if (cfa_element_meaning("td") == CFA_ELEMENT_CELL) …
 */
#ifndef CFA_ELEMENT_H
#define CFA_ELEMENT_H

/* What an element means for the lines. */
typedef enum cfa_element {
    CFA_ELEMENT_INLINE, /* nothing */
    CFA_ELEMENT_BLOCK,  /* begins and ends a line */
    CFA_ELEMENT_PARAGRAPH,
    CFA_ELEMENT_HEADING,
    CFA_ELEMENT_NEWLINE,
    CFA_ELEMENT_LIST,
    CFA_ELEMENT_ITEM,
    CFA_ELEMENT_ROW,
    CFA_ELEMENT_CELL,
    CFA_ELEMENT_PREFORMATTED,
    CFA_ELEMENT_SKIPPED, /* none of its text is the page's */
    CFA_ELEMENT_TITLE,
    CFA_ELEMENT_LINK,    /* <a> */
    CFA_ELEMENT_RELATED, /* <link> */
    CFA_ELEMENT_META
} cfa_element;

/* The meaning of an element by its name, in small letters; CFA_ELEMENT_INLINE for any that is not known. */
cfa_element cfa_element_meaning(const char *name);

#endif
