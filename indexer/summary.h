/*
 * The summary of a run: what was read, what was made of it, what was refused and why. As text for a person
 * and a log, or as one JSON object.
 */
#ifndef CFA_SUMMARY_H
#define CFA_SUMMARY_H

#include "batch.h"
#include "changes.h"

typedef struct cfa_summary {
    const char *command;
    guint64 generation; /* in service after the run */
    gboolean published;
    gboolean dry_run;        /* the changes are those that would have been made */
    double seconds;          /* of the whole run */
    double seconds_learning; /* of them, for what is derived of the database; 0 where nothing was published */
    guint case_texts, paragraphs;   /* in service after the run */
    guint principles, listed_cases; /* the same */
    guint64 bytes_text;             /* of the paragraphs that were read */
    const cfa_batch *batch;
    const cfa_changes *changes;
} cfa_summary;

/* As lines of text, refused sources first, or that there are none at all, then warnings, then one line for
 * the run. `quiet` leaves the first alone. New; the caller frees. */
char *cfa_summary_text(const cfa_summary *summary, gboolean quiet);

/* As one line of JSON, with its end. New; the caller frees. */
char *cfa_summary_json(const cfa_summary *summary);

/* In place of a summary, for a run that failed: as one line of JSON, with its end. New; the caller frees.
 *
 *     {"schema":1,"command":"update","error":{"code":"locked","reason":"…"}} */
char *cfa_summary_failed_json(const char *command, const cfa_error *error);

#endif
