/*
 * A catalogue entry: one thing of the library on its way into it, or back out of it. A principle in one
 * language, or a listed case, with the page that says so.
 *
 *     cfa_catalogue_entry *entry = cfa_catalogue_entry_of_principle(principle, digest, document);
 *     cfa_catalogue_entry_fill(entry, stemmer, xapian_document, &error);
 */
#ifndef CFA_CATALOGUE_ENTRY_H
#define CFA_CATALOGUE_ENTRY_H

#include "library_database.h"

typedef struct cfa_catalogue_entry {
    char *digest;   /* by which its source is known, of CFA_LAYOUT_DIGEST digits */
    guint document; /* the number of its source in the order of reading; G_MAXUINT for one that was not read
                       now */
    char *source;   /* its name */
    char *id;       /* "digest:2006/581", "case:9901" */
    cfa_language language;
    char *record; /* one JSON object */
} cfa_catalogue_entry;

/* An entry for what was read; all is copied. */
cfa_catalogue_entry *cfa_catalogue_entry_of_principle(const cfa_principle *principle, const char *digest,
                                                      guint document);
cfa_catalogue_entry *cfa_catalogue_entry_of_case(const cfa_listed_case *one, const char *digest,
                                                 guint document);

/* An entry that a library has. NULL with *error. */
cfa_catalogue_entry *cfa_catalogue_entry_stored(const xc_database *library, xc_docid docid, cfa_error *error);
void cfa_catalogue_entry_free(cfa_catalogue_entry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_catalogue_entry, cfa_catalogue_entry_free)

/* The order of entries in a library, whatever the order of reading: for g_ptr_array_sort(). */
int cfa_catalogue_entry_compare(gconstpointer a, gconstpointer b);

/* Puts all that the library holds of it into an empty document. FALSE with *error. */
gboolean cfa_catalogue_entry_fill(const cfa_catalogue_entry *entry, cfa_stemmer *stemmer,
                                  xc_document *document, cfa_error *error);

#endif
