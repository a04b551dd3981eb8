#include "people.h"

#include "fields.h"
#include "filters.h"
#include "pieces.h"

#include <string.h>

enum { PIECES = 8 }; /* of the longest question */

static const cfa_piece *piece_at(const GArray *pieces, guint at)
{
    return &g_array_index(pieces, cfa_piece, at);
}

/* The folded words of each piece; NULL for what is no text. */
static GPtrArray *words_of(const GArray *pieces)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < pieces->len; i++) {
        const cfa_piece *one = piece_at(pieces, i);
        g_ptr_array_add(words, one->kind == CFA_PIECE_TEXT ? cfa_word_fold(one->text, one->length) : NULL);
    }
    return words;
}

/* Whether capitals tell that what stands before a piece is part of a name: "Belarusian Congress". */
static gboolean goes_on_with_name(const GArray *pieces, guint next, const char *text)
{
    return next < pieces->len && piece_at(pieces, next)->kind == CFA_PIECE_TEXT &&
           g_unichar_isupper(g_utf8_get_char(piece_at(pieces, next)->text)) &&
           cfa_word_has_small_letter(text, strlen(text));
}

static gboolean has_country(const GArray *pieces)
{
    cfa_field field;
    for (guint i = 0; i < pieces->len; i++) {
        const cfa_piece *one = piece_at(pieces, i);
        if (one->kind == CFA_PIECE_TEXT && cfa_field_value_in(one->text, one->length, &field) != NULL &&
            field == CFA_FIELD_COUNTRY)
            return TRUE;
    }
    return FALSE;
}

char *cfa_people_offer(const cfa_index *index, const char *text, cfa_language language, xc_error *failure)
{
    gboolean is_citation;
    const char *at = text;
    g_autoptr(GArray) pieces = cfa_pieces_cut(text, &is_citation);
    g_autoptr(GPtrArray) words = words_of(pieces);
    g_autoptr(GString) offered = g_string_new(NULL);
    if (pieces->len > PIECES || cfa_pieces_have_quotation(text) || has_country(pieces))
        return NULL;
    for (guint i = 0; i < pieces->len; i++) {
        guint count;
        const char *code = cfa_country_of_people_among(words, i, &count);
        if (code == NULL || goes_on_with_name(pieces, i + count, text) ||
            !cfa_filter_has(index->database, CFA_FILTER_COUNTRY, code, failure))
            continue;
        const cfa_piece *first = piece_at(pieces, i), *last = piece_at(pieces, i + count - 1);
        g_autofree char *name = cfa_piece_quoted(cfa_country_name(code, language));
        g_string_append_len(offered, at, (gssize)(first->text - at));
        g_string_append_printf(offered, "%s:%s", cfa_field_name(CFA_FIELD_COUNTRY, language), name);
        at = last->text + last->length;
        i += count - 1;
    }
    if (at == text)
        return NULL;
    g_string_append(offered, at);
    return g_strdup(offered->str);
}
