/*
 * A bibliography for BibTeX: an entry @techreport for each item, the kind of report that plain styles know.
 *
 *     @techreport{cfa-394-83-en,
 *       author = {{ILO Committee on Freedom of Association}},
 *       title = {{Case No. 2090 (Belarus), para. 83}},
 *       type = {Report},
 *       number = {394},
 *       …
 *
 * Text is UTF-8, which LaTeX reads without a package; what is special to TeX is escaped, and braces in a text
 * are macros, since BibTeX counts even escaped ones. Braces around names and titles keep their capitals.
 */
#ifndef CFA_FORMAT_BIBTEX_H
#define CFA_FORMAT_BIBTEX_H

#include <glib.h>

/* `items` are cfa_item. New; the caller frees. */
char *cfa_bibtex(const GArray *items);

#endif
