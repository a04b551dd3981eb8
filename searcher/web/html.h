/*
 * The writer of pages: the only place where markup is printed, and so the only one that can forget
 * to escape.
 *
 *     cfa_html *html = cfa_html_new();
 *     cfa_html_open(html, "p", "class", "total", NULL);
 *     cfa_html_text(html, "strike <dismissal>");
 *     cfa_html_element(html, "a", "1 & 2", "href", address, NULL);
 *     cfa_html_close(html, "p");
 *     GString *page = cfa_html_finish(html);
 *
 * Names of elements and attributes are literals of the program; attributes come as pairs, NULL
 * after the last. An attribute whose value is NULL is left out. What is escaped, and how, follows
 * from where it stands, and is never the caller's choice:
 *
 *     text        & < >; what is not UTF-8 and what no page may hold is U+FFFD; on a page the blanks in "Case
 *                 No. 2090", and before "…" and "·", are U+00A0, at which no line ends
 *     attribute   & < > and both quotes; U+FFFD as in a text
 *     address     (href, action) percent-encoded where it must be; "#" instead of one that is neither a path
 *                 nor http(s), nor "", which is the page itself
 *
 * What it writes is well-formed XML, too, whatever is called: every open element is closed, and no text holds
 * what XML 1.0 has no place for. So it writes feeds as well.
 */
#ifndef CFA_WEB_HTML_H
#define CFA_WEB_HTML_H

#include <glib.h>

typedef struct cfa_html cfa_html;

cfa_html *cfa_html_new(void);

/* The same for an XML document that is no page. */
cfa_html *cfa_html_new_xml(void);

/* Closes what is open, frees the writer and gives away the page. */
GString *cfa_html_finish(cfa_html *html);
void cfa_html_free(cfa_html *html);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_html, cfa_html_free)

/* An element's start; NULL after the last attribute. It is an element of its own if its kind has
 * no content (input, link, meta, br). */
void cfa_html_open(cfa_html *html, const char *name, ...) G_GNUC_NULL_TERMINATED;

/* The end of the innermost open element of this name, and of what is open in it. */
void cfa_html_close(cfa_html *html, const char *name);

void cfa_html_text(cfa_html *html, const char *text);

/* Start, text and end. */
void cfa_html_element(cfa_html *html, const char *name, const char *text, ...) G_GNUC_NULL_TERMINATED;

#endif
