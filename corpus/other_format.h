/*
 * Other formats: what a file is that is neither a page nor holds pages, by how it begins, so that it is
 * refused by its name. People put the reports into a folder as they have them: as PDF, most of all.
 *
 *     const char *is = cfa_other_format_find(bytes, length);
 *     if (is != NULL)
 *         … "it is a PDF document; …" …
 */
#ifndef CFA_OTHER_FORMAT_H
#define CFA_OTHER_FORMAT_H

#include <glib.h>

/* What it is and what can be read in its place, to stand behind "it is "; borrowed. NULL where it may be a
 * page, or a gzip, tar or zip that holds some. The first 64 bytes are enough. */
const char *cfa_other_format_find(const guint8 *bytes, gsize length);

#endif
