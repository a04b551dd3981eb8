/*
 * What the tests of indexer and searcher share: a folder that goes away again, case texts of invented
 * parties, and a small index made of them.
 *
 *     cfa_index *index = support_index_by(support_publish_disputes);
 *     g_autofree char *ids = support_search_ids(index, &request);              // "401/10-14/en 402/20-22/en"
 *     support_index_free(index);
 *
 * Whatever fails here fails the test that called it.
 */
#ifndef SUPPORT_H
#define SUPPORT_H

#include "batch.h"
#include "search.h"
#include "writer.h"

/* A new, empty folder; and its removal with all that is in it. */
char *support_folder_new(void);
void support_folder_free(char *folder);

/* A folder for a test, or for a group of them, from its setup to its teardown. */
extern char *support_folder;
int support_make_folder(void **state);
int support_remove_folder(void **state);

/* Writes a file below the folder, or reads one (NULL where there is none); makes the folders on its way. */
void support_write(const char *folder, const char *name, const char *text);
char *support_read(const char *folder, const char *name);
gboolean support_exists(const char *folder, const char *name);

/* A case text of a report, 0 for an unknown one, in a language; `date` as "2023-03", or "". The caller
 * frees. */
cfa_case_text *support_text_new(guint report, cfa_language language, const char *date);

/* Adds a case, with the code that the table has for the country's name. */
void support_add_case(cfa_case_text *text, guint number, const char *country, cfa_case_status status);

/* Adds a paragraph; `cites` are identifiers parted by blanks, or NULL. */
void support_add_paragraph(cfa_case_text *text, guint number, cfa_section section, const char *words,
                           const char *cites);

/* Adds conclusions of so many paragraphs, numbered from 1. */
void support_add_conclusions(cfa_case_text *text, const char *const *words, guint count);

/* Writes a page below the folder as NORMLEX prints it, in English: what a report says on a case of
 * Ruritania, in two paragraphs from `first` on, of which the second is `words`. */
void support_write_page(const char *folder, const char *name, guint report, guint case_number, guint first,
                        const char *words);

/* A batch of all that is in `pages`, finished; it spools into `folder`, and what is `known` (or NULL) is not
 * read again. The caller frees. */
cfa_batch *support_read_batch(const char *folder, const char *pages, GHashTable *known);

/* A database of paragraphs alone at a path, open, of case texts, which it takes. The caller frees. */
xc_database *support_database_new(const char *path, cfa_case_text *const *texts, guint count);

/* Makes an index of case texts, with its vocabulary, in the folder and publishes it. Takes the texts. */
void support_publish(const char *index, cfa_case_text *const *texts, guint count);

/* The same with these disputes:
 *
 *     401/10-14 in en, fr and es: Case No. 3101 (Ruritania, which has no code), March 2023, interim, active
 *     402/20-22 in en: Cases Nos. 3102 and 3103 (Costa Rica), June 2023, definitive, closed
 *     390/5-6 in fr: Case No. 2999 (Côte d'Ivoire), November 2019, follow-up, follow-up
 *     n7654321/1-2 in es: nothing else is known of it */
void support_publish_disputes(const char *index);
#define PORTERS_EN "401/10-14/en"
#define PORTERS_FR "401/10-14/fr"
#define PORTERS_ES "401/10-14/es"
#define LAMPLIGHTERS "402/20-22/en"
#define BAKERS "390/5-6/fr"
#define LIGHTHOUSE "n7654321/1-2/es"

/* The same with so many short texts that say the same: report 300 and on, one or two paragraphs, some in two
 * languages, of the years from 2000. */
enum { SUPPORT_WORKSHOPS = 37 };
void support_publish_workshops(const char *index);

/* An index in a folder of its own, open: of case texts, which it takes, or as `publish` makes it; and its
 * end, with the folder. */
cfa_index *support_index_new(cfa_case_text *const *texts, guint count);
cfa_index *support_index_by(void (*publish)(const char *index));
void support_index_free(cfa_index *index);

/* The index of disputes, open from the setup of a group of tests to its teardown. */
extern cfa_index *support_disputes;
int support_open_disputes(void **state);
int support_close_disputes(void **state);

/* The same of workshops. */
extern cfa_index *support_workshops;
int support_open_workshops(void **state);
int support_close_workshops(void **state);

/* A request for what answers a query, which is borrowed. */
cfa_request support_request(const char *query);

/* The answer to a request, which must be one; the caller frees. */
cfa_answer *support_search(const cfa_index *index, const cfa_request *request);

/* The identifiers of its hits in their order, parted by blanks; the caller frees. */
char *support_ids(const cfa_answer *answer);
char *support_search_ids(const cfa_index *index, const cfa_request *request);

/* The runs of a snippet in one line, marked words in brackets: "the [porters] of the port". The caller
 * frees. */
char *support_runs(const GPtrArray *runs);

#endif
