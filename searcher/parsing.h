/*
 * A parse under way: what reading the tree of a query (query.c) and its fields (query_fields.c) have in
 * common.
 */
#ifndef CFA_PARSING_H
#define CFA_PARSING_H

#include "pieces.h"

typedef struct cfa_parsing {
    GArray *pieces;    /* cfa_piece */
    guint at;          /* the one to read next */
    GPtrArray *unread; /* char *: what is no field though it begins as one, as query.h has it */
} cfa_parsing;

/* A piece by its number, and the one to read next: CFA_PIECE_END behind the last. */
const cfa_piece *cfa_parsing_at(const cfa_parsing *parse, guint at);
const cfa_piece *cfa_parsing_next(const cfa_parsing *parse);

/* The field that begins with a piece which was taken, with the values that go on with it, which are taken,
 * too. NULL where there is neither a field nor a value; then what begins as one is unread. */
cfa_node *cfa_parsing_field(cfa_parsing *parse, const cfa_piece *one);

#endif
