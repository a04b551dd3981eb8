/*
 * Asking: what of a question only asks, and is not asked for.
 *
 *     cfa_asking_about("What has the Committee said about strikes?");        // "strikes?"
 *     cfa_asking_is_word(CFA_LANGUAGE_BIT(CFA_FRENCH), "quels");             // TRUE
 */
#ifndef CFA_ASKING_H
#define CFA_ASKING_H

#include "language.h"

/* What a text, valid UTF-8, asks about: what stands behind the words that ask what the Committee said, in any
 * of the languages; all of it where there are none, or nothing behind them. Borrowed from the text. */
const char *cfa_asking_about(const char *text);

/* Whether a folded word only asks in one of these languages, without being a stopword of its texts. */
gboolean cfa_asking_is_word(cfa_language_set languages, const char *word);

#endif
