/*
 * The labels of a NORMLEX page in its four page languages, and the headings of a body in its three.
 *
 * What a label is, is settled in labels.c, where all the languages stand side by side.
 */
#ifndef SAMPLE_LABELS_H
#define SAMPLE_LABELS_H

#include "texts.h"

/* "Interim Report - Report No 991, March 2017" */
void sample_label_report(GString *out, sample_language page, const sample_text *text);

/* "Case No 9901 (Ruritania) - Complaint date: 31-AUG-05 - Closed" */
void sample_label_case(GString *out, sample_language page, const sample_case *shown);

/* "Display in: ", and the name of a language in a page language. */
const char *sample_label_switch(sample_language page);
const char *sample_label_language(sample_language page, sample_language named);

/* "en", "fr", "es", "de". */
const char *sample_label_code(sample_language language);

/* "Allegations: " in the language of the body. */
const char *sample_label_allegations(sample_language body);

/* "Definitive Report", in the language of a page or of a printed report. */
const char *sample_label_type(sample_language page, sample_type type);

/* "March 2021" or "1960"; printed reports have it so too. */
void sample_label_date(GString *out, sample_language page, const sample_date *date);

/* A day as the body writes it: "13 January 2015", "1er juin 2017", "1.º de junio de 2018". */
void sample_label_day(GString *out, sample_language body, const sample_date *date);

/* "41st Report", "41e rapport", "41.er informe". */
void sample_label_ordinal(GString *out, sample_language body, guint report);

/* The heading of a section in the body, `letter` before it where it is not 0 (and once more inside it, as old
 * texts have it, when `twice`); apostrophes as the text has them. */
void sample_label_heading(GString *out, sample_language body, const sample_text *text,
                          const sample_section *section, char letter, gboolean twice);

#endif
