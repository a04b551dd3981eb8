/* The bytes of a page in one of the encodings that pages come in. */
#ifndef SAMPLE_ENCODE_H
#define SAMPLE_ENCODE_H

#include "form.h"

/* Encodes a page and frees it. What an 8-bit encoding lacks becomes a numeric character reference, so that
 * such a page must be HTML. UTF-16 is little-endian behind a byte order mark. */
GBytes *sample_encode(GString *page, sample_encoding encoding);

#endif
