/*
 * The library, read: principles and listed cases by their identifiers. What several pages say of one thing is
 * joined here.
 *
 *     g_autoptr(cfa_library_entry) entry = cfa_library_principle(index, "digest:2006/581", CFA_FRENCH,
 *         &error);
 *     puts(entry->shown->text);                                            // in French, if there is any
 *     g_autoptr(cfa_listed_case) one = NULL;
 *     if (cfa_library_case(index, 2090, CFA_FRENCH, &one, &error) && one != NULL)
 *         puts(one->subject);
 *
 * An index without a library has none of them.
 */
#ifndef CFA_LIBRARY_ENTRY_H
#define CFA_LIBRARY_ENTRY_H

#include "index.h"

/* A principle, as all pages together tell of it. */
typedef struct cfa_library_entry {
    char *id;
    GPtrArray *wordings;        /* cfa_principle *: each different text of it, by language; at least one */
    const cfa_principle *shown; /* of them the one in the language preferred, else the first */
    GPtrArray *applied; /* cfa_applied *, borrowed: what applied it, each once, the newest report first */
    guint paragraphs;   /* how many different paragraphs they are */
} cfa_library_entry;

void cfa_library_entry_free(cfa_library_entry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_library_entry, cfa_library_entry_free)

/* Whether the library has a principle of this identifier. At the cost of a term that is looked up. FALSE with
 * *failure where it cannot be read. */
gboolean cfa_library_has_principle(const cfa_index *index, const char *id, xc_error *failure);

/* The principle that has a number, "581", in the latest edition of the Digest or the Compilation that the
 * library has of it: its identifier there, "digest:2006/581". NULL for none, or with *failure. The caller
 * frees. */
char *cfa_library_numbered(const cfa_index *index, const char *number, xc_error *failure);

/* A principle by any of its identifiers. NULL with *error: CFA_USAGE "bad-id" for what can be none;
 * CFA_NOT_FOUND "no-such-principle"; CFA_CORRUPT, CFA_IO. */
cfa_library_entry *cfa_library_principle(const cfa_index *index, const char *id, cfa_language preferred,
                                         cfa_error *error);

/* The principles that rest on a paragraph, cfa_library_entry *, at most CFA_LIBRARY_RESTING of them; the
 * caller unrefs. NULL with *error. */
enum { CFA_LIBRARY_RESTING = 50 };
GPtrArray *cfa_library_resting(const cfa_index *index, const char *report, guint paragraph,
                               cfa_language preferred, cfa_error *error);

/* Reads a listed case by its number: what the list in the language preferred says of it, else that in
 * another. *listed is the caller's, NULL where the case is in no list. FALSE with *error, and *listed
 * NULL. */
gboolean cfa_library_case(const cfa_index *index, guint number, cfa_language preferred,
                          cfa_listed_case **listed, cfa_error *error);

#endif
