/*
 * What pages are stored in: gzip (zlib), tar and zip (libarchive). The same input gives the same bytes: no
 * times, no owners.
 */
#ifndef SAMPLE_CONTAINER_H
#define SAMPLE_CONTAINER_H

#include <glib.h>

/* Appends one gzip member. Level 1 to 9. */
void sample_gzip(GByteArray *out, gconstpointer bytes, gsize length, int level);

typedef struct sample_archive sample_archive;

/* An archive in memory, zip or tar. NULL with *error if libarchive cannot make one. */
sample_archive *sample_archive_new(gboolean zip, GError **error);
gboolean sample_archive_add(sample_archive *archive, const char *name, GBytes *bytes, GError **error);

/* The whole archive, which is closed and freed, also when it fails (NULL with *error). */
GByteArray *sample_archive_finish(sample_archive *archive, GError **error);
void sample_archive_free(sample_archive *archive);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(sample_archive, sample_archive_free)

/* Writes FOLDER/NAME, with the folders on the way. */
gboolean sample_file_write(const char *folder, const char *name, gconstpointer bytes, gsize length,
                           GError **error);

#endif
