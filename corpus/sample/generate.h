/* Generates an invented collection: one HTML page in gzip for each case text and language, in a folder for
 * each report. */
#ifndef SAMPLE_GENERATE_H
#define SAMPLE_GENERATE_H

#include <glib.h>

/* What is wanted; 0 leaves a size open. Paragraphs and megabytes (of paragraph text) are those of all
 * languages together. */
typedef struct sample_order {
    guint64 seed;
    guint megabytes, paragraphs, reports;
    guint languages; /* a bit for each sample_language */
} sample_order;

/* What was made. */
typedef struct sample_yield {
    guint reports, pages;
    guint64 paragraphs, bytes;
} sample_yield;

gboolean sample_generate(const sample_order *order, const char *output_folder, sample_yield *yield,
                         GError **error);

#endif
