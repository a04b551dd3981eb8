/*
 * The reader: from a document to what it holds. It asks markup for lines, decides what kind of page they are,
 * and hands them to normlex (one case on a page), bulletin (a whole report in one document), compilation
 * (principles) or case_list.
 *
 *     cfa_holding holding;
 *     if (cfa_reader_read(document, &holding, &error))
 *         … holding.texts …
 *     cfa_holding_clear(&holding);
 *
 * A new kind of input is a file beside normlex.c and a line in a table of reader.c.
 */
#ifndef CFA_READER_H
#define CFA_READER_H

#include "listed_case.h"
#include "principle.h"
#include "report.h"
#include "source.h"

/* What a document holds, in its order: one of the first three, the others NULL. */
typedef struct cfa_holding {
    GPtrArray *texts;      /* cfa_case_text *, at least one */
    GPtrArray *principles; /* cfa_principle *, at least one */
    GPtrArray *cases;      /* cfa_listed_case *, at least one */
    GPtrArray *warnings;   /* cfa_warning *: of what is no case text, which has its own */
    char *digest;          /* SHA-256 of the document's bytes in hexadecimal */
} cfa_holding;

/* Reads a document; each thing in it gets its source, and a case text what the document's manifest row fills
 * in. FALSE with *error, and *holding is empty: what cfa_markup_read refuses; "not-a-case" for another kind
 * of page, named in the reason (representation, comment); "no-paragraphs"; "too-many-paragraphs" (over 20,000
 * of them, or over two million lines); what cfa_compilation_read and cfa_case_list_read refuse. */
gboolean cfa_reader_read(const cfa_document *document, cfa_holding *holding, cfa_error *error);

/* Frees what is in it, and leaves it empty. */
void cfa_holding_clear(cfa_holding *holding);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(cfa_holding, cfa_holding_clear)

/* The text number that a document's name gives to a page which says none itself: the digits of a name such as
 * "p3112113.html.gz", or of an address that a browser made a name of. The caller frees; NULL for none. */
char *cfa_reader_text_id_of_name(const char *source);

#endif
