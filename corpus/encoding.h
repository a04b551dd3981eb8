/*
 * Encoding: from the bytes of a page to UTF-8, as the bytes show and then as the page declares.
 *
 *     cfa_decoded decoded;
 *     if (cfa_encoding_decode(bytes, length, &decoded, &error)) {
 *         … decoded.text, decoded.length …
 *         cfa_decoded_clear(&decoded);
 *     }
 *
 * A byte order mark decides; without one, UTF-16 shows by its zero bytes and UTF-8 by being valid. What is
 * neither is UTF-8 with damage when most of its characters beyond ASCII are good or the page declares it, and
 * Windows-1252 (of which Latin-1 is a part) otherwise.
 */
#ifndef CFA_ENCODING_H
#define CFA_ENCODING_H

#include "error.h"

typedef struct cfa_decoded {
    const char *text; /* valid UTF-8 without a mark; in the bytes given wherever they are that already */
    gsize length;
    guint replaced; /* bytes that were no text and stand as U+FFFD */
    char *owned;    /* what cfa_decoded_clear frees, or NULL */
} cfa_decoded;

/* FALSE with *error and nothing to clear: "empty" for no bytes, "other-format" for a PDF and what else is
 * known by its beginning, "not-text" for a NUL in what is not UTF-16, or where over a tenth is controls and
 * bad bytes. */
gboolean cfa_encoding_decode(const guint8 *bytes, gsize length, cfa_decoded *decoded, cfa_error *error);
void cfa_decoded_clear(cfa_decoded *decoded);

/* The character that Windows-1252 has in the place of a control of Latin-1, 0x80 to 0x9F; 0 for none. */
gunichar cfa_encoding_of_windows(gunichar control);

#endif
