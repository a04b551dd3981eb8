/*
 * Shortlist: the first paragraphs that a query finds, as libxapian weighs them, and of no case text more than
 * are wanted. Equal ones stand in order of time, the newest first, and of one time by what they are called,
 * whatever the index was made of and in which order.
 *
 *     const cfa_shortlist_request wanted = {.query = query, .each = 3, .most = 150};
 *     g_autoptr(cfa_shortlist) list = cfa_shortlist_find(index, &wanted, &error);
 *     const cfa_shortlist_entry *first = &g_array_index(list->entries, cfa_shortlist_entry, 0);
 *
 * libxapian's own grouping reads a value of each paragraph that may be listed, and one more of each for its
 * time: that takes most of a search. The columns of the generation (columns.h) tell both, so that libxapian
 * is asked for paragraphs alone, some more than are wanted. Their documents are numbered in order of time,
 * and of equal ones it lists the highest numbers first. Where there are no columns, since several databases
 * are one index, it groups.
 */
#ifndef CFA_SHORTLIST_H
#define CFA_SHORTLIST_H

#include "index.h"

typedef struct cfa_shortlist_request {
    const xc_query *query; /* borrowed during the call */
    gboolean is_counted;   /* how many groups are found is counted elsewhere, and not estimated here */
    gboolean by_paragraph; /* a group is a paragraph in all its languages, else a case text in all of them */
    guint each;            /* paragraphs of a group, at least 1 */
    guint most;            /* paragraphs of all, at least 1 */
} cfa_shortlist_request;

typedef struct cfa_shortlist_entry {
    xc_docid docid;
    double weight;
    guint32 group; /* the same number for those of one group */
} cfa_shortlist_entry;

typedef struct cfa_shortlist {
    GArray *entries;               /* cfa_shortlist_entry, the heaviest first */
    guint lower, estimated, upper; /* groups that are found, listed or not */
    guint paragraphs;              /* … and paragraphs at most */
    const cfa_index *index;        /* borrowed */
    cfa_slot slot;                 /* that names the groups */
} cfa_shortlist;

/* NULL with *error: as the database and its columns have it. */
cfa_shortlist *cfa_shortlist_find(const cfa_index *index, const cfa_shortlist_request *request,
                                  cfa_error *error);
void cfa_shortlist_free(cfa_shortlist *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_shortlist, cfa_shortlist_free)

/* The name of an entry's group, "394/70-95" or "394/83": read from the index, the caller's to free. NULL with
 * *error. */
char *cfa_shortlist_name(const cfa_shortlist *list, guint i, cfa_error *error);

#endif
