#include "invent.h"

#include "labels.h"

#include <string.h>

enum {
    MOST_CONTENT = 400, /* content words of a paragraph */
    NAMES_PERCENT = 2,
    NUMBERS_PERCENT = 2,
    COMMAS_PERCENT = 9,
    LEAST_SENTENCE = 7, /* content words */
    SENTENCE_SPREAD = 13,
    SWAPPED_PERCENT = 12, /* noise of a translation */
    DROPPED_PERCENT = 4,
    REPLACED_PERCENT = 4,
    PLURAL_PERCENT = 14,
    CONTENT_PERCENT = 55 /* of all words; the others are function words */
};

/* Words of a paragraph at 0/32, 1/32 … 32/32 of all: log-normal, median 88, mean 105. */
static const guint16 lengths[] = {18,  29,  35,  40,  44,  48,  52,  55,  59,  62,  66,
                                  69,  73,  76,  80,  84,  88,  92,  97,  101, 107, 112,
                                  118, 125, 132, 140, 150, 161, 175, 194, 221, 269, 432};

/* Function words before a content word: how many of a hundred have none, and none or one; the others have
 * two. */
static const struct {
    guint none, one;
} function_share[BODY_LANGUAGES] = {{42, 82}, {36, 76}, {36, 76}};

/* How paragraphs begin, by section. */
static const struct opening {
    sample_kind kind;
    const char *words[BODY_LANGUAGES];
} openings[] = {
    {ALLEGATIONS,
     {"The complainant alleges that", "L'organisation plaignante allègue que",
      "La organización querellante alega que"}},
    {ALLEGATIONS,
     {"In its communication, the complainant states that",
      "Dans sa communication, l'organisation plaignante déclare que",
      "En su comunicación, la organización querellante declara que"}},
    {ALLEGATIONS, {"The trade union adds that", "Le syndicat ajoute que", "El sindicato añade que"}},
    {REPLY, {"The Government states that", "Le gouvernement déclare que", "El Gobierno declara que"}},
    {REPLY,
     {"The Government indicates in addition that", "Le gouvernement indique en outre que",
      "El Gobierno indica además que"}},
    {REPLY,
     {"As regards the dismissals, the Government denies that",
      "En ce qui concerne les licenciements, le gouvernement nie que",
      "En cuanto a los despidos, el Gobierno niega que"}},
    {CONCLUSIONS, {"The Committee notes that", "Le comité note que", "El Comité toma nota de que"}},
    {CONCLUSIONS, {"The Committee recalls that", "Le comité rappelle que", "El Comité recuerda que"}},
    {CONCLUSIONS,
     {"The Committee observes that the right to strike", "Le comité observe que le droit de grève",
      "El Comité observa que el derecho de huelga"}},
    {CONCLUSIONS,
     {"The Committee requests the Government to ensure that",
      "Le comité prie le gouvernement de veiller à ce que", "El Comité pide al Gobierno que vele por que"}},
    {RECOMMENDATIONS,
     {"In the light of its foregoing conclusions, the Committee considers that",
      "Au vu des conclusions qui précèdent, le comité estime que",
      "En vista de las conclusiones que preceden, el Comité estima que"}},
    {PREVIOUS,
     {"The Committee last examined this case when",
      "Le comité a examiné ce cas pour la dernière fois lorsque",
      "El Comité examinó este caso por última vez cuando"}},
    {PREVIOUS,
     {"At that time the Committee recommended that", "Le comité avait alors recommandé que",
      "En esa ocasión el Comité recomendó que"}},
    {EFFECT,
     {"In its communication the Government indicates that",
      "Dans sa communication, le gouvernement indique que", "En su comunicación, el Gobierno indica que"}},
    {EFFECT, {"The Committee takes note that", "Le comité prend note que", "El Comité toma nota de que"}},
    {INTRODUCTION,
     {"The Government sent its observations, in which",
      "Le gouvernement a envoyé ses observations, dans lesquelles",
      "El Gobierno envió sus observaciones, en las que"}}};

/* Before the number of the case, and between it and the date. */
static const char *const complaints[BODY_LANGUAGES][2] = {
    {"The complaint in Case No. ", " is contained in a communication dated "},
    {"La plainte dans le cas no ", " figure dans une communication en date du "},
    {"La queja del caso núm. ", " figura en una comunicación de fecha "}};

/* After the name of the country. */
static const char *const ratifications[BODY_LANGUAGES] = {
    "has ratified the Freedom of Association and Protection of the Right to Organise Convention, 1948 "
    "(No. 87), and the Right to Organise and Collective Bargaining Convention, 1949 (No. 98).",
    "a ratifié la convention (no 87) sur la liberté syndicale et la protection du droit syndical, "
    "1948, et la convention (no 98) sur le droit d'organisation et de négociation collective, 1949.",
    "ha ratificado el Convenio sobre la libertad sindical y la protección del derecho de sindicación, "
    "1948 (núm. 87), y el Convenio sobre el derecho de sindicación y de negociación colectiva, 1949 "
    "(núm. 98)."};

/* A content word of a paragraph, before it is put into a language. */
typedef struct token {
    enum { MEANING, NAME, NUMBER } kind;
    guint value;
    gboolean comma, stop; /* what follows it */
} token;

typedef struct writer {
    sample_invention *invention;
    sample_language language;
    const char *apostrophe;
    GString *out;
    gboolean capital; /* the next word begins a sentence */
} writer;

sample_invention sample_invention_new(const sample_words *words, guint64 seed, guint languages)
{
    sample_invention invention = {.words = words, .languages = languages};
    invention.content = sample_random_new(seed, BODY_LANGUAGES);
    for (guint language = 0; language < BODY_LANGUAGES; language++)
        invention.noise[language] = sample_random_new(seed, language);
    return invention;
}

/* Makes `count` content words in sentences; `tokens` has room for them. */
static void invent_tokens(sample_invention *invention, token *tokens, guint count)
{
    sample_random *random = &invention->content;
    guint left = LEAST_SENTENCE + sample_random_below(random, SENTENCE_SPREAD);
    for (guint i = 0; i < count; i++) {
        guint die = sample_random_below(random, 100);
        token *made = &tokens[i];
        *made = (token){.kind = MEANING};
        if (die < NAMES_PERCENT)
            *made = (token){.kind = NAME, .value = sample_words_draw_name(random)};
        else if (die < NAMES_PERCENT + NUMBERS_PERCENT)
            *made = (token){.kind = NUMBER, .value = 2 + sample_random_below(random, 400)};
        else
            made->value = sample_words_draw(invention->words, random);
        made->stop = --left == 0 || i + 1 == count;
        made->comma = !made->stop && sample_random_chance(random, COMMAS_PERCENT);
        if (left == 0)
            left = LEAST_SENTENCE + sample_random_below(random, SENTENCE_SPREAD);
    }
}

static gboolean begins_with_vowel(const char *word)
{
    return strchr("aeiouh", *word) != NULL || g_str_has_prefix(word, "é") || g_str_has_prefix(word, "ê");
}

/* The last word of `out` is short and elided before a vowel in French: "le", "la", "de", "que". Puts the
 * apostrophe in its place. */
static gboolean elide(writer *to, const char *next)
{
    static const char *const elided[] = {" le", " la", " de", " que", " ne", " se"};
    if (to->language != FRENCH || !begins_with_vowel(next))
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(elided); i++) {
        gsize length = strlen(elided[i]);
        if (to->out->len > length && memcmp(to->out->str + to->out->len - length, elided[i], length) == 0) {
            g_string_truncate(to->out, to->out->len - 1);
            g_string_append(to->out, to->apostrophe);
            return TRUE;
        }
    }
    return FALSE;
}

static void write_word(writer *to, const char *word)
{
    if (to->out->len > 0 && !elide(to, word))
        g_string_append_c(to->out, ' ');
    if (to->capital) {
        g_string_append_unichar(to->out, g_unichar_toupper(g_utf8_get_char(word)));
        word += g_utf8_skip[(guchar)*word];
    }
    to->capital = FALSE;
    g_string_append(to->out, word);
}

static void write_functions(writer *to)
{
    sample_random *noise = &to->invention->noise[to->language];
    guint die = sample_random_below(noise, 100);
    guint count = die < function_share[to->language].none  ? 0
                  : die < function_share[to->language].one ? 1
                                                           : 2;
    for (; count > 0; count--)
        write_word(to, sample_words_function(to->invention->words, to->language, noise));
}

static void write_token(writer *to, const token *it)
{
    sample_random *noise = &to->invention->noise[to->language];
    guint die = sample_random_below(noise, 100);
    guint meaning = it->value;
    if (die < DROPPED_PERCENT && !it->stop)
        return;
    write_functions(to);
    if (it->kind == NAME) {
        write_word(to, sample_words_get_name(to->invention->words, it->value));
    } else if (it->kind == NUMBER) {
        g_string_append_printf(to->out, "%s%u", to->out->len > 0 ? " " : "", it->value);
        to->capital = FALSE;
    } else {
        if (die < DROPPED_PERCENT + REPLACED_PERCENT)
            meaning = sample_words_draw(to->invention->words, noise);
        write_word(to, sample_words_get(to->invention->words, to->language, meaning));
        if (sample_random_chance(noise, PLURAL_PERCENT))
            g_string_append_c(to->out, 's');
    }
    if (it->comma)
        g_string_append_c(to->out, ',');
}

/* The words of all the sentences, without the last full stop. */
static void write_tokens(writer *to, const token *tokens, guint count)
{
    sample_random *noise = &to->invention->noise[to->language];
    for (guint i = 0; i < count; i++) {
        gboolean swap = i + 1 < count && !tokens[i].stop && !tokens[i + 1].stop &&
                        sample_random_chance(noise, SWAPPED_PERCENT);
        write_token(to, &tokens[swap ? i + 1 : i]);
        if (swap)
            write_token(to, &tokens[i++]);
        if (tokens[i].stop && i + 1 < count) {
            g_string_append_c(to->out, '.');
            to->capital = TRUE;
        }
    }
}

static void write_citation(GString *out, sample_language language, const sample_citation *cited)
{
    static const char *const see[BODY_LANGUAGES] = {" [see ", " [voir ", " [véase "};
    static const char *const one[BODY_LANGUAGES] = {", para. ", ", paragr. ", ", párrafo "};
    static const char *const many[BODY_LANGUAGES] = {", paras ", ", paragr. ", ", párrafos "};
    static const char *const to[BODY_LANGUAGES] = {"–", " à ", " a "};
    if (cited->report == 0)
        return;
    g_string_append(out, see[language]);
    sample_label_ordinal(out, language, cited->report);
    gboolean range = cited->last > cited->first;
    g_string_append_printf(out, "%s%u", (range ? many : one)[language], cited->first);
    if (range)
        g_string_append_printf(out, "%s%u", to[language], cited->last);
    g_string_append_c(out, ']');
}

/* The table has U+0027. */
static void write_opening(writer *to, const char *words)
{
    g_auto(GStrv) parts = g_strsplit(words, "'", -1);
    g_autofree char *joined = g_strjoinv(to->apostrophe, parts);
    g_string_append(to->out, joined);
}

static const struct opening *pick_opening(sample_random *random, sample_kind kind)
{
    guint count = 0;
    for (guint i = 0; i < G_N_ELEMENTS(openings); i++)
        count += openings[i].kind == kind;
    guint left = count == 0 ? 0 : sample_random_below(random, count);
    for (guint i = 0; count > 0 && i < G_N_ELEMENTS(openings); i++) {
        if (openings[i].kind == kind && left-- == 0)
            return &openings[i];
    }
    return NULL;
}

static guint draw_length(sample_random *random)
{
    guint place = sample_random_below(random, G_N_ELEMENTS(lengths) - 1);
    guint low = lengths[place], high = lengths[place + 1];
    return low + sample_random_below(random, high - low + 1);
}

gsize sample_invent_paragraph(sample_invention *invention, sample_paragraph *paragraph, sample_kind kind,
                              gboolean curly, const sample_citation *citation)
{
    token tokens[MOST_CONTENT];
    guint count = draw_length(&invention->content) * CONTENT_PERCENT / 100;
    const struct opening *opening = pick_opening(&invention->content, kind);
    gsize bytes = 0;
    invent_tokens(invention, tokens, MIN(count, MOST_CONTENT));
    for (sample_language language = ENGLISH; language <= SPANISH; language++) {
        if ((invention->languages & (1U << language)) == 0)
            continue;
        writer to = {.invention = invention,
                     .language = language,
                     .apostrophe = curly ? "’" : "'",
                     .out = g_string_sized_new(1024),
                     .capital = opening == NULL};
        if (opening != NULL)
            write_opening(&to, opening->words[language]);
        write_tokens(&to, tokens, MIN(count, MOST_CONTENT));
        write_citation(to.out, language, citation);
        g_string_append_c(to.out, '.');
        bytes += to.out->len;
        paragraph->text[language] = g_string_free(to.out, FALSE);
    }
    return bytes;
}

gsize sample_invent_items(sample_invention *invention, sample_paragraph *paragraph, gboolean curly,
                          guint count)
{
    token tokens[2 * LEAST_SENTENCE + SENTENCE_SPREAD];
    gsize bytes = 0;
    for (guint item = 0; item < count && item < 26; item++) {
        guint length = LEAST_SENTENCE + sample_random_below(&invention->content, SENTENCE_SPREAD);
        invent_tokens(invention, tokens, length);
        for (sample_language language = ENGLISH; language <= SPANISH; language++) {
            if ((invention->languages & (1U << language)) == 0)
                continue;
            writer to = {.invention = invention,
                         .language = language,
                         .apostrophe = curly ? "’" : "'",
                         .out = g_string_new(language == ENGLISH ? "(" : "")};
            g_string_append_printf(to.out, "%c)", (char)('a' + item));
            write_tokens(&to, tokens, length);
            g_string_append(to.out, item + 1 < count ? ";" : ".");
            bytes += to.out->len;
            sample_paragraph_take_item(paragraph, language, g_string_free(to.out, FALSE));
        }
    }
    return bytes;
}

gsize sample_invent_complaint(const sample_invention *invention, sample_paragraph *paragraph,
                              const sample_case *of)
{
    gsize bytes = 0;
    for (sample_language language = ENGLISH; language <= SPANISH; language++) {
        if ((invention->languages & (1U << language)) == 0)
            continue;
        GString *out = g_string_new(NULL);
        g_string_append_printf(out, "%s%u%s", complaints[language][0], of->number, complaints[language][1]);
        sample_label_day(out, language, &of->complaint);
        g_string_append_c(out, '.');
        bytes += out->len;
        paragraph->text[language] = g_string_free(out, FALSE);
    }
    return bytes;
}

gsize sample_invent_ratification(const sample_invention *invention, sample_paragraph *paragraph,
                                 const sample_case *of)
{
    gsize bytes = 0;
    for (sample_language language = ENGLISH; language <= SPANISH; language++) {
        if ((invention->languages & (1U << language)) == 0)
            continue;
        paragraph->text[language] = g_strconcat(of->country[language], " ", ratifications[language], NULL);
        bytes += strlen(paragraph->text[language]);
    }
    return bytes;
}

void sample_invent_allegations(sample_invention *invention, sample_text *text)
{
    token tokens[LEAST_SENTENCE];
    invent_tokens(invention, tokens, LEAST_SENTENCE);
    for (sample_language language = ENGLISH; language <= SPANISH; language++) {
        if ((invention->languages & (1U << language)) == 0)
            continue;
        writer to = {.invention = invention,
                     .language = language,
                     .apostrophe = text->curly ? "’" : "'",
                     .out = g_string_new(NULL),
                     .capital = TRUE};
        write_tokens(&to, tokens, LEAST_SENTENCE);
        text->allegations[language] = g_string_free(to.out, FALSE);
    }
}
