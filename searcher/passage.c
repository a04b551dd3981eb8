#include "passage.h"

#include <string.h>

/* A word that texts have, as far as it matters to marking. */
typedef struct known_word {
    gboolean is_marked;
    guint number; /* which of the marks: the same for the same word, so that different ones count more */
    GPtrArray *endings; /* the phrases that it is the last word of, borrowed; NULL for none */
    char text[];        /* ended by a NUL */
} known_word;

/* The words of the texts in one language: few different ones, again and again. */
struct cfa_known_words {
    gboolean begins[G_MAXUINT8 + 1]; /* whether a word that begins with a byte may be marked */
    GHashTable *words;               /* folded word -> known_word */
};

/* A word of the text, and whether it is marked. */
typedef struct spot {
    gsize offset, bytes;
    const known_word *word; /* NULL for one that nothing marks, as its first letter tells */
    gboolean match;
} spot;

cfa_marks *cfa_marks_new(cfa_stemmer *stemmer)
{
    cfa_marks *marks = g_new0(cfa_marks, 1);
    for (int l = 0; l <= CFA_LANGUAGES; l++)
        marks->stems[l] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    marks->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    marks->prefixes = g_ptr_array_new_with_free_func(g_free);
    marks->phrases = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    marks->stemmer = stemmer;
    for (int l = 0; l <= CFA_LANGUAGES; l++)
        marks->known[l] = g_new0(cfa_known_words, 1);
    return marks;
}

void cfa_marks_free(cfa_marks *marks)
{
    if (marks == NULL)
        return;
    for (int l = 0; l <= CFA_LANGUAGES; l++) {
        g_hash_table_unref(marks->stems[l]);
        g_clear_pointer(&marks->known[l]->words, g_hash_table_unref);
        g_free(marks->known[l]);
    }
    g_hash_table_unref(marks->words);
    g_ptr_array_unref(marks->prefixes);
    g_ptr_array_unref(marks->phrases);
    g_free(marks);
}

/* ---- which words are marked ---- */

static void known_word_free(gpointer data)
{
    known_word *known = data;
    g_clear_pointer(&known->endings, g_ptr_array_unref);
    g_free(known);
}

static void begin_keys(cfa_known_words *all, GHashTable *keys)
{
    GHashTableIter each;
    gpointer key;
    g_hash_table_iter_init(&each, keys);
    while (g_hash_table_iter_next(&each, &key, NULL))
        all->begins[*(const guchar *)key] = TRUE;
}

static const char *last_word(const GPtrArray *phrase)
{
    return g_ptr_array_index(phrase, phrase->len - 1);
}

/* How what is marked begins. Most words do not, and to stem them would take longer than all else here. */
static void find_beginnings(cfa_known_words *all, const cfa_marks *marks, cfa_language language)
{
    for (guint byte = 0; byte <= G_MAXUINT8; byte++) {
        const char word[] = {(char)byte, '\0'};
        all->begins[byte] = !cfa_stemmer_keeps_initial(marks->stemmer, language, word);
    }
    begin_keys(all, marks->stems[language]);
    begin_keys(all, marks->words);
    for (guint i = 0; i < marks->prefixes->len; i++)
        all->begins[*(const guchar *)g_ptr_array_index(marks->prefixes, i)] = TRUE;
    for (guint i = 0; i < marks->phrases->len; i++) {
        const GPtrArray *phrase = g_ptr_array_index(marks->phrases, i);
        for (guint j = 0; j < phrase->len; j++)
            all->begins[*(const guchar *)g_ptr_array_index(phrase, j)] = TRUE;
    }
}

static cfa_known_words *known_in(const cfa_marks *marks, cfa_language language)
{
    cfa_known_words *all = marks->known[language];
    if (all->words == NULL) {
        all->words = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, known_word_free);
        find_beginnings(all, marks, language);
    }
    return all;
}

static gboolean has_prefix(const cfa_marks *marks, const char *word)
{
    for (guint i = 0; i < marks->prefixes->len; i++)
        if (g_str_has_prefix(word, g_ptr_array_index(marks->prefixes, i)))
            return TRUE;
    return FALSE;
}

static known_word *know(const cfa_marks *marks, cfa_language language, const cfa_word *word)
{
    const char *stem = cfa_stemmer_stem(marks->stemmer, language, word->text, word->length);
    known_word *known = g_malloc0(sizeof *known + word->length + 1);
    memcpy(known->text, word->text, word->length);
    known->is_marked = g_hash_table_contains(marks->words, word->text) || has_prefix(marks, word->text) ||
                       g_hash_table_contains(marks->stems[language], stem);
    if (known->is_marked)
        known->number = g_str_hash(stem);
    for (guint i = 0; i < marks->phrases->len; i++) {
        if (strcmp(last_word(g_ptr_array_index(marks->phrases, i)), word->text) != 0)
            continue;
        if (known->endings == NULL)
            known->endings = g_ptr_array_new();
        g_ptr_array_add(known->endings, g_ptr_array_index(marks->phrases, i));
    }
    return known;
}

static const known_word *look_up(cfa_known_words *all, const cfa_marks *marks, cfa_language language,
                                 const cfa_word *word)
{
    if (!all->begins[(guchar)word->text[0]])
        return NULL;
    known_word *known = g_hash_table_lookup(all->words, word->text);
    if (known == NULL) {
        known = know(marks, language, word);
        g_hash_table_insert(all->words, known->text, known);
    }
    return known;
}

/* Marks the phrases that end at the last word so far. */
static void mark_phrases(GArray *spots)
{
    const spot *last = &g_array_index(spots, spot, spots->len - 1);
    const GPtrArray *endings = last->word != NULL ? last->word->endings : NULL;
    for (guint i = 0; endings != NULL && i < endings->len; i++) {
        const GPtrArray *phrase = g_ptr_array_index(endings, i);
        gboolean ends = phrase->len <= spots->len;
        for (guint j = 1; ends && j < phrase->len; j++) {
            const known_word *word = (last - j)->word;
            ends = word != NULL && strcmp(g_ptr_array_index(phrase, phrase->len - 1 - j), word->text) == 0;
        }
        for (guint j = 0; ends && j < phrase->len; j++)
            g_array_index(spots, spot, spots->len - 1 - j).match = TRUE;
    }
}

enum { WORD_BYTES = 4 }; /* that a word takes of a text at least, as a rule */

static GArray *find_spots(const char *text, cfa_language language, const cfa_marks *marks)
{
    const gsize length = strlen(text);
    GArray *spots = g_array_sized_new(FALSE, FALSE, sizeof(spot), (guint)(length / WORD_BYTES));
    cfa_known_words *known = known_in(marks, language);
    cfa_word_reader reader;
    cfa_word word;
    cfa_word_reader_init(&reader, text, length);
    while (cfa_word_next(&reader, &word)) {
        spot one = {word.offset, word.bytes, look_up(known, marks, language, &word), FALSE};
        one.match = one.word != NULL && one.word->is_marked;
        g_array_append_val(spots, one);
        mark_phrases(spots);
    }
    return spots;
}

/* ---- which part of the text is shown ---- */

/* Of all windows of `bytes`, the one with the most different marked words, then with the most of them, then
 * the first; the first word where none is marked. */
static void best_window(const GArray *spots, gsize bytes, gsize *from, gsize *to)
{
    g_autoptr(GHashTable) inside = g_hash_table_new(g_direct_hash, g_direct_equal);
    guint best = 0, marked = 0, first = 0;
    *from = g_array_index(spots, spot, 0).offset;
    *to = *from + g_array_index(spots, spot, 0).bytes;
    for (guint i = 0; i < spots->len; i++) {
        const spot *last = &g_array_index(spots, spot, i);
        if (!last->match)
            continue;
        gpointer key = GUINT_TO_POINTER(last->word->number);
        const guint count = GPOINTER_TO_UINT(g_hash_table_lookup(inside, key));
        g_hash_table_insert(inside, key, GUINT_TO_POINTER(count + 1));
        marked++;
        while (first < i && (last->offset + last->bytes - g_array_index(spots, spot, first).offset > bytes ||
                             !g_array_index(spots, spot, first).match)) {
            const spot *gone = &g_array_index(spots, spot, first++);
            if (!gone->match)
                continue;
            gpointer gone_key = GUINT_TO_POINTER(gone->word->number);
            const guint left = GPOINTER_TO_UINT(g_hash_table_lookup(inside, gone_key)) - 1;
            if (left == 0)
                g_hash_table_remove(inside, gone_key);
            else
                g_hash_table_insert(inside, gone_key, GUINT_TO_POINTER(left));
            marked--;
        }
        const guint value = g_hash_table_size(inside) * 100 + MIN(marked, 99);
        if (value > best) {
            best = value;
            *from = g_array_index(spots, spot, first).offset;
            *to = last->offset + last->bytes;
        }
    }
}

/* Whether a sentence, or a list item, begins at the word: a stop or a line's end stands before it. */
static gboolean begins_sentence(const char *text, const GArray *spots, guint index)
{
    if (index == 0)
        return TRUE;
    const spot *before = &g_array_index(spots, spot, index - 1);
    const gsize end = before->offset + before->bytes;
    const gsize length = g_array_index(spots, spot, index).offset - end;
    return memchr(text + end, '.', length) != NULL || memchr(text + end, '\n', length) != NULL ||
           memchr(text + end, ';', length) != NULL;
}

enum {
    PIECE_BYTES = 24, /* so far from a word a blank is looked for */
    CONTEXT_WORDS = 6 /* before the first marked one, where no sentence begins near it */
};

static gboolean is_blank(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t';
}

/* The blank before a word and the one after it: "(l'arrestation" and "394th," are not cut where the word
 * begins or ends. */
static gsize piece_begin(const char *text, gsize offset)
{
    for (gsize i = 0; i <= MIN(offset, PIECE_BYTES); i++)
        if (i == offset || is_blank(text[offset - i - 1]))
            return offset - i;
    return offset;
}

static gsize piece_end(const char *text, gsize offset)
{
    for (gsize i = 0; i <= PIECE_BYTES; i++)
        if (text[offset + i] == '\0' || is_blank(text[offset + i]))
            return offset + i;
    return offset;
}

/* Where a cut leaves the beginning of a reference, "[see 306th Report, para.", it is left out: the blank
 * before it, if that is no earlier than `least`. */
static gsize before_reference(const char *text, gsize least, gsize cut)
{
    gsize end = cut;
    while (end > least && text[end - 1] != '[' && text[end - 1] != ']')
        end--;
    if (end == least || text[end - 1] == ']')
        return cut;
    do
        end--;
    while (end > least && is_blank(text[end - 1]));
    return end;
}

/* Widens a window to about `bytes`: first back to the beginning of the sentence if that is near, else some
 * words; then on. */
static void widen(const char *text, const GArray *spots, gsize bytes, gsize *from, gsize *to)
{
    guint first = 0;
    while (first + 1 < spots->len && g_array_index(spots, spot, first + 1).offset <= *from)
        first++;
    const gsize room = bytes > *to - *from ? bytes - (*to - *from) : 0;
    const gsize reach = *from > room * 2 / 3 ? *from - room * 2 / 3 : 0;
    guint start = first, sentence = first;
    while (start > 0 && g_array_index(spots, spot, start - 1).offset >= reach) {
        start--;
        if (begins_sentence(text, spots, start))
            sentence = start;
    }
    if (begins_sentence(text, spots, sentence))
        start = sentence;
    else if (start > 0) /* no sentence begins within reach: a little context is enough */
        start = first - MIN(first - start, CONTEXT_WORDS);
    const gsize begin = g_array_index(spots, spot, start).offset;
    *from = start == 0 && begin <= PIECE_BYTES ? 0 : piece_begin(text, begin);
    const gsize least = *to;
    for (guint i = first; i < spots->len; i++) {
        const spot *one = &g_array_index(spots, spot, i);
        if (one->offset + one->bytes > *from + bytes && one->offset + one->bytes > *to) {
            *to = before_reference(text, least, piece_end(text, *to));
            return;
        }
        *to = MAX(*to, one->offset + one->bytes);
    }
    /* A row of dots or lines may follow the last word, as long as a text. */
    const gsize length = strlen(text);
    *to = length - *to <= PIECE_BYTES ? length : piece_end(text, *to);
}

static void run_free(gpointer data)
{
    cfa_run *run = data;
    g_free(run->text);
    g_free(run);
}

GPtrArray *cfa_runs_new(void)
{
    return g_ptr_array_new_with_free_func(run_free);
}

void cfa_runs_add(GPtrArray *runs, const char *text, gsize length, gboolean match)
{
    if (length == 0)
        return;
    cfa_run *last = runs->len > 0 ? g_ptr_array_index(runs, runs->len - 1) : NULL;
    if (last != NULL && last->match == match) {
        g_autofree char *old = last->text;
        g_autofree char *more = g_strndup(text, length);
        last->text = g_strconcat(old, more, NULL);
        return;
    }
    cfa_run *run = g_new(cfa_run, 1);
    run->text = g_strndup(text, length);
    run->match = match;
    g_ptr_array_add(runs, run);
}

void cfa_runs_add_ellipsis(GPtrArray *runs)
{
    const char *sign = runs->len == 0 ? "\u2026 " : " \u2026";
    cfa_runs_add(runs, sign, strlen(sign), FALSE);
}

/* As far as whole words go into so many bytes, which are fewer than the text has. */
static gsize beginning_of(const char *text, gsize bytes)
{
    gsize end = bytes;
    while (end > 0 && !is_blank(text[end]))
        end--;
    /* A single word is cut where a character ends. */
    if (end == 0)
        end = (gsize)(g_utf8_find_prev_char(text, text + bytes + 1) - text);
    while (end > 0 && is_blank(text[end - 1]))
        end--;
    return end;
}

GPtrArray *cfa_passage_snippet(const char *text, cfa_language language, const cfa_marks *marks, gsize bytes)
{
    g_autoptr(GArray) spots = find_spots(text, language, marks);
    const gsize length = strlen(text);
    gsize from = 0, to = length;
    if (bytes > 0 && length > bytes && spots->len == 0) {
        to = beginning_of(text, bytes);
    } else if (bytes > 0 && length > bytes) {
        best_window(spots, bytes, &from, &to);
        widen(text, spots, bytes, &from, &to);
        if (to - from > 2 * bytes) /* a word is longer than all that is to be shown */
            to = from + beginning_of(text + from, bytes);
    }
    GPtrArray *runs = cfa_runs_new();
    gsize at = from;
    if (from > 0)
        cfa_runs_add_ellipsis(runs);
    for (guint i = 0; i < spots->len; i++) {
        const spot *one = &g_array_index(spots, spot, i);
        if (!one->match || one->offset < at || one->offset + one->bytes > to)
            continue;
        cfa_runs_add(runs, text + at, one->offset - at, FALSE);
        cfa_runs_add(runs, text + one->offset, one->bytes, TRUE);
        at = one->offset + one->bytes;
    }
    cfa_runs_add(runs, text + at, to - at, FALSE);
    if (to < length)
        cfa_runs_add_ellipsis(runs);
    return runs;
}

char *cfa_passage_beginning(const char *text, gsize bytes)
{
    if (strlen(text) <= bytes)
        return g_strdup(text);
    g_autofree char *beginning = g_strndup(text, beginning_of(text, bytes));
    return g_strconcat(beginning, " \u2026", NULL);
}
