/*
 * Tags: a look at the raw tags of a text, before any parser has seen it.
 */
#ifndef CFA_TAG_H
#define CFA_TAG_H

#include <glib.h>

/* Whether a text is HTML: one of the tags that every page has stands in its first 4 KiB. */
gboolean cfa_tag_shows_html(const char *text, gsize length);

/* The place of the first tag with more than `most` attributes, outside scripts and styles; -1 where there is
 * none. Libxml2 takes time in the square of them. */
gint64 cfa_tag_find_crowded(const char *text, gsize length, guint most);

#endif
