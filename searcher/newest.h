/*
 * Newest: questions for what is newest. What they may mean depends on what the index has, so that it is never
 * read as that, but offered (suggest.h), with the names that fields have in a language.
 *
 *     cfa_newest_years("the last five years");                            // 5
 *     cfa_newest_offer_years("the last five years", 2023, CFA_ENGLISH);   // "year:2018.."
 *     cfa_newest_is_asked("latest report");                               // TRUE
 *     cfa_newest_offer("latest report", 404, 2023, CFA_ENGLISH);          // "report:404"
 *
 * What has a quotation mark asks for nothing newest.
 */
#ifndef CFA_NEWEST_H
#define CFA_NEWEST_H

#include "language.h"

/* How many years a text asks for that reach back from the newest; 0 where for none. */
guint cfa_newest_years(const char *text);

/* The text with these years as a filter; NULL where it asks for none such, or `newest` is 0 since no year is
 * known. The caller frees. */
char *cfa_newest_offer_years(const char *text, guint newest, cfa_language language);

/* Whether a text asks for the newest texts: "latest report", "les cas les plus récents sur la grève". */
gboolean cfa_newest_is_asked(const char *text);

/* What such a text may mean: of "latest report" the newest one; of "latest cases on strikes" the rest of it
 * since the year before the newest, "strikes year:2022..". NULL for any other text, and where the rest
 * ends in a year of its own. The caller frees. */
char *cfa_newest_offer(const char *text, guint report, guint year, cfa_language language);

#endif
