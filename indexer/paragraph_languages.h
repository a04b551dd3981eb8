/*
 * The languages of paragraphs: in which of them an index has each. A document says by the filter MISSING in
 * which its paragraph is not there, so that a search of all languages reads a paragraph in the language asked
 * in, and in another only where that one is missing.
 *
 *     g_autoptr(cfa_paragraph_languages) languages = cfa_paragraph_languages_new();
 *     cfa_paragraph_languages_read(languages, database, &error);          what is there already
 *     cfa_paragraph_languages_add(languages, "394/83", CFA_FRENCH);
 *     missing = cfa_paragraph_languages_missing(languages, "394/83");     of English, French and Spanish
 *
 * It takes some 70 bytes for each paragraph, whatever its languages. Reading from several threads is fine
 * while none adds.
 */
#ifndef CFA_PARAGRAPH_LANGUAGES_H
#define CFA_PARAGRAPH_LANGUAGES_H

#include "layout.h"

typedef struct cfa_paragraph_languages cfa_paragraph_languages;

cfa_paragraph_languages *cfa_paragraph_languages_new(void);
void cfa_paragraph_languages_free(cfa_paragraph_languages *languages);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_paragraph_languages, cfa_paragraph_languages_free)

/* Adds a language of a paragraph; the unknown language is none. The identifier is copied. */
void cfa_paragraph_languages_add(cfa_paragraph_languages *languages, const char *paragraph,
                                 cfa_language language);

/* Adds every paragraph of a database. FALSE with *error when it cannot be read. */
gboolean cfa_paragraph_languages_read(cfa_paragraph_languages *languages, const xc_database *database,
                                      cfa_error *error);

/* The languages in which a paragraph is not there; all of them for one that was never added. */
cfa_language_set cfa_paragraph_languages_missing(const cfa_paragraph_languages *languages,
                                                 const char *paragraph);

#endif
