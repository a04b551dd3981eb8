/*
 * The forward index: the stems of one paragraph, in a value of its document. A posting list tells which
 * paragraphs have a stem; this tells which stems a paragraph has, for what looks at a few hundred paragraphs
 * whole, in a fiftieth of the time that libxapian's term lists take.
 *
 *     cfa_forward *forward = cfa_forward_new();
 *     cfa_forward_add(forward, "ZEstrike");                            for each word, as often as it is there
 *     bytes = cfa_forward_encode(forward, &head, &size);               the value of slot FORWARD
 *
 *     cfa_forward_reader reader;
 *     cfa_forward_open(&reader, bytes, size);
 *     while (cfa_forward_next(&reader, &entry))
 *         … entry.key == cfa_forward_key("ZEstrike") …
 *
 * The value is, in variable bytes (seven bits a byte, the lowest first, the eighth set on all but the last):
 * the language, the section, the case text, the order of slot NEWEST, and for each stem in the order of keys
 * the step from the key before, doubled, and one more where a count above 1 follows. A key is 32 bits of the
 * stem's term, so that two stems of a paragraph are one in one of some million paragraphs.
 */
#ifndef CFA_FORWARD_H
#define CFA_FORWARD_H

#include "corpus.h"

/* What is told of a paragraph before its stems. */
typedef struct cfa_forward_head {
    cfa_language language;
    cfa_section section;
    guint32 case_text; /* cfa_forward_key() of its run, "394/70-95": the same in every paragraph of it */
    guint64 order;     /* of the newest first: the larger, the earlier it comes among equals */
} cfa_forward_head;

/* A stem of a paragraph. */
typedef struct cfa_forward_entry {
    guint32 key, count;
} cfa_forward_entry;

/* The key of a stem's term, or of any other name: its FNV-1a hash (Fowler, Noll, Vo; draft-eastlake-fnv). */
guint32 cfa_forward_key(const char *term);

typedef struct cfa_forward cfa_forward;

cfa_forward *cfa_forward_new(void);
void cfa_forward_free(cfa_forward *forward);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_forward, cfa_forward_free)

/* Counts a stem's term once more. */
void cfa_forward_add(cfa_forward *forward, const char *term);

/* What was added, as bytes, and empties it for the next paragraph. Borrowed until the next call. */
const char *cfa_forward_encode(cfa_forward *forward, const cfa_forward_head *head, gsize *size);

/* A value being read; the bytes are borrowed. */
typedef struct cfa_forward_reader {
    const guint8 *at, *end;
    cfa_forward_head head;
    guint32 key; /* of the last entry */
} cfa_forward_reader;

/* Begins to read a value. FALSE when it is none, and then it has no entries. */
gboolean cfa_forward_open(cfa_forward_reader *reader, const char *bytes, gsize size);

/* The next entry, by rising key; FALSE at the end, or where the bytes end too early or are no entry. */
gboolean cfa_forward_next(cfa_forward_reader *reader, cfa_forward_entry *entry);

#endif
