#include "word.h"

#include "compound.h"

#include <string.h>
#include <utf8proc.h>

/* French words that lose their vowel before an apostrophe: the apostrophe parts them from the word that
 * counts. */
static const char *const elided[] = {"c", "d",      "entr",   "j",      "jusqu", "l",      "lorsqu", "m",
                                     "n", "presqu", "puisqu", "quelqu", "qu",    "quoiqu", "s",      "t"};

/* What a number may end in to be an ordinal, folded: 1st 2nd 3rd 4th, 1er 1re 1ère 4e 4ème, 1.o 1.a 1.er. */
static const char *const ordinal_endings[] = {"st",  "nd", "rd",  "th", "e", "er",
                                              "ere", "re", "eme", "o",  "a"};

/* A letter of the text: its code point, its bytes, and its folded form. */
typedef struct letter {
    utf8proc_int32_t code;
    gsize bytes;
} letter;

static letter letter_at(const cfa_word_reader *reader, gsize at)
{
    letter result = {-1, 0};
    if (at >= reader->length)
        return result;
    const unsigned char byte = (unsigned char)reader->text[at];
    if (byte < 0x80) {
        result.code = byte;
        result.bytes = 1;
        return result;
    }
    const gsize left = MIN(reader->length - at, 4);
    const utf8proc_ssize_t bytes =
        utf8proc_iterate((const utf8proc_uint8_t *)reader->text + at, (utf8proc_ssize_t)left, &result.code);
    if (bytes <= 0) { /* no UTF-8: one byte that parts words, those of a compound as well */
        result.code = 0xFFFD;
        result.bytes = 1;
    } else {
        result.bytes = (gsize)bytes;
    }
    return result;
}

static gboolean is_digit(utf8proc_int32_t code)
{
    return code >= '0' && code <= '9';
}

/* U+00BA and U+00AA are letters to Unicode, but here they end an ordinal or an abbreviation, as U+00B0 does
 * by mistake. */
static gboolean is_raised_letter(utf8proc_int32_t code)
{
    return code == 0xBA || code == 0xAA || code == 0xB0;
}

static gboolean is_letter(utf8proc_int32_t code)
{
    if (code < 0x80)
        return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
    if (is_raised_letter(code))
        return FALSE;
    const utf8proc_category_t category = utf8proc_category(code);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

static gboolean is_mark(utf8proc_int32_t code)
{
    if (code < 0x300)
        return code == 0xAD; /* a soft hyphen is no part of the word and does not part it */
    const utf8proc_category_t category = utf8proc_category(code);
    return (category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME) || code == 0x200D ||
           code == 0x200C || code == 0x2060 || code == 0xFEFF;
}

static gboolean is_word_part(utf8proc_int32_t code)
{
    return code >= 0 && (is_digit(code) || is_letter(code));
}

static gboolean is_apostrophe(utf8proc_int32_t code)
{
    return code == '\'' || code == 0x2019 || code == 0x2018 || code == 0x2BC || code == 0x2032 ||
           code == 0xB4 || code == '`';
}

/* Letters that Unicode does not take apart. */
static const char *special_fold(utf8proc_int32_t code)
{
    switch (code) {
    case 0xE6:
    case 0xC6:
        return "ae";
    case 0x153:
    case 0x152:
        return "oe";
    case 0xF8:
    case 0xD8:
        return "o";
    case 0x142:
    case 0x141:
        return "l";
    case 0x111:
    case 0x110:
        return "d";
    case 0x131:
        return "i";
    default:
        return NULL;
    }
}

static void append_bytes(cfa_word *word, const char *bytes, gsize length)
{
    if (word->length + length > CFA_WORD_MAX)
        return;
    memcpy(word->text + word->length, bytes, length);
    word->length += length;
    word->text[word->length] = '\0';
}

static void append_letter(cfa_word *word, utf8proc_int32_t code)
{
    utf8proc_uint8_t encoded[4];
    const char *special = special_fold(code);
    if (special != NULL)
        append_bytes(word, special, strlen(special));
    else
        append_bytes(word, (const char *)encoded, (gsize)utf8proc_encode_char(code, encoded));
}

/* A letter without its marks may be one that is written in others: U+01FE is "o", as U+00D8 is. */
static void append_folded(cfa_word *word, utf8proc_int32_t code)
{
    if (code < 0x80) {
        const char folded = (char)g_ascii_tolower((char)code);
        append_bytes(word, &folded, 1);
        return;
    }
    utf8proc_int32_t parts[16];
    int boundary = 0;
    const utf8proc_ssize_t count = utf8proc_decompose_char(
        code, parts, (utf8proc_ssize_t)G_N_ELEMENTS(parts),
        UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE,
        &boundary);
    for (utf8proc_ssize_t i = 0; i < count && i < (utf8proc_ssize_t)G_N_ELEMENTS(parts); i++)
        if (is_word_part(parts[i])) /* a compatibility form such as U+00BD brings a slash with it */
            append_letter(word, parts[i]);
}

static gboolean is_hyphen(utf8proc_int32_t code)
{
    return code == '-' || code == 0x2010 || code == 0x2011;
}

static gboolean listed(const char *const *list, gsize count, const char *text, gsize length)
{
    for (gsize i = 0; i < count; i++)
        if (strlen(list[i]) == length && memcmp(list[i], text, length) == 0)
            return TRUE;
    return FALSE;
}

/* Past the accents of a letter that stands taken apart. */
static gsize skip_marks(const cfa_word_reader *reader, gsize at)
{
    for (;;) {
        const letter next = letter_at(reader, at);
        if (next.code < 0 || !is_mark(next.code))
            return at;
        at += next.bytes;
    }
}

/* Appends the letters from `at` on and returns where they end. */
static gsize read_letters(const cfa_word_reader *reader, gsize at, cfa_word *word)
{
    for (;;) {
        /* Most letters are these, and a text is as long as a collection. A digit has the bit of small
         * letters, too. */
        while (at < reader->length && g_ascii_isalnum(reader->text[at]) && word->length < CFA_WORD_MAX)
            word->text[word->length++] = (char)(reader->text[at++] | 0x20);
        word->text[word->length] = '\0';
        const letter next = letter_at(reader, at);
        if (is_word_part(next.code))
            append_folded(word, next.code);
        else if (next.code < 0 || !is_mark(next.code))
            return at;
        at += next.bytes;
    }
}

static gsize read_digits(const cfa_word_reader *reader, gsize at, cfa_word *word)
{
    while (at < reader->length && is_digit(reader->text[at]))
        append_folded(word, reader->text[at++]);
    return at;
}

/* "40,000" and "40.000": a separator with three digits after it. Returns where the number ends. */
static gsize read_thousands(const cfa_word_reader *reader, gsize at, cfa_word *word)
{
    if (word->length > 3)
        return at;
    for (;;) {
        const char *text = reader->text + at;
        if (reader->length - at < 4 || (text[0] != ',' && text[0] != '.') || !is_digit(text[1]) ||
            !is_digit(text[2]) || !is_digit(text[3]) || is_digit(letter_at(reader, at + 4).code))
            return at;
        append_bytes(word, text + 1, 3);
        at += 4;
    }
}

/* After digits: the end of an ordinal's ending, or `at` where there is none. */
static gsize skip_ordinal_ending(const cfa_word_reader *reader, gsize at)
{
    gsize start = at;
    if (letter_at(reader, start).code == '.')
        start++;
    const letter raised = letter_at(reader, start);
    if (is_raised_letter(raised.code))
        return start + raised.bytes;
    cfa_word ending = {.length = 0};
    const gsize end = read_letters(reader, start, &ending);
    if (!listed(ordinal_endings, G_N_ELEMENTS(ordinal_endings), ending.text, ending.length))
        return at;
    /* After a stop only the Spanish forms are ordinals: "1.o", "20.a", "373.er". */
    if (start > at && ending.text[0] != 'o' && ending.text[0] != 'a' && strcmp(ending.text, "er") != 0)
        return at;
    return end;
}

/* Stops between single letters: "I.L.O" goes on with the next letter. Returns where the acronym ends, its
 * last stop left out. */
static gsize read_acronym(const cfa_word_reader *reader, gsize at, cfa_word *word)
{
    for (;;) {
        if (letter_at(reader, at).code != '.')
            return at;
        const letter initial = letter_at(reader, at + 1);
        if (!is_word_part(initial.code) || is_digit(initial.code))
            return at;
        const gsize after = skip_marks(reader, at + 1 + initial.bytes);
        if (is_word_part(letter_at(reader, after).code))
            return at;
        append_folded(word, initial.code);
        at = after;
    }
}

/* At an apostrophe inside a word: whether what follows is the English genitive alone. */
static gboolean is_genitive(const cfa_word_reader *reader, gsize at)
{
    const utf8proc_int32_t code = letter_at(reader, at).code;
    return (code == 's' || code == 'S') && !is_word_part(letter_at(reader, at + 1).code);
}

static void start_word(cfa_word *word, gsize at)
{
    word->length = 0;
    word->text[0] = '\0';
    word->offset = at;
}

/* Starts the word anew at `at` and reads it to its end or its first apostrophe; a single letter may go on as
 * an acronym, or be "nº". */
static gsize read_part(const cfa_word_reader *reader, gsize at, cfa_word *word)
{
    start_word(word, at);
    const gsize end = read_letters(reader, at, word);
    if (end != skip_marks(reader, at + letter_at(reader, at).bytes) || is_digit(word->text[0]))
        return end;
    const gsize stop = letter_at(reader, end).code == '.' ? 1 : 0;
    const letter raised = letter_at(reader, end + stop);
    if (word->text[0] == 'n' && is_raised_letter(raised.code)) {
        append_bytes(word, "o", 1); /* nº, n° and n.º are all "no" */
        return end + stop + raised.bytes;
    }
    return read_acronym(reader, end, word);
}

static gsize read_number(const cfa_word_reader *reader, gsize at, cfa_word *word)
{
    start_word(word, at);
    gsize end = read_digits(reader, at, word);
    end = read_thousands(reader, end, word);
    word->bytes = end - at;
    const gsize after = skip_ordinal_ending(reader, end);
    if (after > end)
        return after;
    end = read_letters(reader, end, word);
    word->bytes = end - at;
    return end;
}

/* Reads the word whose first letter is at `at`. Returns where reading goes on; word->bytes is set. */
static gsize read_word(const cfa_word_reader *reader, gsize at, cfa_word *word)
{
    gsize end = read_part(reader, at, word);
    for (;;) {
        const letter apostrophe = letter_at(reader, end);
        const gsize after = end + apostrophe.bytes;
        if (!is_apostrophe(apostrophe.code) || !is_word_part(letter_at(reader, after).code))
            break;
        if (is_genitive(reader, after)) {
            word->bytes = end - word->offset;
            return after + 1;
        }
        const gboolean is_elided = listed(elided, G_N_ELEMENTS(elided), word->text, word->length);
        if (is_elided && is_digit(letter_at(reader, after).code)) /* "l'11e" */
            return read_number(reader, after, word);
        end = is_elided ? read_part(reader, after, word) : read_letters(reader, after, word);
    }
    word->bytes = end - word->offset;
    return end;
}

/* ---- compounds ---- */

/* Goes on with the word after a hyphen or a blank where the two are one. Returns where reading goes on. */
static gsize join_next(const cfa_word_reader *reader, gsize end, cfa_word *word)
{
    const letter between = letter_at(reader, end);
    const gboolean hyphen = is_hyphen(between.code);
    const gsize start = end + between.bytes;
    const utf8proc_int32_t first = letter_at(reader, start).code;
    if ((!hyphen && between.code != ' ') || !is_word_part(first) || is_digit(first))
        return end;
    const cfa_compound *compound = cfa_compound_find(word->text, hyphen);
    if (compound == NULL)
        return end;
    cfa_word next;
    const gsize next_end = read_word(reader, start, &next);
    if (!cfa_compound_has(compound, next.text))
        return end;
    append_bytes(word, next.text, next.length);
    word->bytes = next.offset + next.bytes - word->offset;
    return next_end;
}

/* Cuts the word to the first of the two that it is. Returns where reading goes on. */
static gsize split(const cfa_word_reader *reader, gsize end, cfa_word *word)
{
    const gsize length = cfa_compound_split(word->text);
    if (length == 0 || g_ascii_strncasecmp(reader->text + word->offset, word->text, length) != 0)
        return end;
    word->text[length] = '\0';
    word->length = word->bytes = length;
    return word->offset + length;
}

void cfa_word_reader_init(cfa_word_reader *reader, const char *text, gsize length)
{
    *reader = (cfa_word_reader){.text = text, .length = length};
}

gboolean cfa_word_next(cfa_word_reader *reader, cfa_word *word)
{
    while (reader->at < reader->length) {
        const letter first = letter_at(reader, reader->at);
        if (!is_word_part(first.code)) {
            reader->at += first.bytes;
            continue;
        }
        if (is_digit(first.code))
            reader->at = read_number(reader, reader->at, word);
        else
            reader->at = split(reader, join_next(reader, read_word(reader, reader->at, word), word), word);
        if (word->length == 0)
            continue;
        word->position = ++reader->position;
        return TRUE;
    }
    return FALSE;
}

char *cfa_word_fold(const char *text, gsize length)
{
    cfa_word_reader reader;
    cfa_word word;
    GString *folded = g_string_sized_new(length + 1);
    cfa_word_reader_init(&reader, text, length);
    while (cfa_word_next(&reader, &word)) {
        if (folded->len > 0)
            g_string_append_c(folded, ' ');
        g_string_append_len(folded, word.text, (gssize)word.length);
    }
    return g_string_free(folded, FALSE);
}

gboolean cfa_word_has_small_letter(const char *text, gsize length)
{
    for (const char *at = text; at < text + length; at += g_utf8_skip[(guchar)*at])
        if (g_unichar_islower(g_utf8_get_char(at)))
            return TRUE;
    return FALSE;
}
