/*
 * Which kind of page this is: of one case, a list of cases, a section of the Compilation, or one that is none
 * of ours.
 */
#ifndef CFA_PAGE_KIND_H
#define CFA_PAGE_KIND_H

#include "labels.h"
#include "lines.h"

/* The kind of a page, by the page number in its address or else by the lines near its top; CFA_PAGE_ANY where
 * neither tells. */
cfa_page_kind cfa_page_kind_find(const cfa_markup *page, const cfa_lines *lines);

#endif
