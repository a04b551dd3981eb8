#include "element.h"

#include <stdlib.h>
#include <string.h>

#include <glib.h>

typedef struct named_element {
    const char *name;
    cfa_element meaning;
} named_element;

/* In order of name, for bsearch. */
static const named_element elements[] = {
    {"a", CFA_ELEMENT_LINK},
    {"address", CFA_ELEMENT_BLOCK},
    {"article", CFA_ELEMENT_BLOCK},
    {"aside", CFA_ELEMENT_BLOCK},
    {"blockquote", CFA_ELEMENT_PARAGRAPH},
    {"body", CFA_ELEMENT_BLOCK},
    {"br", CFA_ELEMENT_NEWLINE},
    {"caption", CFA_ELEMENT_BLOCK},
    {"center", CFA_ELEMENT_BLOCK},
    {"dd", CFA_ELEMENT_BLOCK},
    {"details", CFA_ELEMENT_BLOCK},
    {"dialog", CFA_ELEMENT_BLOCK},
    {"dir", CFA_ELEMENT_LIST},
    {"div", CFA_ELEMENT_BLOCK},
    {"dl", CFA_ELEMENT_BLOCK},
    {"dt", CFA_ELEMENT_BLOCK},
    {"fieldset", CFA_ELEMENT_BLOCK},
    {"figcaption", CFA_ELEMENT_BLOCK},
    {"figure", CFA_ELEMENT_BLOCK},
    {"footer", CFA_ELEMENT_BLOCK},
    {"form", CFA_ELEMENT_BLOCK},
    {"h1", CFA_ELEMENT_HEADING},
    {"h2", CFA_ELEMENT_HEADING},
    {"h3", CFA_ELEMENT_HEADING},
    {"h4", CFA_ELEMENT_HEADING},
    {"h5", CFA_ELEMENT_HEADING},
    {"h6", CFA_ELEMENT_HEADING},
    {"head", CFA_ELEMENT_BLOCK},
    {"header", CFA_ELEMENT_BLOCK},
    {"hgroup", CFA_ELEMENT_BLOCK},
    {"hr", CFA_ELEMENT_PARAGRAPH},
    {"html", CFA_ELEMENT_BLOCK},
    {"iframe", CFA_ELEMENT_SKIPPED},
    {"legend", CFA_ELEMENT_BLOCK},
    {"li", CFA_ELEMENT_ITEM},
    {"link", CFA_ELEMENT_RELATED},
    {"main", CFA_ELEMENT_BLOCK},
    {"menu", CFA_ELEMENT_LIST},
    {"meta", CFA_ELEMENT_META},
    {"nav", CFA_ELEMENT_BLOCK},
    {"noframes", CFA_ELEMENT_SKIPPED},
    {"noscript", CFA_ELEMENT_SKIPPED},
    {"ol", CFA_ELEMENT_LIST},
    {"p", CFA_ELEMENT_PARAGRAPH},
    {"pre", CFA_ELEMENT_PREFORMATTED},
    {"script", CFA_ELEMENT_SKIPPED},
    {"section", CFA_ELEMENT_BLOCK},
    {"select", CFA_ELEMENT_SKIPPED},
    {"style", CFA_ELEMENT_SKIPPED},
    {"summary", CFA_ELEMENT_BLOCK},
    {"svg", CFA_ELEMENT_SKIPPED},
    {"table", CFA_ELEMENT_BLOCK},
    {"tbody", CFA_ELEMENT_BLOCK},
    {"td", CFA_ELEMENT_CELL},
    {"template", CFA_ELEMENT_SKIPPED},
    {"textarea", CFA_ELEMENT_SKIPPED},
    {"tfoot", CFA_ELEMENT_BLOCK},
    {"th", CFA_ELEMENT_CELL},
    {"thead", CFA_ELEMENT_BLOCK},
    {"title", CFA_ELEMENT_TITLE},
    {"tr", CFA_ELEMENT_ROW},
    {"ul", CFA_ELEMENT_LIST},
};

static int compare_element(const void *name, const void *entry)
{
    return strcmp(name, ((const named_element *)entry)->name);
}

cfa_element cfa_element_meaning(const char *name)
{
    const named_element *found =
        bsearch(name, elements, G_N_ELEMENTS(elements), sizeof *elements, compare_element);
    return found != NULL ? found->meaning : CFA_ELEMENT_INLINE;
}
