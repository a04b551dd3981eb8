#include "people.h"

#include "fields.h"
#include "filters.h"
#include "pieces.h"

#include <string.h>

enum { PIECES = 8 }; /* of the longest question */

static const cfa_piece *piece_at(const GArray *pieces, guint at)
{
    static const cfa_piece end = {.kind = CFA_PIECE_END};
    return at < pieces->len ? &g_array_index(pieces, cfa_piece, at) : &end;
}

/* As many words as there are pieces in a row, folded; NULL where they are not in a row. The caller frees. */
static char *words_of(const GArray *pieces, guint first, guint count)
{
    const cfa_piece *from = piece_at(pieces, first), *to = piece_at(pieces, first + count - 1);
    for (guint i = first; i < first + count; i++)
        if (piece_at(pieces, i)->kind != CFA_PIECE_TEXT ||
            (i > first && piece_at(pieces, i)->occurrence != CFA_PLAIN))
            return NULL;
    return cfa_word_fold(from->text, (gsize)(to->text + to->length - from->text));
}

static gboolean is_country(const GArray *pieces, guint first, guint count)
{
    g_autofree char *name = words_of(pieces, first, count);
    return name != NULL && cfa_country_code(name, strlen(name)) != NULL;
}

static gboolean has_small_letter(const char *text)
{
    while (*text != '\0' && !g_unichar_islower(g_utf8_get_char(text)))
        text += g_utf8_skip[(guchar)*text];
    return *text != '\0';
}

/* Whether pieces are part of a name: of a country, "French Guiana", or as its capitals tell, "Belarusian
 * Congress". */
static gboolean are_of_name(const GArray *pieces, guint first, guint count, const char *text)
{
    const cfa_piece *next = piece_at(pieces, first + count);
    return (next->kind == CFA_PIECE_TEXT && g_unichar_isupper(g_utf8_get_char(next->text)) &&
            has_small_letter(text)) ||
           (first > 0 && is_country(pieces, first - 1, count + 1)) || is_country(pieces, first, count + 1) ||
           is_country(pieces, first, count + 2);
}

/* The country whose people pieces name; NULL for none. */
static const char *country_of(const GArray *pieces, guint first, guint count, const char *text)
{
    g_autofree char *words = words_of(pieces, first, count);
    const char *code = words != NULL ? cfa_country_of_people(words) : NULL;
    return code != NULL && !are_of_name(pieces, first, count, text) ? code : NULL;
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
    g_autoptr(GString) offered = g_string_new(NULL);
    if (pieces->len > PIECES || cfa_pieces_have_quotation(text) || has_country(pieces))
        return NULL;
    for (guint i = 0; i < pieces->len; i++) {
        const char *code = NULL;
        guint count = CFA_PEOPLE_WORDS;
        while (count > 0 && (code = country_of(pieces, i, count, text)) == NULL)
            count--;
        if (code == NULL || !cfa_filter_has(index->database, CFA_FILTER_COUNTRY, code, failure))
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
