/*
 * Patterns: regular expressions over what people type, each made when it is first asked for.
 *
 *     static gsize made;
 *     const GRegex *pattern = cfa_pattern_once(&made, PATTERN_OPEN "latest\\s+report" PATTERN_CLOSE);
 */
#ifndef CFA_PATTERN_H
#define CFA_PATTERN_H

#include <glib.h>

/* A pattern that opens and closes with these is of the whole text, but for its punctuation. */
#define PATTERN_OPEN "^[\\s(\\[¿]*"
#define PATTERN_CLOSE "[\\s)\\].,;?!]*$"
#define PATTERN_REPORT "(?:reports?|rapports?|informes?)"

/* The pattern that is kept in a place, which has to be static and to be zero at first; the same for small
 * letters and capitals. Never freed. */
const GRegex *cfa_pattern_once(gsize *place, const char *pattern);

/* Whether a text has one of these parts in it, which end in NULL, in small letters or capitals: a pattern
 * takes longer to make than most questions to be read. */
gboolean cfa_pattern_has_any(const char *text, const char *const *parts);

#endif
