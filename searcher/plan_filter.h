/*
 * The filters of a plan: fields and citations as queries of libxapian that find and weigh nothing.
 *
 *     xc_query *in = cfa_plan_filter(CFA_FILTER_LANGUAGE, "fr", &failure);
 *     xc_query *field = cfa_plan_field(database, node, &failure);
 *
 * Each is the caller's to combine or free. NULL with *error when libxapian fails.
 */
#ifndef CFA_PLAN_FILTER_H
#define CFA_PLAN_FILTER_H

#include "layout.h"
#include "query.h"

/* What is under a value of a filter. */
xc_query *cfa_plan_filter(cfa_filter filter, const char *value, xc_error *error);

/* What a FIELD node asks for. */
xc_query *cfa_plan_field(const xc_database *database, const cfa_node *node, xc_error *error);

/* Whether a FIELD node is a range, of which the value of each paragraph is read; and in how many paragraphs
 * what it is not is, but for what is cited, which is not counted. */
gboolean cfa_plan_is_range(const cfa_node *node);
guint cfa_plan_field_frequency(const xc_database *database, const cfa_node *node, xc_error *error);

/* The paragraphs of a citation; of the books, which are not in the index, what cites them. */
xc_query *cfa_plan_citation(const xc_database *database, const cfa_citation *citation, xc_error *error);

/* Texts in some languages; NULL, too, where all are wanted and there is nothing to filter. */
xc_query *cfa_plan_languages(cfa_language_set languages, xc_error *error);

#endif
