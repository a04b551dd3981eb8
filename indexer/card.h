/*
 * A card: one thing of the library on its way into it, or back out of it. A principle in one language, or a
 * listed case, with the page that says so.
 *
 *     cfa_card *card = cfa_card_of_principle(principle, digest, document);
 *     cfa_card_fill(card, stemmer, xapian_document, &error);
 */
#ifndef CFA_CARD_H
#define CFA_CARD_H

#include "library_database.h"

typedef struct cfa_card {
    char *digest;   /* by which its source is known, of CFA_LAYOUT_DIGEST digits */
    guint document; /* the number of its source in the order of reading; G_MAXUINT for one that was not read
                       now */
    char *source;   /* its name */
    char *id;       /* "digest:2006/581", "case:9901" */
    cfa_language language;
    char *record; /* one JSON object */
} cfa_card;

/* A card for what was read; all is copied. */
cfa_card *cfa_card_of_principle(const cfa_principle *principle, const char *digest, guint document);
cfa_card *cfa_card_of_case(const cfa_listed_case *one, const char *digest, guint document);

/* A card that a library has. NULL with *error. */
cfa_card *cfa_card_stored(const xc_database *library, xc_docid docid, cfa_error *error);
void cfa_card_free(cfa_card *card);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_card, cfa_card_free)

/* The order of cards in a library, whatever the order of reading: for g_ptr_array_sort(). */
int cfa_card_compare(gconstpointer a, gconstpointer b);

/* Puts all that the library holds of it into an empty document. FALSE with *error. */
gboolean cfa_card_fill(const cfa_card *card, cfa_stemmer *stemmer, xc_document *document, cfa_error *error);

#endif
