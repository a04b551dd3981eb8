#include "parsing.h"

#include "asking.h"
#include "idiom.h"

#include <string.h>

char *cfa_parsing_plain(const char *text, gsize length)
{
    g_autofree char *valid = g_utf8_make_valid(text, (gssize)length);
    g_autoptr(GString) plain = g_string_sized_new(strlen(valid));
    for (const char *at = valid; *at != '\0'; at += g_utf8_skip[(guchar)*at]) {
        const gunichar letter = g_utf8_get_char(at);
        if (letter >= 0x80 && g_unichar_isspace(letter))
            g_string_append_c(plain, ' ');
        else if (letter != 0x200B && letter != 0x2060 && letter != 0xFEFF)
            g_string_append_len(plain, at, g_utf8_skip[(guchar)*at]);
    }
    return g_utf8_normalize(plain->str, (gssize)plain->len, G_NORMALIZE_NFC);
}

GArray *cfa_parsing_cut(const char *text, char **read, gboolean *is_citation)
{
    const char *about = cfa_asking_about(text);
    *read = cfa_idiom_read(about);
    return cfa_pieces_cut(*read != NULL ? *read : about, is_citation);
}

const cfa_piece *cfa_parsing_at(const cfa_parsing *parse, guint at)
{
    static const cfa_piece end = {.kind = CFA_PIECE_END};
    return at < parse->pieces->len ? &g_array_index(parse->pieces, cfa_piece, at) : &end;
}

const cfa_piece *cfa_parsing_next(const cfa_parsing *parse)
{
    return cfa_parsing_at(parse, parse->at);
}
