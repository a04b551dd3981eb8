/* What cfa-convert writes, whatever it reads: see convert.c for the files. */
#ifndef CFA_PAGES_H
#define CFA_PAGES_H

#include "corpus.h"

typedef struct cfa_pages cfa_pages;

/* Makes the folder and those on the way. NULL with *error. */
cfa_pages *cfa_pages_new(const char *folder, GError **error);
void cfa_pages_free(cfa_pages *pages);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_pages, cfa_pages_free)

/* Begins the next text: a paragraph's number, and the name that the collection has for it. */
void cfa_pages_add(cfa_pages *pages, const char *name);

/* The page of the text begun last in one language. An empty text has no page. FALSE with *error. */
gboolean cfa_pages_add_text(cfa_pages *pages, cfa_language language, const char *text, GError **error);

void cfa_pages_add_question(cfa_pages *pages, cfa_language language, const char *topic, const char *question);
void cfa_pages_add_judgement(cfa_pages *pages, const char *topic, const char *name, const char *grade);

/* Writes all that is not a page. FALSE with *error. */
gboolean cfa_pages_finish(cfa_pages *pages, GError **error);

#endif
