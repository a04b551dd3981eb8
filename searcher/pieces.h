/*
 * Pieces: what a query is cut into before it is understood. Inside the searcher only.
 *
 *     gboolean is_citation;
 *     g_autoptr(GArray) pieces = cfa_pieces_cut("+strike NEAR/5 \"peaceful picket\"", &is_citation);
 *
 * What reads as a citation is a piece first; all between is cut by blanks, quotation marks and brackets.
 */
#ifndef CFA_PIECES_H
#define CFA_PIECES_H

#include "query.h"

typedef enum cfa_piece_kind {
    CFA_PIECE_END,    /* what stands behind the last one */
    CFA_PIECE_TEXT,   /* anything between blanks: words, a field, a prefix */
    CFA_PIECE_PHRASE, /* between two quotation marks, which are not in it */
    CFA_PIECE_OPEN,
    CFA_PIECE_CLOSE,
    CFA_PIECE_AND,
    CFA_PIECE_OR,
    CFA_PIECE_NOT,
    CFA_PIECE_NEAR,
    CFA_PIECE_CITATION,
    CFA_PIECE_PARAGRAPHS /* of the case before it, or of any report: those of its citation, by number alone */
} cfa_piece_kind;

typedef struct cfa_piece {
    cfa_piece_kind kind;
    const char *text; /* borrowed from the query; NULL for brackets and citations */
    gsize length;
    cfa_occurrence occurrence; /* a sign stood before it */
    guint distance;            /* NEAR */
    cfa_citation citation;
} cfa_piece;

/* Cuts a query (valid UTF-8), which must outlive what it is cut into: a new GArray of cfa_piece.
 * `is_citation`: there is nothing but citations in it. */
GArray *cfa_pieces_cut(const char *text, gboolean *is_citation);

/* Whether a text has any quotation mark. */
gboolean cfa_pieces_have_quotation(const char *text);

/* A text without the quotation marks of its phrases, single ones apart, which may be apostrophes; NULL where
 * there are none, or the value of a field may need them. The caller frees. */
char *cfa_pieces_without_quotation(const char *text);

/* What stands between the quotation marks of a text that is wholly in them; else the text as it is, without
 * the blanks around it. The caller frees. */
char *cfa_piece_unquoted(const char *text, gsize length);

/* A value as the query language has it: in quotation marks where there is a blank in it. The caller frees. */
char *cfa_piece_quoted(const char *value);

#endif
