/* The nodes of a query's tree: made, freed, added to. Only query.c, query_print.c and fields.c make them. */
#ifndef CFA_TREE_H
#define CFA_TREE_H

#include "query.h"

cfa_node *cfa_node_new(cfa_node_kind kind);
void cfa_node_free(gpointer node);

/* Adds a child, which the parent then owns; a NULL child is none. */
void cfa_node_add(cfa_node *parent, cfa_node *child);

/* Adds a copy of a folded word. */
void cfa_node_add_word(cfa_node *node, const char *word);

/* A field by its name in the query language, "in" and "section" alike; FALSE for no such field. */
gboolean cfa_field_find(const char *name, gsize length, cfa_field *field);
const char *cfa_field_name(cfa_field field);

/* A FIELD node for a value or a range "1..2"; NULL when the field cannot have that value. */
cfa_node *cfa_field_node(cfa_field field, const char *value);

#endif
