/*
 * Siblings: in which languages an index has each paragraph. A document says by the filter MISSING in which
 * its paragraph is not there, so that a search of all languages reads a paragraph in the language asked in,
 * and in another only where that one is missing.
 *
 *     g_autoptr(cfa_siblings) siblings = cfa_siblings_new();
 *     cfa_siblings_read(siblings, database, &error);                        what is there already
 *     cfa_siblings_add(siblings, "394/83", CFA_FRENCH);
 *     missing = cfa_siblings_missing(siblings, "394/83");                   of English, French and Spanish
 *
 * It takes some 70 bytes for each paragraph, whatever its languages. Reading from several threads is fine
 * while none adds.
 */
#ifndef CFA_SIBLINGS_H
#define CFA_SIBLINGS_H

#include "layout.h"

typedef struct cfa_siblings cfa_siblings;

cfa_siblings *cfa_siblings_new(void);
void cfa_siblings_free(cfa_siblings *siblings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_siblings, cfa_siblings_free)

/* Adds a language of a paragraph; the unknown language is none. The identifier is copied. */
void cfa_siblings_add(cfa_siblings *siblings, const char *paragraph, cfa_language language);

/* Adds every paragraph of a database. FALSE with *error when it cannot be read. */
gboolean cfa_siblings_read(cfa_siblings *siblings, const xc_database *database, cfa_error *error);

/* The languages in which a paragraph is not there; all of them for one that was never added. */
cfa_language_set cfa_siblings_missing(const cfa_siblings *siblings, const char *paragraph);

#endif
