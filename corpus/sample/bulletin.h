/*
 * A bulletin: a whole printed report in one document, with a table of contents and its cases one after the
 * other; as the text of a PDF, or as HTML.
 */
#ifndef SAMPLE_BULLETIN_H
#define SAMPLE_BULLETIN_H

#include "texts.h"

/* The texts are one report's, in their order. */
GString *sample_bulletin_text(const GPtrArray *texts, sample_language body);
GString *sample_bulletin_html(const GPtrArray *texts, sample_language body);

#endif
