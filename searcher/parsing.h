/*
 * A parse under way: what reading the tree of a query (query.c), its fields (query_fields.c) and a citation
 * alone (query_citation.c) have in common.
 */
#ifndef CFA_PARSING_H
#define CFA_PARSING_H

#include "pieces.h"

typedef struct cfa_parsing {
    GArray *pieces;    /* cfa_piece */
    guint at;          /* the one to read next */
    GPtrArray *unread; /* char *: what is no field though it begins as one, as query.h has it */
} cfa_parsing;

/* A text in valid UTF-8 and NFC, with blanks of one kind, those of pages that were set in type too, and
 * without characters of no width, which may stand between a letter and its accent. The caller frees. */
char *cfa_parsing_plain(const char *text, gsize length);

/* Cuts a plain text as it reads without what only asks and its idioms. *read is that, or NULL where it has
 * none of those, the caller's to free: the pieces borrow from it. */
GArray *cfa_parsing_cut(const char *text, char **read, gboolean *is_citation);

/* A piece by its number, and the one to read next: CFA_PIECE_END behind the last. */
const cfa_piece *cfa_parsing_at(const cfa_parsing *parse, guint at);
const cfa_piece *cfa_parsing_next(const cfa_parsing *parse);

/* The value of a field, `length` bytes of a piece which was taken, without its quotation marks; with the
 * pieces behind it that go on with the name of a country, which are taken, too: *length is all of it. The
 * caller frees. */
char *cfa_parsing_value(cfa_parsing *parse, cfa_field field, const char *value, gsize *length);

/* The field that begins with a piece which was taken, with the values that go on with it, which are taken,
 * too. NULL where there is neither a field nor a value; then what begins as one is unread. */
cfa_node *cfa_parsing_field(cfa_parsing *parse, const cfa_piece *one);

#endif
