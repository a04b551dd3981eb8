#include "suggest.h"

#include "asking.h"
#include "compound.h"
#include "fields.h"
#include "idiom.h"
#include "lookup.h"
#include "meant.h"
#include "newest.h"
#include "parsing.h"
#include "people.h"
#include "spelling.h"
#include "written.h"

#include <string.h>

enum {
    CONTEXT_STEMS = 16, /* of right words, that those in doubt are held against */
    FEW = 2,            /* unknown words, beside no other, of which some may be corrected and others not */
    DOUBTFUL_MAX = 6,   /* words that one question is corrected in */
    FORM_LETTERS = 3,   /* at the end of a word, that tell which form it is */
    RARE = 20000, /* a word in no more than one paragraph of so many may be a slip in the texts themselves */
    RARE_TIMES = 1000 /* … of a word that is so much more frequent */
};

/* What a correction gains by standing with the other words in a paragraph, and loses by another language than
 * theirs; tests/relevance/README.md has how they fared. */
static const double together = 0.45, foreign = 0.7;

typedef enum verdict {
    RIGHT,
    RARE_WORD, /* the index has it hardly ever */
    FOREIGN,   /* … in other languages alone than the one typed */
    INFLECTED, /* the index has other words of its stem */
    UNKNOWN_WORD
} verdict;

/* A word as typed, where it stands, and what is to stand there. */
typedef struct typed_word {
    cfa_word word;
    gsize end; /* in the text, of what is replaced */
    gboolean is_asked;
    verdict verdict;
    guint frequency;
    char *instead; /* NULL where it is right */
} typed_word;

typedef struct suggesting {
    const cfa_index *index;
    const cfa_query *query;
    cfa_language typed, shown;
    GArray *words; /* typed_word */
    GString *term;
    guint paragraphs;
    xc_error *failure;
} suggesting;

/* ---- which words are probably wrong ---- */

/* Adds the folded words that are searched as words: a field's value is none, nor is the beginning of one. */
static void collect_asked(const cfa_node *node, GHashTable *asked)
{
    for (guint i = 0; node->kind != CFA_NODE_PREFIX && i < node->words->len; i++)
        g_hash_table_add(asked, g_ptr_array_index(node->words, i));
    for (guint i = 0; i < node->children->len; i++)
        collect_asked(g_ptr_array_index(node->children, i), asked);
}

static const char *stem_of(suggesting *this, cfa_language language, const char *word)
{
    return cfa_layout_stem(this->term, language,
                           cfa_stemmer_stem(this->index->stemmer, language, word, strlen(word)));
}

/* Whether the index has other forms of a word, in the language typed or, while that is unknown, in any. */
static gboolean has_stem(suggesting *this, const char *word)
{
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        if ((cfa_language_candidates(this->typed) & CFA_LANGUAGE_BIT(l)) == 0)
            continue;
        stem_of(this, (cfa_language)l, word);
        if (xc_database_term_exists(this->index->database, this->term->str, this->term->len, this->failure))
            return TRUE;
    }
    return FALSE;
}

static gboolean is_stopword(const char *word)
{
    return cfa_word_is_stopword_in(CFA_EVERY_LANGUAGE, word, strlen(word));
}

static gboolean is_translated(suggesting *this, const char *word)
{
    cfa_translation found[CFA_TRANSLATIONS_MAX];
    for (int l = 1; l <= CFA_LANGUAGES; l++)
        if (cfa_translations_find(this->index->translations, stem_of(this, (cfa_language)l, word), found) > 0)
            return TRUE;
    return FALSE;
}

/* Capitals among small letters are an acronym; where all is in capitals they tell nothing. */
static gboolean is_acronym(const suggesting *this, const cfa_word *word)
{
    const char *text = this->query->text;
    return !cfa_word_has_small_letter(text + word->offset, word->bytes) &&
           cfa_word_has_small_letter(text, strlen(text));
}

/* Whether a word of the index is of other languages alone than the one typed: "passport" in a French
 * question. */
static gboolean is_foreign(const suggesting *this, const cfa_word *word)
{
    cfa_vocabulary_word known;
    return this->typed != CFA_LANGUAGE_UNKNOWN &&
           cfa_vocabulary_find(this->index->vocabulary, word->text, word->length, &known) &&
           (known.languages & CFA_LANGUAGE_BIT(this->typed)) == 0;
}

/* Whether a word is the name of a field, before a value that this cannot have: "lang:de". */
static gboolean names_a_field(const suggesting *this, const cfa_word *word)
{
    const char *text = this->query->text + word->offset;
    cfa_field field;
    return cfa_field_is_mark(text[word->bytes]) && cfa_field_find(text, word->bytes, &field);
}

/* Whether a word is of an address, "https://www.news.example/2021": nobody types one. */
static gboolean is_of_address(const suggesting *this, const cfa_word *word)
{
    const char *text = this->query->text, *begin = text + word->offset;
    while (begin > text && !g_ascii_isspace(begin[-1]))
        begin--;
    g_autofree char *whole = g_strndup(begin, strcspn(begin, " \t\n\r\f\v"));
    return strstr(whole, "://") != NULL || strchr(whole, '@') != NULL;
}

static verdict judge(suggesting *this, typed_word *one)
{
    const cfa_word *word = &one->word;
    if (!one->is_asked || !cfa_spelling_is_word(word->text, word->length) || is_stopword(word->text) ||
        is_acronym(this, word) || names_a_field(this, word) || is_of_address(this, word))
        return RIGHT;
    one->frequency = xc_database_get_termfreq(this->index->database, word->text, word->length, this->failure);
    if (one->frequency > 0 && is_foreign(this, word))
        return FOREIGN;
    if (one->frequency > 0)
        return one->frequency > this->paragraphs / RARE ? RIGHT : RARE_WORD;
    if (has_stem(this, word->text))
        return INFLECTED;
    const gboolean is_right = is_translated(this, word->text) || cfa_country_has_word(word->text) ||
                              cfa_country_of_people(word->text) != NULL;
    return is_right ? RIGHT : UNKNOWN_WORD;
}

/* Cuts the text into words and judges each. */
static void read_words(suggesting *this)
{
    g_autoptr(GHashTable) asked = g_hash_table_new(g_str_hash, g_str_equal);
    cfa_word_reader reader;
    typed_word one = {.instead = NULL};
    collect_asked(this->query->root, asked);
    cfa_word_reader_init(&reader, this->query->text, strlen(this->query->text));
    while (cfa_word_next(&reader, &one.word)) {
        one.is_asked = g_hash_table_contains(asked, one.word.text);
        one.end = one.word.offset + one.word.bytes;
        one.verdict = judge(this, &one);
        g_array_append_val(this->words, one);
    }
}

/* FALSE where there is nothing to correct, or too much. */
static gboolean is_mistyped(const suggesting *this)
{
    guint doubtful = 0;
    for (guint i = 0; i < this->words->len; i++)
        doubtful += g_array_index(this->words, typed_word, i).verdict != RIGHT;
    return doubtful > 0 && doubtful <= DOUBTFUL_MAX;
}

/* ---- what goes with the other words ---- */

/* Adds the stems of a folded word, in the languages where the index has them, to a list of queries. */
static void add_stems(suggesting *this, GPtrArray *queries, const char *word)
{
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        stem_of(this, (cfa_language)l, word);
        if (!cfa_word_is_stopword((cfa_language)l, word, strlen(word)) &&
            xc_database_term_exists(this->index->database, this->term->str, this->term->len, this->failure))
            g_ptr_array_add(queries, xc_query_term(this->term->str, this->term->len, 1, this->failure));
    }
}

/* The stems of the words of the question that are right and no stopwords; NULL where there is none. */
static xc_query *context_of(suggesting *this)
{
    g_autoptr(GPtrArray) stems = g_ptr_array_new();
    for (guint i = 0; i < this->words->len && stems->len < CONTEXT_STEMS; i++) {
        const typed_word *one = &g_array_index(this->words, typed_word, i);
        if (one->is_asked && one->verdict == RIGHT && !is_stopword(one->word.text))
            add_stems(this, stems, one->word.text);
    }
    return stems->len > 0 ? cfa_any_of(stems, this->failure) : NULL;
}

static gboolean is_together(suggesting *this, const char *word, const xc_query *context)
{
    g_autoptr(GPtrArray) stems = g_ptr_array_new();
    add_stems(this, stems, word + cfa_compound_split(word));
    xc_query *both[] = {cfa_any_of(stems, this->failure), xc_query_copy(context, this->failure)};
    return cfa_lookup_finds(
        this->index, xc_query_combine(XC_OP_AND, both, G_N_ELEMENTS(both), 0, this->failure), this->failure);
}

static xc_query *term_query(suggesting *this, const char *term)
{
    return xc_query_term(term, strlen(term), 1, this->failure);
}

/* Whether two words, of which neither is a stopword, stand side by side in some paragraph. */
static gboolean is_phrase(suggesting *this, const char *words)
{
    g_auto(GStrv) both = g_strsplit(words, " ", 2);
    if (is_stopword(both[0]) || is_stopword(both[1]))
        return FALSE;
    xc_query *terms[] = {term_query(this, both[0]), term_query(this, both[1])};
    return cfa_lookup_finds(this->index,
                            xc_query_combine(XC_OP_PHRASE, terms, G_N_ELEMENTS(terms), 0, this->failure),
                            this->failure);
}

/* The gain of a correction among the other words of the question. */
static double gain_among(suggesting *this, const cfa_correction *correction, const xc_query *context)
{
    double gain = correction->gain;
    if (this->typed != CFA_LANGUAGE_UNKNOWN && (correction->languages & CFA_LANGUAGE_BIT(this->typed)) == 0)
        gain -= foreign;
    if (strchr(correction->text, ' ') != NULL)
        return is_phrase(this, correction->text) ? gain : -1;
    if (context != NULL)
        gain += is_together(this, correction->text, context) ? together : -together;
    return gain;
}

/* ---- the correction of each ---- */

/* Whether two words are the same but for s and z, which English spells as it likes. */
static gboolean is_variant(const char *one, const char *other)
{
    for (; *one != '\0' && *other != '\0'; one++, other++)
        if (*one != *other && (strchr("sz", *one) == NULL || strchr("sz", *other) == NULL))
            return FALSE;
    return *one == *other;
}

/* Whether a correction may be meant by a word of which something is in the index. A form that the index lacks
 * is the rule rather than a slip, unless the letters at its end, which make the form, are right, and then it
 * is of the language that has the other forms: "approves" is not "approuvés". */
static gboolean is_believable(const suggesting *this, const typed_word *one, const cfa_correction *correction)
{
    const gsize length = strlen(correction->text);
    const gboolean is_of_typed = (correction->languages & cfa_language_candidates(this->typed)) != 0;
    switch (one->verdict) {
    case RARE_WORD:
        return correction->distance < 1 && correction->frequency >= RARE_TIMES * (guint64)one->frequency;
    case FOREIGN:
        return correction->distance < 1 && is_of_typed && correction->frequency >= one->frequency;
    case INFLECTED:
        return correction->distance < 1 && is_of_typed && strchr(correction->text, ' ') == NULL &&
               !is_variant(one->word.text, correction->text) &&
               memcmp(correction->text + length - FORM_LETTERS,
                      one->word.text + one->word.length - FORM_LETTERS, FORM_LETTERS) == 0;
    case UNKNOWN_WORD:
        return TRUE;
    case RIGHT:
        break;
    }
    return FALSE;
}

static gboolean is_accented(const suggesting *this, const typed_word *one)
{
    const char *text = this->query->text + one->word.offset;
    for (gsize i = 0; i < one->word.bytes; i++)
        if ((guchar)text[i] >= 0x80)
            return TRUE;
    return FALSE;
}

/* The best of what a word may be meant to be; FALSE where it had better stay. */
static gboolean correct(suggesting *this, const typed_word *one, const xc_query *context,
                        cfa_correction *best)
{
    cfa_correction found[CFA_CORRECTIONS_MAX];
    const guint count = cfa_spelling_correct(this->index->vocabulary, this->paragraphs, one->word.text,
                                             one->word.length, found);
    best->gain = 0;
    for (guint i = 0; i < count; i++) {
        const gboolean is_english = found[i].languages == CFA_LANGUAGE_BIT(CFA_ENGLISH);
        if (!is_believable(this, one, &found[i]) || (is_english && is_accented(this, one)))
            continue;
        found[i].gain = gain_among(this, &found[i], context);
        if (found[i].gain > best->gain)
            *best = found[i];
    }
    return best->gain > 0;
}

/* Whether nothing but a blank parts two words, or the hyphen that a line ended with where they were
 * copied. */
static gboolean is_broken(const char *text, gsize end, gsize next)
{
    end += text[end] == '-';
    return next == end || (next == end + 1 && text[end] == ' ');
}

/* One word that was typed with a blank in it, or copied with a line's end: the word at `first` and the next,
 * of which either is unknown. */
static gboolean join(suggesting *this, guint first, cfa_correction *joined)
{
    const typed_word *one = &g_array_index(this->words, typed_word, first);
    const typed_word *next = one + 1;
    if (first + 1 >= this->words->len || !one->is_asked || !next->is_asked || is_stopword(one->word.text) ||
        is_stopword(next->word.text) || (one->verdict != UNKNOWN_WORD && next->verdict != UNKNOWN_WORD) ||
        !is_broken(this->query->text, one->end, next->word.offset))
        return FALSE;
    g_autofree char *both = g_strconcat(one->word.text, next->word.text, NULL);
    return cfa_spelling_join(this->index->vocabulary, this->paragraphs, both, strlen(both), joined);
}

/* ---- as the texts spell it ---- */

/* The spelling in capitals, or with one, as what was typed has them. */
static char *with_capitals_of(const char *typed, gsize length, const char *spelled)
{
    if (!g_unichar_isupper(g_utf8_get_char(typed)))
        return g_strdup(spelled);
    const char *rest =
        cfa_word_has_small_letter(typed, length) ? spelled + g_utf8_skip[(guchar)*spelled] : "";
    g_autofree char *capitals = g_utf8_strup(spelled, rest[0] != '\0' ? (gssize)(rest - spelled) : -1);
    return g_strconcat(capitals, rest, NULL);
}

static void replace(suggesting *this, typed_word *one, const cfa_correction *correction)
{
    g_auto(GStrv) words = g_strsplit(correction->text, " ", 2);
    g_autoptr(GString) spelled = g_string_new(NULL);
    /* In the language typed, where the correction is of that. */
    const cfa_language language =
        (correction->languages & CFA_LANGUAGE_BIT(this->typed)) != 0 ? this->typed : CFA_LANGUAGE_UNKNOWN;
    for (guint i = 0; words[i] != NULL; i++) {
        g_autofree char *each =
            cfa_written_spelling(this->index, words[i], language, is_accented(this, one), this->failure);
        g_string_append_printf(spelled, "%s%s", i > 0 ? " " : "", each);
    }
    one->instead = with_capitals_of(this->query->text + one->word.offset, one->word.bytes, spelled->str);
}

/* ---- the whole ---- */

/* Whether the unknown words that were not replaced tell of a question in some other language: there are few
 * right ones beside them. */
static gboolean is_foreign_question(const suggesting *this)
{
    guint unknown = 0, known = 0, kept = 0;
    for (guint i = 0; i < this->words->len; i++) {
        const typed_word *one = &g_array_index(this->words, typed_word, i);
        unknown += one->verdict == UNKNOWN_WORD;
        known += one->is_asked && one->verdict != UNKNOWN_WORD;
        kept += one->verdict == UNKNOWN_WORD && one->instead == NULL;
    }
    return kept > 0 && unknown > FEW && unknown > known;
}

/* Replaces a word, or two that are one, by the best that may be meant; whether by any. */
static gboolean correct_word(suggesting *this, guint place, const xc_query *context)
{
    typed_word *one = &g_array_index(this->words, typed_word, place);
    cfa_correction best = {.gain = 0}, joined = {.gain = 0};
    const gboolean is_joined = join(this, place, &joined);
    const gboolean is_corrected = one->verdict != RIGHT && correct(this, one, context, &best);
    if (!is_joined && !is_corrected)
        return FALSE;
    const gboolean joins = is_joined && joined.gain > best.gain;
    replace(this, one, joins ? &joined : &best);
    if (joins) {
        one->end = (one + 1)->end;
        (one + 1)->verdict = RIGHT;
    }
    return TRUE;
}

/* Whether any word was replaced. */
static gboolean correct_words(suggesting *this)
{
    gboolean any = FALSE;
    g_autoptr(xc_query) context = context_of(this);
    for (guint i = 0; i < this->words->len; i++)
        any = (g_array_index(this->words, typed_word, i).instead == NULL && correct_word(this, i, context)) ||
              any;
    if (!is_foreign_question(this))
        return any;
    for (guint i = 0; i < this->words->len; i++)
        if (g_array_index(this->words, typed_word, i).verdict != RIGHT)
            g_clear_pointer(&g_array_index(this->words, typed_word, i).instead, g_free);
    return FALSE;
}

/* ---- values of fields ---- */

/* What is probably meant by the value of a piece that was taken, "country:belrus"; NULL where it is right,
 * and for any other piece. The caller frees. `from` and `to` are where in the text it stands, quotation marks
 * and all. */
static char *meant_value(const suggesting *this, cfa_parsing *parse, const cfa_piece *one, gsize *from,
                         gsize *to)
{
    cfa_field field;
    const char *begin =
        one->kind == CFA_PIECE_TEXT ? cfa_field_value_in(one->text, one->length, &field) : NULL;
    if (begin == NULL)
        return NULL;
    gsize length = (gsize)(one->text + one->length - begin);
    g_autofree char *value = cfa_parsing_value(parse, field, begin, &length);
    *from = (gsize)(begin - this->query->text);
    *to = *from + length;
    return cfa_meant_value(this->index, field, value, this->shown, this->failure);
}

/* Puts a value in the place of the words from one place of the text to another. */
static void replace_range(suggesting *this, gsize from, gsize to, const char *value)
{
    for (guint i = 0; i < this->words->len; i++) {
        typed_word *one = &g_array_index(this->words, typed_word, i);
        if (one->word.offset < from || one->word.offset >= to)
            continue;
        g_clear_pointer(&one->instead, g_free);
        if (value == NULL)
            continue;
        one->instead = cfa_piece_quoted(value);
        one->word.offset = from;
        one->end = to;
        value = NULL; /* the first word stands for all */
    }
}

/* Whether any value was replaced. */
static gboolean correct_values(suggesting *this)
{
    gboolean is_citation, any = FALSE;
    g_autoptr(GArray) pieces = cfa_pieces_cut(this->query->text, &is_citation);
    cfa_parsing parse = {.pieces = pieces};
    while (parse.at < pieces->len) {
        gsize from, to;
        const cfa_piece *one = cfa_parsing_at(&parse, parse.at++);
        g_autofree char *value = meant_value(this, &parse, one, &from, &to);
        if (value != NULL)
            replace_range(this, from, to, value);
        any = any || value != NULL;
    }
    return any;
}

/* ---- the question once more ---- */

static char *print(const suggesting *this)
{
    const char *text = this->query->text;
    GString *printed = g_string_new(NULL);
    gsize at = 0;
    for (guint i = 0; i < this->words->len; i++) {
        const typed_word *one = &g_array_index(this->words, typed_word, i);
        if (one->instead == NULL)
            continue;
        g_string_append_len(printed, text + at, (gssize)(one->word.offset - at));
        g_string_append(printed, one->instead);
        at = one->end;
    }
    g_string_append(printed, text + at);
    return g_string_free(printed, FALSE);
}

static void word_clear(gpointer data)
{
    g_free(((typed_word *)data)->instead);
}

char *cfa_suggest(const cfa_index *index, const cfa_query *query, cfa_language typed, cfa_language shown,
                  xc_error *failure)
{
    suggesting this = {.index = index,
                       .query = query,
                       .typed = typed,
                       .shown = shown,
                       .words = g_array_new(FALSE, FALSE, sizeof(typed_word)),
                       .term = g_string_new(NULL),
                       .paragraphs = xc_database_get_doccount(index->database, failure),
                       .failure = failure};
    g_array_set_clear_func(this.words, word_clear);
    char *suggestion = cfa_meant_citation(index, query, shown, failure);
    if (suggestion == NULL && index->vocabulary != NULL) {
        read_words(&this);
        const gboolean any_word = is_mistyped(&this) && correct_words(&this);
        const gboolean any_value = correct_values(&this);
        if ((any_word || any_value) && failure->status == XC_OK)
            suggestion = print(&this);
    }
    g_array_unref(this.words);
    g_string_free(this.term, TRUE);
    return suggestion;
}

/* The number of the newest report, or its year; 0 where no text has one. */
static guint newest_of(const cfa_index *index, cfa_slot slot, xc_error *failure)
{
    g_autofree char *newest = xc_database_get_value_upper_bound(index->database, slot, NULL, failure);
    return newest != NULL ? (guint)g_ascii_strtoull(newest, NULL, 10) : 0;
}

/* What a text that asks for the newest may mean; NULL for any other, which then may mean other things. */
static char *suggest_newest(const cfa_index *index, const char *text, cfa_language language,
                            xc_error *failure)
{
    if (!cfa_newest_is_asked(text))
        return NULL;
    const guint report = newest_of(index, CFA_SLOT_REPORT, failure);
    const guint year = newest_of(index, CFA_SLOT_YEAR, failure);
    return report > 0 && year > 0 ? cfa_newest_offer(text, report, year, language) : NULL;
}

char *cfa_suggest_filters(const cfa_index *index, const cfa_query *query, const char *suggestion,
                          cfa_language language, xc_error *failure)
{
    const char *text = cfa_asking_about(suggestion != NULL ? suggestion : query->text);
    if (query->is_citation)
        return NULL;
    g_autofree char *latest = suggest_newest(index, text, language, failure);
    if (latest != NULL)
        text = latest;
    /* Of an index on other machines the year is a question to each: it is asked where it is needed. */
    const guint newest = cfa_newest_years(text) > 0 ? newest_of(index, CFA_SLOT_YEAR, failure) : 0;
    g_autofree char *country = cfa_people_offer(index, text, language, failure);
    char *idiom =
        query->has_idiom ? NULL : cfa_idiom_offer(country != NULL ? country : text, newest, language);
    if (idiom != NULL)
        return idiom;
    return country != NULL ? g_steal_pointer(&country) : g_steal_pointer(&latest);
}
