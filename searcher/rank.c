#include "rank.h"

#include "bm25.h"
#include "vector.h"

#include <math.h>
#include <string.h>

/*
 * What was chosen. Each was tried on several collections at once, one after the other, and the best kept:
 * tests/relevance/README.md has the figures. A factor is of what the same word weighs that is typed, or that
 * certainly stands for it.
 */
enum {
    CANDIDATES_LEAST = 100, /* paragraphs that are weighed again, of a short question */
    CANDIDATES_A_WORD = 50, /* … the more words, the more ways there are to have some of them */
    FEEDBACK_WORDS = 3,   /* of the shortest question that feedback adds to: a shorter one says itself what is
                             meant, and what has more of its words comes first */
    FEEDBACK_HITS = 10,   /* in each language, that are believed */
    FEEDBACK_STEMS = 60,  /* that they have in common, the most distinctive */
    CASE_TEXT_OTHERS = 3, /* paragraphs of a case text that speak for another one of it */
    TERMS_MAX = 64        /* that are no words: a bit for each */
};

/* Words found by what they likely stand for. That there is one counts, how many hardly does, since each is
 * only likely to be one: hence a low k1 of BM25 (Darwish and Oard, Probabilistic structured query methods,
 * 2003, count them as we do). */
static const double translated_factor = 0.6, translated_k1 = 0.1;

/* A hit is believed by this power of its score beside that of the best one, which leaves the tenth hardly a
 * say where the first is clear, and all ten where none is. What is believed less than the least changes
 * nothing, and takes as long to read. */
static const double believed_power = 5, least_belief = 0.05;

/* Of the most distinctive stem of what is believed; and in languages that the question is not in, where hits
 * were found by translations. */
static const double feedback_factor = 3, foreign_feedback_factor = 1;

/* Of the mean of the best others of its case text, which speak for each paragraph. */
static const double case_text_factor = 0.3;

/* What the Committee finds and asks for is what it is cited by: among equals it stands before what was
 * alleged and replied. A text on the effect given has one section, OTHER, for all of that, which therefore
 * loses nothing. */
static const double section_factors[] = {[CFA_SECTION_OTHER] = 1,
                                         [CFA_SECTION_ALLEGATIONS] = 1,
                                         [CFA_SECTION_REPLY] = 1,
                                         [CFA_SECTION_CONCLUSIONS] = 1.05,
                                         [CFA_SECTION_RECOMMENDATIONS] = 1.1};

/* A meaning of a word by the numbers of its stems. */
typedef struct numbered_meaning {
    const cfa_meaning *meaning;
    guint32 stems[CFA_MEANING_TERMS];
} numbered_meaning;

typedef struct ranked_word {
    const cfa_plan_word *word;
    GArray *meanings; /* numbered_meaning */
    double idf;
} ranked_word;

/* A term that is no word. */
typedef struct ranked_term {
    const cfa_plan_term *term;
    double weight;
} ranked_term;

/* A stem that the best hits have in common. */
typedef struct learned_stem {
    guint32 stem;
    double weight;
} learned_stem;

typedef struct candidate {
    guint place; /* in the list, and among the vectors */
    gboolean has_every;
    double words;     /* by the words of the question, its terms and what was learned */
    double section;   /* for its section */
    double case_text; /* for the others of its case text */
    double score;     /* the three together */
    guint32 run;      /* the case text */
    guint64 order;    /* among equals, the newest first */
} candidate;

struct cfa_ranking {
    cfa_vectors *vectors;
    double documents;
    cfa_language typed; /* that the question is in, or unknown */
    GArray *words;      /* ranked_word */
    GArray *candidates; /* candidate, best first */
    GArray *learned;    /* learned_stem */
    GArray *terms;      /* ranked_term */
    guint64 *marks;     /* by place: a bit for each term that it has */
    GArray *counts;     /* guint32 for each number of a stem: how often the paragraph at hand has it */
    xc_error *error;
};

/* Words that no text has were meant to say something, too. */
static guint words_of(const cfa_plan *plan)
{
    return plan->words->len + plan->unknown->len;
}

gboolean cfa_rank_learns(const cfa_plan *plan)
{
    return words_of(plan) >= FEEDBACK_WORDS;
}

guint cfa_rank_candidates(const cfa_plan *plan)
{
    return CLAMP(words_of(plan) * CANDIDATES_A_WORD, CANDIDATES_LEAST, CFA_RANK_CANDIDATES);
}

static double idf_of(const cfa_ranking *this, double frequency)
{
    return cfa_bm25_idf(this->documents, frequency);
}

/* ---- the words ---- */

/* A word is as rare as all that it stands for together, each as much as it is likely: so no language's word
 * outweighs another's. */
static void add_word(cfa_ranking *this, const cfa_plan_word *word)
{
    ranked_word ranked = {.word = word, .meanings = g_array_new(FALSE, TRUE, sizeof(numbered_meaning))};
    double frequency = 0;
    for (guint i = 0; i < word->meanings->len; i++) {
        numbered_meaning one = {.meaning = g_ptr_array_index(word->meanings, i)};
        double rarest = this->documents;
        for (guint j = 0; j < one.meaning->count; j++) {
            one.stems[j] = cfa_vectors_number(this->vectors, one.meaning->terms[j]);
            cfa_vectors_look_for(this->vectors, one.stems[j]);
            rarest = MIN(rarest, cfa_vectors_frequency(this->vectors, one.stems[j], this->error));
        }
        frequency += one.meaning->probability * rarest;
        g_array_append_val(ranked.meanings, one);
    }
    ranked.idf = idf_of(this, MIN(frequency, this->documents));
    g_array_append_val(this->words, ranked);
}

/* How often the paragraph at hand has a meaning: as often as the rarest of its stems. */
static guint count_of(const cfa_ranking *this, const numbered_meaning *one)
{
    guint count = G_MAXUINT;
    for (guint i = 0; i < one->meaning->count; i++)
        count = MIN(count, g_array_index(this->counts, guint32, one->stems[i]));
    return count;
}

/* What a word gives the paragraph at hand; which of its meanings gives most in `best`, NULL where there is
 * none. */
static double weigh_word(const cfa_ranking *this, const ranked_word *word, double length,
                         const numbered_meaning **best)
{
    double count = 0, most = 0;
    gboolean is_certain = FALSE;
    *best = NULL;
    for (guint i = 0; i < word->meanings->len; i++) {
        const numbered_meaning *one = &g_array_index(word->meanings, numbered_meaning, i);
        const double likely = one->meaning->probability * count_of(this, one);
        count += likely;
        is_certain = is_certain || (likely > 0 && one->meaning->probability >= 1);
        if (likely > most) {
            most = likely;
            *best = one;
        }
    }
    return (is_certain ? 1 : translated_factor) * word->word->weight * word->idf *
           cfa_bm25_saturation(count, is_certain ? CFA_BM25_K1 : translated_k1, length);
}

/* ---- the candidates ---- */

static void set_counts(const cfa_ranking *this, const cfa_vector *vector)
{
    g_array_set_size(this->counts, cfa_vectors_numbers(this->vectors));
    cfa_vectors_count(this->vectors, vector, (guint32 *)(void *)this->counts->data);
}

static void read_candidates(cfa_ranking *this, const cfa_shortlist *list, guint every, guint most)
{
    g_autoptr(GArray) docids = g_array_new(FALSE, FALSE, sizeof(xc_docid));
    for (guint i = 0; i < MIN(list->entries->len, most); i++) {
        const candidate one = {.place = i, .has_every = i < every};
        const xc_docid docid = g_array_index(list->entries, cfa_shortlist_entry, i).docid;
        g_array_append_val(docids, docid);
        g_array_append_val(this->candidates, one);
    }
    cfa_vectors_read(this->vectors, docids, this->error);
}

/* ---- terms that are no words ---- */

static void read_terms(cfa_ranking *this, const cfa_plan *plan)
{
    this->marks = g_new0(guint64, this->candidates->len);
    for (guint i = 0; i < MIN(plan->terms->len, TERMS_MAX); i++) {
        const cfa_plan_term *term = g_ptr_array_index(plan->terms, i);
        const guint32 number = cfa_vectors_number(this->vectors, term->term);
        const double frequency = cfa_vectors_frequency(this->vectors, number, this->error);
        const ranked_term one = {term, term->weight * idf_of(this, frequency)};
        g_array_append_val(this->terms, one);
        cfa_vectors_mark(this->vectors, term->term, (guint64)1 << i, this->marks, this->error);
    }
}

static gboolean has_term(const cfa_ranking *this, const candidate *one, guint number)
{
    return (this->marks[one->place] >> number & 1) != 0;
}

static double weigh_terms(const cfa_ranking *this, const candidate *one)
{
    double sum = 0;
    for (guint i = 0; i < this->terms->len; i++)
        if (has_term(this, one, i))
            sum += g_array_index(this->terms, ranked_term, i).weight;
    return sum;
}

static int compare_candidates(gconstpointer a, gconstpointer b)
{
    const candidate *left = a, *right = b;
    if (left->has_every != right->has_every)
        return left->has_every ? -1 : 1;
    if (left->score != right->score)
        return left->score > right->score ? -1 : 1;
    if (left->order != right->order)
        return left->order > right->order ? -1 : 1;
    return left->place < right->place ? -1 : left->place > right->place;
}

static double weigh_learned(const cfa_ranking *this, const learned_stem *learned, double length)
{
    const guint count = g_array_index(this->counts, guint32, learned->stem);
    return count > 0 ? learned->weight * cfa_bm25_saturation(count, CFA_BM25_K1, length) : 0;
}

/* Lets the candidates, in order, gain by the best others of their case text. */
static void share_case_texts(cfa_ranking *this)
{
    const candidate *all = (const candidate *)(const void *)this->candidates->data;
    for (guint i = 0; i < this->candidates->len; i++) {
        candidate *one = &g_array_index(this->candidates, candidate, i);
        double sum = 0;
        guint others = 0;
        for (guint j = 0; j < this->candidates->len && others < CASE_TEXT_OTHERS; j++) {
            if (j == i || all[j].run != one->run)
                continue;
            sum += all[j].words + all[j].section;
            others++;
        }
        one->case_text = case_text_factor * sum / CASE_TEXT_OTHERS;
        one->score += one->case_text;
    }
}

static void weigh_candidates(cfa_ranking *this)
{
    for (guint i = 0; i < this->candidates->len; i++) {
        candidate *one = &g_array_index(this->candidates, candidate, i);
        const cfa_vector vector = cfa_vectors_at(this->vectors, one->place);
        const numbered_meaning *best;
        one->order = vector.head.order;
        one->run = vector.head.case_text;
        set_counts(this, &vector);
        one->words = weigh_terms(this, one);
        for (guint j = 0; j < this->words->len; j++)
            one->words += weigh_word(this, &g_array_index(this->words, ranked_word, j), vector.length, &best);
        for (guint j = 0; j < this->learned->len; j++)
            one->words += weigh_learned(this, &g_array_index(this->learned, learned_stem, j), vector.length);
        one->section = one->words * (section_factors[vector.head.section] - 1);
        one->case_text = 0;
        one->score = one->words + one->section;
    }
    g_array_sort(this->candidates, compare_candidates);
    share_case_texts(this);
    g_array_sort(this->candidates, compare_candidates);
}

/* ---- feedback ---- */

static int compare_learned(gconstpointer a, gconstpointer b)
{
    const learned_stem *left = a, *right = b;
    if (left->weight != right->weight)
        return left->weight > right->weight ? -1 : 1;
    return left->stem < right->stem ? -1 : left->stem > right->stem;
}

/* The best candidates in a language; how many there are. */
static guint believe(const cfa_ranking *this, cfa_language language,
                     const candidate *believed[static FEEDBACK_HITS])
{
    guint count = 0;
    for (guint i = 0; i < this->candidates->len && count < FEEDBACK_HITS; i++) {
        const candidate *one = &g_array_index(this->candidates, candidate, i);
        if (cfa_vectors_at(this->vectors, one->place).head.language == language)
            believed[count++] = one;
    }
    return count;
}

/* How much a hit is believed beside the best one. */
static double belief_in(const candidate *one, const candidate *best)
{
    return best->score > 0 ? pow(one->score / best->score, believed_power) : 0;
}

/* Multiplies the weights of some stems by how rare they are. */
static void weigh_rarity(cfa_ranking *this, GArray *stems, guint from, guint to)
{
    for (guint i = from; i < to; i++) {
        learned_stem *one = &g_array_index(stems, learned_stem, i);
        one->weight *= idf_of(this, cfa_vectors_frequency(this->vectors, one->stem, this->error));
    }
}

/* Weighs the stems by how rare they are, too, and keeps the heaviest, in order. To look up how rare one is
 * takes most of the time: it is not done where even the rarest stem would be too light. */
static void weigh_by_rarity(cfa_ranking *this, GArray *stems)
{
    const double most = idf_of(this, 1);
    const guint first = MIN(stems->len, FEEDBACK_STEMS);
    double least = G_MAXDOUBLE; /* of the first */
    guint weighed = first;
    g_array_sort(stems, compare_learned);
    weigh_rarity(this, stems, 0, first);
    for (guint i = 0; i < first; i++)
        least = MIN(least, g_array_index(stems, learned_stem, i).weight);
    while (weighed < stems->len && g_array_index(stems, learned_stem, weighed).weight * most >= least)
        weighed++;
    weigh_rarity(this, stems, first, weighed);
    g_array_set_size(stems, weighed);
    g_array_sort(stems, compare_learned);
    g_array_set_size(stems, MIN(weighed, FEEDBACK_STEMS));
}

/* The stems of the best candidates of a language, weighed as BM25 weighs them there: a relevance model in the
 * sense of Lavrenko and Croft, 2001, with BM25 for the probabilities. The heaviest, in order. */
static GArray *stems_in_common(cfa_ranking *this, cfa_language language)
{
    const candidate *believed[FEEDBACK_HITS];
    const GArray *stems_of[FEEDBACK_HITS];
    guint count = believe(this, language, believed);
    GArray *stems = g_array_new(FALSE, FALSE, sizeof(learned_stem));
    while (count > 1 && belief_in(believed[count - 1], believed[0]) < least_belief)
        count--;
    for (guint i = 0; i < count; i++)
        stems_of[i] = cfa_vectors_stems(this->vectors, believed[i]->place, this->error);
    g_autofree double *weights = g_new0(double, cfa_vectors_numbers(this->vectors));
    for (guint i = 0; i < count; i++) {
        const double length = cfa_vectors_at(this->vectors, believed[i]->place).length;
        const double belief = belief_in(believed[i], believed[0]);
        for (guint j = 0; j < stems_of[i]->len; j++) {
            const cfa_vector_stem *stem = &g_array_index(stems_of[i], cfa_vector_stem, j);
            const learned_stem one = {.stem = stem->number};
            if (weights[stem->number] <= 0)
                g_array_append_val(stems, one);
            weights[stem->number] += belief * cfa_bm25_saturation(stem->count, CFA_BM25_K1, length);
        }
    }
    for (guint i = 0; i < stems->len; i++) {
        learned_stem *one = &g_array_index(stems, learned_stem, i);
        one->weight = weights[one->stem];
    }
    weigh_by_rarity(this, stems);
    return stems;
}

static void learn_from(cfa_ranking *this, cfa_language language)
{
    const gboolean is_typed = this->typed == CFA_LANGUAGE_UNKNOWN || language == this->typed;
    g_autoptr(GArray) stems = stems_in_common(this, language);
    const double most = stems->len > 0 ? g_array_index(stems, learned_stem, 0).weight : 0;
    for (guint i = 0; i < stems->len && most > 0; i++) {
        learned_stem one = g_array_index(stems, learned_stem, i);
        one.weight *= (is_typed ? feedback_factor : foreign_feedback_factor) / most *
                      sqrt(idf_of(this, cfa_vectors_frequency(this->vectors, one.stem, this->error)));
        g_array_append_val(this->learned, one);
        cfa_vectors_look_for(this->vectors, one.stem);
    }
}

/* Each language learns from its own hits, which do not have the stems of another. */
static void learn(cfa_ranking *this)
{
    for (int l = 0; l <= CFA_LANGUAGES; l++)
        learn_from(this, (cfa_language)l);
    weigh_candidates(this);
}

/* ---- reasons ---- */

static void reason_free(gpointer data)
{
    cfa_reason *reason = data;
    g_free(reason->word);
    g_free(reason->term);
    g_free(reason);
}

static cfa_reason *add_reason(GPtrArray *reasons, cfa_path path, cfa_language language, double weight)
{
    cfa_reason *reason = g_new0(cfa_reason, 1);
    reason->language = language;
    reason->path = path;
    reason->probability = 1;
    reason->weight = weight;
    g_ptr_array_add(reasons, reason);
    return reason;
}

static void add_word_reason(GPtrArray *reasons, const char *word, const cfa_meaning *meaning, double weight)
{
    cfa_reason *reason = add_reason(reasons, meaning->path, meaning->language, weight);
    g_autoptr(GString) stems = g_string_new(NULL);
    const gsize prefix = strlen(cfa_layout_stem_prefix(meaning->language));
    for (guint i = 0; i < meaning->count; i++)
        g_string_append_printf(stems, "%s%s", i > 0 ? " " : "", meaning->terms[i] + prefix);
    reason->word = g_strdup(word);
    reason->term = g_strdup(stems->str);
    reason->probability = meaning->probability;
}

static int compare_reasons(gconstpointer a, gconstpointer b)
{
    const cfa_reason *left = *(const cfa_reason *const *)a, *right = *(const cfa_reason *const *)b;
    if (left->weight != right->weight)
        return left->weight > right->weight ? -1 : 1;
    return g_strcmp0(left->term, right->term);
}

GPtrArray *cfa_ranking_reasons(const cfa_ranking *this, guint rank)
{
    GPtrArray *reasons = g_ptr_array_new_with_free_func(reason_free);
    const candidate *one = &g_array_index(this->candidates, candidate, rank);
    const cfa_vector vector = cfa_vectors_at(this->vectors, one->place);
    const cfa_language language = vector.head.language;
    set_counts(this, &vector);
    for (guint i = 0; i < this->words->len; i++) {
        const ranked_word *word = &g_array_index(this->words, ranked_word, i);
        const numbered_meaning *best;
        const double weight = weigh_word(this, word, vector.length, &best);
        if (best != NULL)
            add_word_reason(reasons, word->word->word, best->meaning, weight);
    }
    for (guint i = 0; i < this->terms->len; i++) {
        const ranked_term *term = &g_array_index(this->terms, ranked_term, i);
        if (has_term(this, one, i))
            add_reason(reasons, CFA_PATH_CITATION, language, term->weight)->term = g_strdup(term->term->name);
    }
    for (guint i = 0; i < this->learned->len; i++) {
        const learned_stem *learned = &g_array_index(this->learned, learned_stem, i);
        const double weight = weigh_learned(this, learned, vector.length);
        const char *term = cfa_vectors_term(this->vectors, learned->stem);
        if (weight > 0)
            add_reason(reasons, CFA_PATH_LEARNED, language, weight)->term =
                g_strdup(term + strlen(cfa_layout_stem_prefix(language)));
    }
    if (one->section > 0)
        add_reason(reasons, CFA_PATH_SECTION, language, one->section);
    if (one->case_text > 0)
        add_reason(reasons, CFA_PATH_CASE_TEXT, language, one->case_text);
    g_ptr_array_sort(reasons, compare_reasons);
    return reasons;
}

const char *cfa_path_name(cfa_path path)
{
    static const char *const names[] = {
        [CFA_PATH_TYPED] = "typed",           [CFA_PATH_TRANSLATED] = "translated",
        [CFA_PATH_EXPRESSION] = "expression", [CFA_PATH_LEARNED] = "learned",
        [CFA_PATH_CITATION] = "citation",     [CFA_PATH_SECTION] = "section",
        [CFA_PATH_CASE_TEXT] = "case_text"};
    return names[path];
}

/* ---- the whole ---- */

cfa_ranking *cfa_ranking_new(const cfa_index *index, const cfa_plan *plan, const cfa_shortlist *list,
                             guint every, xc_error *error)
{
    cfa_ranking *this = g_new0(cfa_ranking, 1);
    this->vectors = cfa_vectors_new(index);
    this->documents = xc_database_get_doccount(index->database, error);
    this->typed = plan->language;
    this->words = g_array_new(FALSE, FALSE, sizeof(ranked_word));
    this->candidates = g_array_new(FALSE, FALSE, sizeof(candidate));
    this->learned = g_array_new(FALSE, FALSE, sizeof(learned_stem));
    this->terms = g_array_new(FALSE, FALSE, sizeof(ranked_term));
    this->counts = g_array_new(FALSE, TRUE, sizeof(guint32));
    this->error = error;
    for (guint i = 0; i < plan->words->len; i++)
        add_word(this, g_ptr_array_index(plan->words, i));
    read_candidates(this, list, every, cfa_rank_candidates(plan));
    read_terms(this, plan);
    weigh_candidates(this);
    if (cfa_rank_learns(plan))
        learn(this);
    return this;
}

void cfa_ranking_free(cfa_ranking *ranking)
{
    if (ranking == NULL)
        return;
    for (guint i = 0; i < ranking->words->len; i++)
        g_array_unref(g_array_index(ranking->words, ranked_word, i).meanings);
    cfa_vectors_free(ranking->vectors);
    g_array_unref(ranking->words);
    g_array_unref(ranking->candidates);
    g_array_unref(ranking->learned);
    g_array_unref(ranking->terms);
    g_free(ranking->marks);
    g_array_unref(ranking->counts);
    g_free(ranking);
}

guint cfa_ranking_size(const cfa_ranking *ranking)
{
    return ranking->candidates->len;
}

guint cfa_ranking_place(const cfa_ranking *ranking, guint rank)
{
    return g_array_index(ranking->candidates, candidate, rank).place;
}

double cfa_ranking_score(const cfa_ranking *ranking, guint rank)
{
    return g_array_index(ranking->candidates, candidate, rank).score;
}

cfa_language cfa_ranking_language(const cfa_ranking *ranking, guint rank)
{
    return cfa_vectors_at(ranking->vectors, cfa_ranking_place(ranking, rank)).head.language;
}
