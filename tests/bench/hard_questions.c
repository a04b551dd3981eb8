#include "hard_questions.h"

#include <string.h>

static void question_free(gpointer data)
{
    cfa_hard_question *question = data;
    g_free(question->name);
    g_free(question->text);
    g_free(question);
}

static void add_question(GPtrArray *all, char *name, char *text, const cfa_request *request)
{
    cfa_hard_question *question = g_new0(cfa_hard_question, 1);
    question->name = name;
    question->text = text;
    question->request = *request;
    question->request.query = text;
    g_ptr_array_add(all, question);
}

/* ---- written by hand ---- */

/* Options that hurt. */
#define SHIPPED .limit = CFA_LIMIT_DEFAULT, .passages = CFA_PASSAGES_DEFAULT
#define MOST .limit = CFA_LIMIT_MAX, .passages = CFA_PASSAGES_MAX
static const struct options {
    const char *name;
    cfa_request request;
} plain = {"", {SHIPPED}}, most = {", 1,000 hits of 100 passages", {MOST}},
  far = {", far behind", {SHIPPED, .offset = 100000}},
  farthest = {", farthest behind", {.limit = CFA_LIMIT_MAX, .passages = 1, .offset = CFA_OFFSET_MAX}},
  whole = {", with all that a page tells", {MOST, .facets = TRUE, .annotate = TRUE, .explain = TRUE}},
  paragraphs = {", 1,000 paragraphs, the oldest first",
                {.limit = CFA_LIMIT_MAX, .passages = 1, .by_paragraph = TRUE, .sort = CFA_SORT_OLDEST}},
  newest = {", the newest first", {MOST, .sort = CFA_SORT_NEWEST, .facets = TRUE}},
  french = {", in French", {SHIPPED, .languages = CFA_LANGUAGE_BIT(CFA_FRENCH), .facets = TRUE}},
  all_words = {", every word", {SHIPPED, .match = CFA_MATCH_ALL, .facets = TRUE}};

#define COMMON                                                                                               \
    "committee government workers union strike right trade association complaint members employer "          \
    "law case public service act court labour national report "

#define BRACKETS                                                                                             \
    " OR strike) union) -police) right) OR law) case) -court) worker) OR act) member) -party) report) OR "   \
    "state) claim) -fine) week) "

/* A piece that is repeated up to the longest query, around some words of a text; or once. */
static const struct piece {
    const char *name, *before, *after;
    guint words;
    gboolean once;
    const struct options *options;
} pieces[] = {
    {"words", "", " ", 6, FALSE, &plain},
    {"words", "", " ", 6, FALSE, &whole},
    {"words", "", " ", 6, FALSE, &all_words},
    {"one word repeated", "committee ", "", 0, FALSE, &plain},
    {"one word", "committee", "", 0, TRUE, &whole},
    {"one word", "committee", "", 0, TRUE, &farthest},
    {"one word", "committee", "", 0, TRUE, &newest},
    {"one word", "committee", "", 0, TRUE, &paragraphs},
    {"a stopword", "the", "", 0, TRUE, &whole},
    {"stopwords", "the of to and in that for is ", "", 0, FALSE, &plain},
    {"stopwords that must be there", "+the +of +to +and +in +that +for +is +by +on +as +was +be +it ", "", 0,
     FALSE, &whole},
    {"prefixes", "con* pro* ", "* ", 1, FALSE, &plain},
    {"prefixes of all letters",
     "con* pro* com* sta* int* dis* gov* res* rep* inf* par* tra* mem* wor* ass* ins* ", "", 0, FALSE,
     &whole},
    {"prefixes of all letters",
     "con* pro* com* sta* int* dis* gov* res* rep* inf* par* tra* mem* wor* ass* ins* ", "", 0, FALSE, &far},
    {"prefixes that must be there", "+con* +pro* +com* +sta* +int* ", "", 0, FALSE, &plain},
    {"excluded prefixes", "-con* -pro* -com* -sta* ", "", 0, FALSE, &most},
    {"alternatives", "", " OR ", 1, FALSE, &plain},
    {"alternatives", "", " OR ", 1, FALSE, &most},
    {"words side by side", "", " NEAR/20 ", 1, FALSE, &plain},
    {"common words side by side", "committee NEAR/100 government NEAR/100 ", "workers ", 0, FALSE, &plain},
    {"NEAR in brackets", "(the NEAR/100 of) (in NEAR/100 to) (committee NEAR/100 government) ", "", 0, FALSE,
     &whole},
    {"phrases", "\"of the committee\" \"in the\" ", "", 0, FALSE, &plain},
    {"phrases of stopwords", "\"of the of\" \"to the to\" \"in the in\" \"the of the\" ", "", 0, FALSE,
     &most},
    {"a phrase of stopwords", "\"of the\"", "", 0, TRUE, &whole},
    {"long phrases", "\"the committee the government the workers the union the\" ", "", 0, FALSE, &plain},
    {"excluded phrases", "committee -\"of the\" -\"in the\" -\"to the\" ", "", 0, FALSE, &most},
    {"phrases in brackets with NOT", "(\"of the\" NOT \"in a\") ", "", 0, FALSE, &far},
    {"phrases in brackets with NOT", "(\"of the\" NOT \"in a\") ", "", 0, FALSE, &whole},
    {"phrases of a text in brackets with NOT", "(\"the ", "\" NOT police) ", 1, FALSE, &far},
    {"exclusions", "-", " ", 1, FALSE, &plain},
    {"exclusions", "-", " ", 1, FALSE, &most},
    {"one exclusion", "-zebra", "", 0, TRUE, &most},
    {"one exclusion", "-zebra", "", 0, TRUE, &farthest},
    {"one exclusion", "-zebra", "", 0, TRUE, &newest},
    {"one exclusion", "-zebra", "", 0, TRUE, &paragraphs},
    {"a or not b", "committee OR NOT police", "", 0, TRUE, &plain},
    {"a or not b", "committee OR NOT police", "", 0, TRUE, &most},
    {"a or not b", "committee OR NOT police", "", 0, TRUE, &whole},
    {"a or not b", "committee OR NOT police", "", 0, TRUE, &far},
    {"a or not b", "committee OR NOT police", "", 0, TRUE, &newest},
    {"a or not b", "committee OR NOT police", "", 0, TRUE, &paragraphs},
    {"parentheses", "(", " ", 1, FALSE, &plain},
    {"fields", "year:1950..2020 country:belarus ", "", 0, FALSE, &plain},
    {"fields", "year:1950..2020 report:1..500 -year:1970..1971 -report:3..4 ", "", 0, FALSE, &most},
    {"ranges in brackets", "(year:1950..2020 OR report:1..500) ", "", 0, FALSE, &plain},
    {"ranges in brackets", "(year:1950..2020 OR report:1..500) ", "", 0, FALSE, &whole},
    {"ranges in brackets", "(year:1950..2020 OR report:1..500) ", "", 0, FALSE, &paragraphs},
    {"every year", "year:1900..2100", "", 0, TRUE, &whole},
    {"every year", "year:1900..2100", "", 0, TRUE, &farthest},
    {"every language", "lang:en lang:fr lang:es", "", 0, TRUE, &most},
    {"signs", "+", " ", 1, FALSE, &plain},
    {"common words", COMMON, "", 0, FALSE, &plain},
    {"common words", COMMON, "", 0, FALSE, &whole},
    {"common words", COMMON, "", 0, FALSE, &far},
    {"common words", COMMON, "", 0, FALSE, &french},
    {"common words", COMMON, "", 0, FALSE, &newest},
    {"mistyped words", "q", " ", 1, FALSE, &plain},
    {"three mistyped words", "comittee govrnment strke ", COMMON, 0, TRUE, &whole},
    {"concepts",
     "freedom of association right to strike collective bargaining anti-union discrimination essential "
     "services strike ballot general strike trade union rights work stoppage employers' organization ",
     "", 0, FALSE, &plain},
    {"concepts",
     "libertad sindical derecho de huelga negociación colectiva discriminación antisindical servicios "
     "esenciales huelga general paro nacional organización de empleadores ",
     "", 0, FALSE, &whole},
    {"sixteen brackets in each other", "((((((((((((((((", BRACKETS, 1, FALSE, &plain},
    {"sixteen brackets in each other", "((((((((((((((((", BRACKETS, 1, FALSE, &whole},
    {"exclusions in each other",
     "((((((((((((((((committee OR NOT police) OR NOT court) OR NOT party) OR NOT law) OR NOT act) OR NOT "
     "case) OR NOT week) OR NOT fine) OR NOT state) OR NOT claim) OR NOT right) OR NOT worker) OR NOT "
     "union) OR NOT strike) OR NOT member) OR NOT report) ",
     "", 0, FALSE, &plain},
    {"exclusions in each other",
     "((((((((((((((((committee OR NOT police) OR NOT court) OR NOT party) OR NOT law) OR NOT act) OR NOT "
     "case) OR NOT week) OR NOT fine) OR NOT state) OR NOT claim) OR NOT right) OR NOT worker) OR NOT "
     "union) OR NOT strike) OR NOT member) OR NOT report) ",
     "", 0, FALSE, &far},
    {"alternatives that exclude", "(", " OR NOT police) ", 1, FALSE, &plain},
    {"alternatives that exclude", "(", " OR NOT police) ", 1, FALSE, &whole},
    {"exclusions in brackets", "(strike -", ") ", 1, FALSE, &plain},
    {"exclusions in brackets", "(strike -", ") ", 1, FALSE, &far},
    {"ranges of citations", "394/1-9999 306/1-9999 case 2090 ", "", 0, FALSE, &plain},
    {"ranges of citations", "394/1-9999 306/1-9999 case 2090 ", "", 0, FALSE, &whole},
    {"cited ranges", "cites:394/1-9999 cites:306 -cites:350/1-9999 ", "", 0, FALSE, &whole},
    {"cited ranges in brackets", "(committee OR NOT cites:306/1-9999) ", "", 0, FALSE, &plain},
};

static char *repeat(cfa_draw *this, const struct piece *piece)
{
    g_autoptr(GString) text = g_string_new(NULL);
    do {
        g_autofree char *some =
            piece->words > 0 ? cfa_draw_words(this, CFA_ENGLISH, piece->words, FALSE) : g_strdup("");
        g_string_append_printf(text, "%s%s%s", piece->before, some, piece->after);
    } while (!piece->once && text->len < CFA_QUERY_BYTES);
    g_string_truncate(text, MIN(text->len, CFA_QUERY_BYTES));
    return g_strdup(text->str);
}

/* ---- drawn ---- */

static gboolean one_in(cfa_draw *this, gint32 many)
{
    return g_rand_int_range(this->random, 0, many) == 0;
}

static const char *one_of(cfa_draw *this, const char *const *words, guint count)
{
    return words[g_rand_int_range(this->random, 0, (gint32)count)];
}

static void add_word(cfa_draw *this, GString *text)
{
    static const char *const common[] = {
        "committee", "government", "workers", "union", "strike",   "right",  "trade",    "law", "complaint",
        "members",   "employer",   "case",    "grève", "syndicat", "huelga", "gobierno", "the", "of"};
    g_autofree char *rare = cfa_draw_words(this, CFA_ENGLISH, 1, FALSE);
    g_string_append(text, one_in(this, 2) ? rare : one_of(this, common, G_N_ELEMENTS(common)));
}

static void add_prefix(cfa_draw *this, GString *text)
{
    static const char *const prefixes[] = {"con*", "pro*", "com*", "sta*", "int*",
                                           "dis*", "gov*", "res*", "rep*", "synd*"};
    g_string_append(text, one_of(this, prefixes, G_N_ELEMENTS(prefixes)));
}

static void add_phrase(cfa_draw *this, GString *text)
{
    static const char *const phrases[] = {"of the", "in the", "to the committee", "the government"};
    g_autofree char *rare =
        cfa_draw_words(this, CFA_ENGLISH, (guint)g_rand_int_range(this->random, 2, 6), TRUE);
    g_string_append_printf(text, "\"%s\"",
                           one_in(this, 2) ? rare : one_of(this, phrases, G_N_ELEMENTS(phrases)));
}

static void add_near(cfa_draw *this, GString *text)
{
    add_word(this, text);
    do {
        g_string_append_printf(text, " NEAR/%d ", g_rand_int_range(this->random, 1, 101));
        add_word(this, text);
    } while (one_in(this, 2));
}

static void add_field(cfa_draw *this, GString *text)
{
    static const char *const fields[] = {
        "year:1950..2020", "report:1..500",   "lang:fr",       "in:conclusions", "type:interim",
        "status:active",   "country:belarus", "convention:87", "cites:306",      "cites:306/1-999",
        "394/1-9999",      "case 2090",       "para:83"};
    g_string_append(text, one_of(this, fields, G_N_ELEMENTS(fields)));
}

static void add_parts(cfa_draw *this, GString *text, guint depth, gsize end);

static void add_brackets(cfa_draw *this, GString *text, guint depth, gsize end)
{
    if (depth >= CFA_QUERY_DEPTH) {
        add_word(this, text);
        return;
    }
    g_string_append_c(text, '(');
    add_parts(this, text, depth + 1, MIN(end, text->len + (gsize)g_rand_int_range(this->random, 20, 600)));
    g_string_append_c(text, ')');
}

static void add_part(cfa_draw *this, GString *text, guint depth, gsize end)
{
    static void (*const parts[])(cfa_draw *, GString *) = {add_word,   add_word, add_word, add_prefix,
                                                           add_phrase, add_near, add_field};
    static const char *const signs[] = {"+", "-", "-", "NOT "};
    if (one_in(this, 3))
        g_string_append(text, one_of(this, signs, G_N_ELEMENTS(signs)));
    if (one_in(this, 4))
        add_brackets(this, text, depth, end);
    else
        parts[g_rand_int_range(this->random, 0, G_N_ELEMENTS(parts))](this, text);
}

static void add_parts(cfa_draw *this, GString *text, guint depth, gsize end)
{
    static const char *const between[] = {" ", " ", " AND ", " OR ", " OR ", " OR NOT ", " NOT "};
    add_part(this, text, depth, end);
    while (text->len < end) {
        g_string_append(text, one_of(this, between, G_N_ELEMENTS(between)));
        add_part(this, text, depth, end);
    }
}

/* Each option at its maximum or as it is where nothing is said. */
static cfa_request draw_options(cfa_draw *this)
{
    cfa_request request = CFA_REQUEST_INIT;
    if (one_in(this, 2))
        request.limit = CFA_LIMIT_MAX;
    if (one_in(this, 2))
        request.passages = CFA_PASSAGES_MAX;
    if (one_in(this, 3))
        request.offset = (guint)g_rand_int_range(this->random, 0, CFA_OFFSET_MAX + 1);
    if (one_in(this, 4))
        request.languages = (cfa_language_set)g_rand_int_range(this->random, 1, CFA_EVERY_LANGUAGE + 1);
    request.facets = one_in(this, 2);
    request.annotate = one_in(this, 2);
    request.explain = one_in(this, 4);
    request.by_paragraph = one_in(this, 4);
    request.as_typed = one_in(this, 8);
    request.match = (cfa_match)g_rand_int_range(this->random, CFA_MATCH_AUTO, CFA_MATCH_ANY + 1);
    request.sort = one_in(this, 2) ? CFA_SORT_RELEVANCE
                                   : (cfa_sort)g_rand_int_range(this->random, 0, CFA_SORT_REPORT + 1);
    return request;
}

static char *draw_text(cfa_draw *this)
{
    g_autoptr(GString) text = g_string_new(NULL);
    add_parts(this, text, 0, one_in(this, 4) ? CFA_QUERY_BYTES / 8 : CFA_QUERY_BYTES);
    g_string_truncate(text, MIN(text->len, CFA_QUERY_BYTES));
    return g_strdup(text->str);
}

/* ---- the whole ---- */

GPtrArray *cfa_hard_questions(cfa_draw *this, guint drawn)
{
    GPtrArray *all = g_ptr_array_new_with_free_func(question_free);
    for (gsize i = 0; i < G_N_ELEMENTS(pieces); i++)
        add_question(all, g_strconcat(pieces[i].name, pieces[i].options->name, NULL),
                     repeat(this, &pieces[i]), &pieces[i].options->request);
    for (guint i = 1; i <= drawn; i++) {
        const cfa_request request = draw_options(this);
        add_question(all, g_strdup_printf("drawn, %u", i), draw_text(this), &request);
    }
    return all;
}
