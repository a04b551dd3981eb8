/* The nodes of a query's tree: made, freed, added to. What reads a query makes them, or makes a query of a
 * text (likeness.c, principle_answer.c); who plans one looks over them. */
#ifndef CFA_TREE_H
#define CFA_TREE_H

#include "query.h"

cfa_node *cfa_node_new(cfa_node_kind kind);
void cfa_node_free(gpointer node);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_node, cfa_node_free)

/* A copy of a node and of all below it. */
cfa_node *cfa_node_copy(const cfa_node *node);

/* Adds a child, which the parent then owns; a NULL child is none. */
void cfa_node_add(cfa_node *parent, cfa_node *child);

/* Adds the children of a part, which is taken, with its sign. */
void cfa_node_add_children(cfa_node *parent, cfa_node *part);

/* Puts a sign before a part that may have one: what is excluded from what is excluded is not. NULL is none.
 */
void cfa_node_set_sign(cfa_node *node, cfa_occurrence sign);

/* Adds a copy of a folded word. */
void cfa_node_add_word(cfa_node *node, const char *word);

/* What joins one part is that part, what joins none is none: NULL. Takes the node. */
cfa_node *cfa_node_unwrap(cfa_node *joining);

/* Adds the words of a node and of all below it, borrowed, in their order. */
void cfa_node_collect_words(const cfa_node *node, GPtrArray *words);

/* What tells a word, phrase or prefix from another; NULL for what is more than words. The caller frees. */
char *cfa_node_words_key(const cfa_node *node);

/* Whether one of the parts of a query is a citation. */
gboolean cfa_query_has_citation(const cfa_query *query);

#endif
