#include "spelling.h"

#include "compound.h"
#include "slip.h"

#include <math.h>
#include <string.h>

/* What a word may differ by: so much a letter, up to a limit. A frequent word may be meant sooner than a rare
 * one. What was typed may also be a right word that the index lacks: by Heaps' law of such there is one in
 * about the root of the paragraphs, so that frequencies are measured against that. tests/relevance/README.md
 * has how these fared. */
static const double per_letter = 0.17, start = 0.45, limit = 2.0, per_frequency = 0.17;

typedef struct looking {
    const cfa_vocabulary *vocabulary;
    guint paragraphs;
    const char *word;
    gsize length;
    guint32 letters; /* a bit for each letter in the word */
    double allowance;
    cfa_correction *found;
    guint count;
} looking;

gboolean cfa_spelling_is_word(const char *word, gsize length)
{
    for (gsize i = 0; i < length; i++)
        if (!g_ascii_islower(word[i]))
            return FALSE;
    return length >= CFA_SPELLING_LETTERS;
}

static double allowance_of(gsize length)
{
    return MIN(start + per_letter * (double)length, limit);
}

/* The distance at which a word of a frequency is as likely meant as not. */
static double most_of(const looking *this, guint frequency)
{
    return this->allowance + per_frequency * (log(frequency) - log(this->paragraphs) / 2);
}

/* Keeps a correction that gains anything among the best, in their order; of equals that which came first. */
static void keep(looking *this, const cfa_correction *correction)
{
    guint place = this->count;
    while (place > 0 && this->found[place - 1].gain < correction->gain)
        place--;
    if (correction->gain <= 0 || place == CFA_CORRECTIONS_MAX)
        return;
    const guint moved = MIN(this->count, CFA_CORRECTIONS_MAX - 1) - place;
    memmove(this->found + place + 1, this->found + place, moved * sizeof *correction);
    this->found[place] = *correction;
    this->count = MIN(this->count + 1, CFA_CORRECTIONS_MAX);
}

static void offer(looking *this, const cfa_vocabulary_word *word, double distance)
{
    cfa_correction correction = {.frequency = word->frequency,
                                 .languages = word->languages,
                                 .distance = distance,
                                 .gain = most_of(this, word->frequency) - distance};
    memcpy(correction.text, word->text, word->length);
    keep(this, &correction);
}

/* A bit for each letter that is in a word; every bit for what is no word, as a damaged file may have it. */
static guint32 letters_of(const char *word, gsize length)
{
    guint32 letters = 0;
    for (gsize i = 0; i < length; i++) {
        if (!g_ascii_islower(word[i]))
            return G_MAXUINT32;
        letters |= 1u << (guint)(word[i] - 'a');
    }
    return letters;
}

static void look_at(looking *this, const cfa_vocabulary_word *word)
{
    const double most = most_of(this, word->frequency);
    const double distance = cfa_slip_distance(this->word, this->length, word->text, word->length, most);
    if (distance > 0 && distance <= most)
        offer(this, word, distance);
}

/* Passes over what its length or its letters tell to be farther away. */
static void glance_at(const cfa_table_line *line, gpointer data)
{
    enum { SLIPS = 2 };
    looking *this = data;
    cfa_vocabulary_word word;
    if (line->key_length > this->length + SLIPS || line->key_length + SLIPS < this->length ||
        line->key_length > CFA_WORD_MAX)
        return;
    const guint32 letters = letters_of(line->key, line->key_length);
    const int other =
        MAX(__builtin_popcount(letters & ~this->letters), __builtin_popcount(this->letters & ~letters));
    if (other <= SLIPS && cfa_vocabulary_read(line, &word) &&
        other * cfa_slip_new_letter <= most_of(this, word.frequency))
        look_at(this, &word);
}

/* Looks a word up that differs from what was typed at the first letter alone. */
static void look_up(looking *this, const char *word, gsize length)
{
    cfa_vocabulary_word known;
    if (length <= CFA_WORD_MAX && cfa_vocabulary_find(this->vocabulary, word, length, &known))
        look_at(this, &known);
}

/* Another first letter, one too many, too few, or the first two in the wrong order. */
static void look_at_first_letter(looking *this)
{
    char other[CFA_WORD_MAX + 2];
    look_up(this, this->word + 1, this->length - 1);
    for (char letter = 'a'; letter <= 'z'; letter++) {
        other[0] = letter;
        memcpy(other + 1, this->word + 1, this->length - 1);
        if (letter != this->word[0])
            look_up(this, other, this->length);
        memcpy(other + 1, this->word, this->length);
        if (letter != this->word[0])
            look_up(this, other, this->length + 1);
    }
    memcpy(other, this->word, this->length);
    other[0] = this->word[1];
    other[1] = this->word[0];
    if (other[0] != other[1])
        look_up(this, other, this->length);
}

/* Two words of the index that were typed without the blank between them. Whether they ever stand together,
 * the caller knows. */
static void split(looking *this)
{
    for (gsize at = CFA_VOCABULARY_LETTERS; at + CFA_VOCABULARY_LETTERS <= this->length; at++) {
        cfa_vocabulary_word one, other;
        if (!cfa_vocabulary_find(this->vocabulary, this->word, at, &one) ||
            !cfa_vocabulary_find(this->vocabulary, this->word + at, this->length - at, &other))
            continue;
        const guint frequency = MIN(one.frequency, other.frequency);
        cfa_correction correction = {.frequency = frequency,
                                     .languages = one.languages & other.languages,
                                     .distance = cfa_slip_blank,
                                     .gain = most_of(this, frequency) - cfa_slip_blank};
        memcpy(correction.text, this->word, at);
        correction.text[at] = ' ';
        memcpy(correction.text + at + 1, this->word + at, this->length - at);
        keep(this, &correction);
    }
}

static looking looking_for(const cfa_vocabulary *vocabulary, guint paragraphs, const char *word, gsize length,
                           cfa_correction *found)
{
    return (looking){.vocabulary = vocabulary,
                     .paragraphs = paragraphs,
                     .word = word,
                     .length = length,
                     .letters = letters_of(word, length),
                     .allowance = allowance_of(length),
                     .found = found};
}

static void look(looking *this)
{
    cfa_vocabulary_visit(this->vocabulary, this->word, 1, glance_at, this);
    look_at_first_letter(this);
    split(this);
}

/* The second of two words that the index has for this one, "antisindikal". */
static void look_behind_first(looking *this)
{
    const gsize first = cfa_compound_begins(this->word);
    cfa_correction found[CFA_CORRECTIONS_MAX];
    if (first == 0 || this->length < first + CFA_SPELLING_LETTERS)
        return;
    looking second =
        looking_for(this->vocabulary, this->paragraphs, this->word + first, this->length - first, found);
    look(&second);
    for (guint i = 0; i < second.count; i++) {
        char *text = found[i].text;
        memmove(text + first, text, strlen(text) + 1);
        memcpy(text, this->word, first);
        if (cfa_compound_split(text) == first)
            keep(this, &found[i]);
    }
}

guint cfa_spelling_correct(const cfa_vocabulary *vocabulary, guint paragraphs, const char *word, gsize length,
                           cfa_correction found[static CFA_CORRECTIONS_MAX])
{
    looking this = looking_for(vocabulary, paragraphs, word, length, found);
    look(&this);
    look_behind_first(&this);
    return this.count;
}

gboolean cfa_spelling_join(const cfa_vocabulary *vocabulary, guint paragraphs, const char *joined,
                           gsize length, cfa_correction *found)
{
    cfa_vocabulary_word word;
    looking this = {.vocabulary = vocabulary,
                    .paragraphs = paragraphs,
                    .allowance = allowance_of(length),
                    .found = found};
    if (!cfa_vocabulary_find(vocabulary, joined, length, &word))
        return FALSE;
    offer(&this, &word, cfa_slip_blank);
    return this.count > 0;
}
