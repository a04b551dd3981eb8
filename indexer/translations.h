/*
 * Translations: the file of a generation that says which stems of one language stand for which of another.
 *
 *     cfasearch-translations 1 <bytes of all that follows> <their SHA-256>
 *     # <TAB> a digest of what it was learned from
 *     ZEright ZEstrike <TAB> ZFdroit ZFgrev 0.90 …
 *     ZEstrike <TAB> ZFgrev 0.81 <TAB> ZShuelg 0.77 …
 *
 * The words are terms, as layout.h prefixes them, in byte order; an expression is the stems of its words,
 * stopwords left out, parted by single blanks. The translations of each stand best first within each
 * language. So the file is looked into with any pager, and searched where it lies, mapped, without being
 * read.
 *
 *     g_autoptr(cfa_translations) translations = cfa_translations_open(path, checksums, &error);
 *     cfa_translation found[CFA_TRANSLATIONS_MAX];
 *     const guint count = cfa_translations_find(translations, "ZEstrike", found);
 */
#ifndef CFA_TRANSLATIONS_H
#define CFA_TRANSLATIONS_H

#include "error.h"
#include "language.h"
#include "mapped_checksums.h"

enum {
    CFA_TRANSLATIONS_EACH = 10, /* of a word in each language */
    CFA_TRANSLATIONS_MAX = CFA_TRANSLATIONS_EACH * CFA_LANGUAGES,
    CFA_TRANSLATIONS_STEMS = 8 /* of an expression at most */
};

typedef struct cfa_translation {
    const char *term; /* "ZFgrev", or the terms of an expression; not ended by a NUL; borrowed */
    gsize length;
    cfa_language language;
    double probability; /* that this is the word meant, from 0 to 1 */
} cfa_translation;

typedef struct cfa_translations cfa_translations;

/* Maps a file, and checks that it is one and whole. `checksums` are those of it, borrowed,
 * or NULL. NULL with *error: CFA_CORRUPT "translations-corrupt" for a damaged one, CFA_IO "unreadable" where
 * there is none. */
cfa_translations *cfa_translations_open(const char *path, cfa_mapped_checksums *checksums, cfa_error *error);
void cfa_translations_free(cfa_translations *translations);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_translations, cfa_translations_free)

/* Reads all of it and compares it with its digest: for `check`, since it costs with the size of the file. A
 * line that is damaged in place is otherwise passed over when it is looked up. */
gboolean cfa_translations_verify(const cfa_translations *translations);

/* The translations of a stem's term: fills `found` and returns how many there are. `translations` may be
 * NULL: then none. */
guint cfa_translations_find(const cfa_translations *translations, const char *term,
                            cfa_translation found[static CFA_TRANSLATIONS_MAX]);

/* Whether it was learned from what has this digest. */
gboolean cfa_translations_are_of(const cfa_translations *translations, const char *digest);

/* Writes a file from its lines ("ZEstrike\tZFgrev 0.81"), in byte order and each ended by a newline, to the
 * disk. `digest` is that of what they were learned from. FALSE with CFA_IO. */
gboolean cfa_translations_write(const char *path, const char *digest, const GString *lines, cfa_error *error);

#endif
