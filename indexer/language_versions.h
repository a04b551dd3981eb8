/*
 * Language versions: a text that does not say which report or case it belongs to takes it from the same page
 * in another language. NORMLEX gives a page one number in all its languages; the page's number and paragraphs
 * that overlap tell which it is.
 *
 *     cfa_language_versions_tell_entries(entries, warnings);                       a build
 *     cfa_language_versions_tell_index(writer, numbers, touched, &told, &error);
 *         an update: those of all pages that came or went
 *     cfa_language_versions_settle_warnings(database, entries, warnings, &error);
 *
 * Nothing that a page says of itself is overridden. What was told is marked in the text and in its record, so
 * that it is told anew, or taken back, when another version comes, changes or goes. Where a text gets the
 * identifier of another by it (joined cases), the two become one; both are read again when another version
 * comes, changes or goes (changes.h).
 */
#ifndef CFA_LANGUAGE_VERSIONS_H
#define CFA_LANGUAGE_VERSIONS_H

#include "entry.h"
#include "remark.h"
#include "writer.h"

/* Tells the entries of a batch what others of it know, in the order of languages and identifiers, names them
 * anew, and takes the warnings away that say what is missing no more. Entries of one identifier are joined
 * before, so that as much is known of each as an index knows, and after it, since some may have got that of
 * another. */
void cfa_language_versions_tell_entries(const GPtrArray *entries, GPtrArray *warnings);

/* The same for what an index holds, as far as it belongs to pages of these numbers ("3112113" as keys). What
 * changes by it is written anew; its paragraphs ("394/83"), as they were and as they are, are added to
 * `touched`, a set of strings, and *changed tells whether there is any: which languages lack them is then
 * to be settled. FALSE with *error. */
gboolean cfa_language_versions_tell_index(cfa_writer *writer, GHashTable *numbers, GHashTable *touched,
                                          gboolean *changed, cfa_error *error);

/* Takes the warnings of entries away that say what is missing no more, after an index that holds them was
 * told. FALSE with *error. */
gboolean cfa_language_versions_settle_warnings(const xc_database *database, const GPtrArray *entries,
                                               GPtrArray *warnings, cfa_error *error);

/* Whether a text leads another that has its identifier, so that its words are those of both: one that says
 * its report itself leads one that was told it, and of two that were told it the one whose page has the lower
 * number, whichever came first. Each by what it was told and its pages. */
gboolean cfa_language_versions_leads(guint told, const GPtrArray *text_ids, guint other_told,
                                     const GPtrArray *other_text_ids);

/* Makes a text say what its page says alone. */
void cfa_language_versions_take_back(cfa_case_text *text);

/* Adds the numbers of pages ("3112113" of "3112113/en") to a set of strings (g_free). */
void cfa_language_versions_add_numbers(GHashTable *numbers, const GPtrArray *text_ids);

#endif
