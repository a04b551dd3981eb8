/*
 * What a run says, on standard error: lines for a person, or for a log.
 *
 *     cfa_log("rejected: a.html: there is nothing in it (at byte 0) [empty]\npublished generation 7: …\n");
 *
 * To systemd's journal each line tells, by a mark that the journal takes off again, how grave it is, so that `journalctl -p warning`
 * shows what was refused, and `-p err` why a run failed.
 */
#ifndef CFA_LOG_H
#define CFA_LOG_H

/* Prints whole lines, each with its end. */
void cfa_log(const char *lines);

#endif
