/*
 * A principle: what the Committee has held again and again, in a sentence or some, as its Compilation of
 * decisions prints it, with the paragraphs of reports that applied it.
 *
 *     cfa_principle *principle = cfa_principle_new();
 *     … principle->text, cfa_principle_apply(principle, 9901, "Ruritania", 343, 469) …
 *     cfa_principle_name(principle, 1);
 *     puts(principle->id);                                        // "digest:2006/581"
 *
 * The same principle has the same identifier in every language and on every day. It is its number in the
 * Digest, where the page tells one (`digest:2006/581`). A principle that is new in the Compilation has none,
 * and the printed number of the Compilation is not on the page: then it is `principle:` and eight hexadecimal
 * digits of the hash of what no language changes, the paragraphs that applied it.
 */
#ifndef CFA_PRINCIPLE_H
#define CFA_PRINCIPLE_H

#include "language.h"

/* A paragraph that applied a principle. */
typedef struct cfa_applied {
    guint case_number;
    char *country; /* as the page prints it, or NULL */
    guint report, paragraph;
} cfa_applied;

typedef struct cfa_principle {
    char *id;
    char *source; /* the name of the source it was read from */
    char *url;    /* or NULL */
    cfa_language language;
    char *chapter; /* of the Compilation, "Right to strike", or NULL */
    char *heading; /* of the section of it, or NULL */
    char *text;
    GPtrArray *numbers; /* char *: its numbers in the Digest as identifiers, in the order of the page */
    GPtrArray *applied; /* cfa_applied *, in the order of the page, each once */
} cfa_principle;

cfa_principle *cfa_principle_new(void);
void cfa_principle_free(cfa_principle *principle);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_principle, cfa_principle_free)

/* Adds a paragraph that applied it, unless it is there; `country` (or NULL) is copied. */
void cfa_principle_apply(cfa_principle *principle, guint case_number, const char *country, guint report,
                         guint paragraph);

/* Gives it the identifier that goes with the rest of it. `occurrence` tells it, from 1 on, from others on its
 * page that the same paragraphs applied: they stand in the same order in every language. */
void cfa_principle_name(cfa_principle *principle, guint occurrence);

/* The paragraphs that applied it in one text that no language and no order changes:
 * "9901/343/469\n9902/346/1328\n". The caller frees. */
char *cfa_principle_basis(const cfa_principle *principle);

/* How it is cited in a language (English for an unknown one): "Digest of decisions, 2006, para. 581". The
 * caller frees. */
char *cfa_principle_cite(const cfa_principle *principle, cfa_language language);

/* Whether an identifier is one that a principle can have: of the Digest, the Compilation, or
 * "principle:0a1b2c3d". */
gboolean cfa_principle_is_id(const char *id);

#endif
