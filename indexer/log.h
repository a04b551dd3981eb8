/*
 * What a run says, on standard error: lines for a person, or for a log.
 *
 *     cfa_log("rejected: a.html: there is nothing in it (at byte 0) [empty]\npublished generation 7: …\n");
 *
 * To systemd's journal each line tells, by a mark that the journal takes off again, how grave it is, so that
 * `journalctl -p warning` shows what was refused, and `-p err` why a run failed.
 */
#ifndef CFA_LOG_H
#define CFA_LOG_H

#include "error.h"

/* Prints whole lines, each with its end. */
void cfa_log(const char *lines);

/* Adds at most `most` letters of a text in valid UTF-8 to a line: a control character, or one that turns the
 * direction of writing, becomes U+FFFD, so that neither a name nor a page can steer a terminal. */
void cfa_log_add_text(GString *line, const char *text, guint most);

/* Adds the line of a refused source: its name, why, where, and the code. */
void cfa_log_add_rejected(GString *lines, const char *source, const cfa_error *error);

/* Adds the line of something odd in a source: its name, what, and the code. It has no end yet. */
void cfa_log_add_warning(GString *line, const char *source, const cfa_error *warning);

#endif
