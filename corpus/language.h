/*
 * The three languages of the reports, and how a text shows which one it is in.
 *
 *     cfa_language language = cfa_language_detect(text, strlen(text));
 *     puts(cfa_language_code(language));            // "fr", or NULL where the text does not tell
 */
#ifndef CFA_LANGUAGE_H
#define CFA_LANGUAGE_H

#include <glib.h>

typedef enum cfa_language { CFA_LANGUAGE_UNKNOWN, CFA_ENGLISH, CFA_FRENCH, CFA_SPANISH } cfa_language;

enum { CFA_LANGUAGES = 3 }; /* they number 1 to 3: for (int l = 1; l <= CFA_LANGUAGES; l++) */

/* A set of languages, a bit for each. */
typedef guint cfa_language_set;
#define CFA_LANGUAGE_BIT(language) (1u << (language))
#define CFA_EVERY_LANGUAGE (CFA_LANGUAGE_BIT(1) | CFA_LANGUAGE_BIT(2) | CFA_LANGUAGE_BIT(3))

/* Those that something of a language may be in: that one, or every one where it is unknown. */
cfa_language_set cfa_language_candidates(cfa_language language);

/* "en", "fr", "es"; NULL for unknown. Static. */
const char *cfa_language_code(cfa_language language);

/* The language of a two-letter code in any case ("FR"); unknown for anything else, NULL included. */
cfa_language cfa_language_parse(const char *code);

/* The language of a running text by its function words. Unknown when the text is too short or too mixed to
 * tell (fewer than five function words, or a lead below a quarter over the second). Reads at most the first
 * 64 KiB. */
cfa_language cfa_language_detect(const char *text, gsize length);

#endif
