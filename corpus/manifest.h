/*
 * manifest.tsv: what a collection knows of a page that the page does not say of itself.
 *
 * A header row names the columns, in any order: file text_id report report_date case country lang url. A row
 * fills in what is unknown and never overrides what a page says.
 *
 *     cfa_manifest *manifest = cfa_manifest_read("reports/manifest.tsv", &error);
 *     const cfa_manifest_row *row = cfa_manifest_find(manifest, "p3112113.html.gz");
 */
#ifndef CFA_MANIFEST_H
#define CFA_MANIFEST_H

#include "date.h"
#include "error.h"
#include "language.h"

#define CFA_MANIFEST_NAME "manifest.tsv"

typedef struct cfa_manifest_row {
    char *text_id;        /* or NULL */
    guint report;         /* or 0 */
    cfa_date report_date; /* or all zero */
    guint case_number;    /* or 0 */
    char *country;        /* or NULL */
    cfa_language language;
    char *url;           /* http or https, or NULL */
    const char *misread; /* the first column whose cell is no value of it, or NULL; static */
    char *misread_cell;  /* what stands there */
} cfa_manifest_row;

typedef struct cfa_manifest cfa_manifest;

/* Reads the file. NULL with *error (manifest-unreadable, manifest-header, changed, too-large, and those of
 * encoding.h) when it is no manifest. A cell that is no value of its column is left unknown, and its row says
 * so. At most 64 MiB and a million rows. */
cfa_manifest *cfa_manifest_read(const char *path, cfa_error *error);
void cfa_manifest_free(cfa_manifest *manifest);

/* The row of a file, named relative to the manifest's folder; borrowed; NULL where there is none. */
const cfa_manifest_row *cfa_manifest_find(const cfa_manifest *manifest, const char *file);

/* How many rows name no file, as far as the system can tell: what is in a file ("2021.tar/394.html") counts
 * as there with it. Each is looked for in the manifest's folder; `first` becomes the first such name,
 * borrowed. */
guint cfa_manifest_count_missing(const cfa_manifest *manifest, const char *folder, const char **first);

/* How many rows there are, of a file each. */
guint cfa_manifest_count(const cfa_manifest *manifest);

/* All that a row tells of a page, as one line: two rows that tell the same have the same. The caller
 * frees. */
char *cfa_manifest_row_text(const cfa_manifest_row *row);

/* A copy of a row that outlives its manifest (NULL for NULL), and its end. */
cfa_manifest_row *cfa_manifest_row_copy(const cfa_manifest_row *row);
void cfa_manifest_row_free(cfa_manifest_row *row);

#endif
