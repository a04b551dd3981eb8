/* Renders the sample texts into a folder of pages. */
#ifndef SAMPLE_RENDER_H
#define SAMPLE_RENDER_H

#include <glib.h>

/* FALSE with *error if a text cannot be read or a page cannot be written. *pages is how many pages there
 * are. */
gboolean sample_render(const char *texts_folder, const char *output_folder, guint *pages, GError **error);

#endif
