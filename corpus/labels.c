#include "labels.h"

#include "word.h"

#include <string.h>

enum { PAGE_LANGUAGES = 4 };

/* One meaning in the languages of the pages. */
typedef struct label {
    int meaning;
    const char *words[PAGE_LANGUAGES]; /* a cell that is left out says nothing */
} label;

/* What tells the language itself: a cell for each language of the reports. */
typedef const char *const said_in[CFA_LANGUAGES];

/* clang-format off */

/* ---- the page around the text ---- */

static const char CHROME[] = "ilo en strap|ilo fr strap|ilo es strap|ilo de strap|normlex|"
                             "information system on international labour standards|go to";

static const char FOOT[] = "© Copyright and permissions";
static const char FOOT_SIGN[] = "©"; /* what any other foot begins with, at the end of the page */

static const char *const SWITCH[PAGE_LANGUAGES] = {
    /* English     French         Spanish          German */
    "display in", "afficher en", "visualizar en", "displayin"
};

static const label LANGUAGE_NAMES[] = {
    {CFA_ENGLISH, {"english", "anglais",        "ingles",          "english"}},
    {CFA_FRENCH,  {"french",  "francais",       "frances",         "french"}},
    {CFA_SPANISH, {"spanish", "espagnol",       "espanol",         "spanish"}},
};

/* On a page of the Compilation: the link back to its index, and the one to the cases of a principle. */
#define INDEX_LINKS {"go to index", "aller a index", "ir al indice"}
#define RELATED_CASES {"see related cases", "voir les cas correspondants", "veanse los casos relacionados"}

static said_in COMPILATION = {"compilation of decisions of the committee on freedom of association",
                              "compilation des decisions du comite de la liberte syndicale",
                              "recopilacion de decisiones del comite de libertad sindical"};
static said_in COMPILATION_INDEX = INDEX_LINKS;
static said_in COMPILATION_CASES = RELATED_CASES;

/* The head of the table of those cases, without its blanks: its cells may be glued. */
static said_in COMPILATION_COLUMNS = {"relatedcountryreportparagraph", "caspaysrapportparagraphe",
                                      "casospaisinformeparrafo"};

/* What other kinds of page begin a line near their top with. */
static const label OTHER_PAGES[] = {
    {CFA_PAGE_LIST,
     {"browse cases by|freedom of association cases", "cas de liberte syndicale",
      "casos de libertad sindical"}},
    {CFA_PAGE_COMPILATION, INDEX_LINKS},
    {CFA_PAGE_COMPILATION, RELATED_CASES},
    {CFA_PAGE_REPRESENTATION,
     {"representation article 24", "reclamation article 24", "reclamacion articulo 24"}},
    {CFA_PAGE_REPRESENTATION,
     {"complaint article 26", "plainte article 26", "queja articulo 26"}},
    {CFA_PAGE_COMMENT,
     {"observation ceacr|direct request ceacr|individual case cas|general observation ceacr",
      "demande directe ceacr|cas individuel cas|observation generale ceacr",
      "observacion ceacr|solicitud directa ceacr|caso individual cas|observacion general ceacr"}},
};

/* The trail of links on top of other kinds of page, and what stands at its end. */
static const char CRUMBS[] = "normlex home|normlex page accueil|pagina de entrada normlex";
static const struct {
    cfa_page_kind kind;
    const char *words;
} CRUMB_ENDS[] = {
    {CFA_PAGE_REPRESENTATION, "article 24 26|articulo 24 26|articulos 24 26"},
    {CFA_PAGE_COMMENT, "comments|commentaires|comentarios"},
};

static const struct {
    guint number;
    cfa_page_kind kind;
} PAGE_NUMBERS[] = {
    {50002, CFA_PAGE_CASE},    {20060, CFA_PAGE_LIST},    {70002, CFA_PAGE_COMPILATION},
    {50012, CFA_PAGE_REPRESENTATION}, {13100, CFA_PAGE_COMMENT}, {13101, CFA_PAGE_COMMENT},
    {13203, CFA_PAGE_COMMENT},
};

/* ---- the header lines ---- */

static const label TYPES[] = {
    /*                     English             French              Spanish              German */
    {CFA_TYPE_INTERIM,    {"interim report",   "rapport interim",  "informe prov",      "interim report"}},
    {CFA_TYPE_DEFINITIVE, {"definitive report", "rapport defin",   "informe defin",     "definitive report"}},
    {CFA_TYPE_INFORMED,   {"report in which",  "rapport ou le comite", "informe en el que", "report in which"}},
    {CFA_TYPE_FOLLOW_UP,  {"effect given",     "suites donnees",   "seguimiento dado",  "effect given"}},
};

/* In this order: the long form for want of information names the follow-up too. */
static const label STATUSES[] = {
    /*                     English             French              Spanish              German */
    {CFA_CASE_CLOSED,     {"closed",           "clos|cloture",     "cerrad",            "closed"}},
    {CFA_CASE_FOLLOW_UP,  {"follow up",        "suivi",            "seguimiento",       "follow up"}},
    {CFA_CASE_ACTIVE,     {"active",           "actif",            "activo",            "active"}},
};

static const char REPORT_LABELS[] = "report no|rapport no|informe num|informe no";
static const char CASE_LABELS[] = "case no|case nos|case number|cas no|cas nos|caso num|caso no|"
                                  "cases no|cases nos|casos num|casos nums|casos nos|case|cas|caso";
static said_in COMPLAINT_DATE = {"complaint date", "date de la plainte", "fecha de presentacion de la queja"};

/* Folded, the French word is the English one: its accents tell. */
static said_in ALLEGATIONS = {"allegations|allegation", NULL, "alegatos|alegato"};

/* ---- headings ---- */

/* Key words of section headings, in the order of trial: a recommendation speaks of conclusions, not the other way round. */
static const label SECTION_WORDS[] = {
    {CFA_SECTION_RECOMMENDATIONS, {"recommend",   "recommand",         "recomend"}},
    {CFA_SECTION_CONCLUSIONS,     {"conclusion",  "conclusion",        "conclusion"}},
    {CFA_SECTION_REPLY,           {"reply|replies|response", "reponse", "respuesta"}},
    {CFA_SECTION_OTHER,           {"previous",    "anterieur",         "anterior"}},
    {CFA_SECTION_ALLEGATIONS,     {"allegation|analysis of the complaint",
                                   "allegation|analyse de la plainte",
                                   "alegato|alegacion|analisis de la queja"}},
    {CFA_SECTION_OTHER,           {"additional information", "informations complementaires",
                                   "informaciones complementarias"}},
};

static said_in EFFECT = {"effect given", "suites donnees|suite donnee", "seguimiento dado|curso dado"};

/* Words of headings that only one language has. */
static said_in HEADING_LANGUAGES = {
    "the|of|and|government|committee|case|complainant|complainants|reply",
    "du|des|les|et|gouvernement|cas|plaignant|plaignants|plaignante|plaignantes|reponse",
    "del|los|las|el|y|gobierno|caso|querellante|querellantes|alegatos|respuesta|conclusiones"
};

/* Headings known word for word, so that one print of them is enough (whole reports print each once). */
static const label USUAL_HEADINGS[] = {
    {CFA_SECTION_ALLEGATIONS,
     {"the complainant allegations|the complainants allegations|allegations of the complainant|"
      "allegations of the complainants|the complainant organization allegations|"
      "the complainant organizations allegations|new allegations|the new allegations",
      "allegations de organisation plaignante|allegations des organisations plaignantes|"
      "allegations des plaignants|allegations du plaignant|allegations de la confederation plaignante|"
      "allegations de la federation plaignante|nouvelles allegations",
      "alegatos de la organizacion querellante|alegatos de las organizaciones querellantes|"
      "alegatos de los querellantes|alegatos del querellante|nuevos alegatos"}},
    {CFA_SECTION_OTHER,
     {"previous examination of the case|previous examination of the cases",
      "examen anterieur du cas|examen anterieur des cas",
      "examen anterior del caso|examen anterior de los casos"}},
    {CFA_SECTION_REPLY,
     {"the government reply|the government replies|reply of the government|the government response|"
      "the government further reply",
      "reponse du gouvernement|nouvelle reponse du gouvernement|reponses du gouvernement",
      "respuesta del gobierno|nueva respuesta del gobierno|respuestas del gobierno"}},
    {CFA_SECTION_CONCLUSIONS,
     {"the committee conclusions|conclusions of the committee", "conclusions du comite",
      "conclusiones del comite"}},
    {CFA_SECTION_RECOMMENDATIONS,
     {"the committee recommendations|the committee recommendation|recommendations of the committee|"
      "recommendation of the committee|the recommendation of the committee|"
      "the recommendations of the committee",
      "recommandation du comite|recommandations du comite",
      "recomendacion del comite|recomendaciones del comite"}},
};

static const label BULLET_HEADINGS[] = {
    {CFA_SECTION_ALLEGATIONS,
     {"analysis of the complaint|analysis of the complaints", "analyse de la plainte|analyse des plaintes",
      "analisis de la queja|analisis de las quejas"}},
    {CFA_SECTION_REPLY,
     {"analysis of the reply|analysis of the replies", "analyse de la reponse|analyse des reponses",
      "analisis de la respuesta|analisis de las respuestas"}},
};

/* ---- whole reports ---- */

static said_in TITLES = {
    "report of the committee on freedom of association|reports of the committee on freedom of association",
    "rapport du comite de la liberte syndicale|rapports du comite de la liberte syndicale",
    "informe del comite de libertad sindical|informes del comite de libertad sindical"
};

static said_in COMPLAINT_AGAINST = {
    "complaint against the government of|complaints against the government of",
    "plainte contre le gouvernement|plaintes contre le gouvernement",
    "queja contra el gobierno de|quejas contra el gobierno de|queja contra el gobierno del|quejas contra el gobierno del"
};

static said_in PRESENTED = {"presented by", "presentee par|presentees par|presentee|presentees",
                            "presentada por|presentadas por"};

static const char CONTENTS[] = "contents|table of contents|table des matieres|sommaire|indice|"
                               "contenido|paragraphs pages|paragraphs|paragraphes pages|parrafos paginas";

static const label GROUPS[] = {
    {CFA_TYPE_DEFINITIVE,
     {"cases not calling for further examination|cases which do not call for further examination|"
      "cases in which the committee has reached definitive conclusions",
      "cas appelant pas un examen plus approfondi|"
      "cas au sujet desquels le comite formule des conclusions definitives",
      "casos que no requieren un examen mas detenido|"
      "casos en los que el comite formula conclusiones definitivas"}},
    {CFA_TYPE_INFORMED,
     {"cases in which the committee requests to be kept informed",
      "cas ou le comite demande a etre", "casos en los que el comite pide que se le mantenga"}},
    {CFA_TYPE_INTERIM,
     {"cases in which the committee has reached interim conclusions|"
      "cases in which the committee requests further information",
      "cas au sujet desquels le comite formule des conclusions interimaires|"
      "cas au sujet desquels le comite formule des conclusions provisoires",
      "casos en los que el comite formula conclusiones provisionales"}},
};

/* ---- the ratification sentence ---- */

static said_in RATIFIES = {
    "has ratified|has not ratified|had ratified|had not ratified|has not yet ratified|has also ratified",
    "a ratifie|a pas ratifie|avait ratifie|avait pas ratifie|a pas encore ratifie|a egalement ratifie",
    "ha ratificado|no ha ratificado|habia ratificado|no habia ratificado"
};

/* As they are written: case and apostrophe count. */
static said_in ARTICLES = {"The |the ", "La |Le |Les |la |le |les |L'|L’|l'|l’",
                           "La |El |Los |Las |la |el |los |las "};

/* Countries whose name is not theirs without its article. */
static const char ARTICLE_IN_NAME[] = "El Salvador";

/* What begins such a sentence without being a country. */
static const char NO_COUNTRY[] = "government|country|state|committee|it|gouvernement|pays|etat|comite|il|"
                                 "gobierno|pais|estado|el";

/* clang-format on */

/* ---- looking up ---- */

typedef enum match { IS, BEGINS, HOLDS } match;

static gboolean matches_one(const char *folded, const char *word, gsize length, match how)
{
    if (how != HOLDS)
        return strncmp(folded, word, length) == 0 && (how == BEGINS || folded[length] == '\0');
    for (const char *at = folded; at != NULL; at = strchr(at, ' ')) {
        if (*at == ' ')
            at++;
        if (strncmp(at, word, length) == 0)
            return TRUE;
    }
    return FALSE;
}

/* The length of the first of `words` that matches, or 0. */
static gsize match_words(const char *folded, const char *words, match how)
{
    while (words != NULL && *words != '\0') {
        gsize length = strcspn(words, "|");
        if (matches_one(folded, words, length, how))
            return length;
        words += length + (words[length] == '|');
    }
    return 0;
}

static const label *find_label(const label *table, gsize count, const char *folded, match how)
{
    for (gsize i = 0; i < count; i++) {
        for (gsize page = 0; page < PAGE_LANGUAGES; page++) {
            if (match_words(folded, table[i].words[page], how) > 0)
                return &table[i];
        }
    }
    return NULL;
}

#define FIND(table, folded, how) find_label(table, G_N_ELEMENTS(table), folded, how)

/* The bytes of `text` that say `words` from its beginning on, each word folded; 0 when it says something
 * else. */
static gsize spoken(const char *text, gsize length, const char *words, gsize words_length)
{
    cfa_word_reader reader;
    cfa_word word = {0};
    gsize at = 0;
    cfa_word_reader_init(&reader, text, length);
    while (at < words_length) {
        const char *expected = words + at;
        gsize size = 0;
        while (at + size < words_length && expected[size] != ' ')
            size++;
        if (!cfa_word_next(&reader, &word) || word.length != size || memcmp(word.text, expected, size) != 0)
            return 0;
        at += size + 1;
    }
    return word.offset + word.bytes;
}

/* The language in which a text begins with one of `words`, and how many of its bytes say so; 0 for none. */
static gsize spoken_in(const char *text, gsize length, said_in words, cfa_language *language)
{
    cfa_word_reader reader;
    cfa_word first; /* few texts begin as any of them does, and all are asked */
    cfa_word_reader_init(&reader, text, length);
    if (!cfa_word_next(&reader, &first))
        return 0;
    for (gsize i = 0; i < CFA_LANGUAGES; i++) {
        for (const char *at = words[i]; *at != '\0';) {
            gsize size = strcspn(at, "|");
            gsize bytes = g_str_has_prefix(at, first.text) ? spoken(text, length, at, size) : 0;
            if (bytes > 0) {
                *language = (cfa_language)(i + 1);
                return bytes;
            }
            at += size + (at[size] == '|');
        }
    }
    return 0;
}

static cfa_language language_of(const char *folded, said_in words, match how)
{
    for (gsize i = 0; i < CFA_LANGUAGES; i++) {
        if (match_words(folded, words[i], how) > 0)
            return (cfa_language)(i + 1);
    }
    return CFA_LANGUAGE_UNKNOWN;
}

gboolean cfa_label_is_chrome(const char *folded)
{
    return match_words(folded, CHROME, IS) > 0 || match_words(folded, CRUMBS, BEGINS) > 0;
}

const char *cfa_label_foot(const char *text, gsize length)
{
    enum { FOOT_BYTES = 2000 };
    const char *foot = g_strrstr_len(text, (gssize)length, FOOT);
    if (foot != NULL)
        return foot;
    foot = g_strrstr_len(text, (gssize)length, FOOT_SIGN);
    if (foot == NULL || text + length - foot > FOOT_BYTES)
        return NULL;
    const char *line = foot;
    while (line > text && line[-1] == ' ')
        line--;
    return line > text && line[-1] == '\n' ? foot : NULL;
}

cfa_page_kind cfa_label_page_kind(const char *folded)
{
    const label *found = FIND(OTHER_PAGES, folded, BEGINS);
    if (found != NULL)
        return (cfa_page_kind)found->meaning;
    if (match_words(folded, CRUMBS, BEGINS) == 0)
        return CFA_PAGE_ANY;
    for (gsize i = 0; i < G_N_ELEMENTS(CRUMB_ENDS); i++) {
        if (match_words(folded, CRUMB_ENDS[i].words, HOLDS) > 0)
            return CRUMB_ENDS[i].kind;
    }
    return CFA_PAGE_ANY;
}

cfa_page_kind cfa_label_page_number(guint page)
{
    for (gsize i = 0; i < G_N_ELEMENTS(PAGE_NUMBERS); i++) {
        if (PAGE_NUMBERS[i].number == page)
            return PAGE_NUMBERS[i].kind;
    }
    return CFA_PAGE_ANY;
}

const char *cfa_label_page_name(cfa_page_kind kind)
{
    switch (kind) {
    case CFA_PAGE_LIST:
        return "a list of cases";
    case CFA_PAGE_COMPILATION:
        return "a section of the Compilation of decisions";
    case CFA_PAGE_REPRESENTATION:
        return "a representation or a complaint under articles 24 and 26";
    case CFA_PAGE_COMMENT:
        return "a comment of the Committee of Experts or the Conference Committee";
    case CFA_PAGE_CASE:
        return "a case text";
    case CFA_PAGE_ANY:
        break;
    }
    return "another kind of page";
}

cfa_language_set cfa_label_switch(const char *folded)
{
    gsize length = 0;
    for (gsize page = 0; page < PAGE_LANGUAGES && length == 0; page++)
        length = match_words(folded, SWITCH[page], BEGINS);
    if (length == 0)
        return 0;
    cfa_language_set set = 0;
    const char *names = folded + length + strspn(folded + length, " ");
    for (gsize i = 0; i < G_N_ELEMENTS(LANGUAGE_NAMES); i++) {
        if (find_label(&LANGUAGE_NAMES[i], 1, names, HOLDS) != NULL)
            set |= CFA_LANGUAGE_BIT(LANGUAGE_NAMES[i].meaning);
    }
    return set;
}

cfa_report_type cfa_label_type(const char *folded)
{
    const label *found = FIND(TYPES, folded, BEGINS);
    return found != NULL ? (cfa_report_type)found->meaning : CFA_TYPE_UNKNOWN;
}

cfa_case_status cfa_label_status(const char *folded)
{
    const label *found = FIND(STATUSES, folded, HOLDS);
    return found != NULL ? (cfa_case_status)found->meaning : CFA_CASE_UNKNOWN;
}

gboolean cfa_label_is_report(const char *folded)
{
    return match_words(folded, REPORT_LABELS, IS) > 0;
}

gboolean cfa_label_is_case(const char *folded)
{
    return match_words(folded, CASE_LABELS, IS) > 0;
}

cfa_language cfa_label_complaint_date(const char *folded)
{
    return language_of(folded, COMPLAINT_DATE, IS);
}

gboolean cfa_label_is_compilation(const char *folded)
{
    return language_of(folded, COMPILATION, IS) != CFA_LANGUAGE_UNKNOWN ||
           language_of(folded, COMPILATION_INDEX, BEGINS) != CFA_LANGUAGE_UNKNOWN;
}

cfa_language cfa_label_related_cases(const char *folded)
{
    return language_of(folded, COMPILATION_CASES, BEGINS);
}

gboolean cfa_label_is_related_columns(const char *folded)
{
    g_auto(GStrv) words = g_strsplit(folded, " ", -1);
    g_autofree char *glued = g_strjoinv("", words);
    return language_of(glued, COMPILATION_COLUMNS, IS) != CFA_LANGUAGE_UNKNOWN;
}

cfa_language cfa_label_allegations(const char *word, gsize length)
{
    g_autofree char *folded = cfa_word_fold(word, length);
    cfa_language language = language_of(folded, ALLEGATIONS, IS);
    gboolean accents = FALSE;
    for (gsize i = 0; i < length; i++)
        accents = accents || (guchar)word[i] >= 0x80;
    return language == CFA_ENGLISH && accents ? CFA_FRENCH : language;
}

/* The one language most of whose words a heading holds. */
static cfa_language heading_language(const char *folded)
{
    guint counts[CFA_LANGUAGES] = {0};
    g_auto(GStrv) words = g_strsplit(folded, " ", -1);
    for (gsize i = 0; words[i] != NULL; i++) {
        cfa_language language = language_of(words[i], HEADING_LANGUAGES, IS);
        if (language != CFA_LANGUAGE_UNKNOWN)
            counts[language - 1]++;
    }
    for (gsize i = 0; i < CFA_LANGUAGES; i++) {
        if (counts[i] > counts[(i + 1) % CFA_LANGUAGES] && counts[i] > counts[(i + 2) % CFA_LANGUAGES])
            return (cfa_language)(i + 1);
    }
    return CFA_LANGUAGE_UNKNOWN;
}

cfa_heading cfa_label_heading(const char *folded)
{
    cfa_heading heading = {.section = CFA_SECTION_OTHER};
    heading.effect = language_of(folded, EFFECT, BEGINS) != CFA_LANGUAGE_UNKNOWN;
    const label *found = FIND(SECTION_WORDS, folded, HOLDS);
    heading.known = heading.effect || found != NULL;
    if (found != NULL && !heading.effect)
        heading.section = (cfa_section)found->meaning;
    if (heading.known)
        heading.language = heading_language(folded);
    return heading;
}

gboolean cfa_label_is_usual_heading(const char *folded)
{
    return FIND(USUAL_HEADINGS, folded, IS) != NULL;
}

gboolean cfa_label_is_bullet_heading(const char *folded)
{
    return FIND(BULLET_HEADINGS, folded, IS) != NULL;
}

const char *cfa_label_bulletin_title(const char *folded, cfa_language *language)
{
    for (const char *at = folded; at != NULL; at = strchr(at, ' ')) {
        at += *at == ' ';
        *language = language_of(at, TITLES, BEGINS);
        if (*language != CFA_LANGUAGE_UNKNOWN)
            return at;
    }
    return NULL;
}

gsize cfa_label_complaint_against(const char *line, gsize length, cfa_language *language)
{
    return spoken_in(line, length, COMPLAINT_AGAINST, language);
}

gsize cfa_label_before_presented(const char *line, gsize length)
{
    cfa_word_reader reader;
    cfa_word word;
    cfa_language unused;
    cfa_word_reader_init(&reader, line, length);
    while (cfa_word_next(&reader, &word)) {
        if (spoken_in(line + word.offset, length - word.offset, PRESENTED, &unused) > 0)
            return word.offset;
    }
    return length;
}

gboolean cfa_label_is_contents(const char *folded)
{
    return match_words(folded, CONTENTS, IS) > 0;
}

cfa_report_type cfa_label_group(const char *folded)
{
    const label *found = FIND(GROUPS, folded, HOLDS);
    return found != NULL ? (cfa_report_type)found->meaning : CFA_TYPE_UNKNOWN;
}

/* A country's name is a few words, all of them with a capital but the small ones. */
static gboolean is_country_name(const char *name, gsize length)
{
    static const char small[] = "of|the|and|de|du|des|del|la|le|les|los|las|el|y|et";
    if (length == 0 || length > 100 || memchr(name, '.', length) != NULL)
        return FALSE;
    cfa_word_reader reader;
    cfa_word word;
    gboolean capital = FALSE;
    cfa_word_reader_init(&reader, name, length);
    while (cfa_word_next(&reader, &word)) {
        gboolean upper = g_unichar_isupper(g_utf8_get_char(name + word.offset));
        if (match_words(word.text, NO_COUNTRY, IS) > 0 && word.length > 2)
            return FALSE;
        if (!upper && match_words(word.text, small, IS) == 0)
            return FALSE;
        capital = capital || (upper && match_words(word.text, small, IS) == 0 &&
                              match_words(word.text, NO_COUNTRY, IS) == 0);
    }
    return capital;
}

gsize cfa_label_ratifies(const char *text, gsize length, cfa_language *language)
{
    enum { NAME_WORDS = 14 };
    cfa_word_reader reader;
    cfa_word word;
    cfa_word_reader_init(&reader, text, MIN(length, 400));
    for (guint i = 0; i < NAME_WORDS && cfa_word_next(&reader, &word); i++) {
        if (i == 0 || spoken_in(text + word.offset, MIN(length, 500) - word.offset, RATIFIES, language) == 0)
            continue;
        gsize end = word.offset;
        /* "n'a pas ratifié": the word begins behind the elision, which is no part of the name. */
        while (end > 0 && text[end - 1] != ' ')
            end--;
        while (end > 0 && text[end - 1] == ' ')
            end--;
        return is_country_name(text, end) ? end : 0;
    }
    return 0;
}

gsize cfa_label_article(const char *name, gsize length, cfa_language language)
{
    if (language == CFA_LANGUAGE_UNKNOWN)
        return 0;
    g_autofree char *start = g_strndup(name, length);
    if (match_words(start, ARTICLE_IN_NAME, IS) > 0)
        return 0;
    return match_words(start, ARTICLES[language - 1], BEGINS);
}
