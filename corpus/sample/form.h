/*
 * The form in which a case text is shown and stored: rendering, page language, encoding, file. A table in
 * form.c gives the sample the mix that a real collection has; what the table does not name has the usual
 * form.
 */
#ifndef SAMPLE_FORM_H
#define SAMPLE_FORM_H

#include "texts.h"

/* HTML, or the text that was kept of a page: as a browser shows it (A; without header lines, B), condensed
 * (C), condensed with hard line ends (D), with bare dashes (E). */
typedef enum sample_rendering {
    HTML,
    TEXT_FULL,
    TEXT_CONDENSED,
    TEXT_WRAPPED,
    TEXT_BARE_DASH
} sample_rendering;

typedef enum sample_encoding { UTF_8, LATIN_1, WINDOWS_1252, UTF_16, UTF_8_DECOMPOSED } sample_encoding;

/* How a page is stored. What stands in an archive has no compression of its own. */
typedef enum sample_file { GZIP, GZIP_TWO_MEMBERS, PLAIN } sample_file;

/* How all the pages of a report are stored together. */
typedef enum sample_bundle { SINGLE_FILES, TAR, TAR_GZ, ZIP, BULLETIN } sample_bundle;

typedef enum sample_feature {
    WITHOUT_HEADER = 1 << 0,        /* no report line, no case line */
    LETTER_TWICE = 1 << 1,          /* "A. A. The complainants' allegations" */
    FIRST_TWICE = 1 << 2,           /* the first paragraph before its list, and again in it */
    FIRST_OUTSIDE = 1 << 3,         /* the first paragraph before its list, and not in it */
    NUMBERS_WITHOUT_STOP = 1 << 4,  /* "73 Text", every third paragraph */
    ALLEGATIONS_IN_BULLET = 1 << 5, /* the allegations line as a list item */
    WITHOUT_ALLEGATIONS = 1 << 6,   /* no allegations line */
    SHORT_TOP = 1 << 7,             /* one line of the page's top instead of three */
    ENCODED_LINKS = 1 << 8,         /* addresses with %3A and %2C */
    LONG_STATUS = 1 << 9,           /* closed for want of information, which has a long label */
    OLD_TAGS = 1 << 10              /* HTML of an older page: upper case, tables, bold lines for headings */
} sample_feature;

typedef struct sample_form {
    sample_rendering rendering;
    sample_language page;
    sample_encoding encoding;
    sample_file file;
    guint features;
} sample_form;

/* The form of one page of the sample. */
sample_form sample_form_of(guint report, guint case_number, sample_language body);

/* Whether a page so shown needs a line of manifest.tsv, as it does not say what report it is from. */
gboolean sample_form_is_mute(const sample_form *form);

/* How a report of the sample is stored. */
sample_bundle sample_form_bundle(guint report);

#endif
