/*
 * The history of a case: every report it was in, in order of time, with what the Committee recommended and
 * how long each step took.
 *
 *     g_autoptr(cfa_history) history = cfa_history_read(index, "2090", CFA_FRENCH, &error);
 *     for (guint i = 0; i < history->examinations->len; i++) {
 *         const cfa_examination *one = g_ptr_array_index(history->examinations, i);
 *         puts(one->text->record->case_text_id);
 *     }
 *
 * Of each case text one record is read, and those of its recommendations.
 */
#ifndef CFA_HISTORY_H
#define CFA_HISTORY_H

#include "lookup.h"

enum { CFA_HISTORY_EXTRACT = 4000 }; /* bytes of a recommendation that a list of all shows */

/* One report's text on the case, or on several joined ones. */
typedef struct cfa_examination {
    cfa_text_found *text;
    GPtrArray *recommendations; /* cfa_record *, its paragraphs of that section by number, in the language of
                                   the text */
    cfa_interval interval; /* since the complaint for the first one, since the one before for the others */
} cfa_examination;

typedef struct cfa_history {
    cfa_case about; /* as the latest text has it that knows, else a list of cases: country and code,
                       complaint, status; its country is borrowed */
    guint statuses; /* a bit (1 << status) for each known one that some page gives: they may have been saved
                       at different times */
    cfa_listed_case *listed; /* what a list of cases says of it; NULL for none */
    const char *subject; /* of the earliest text that has one, else of the list, borrowed; NULL for none */
    cfa_language subject_language;
    GArray *joined;          /* guint: the other cases of these texts, ascending */
    GPtrArray *examinations; /* cfa_examination *, by date and report; unknown dates behind all others */
    guint total;    /* examinations there are: of more than CFA_LOOKUP_CASE_TEXTS the oldest are here */
    guint cited_by; /* paragraphs that cite the case or one of its texts */
} cfa_history;

void cfa_history_free(cfa_history *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_history, cfa_history_free)

/* The number of a case as people write it: "2090", "case:2090", "Case No. 2090", "cas no 2090"; 0 for what is
 * none. */
guint cfa_history_parse(const char *id);

/* The history of a case, its texts in the preferred language where the index has them in it. NULL with
 * *error: CFA_USAGE "bad-case" for what is no case's number; CFA_NOT_FOUND "no-such-case", "case-only-listed"
 * where the index has nothing but its line in a list of cases, "case-only-cited" where it has nothing but
 * texts that cite it; otherwise as cfa_search. */
cfa_history *cfa_history_read(const cfa_index *index, const char *id, cfa_language preferred,
                              cfa_error *error);

/* Whether pages disagree on the case's status. */
gboolean cfa_history_disagrees(const cfa_history *history);

#endif
