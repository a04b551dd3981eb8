/*
 * ILO Conventions: which of them a text names, in three languages.
 *
 *     g_autoptr(GArray) named = cfa_convention_scan(text, strlen(text));
 *     for (guint i = 0; i < named->len; i++)
 *         printf("%u\n", g_array_index(named, guint, i));                       // 87, then 98
 *
 * Read are "Convention No. 87", "Conventions Nos 87, 98 and 135", "Convention 87", "convention no 87",
 * "convenio internacional del trabajo núm. 87", the title with its number ("the Freedom of Association and
 * Protection of the Right to Organise Convention, 1948 (No. 87)", "el Convenio sobre la libertad sindical y
 * la protección del derecho de sindicación, 1948 (núm. 87)"), and the code ("C87", "C087", "C.87").
 */
#ifndef CFA_CONVENTION_H
#define CFA_CONVENTION_H

#include <glib.h>

enum {
    /* The highest number that is read in a text. 191 had been adopted by 2024, and one or two are in most
     * years; a higher number is that of a collective agreement, which French and Spanish call by the same
     * word. */
    CFA_CONVENTION_LAST = 199
};

/* The Conventions that `text` (valid UTF-8) names by number: guint, each once, the lowest first; a new array.
 * Recommendations, collective agreements and the conventions of other bodies are not named, where the text
 * says which they are; numbers of laws and files ("Convention No. 12/2005") neither. Takes time in proportion
 * to the text. */
GArray *cfa_convention_scan(const char *text, gsize length);

/* Whether the whole of `text` is the code of a Convention, "C87", "c087" or "C.87", and which; what may be no
 * code in running text, as "C9", is none. */
gboolean cfa_convention_code(const char *text, gsize length, guint *number);

/* Whether the whole of `text` is what a person calls a Convention by, where nothing else can be meant: "87",
 * "087", "C87", "c087", "C.87", "C 9", "No. 87", "núm. 87"; and which. */
gboolean cfa_convention_parse(const char *text, guint *number);

#endif
