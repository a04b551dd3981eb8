/*
 * Items: what a list has a row for and a bibliography an entry, whether a search found it or it was asked for
 * by its identifier.
 *
 *     g_autoptr(GArray) items = cfa_items_of_answer(answer);
 *     for (guint i = 0; i < items->len; i++)
 *         puts(g_array_index(items, cfa_item, i).id);
 */
#ifndef CFA_FORMAT_ITEM_H
#define CFA_FORMAT_ITEM_H

#include "browse.h"
#include "history.h"
#include "report_contents.h"

/* All of it is borrowed from what it is of. */
typedef struct cfa_item {
    guint rank; /* from 1; 0 where nothing was searched */
    const char *id;
    const cfa_record *record; /* the paragraph; of a case text the best one */
    gboolean case_text;       /* it is the case text, not the paragraph */
    cfa_language_set languages;
    const GPtrArray *snippet; /* cfa_run *; NULL where the whole paragraph is to be shown */
} cfa_item;

/* New, and the caller's to unref; good as long as what they are of. */
GArray *cfa_items_of_answer(const cfa_answer *answer);
GArray *cfa_items_of_reading(const cfa_reading *reading);
GArray *cfa_items_of_case_text(const cfa_whole_text *whole);
GArray *cfa_items_of_history(const cfa_history *history);
GArray *cfa_items_of_report(const cfa_report_contents *contents);

/* The words that are shown of it. The caller frees. */
char *cfa_item_text(const cfa_item *item);

/* A name for it in a bibliography or of a file, of letters, digits and hyphens alone, from its identifier and
 * as lasting: "cfa-394-83-en". The caller frees. */
char *cfa_item_key(const char *id);

#endif
