#include "idiom.h"

#include "address.h"
#include "fields.h"
#include "newest.h"
#include "pattern.h"
#include "pieces.h"
#include "typed_citation.h"

#include <string.h>

/* What the patterns are made of. */
#define LABEL "(?:(?:no|nos|nr|nro|num|núm|numero|número|numéro|number)\\b\\.?|n\\.?[°ºo]|#)"
#define NUMBER LABEL "?\\s*"
#define ENDING "[^\\s\\d]{1,3}" /* of an ordinal */
#define PARAGRAPH "(?:paras?|paragr|paragraphs?|paragraphes?|p[aá]rr|p[aá]rrafos?)\\.?|§+"
#define NUMBERED "(case|cas|caso|report|rapport|informe|para|paragraphe?|p[aá]rrafo|year|ann[ée]e|a[ñn]o)"
#define DASH_OR_TO "(?:-|–|—|\\b(?:to|till|until|through|à|a|au|al|hasta)\\b)"
#define TO "(?:\\.\\.|" DASH_OR_TO ")"
#define AND "(?:and|et|y|&)"
#define ANY_YEAR "(?:19|20)\\d\\d"
#define YEAR_FROM "(" ANY_YEAR ")"
#define YEAR YEAR_FROM "\\b(?![-/:.]\\d)"
#define MONTH                                                                                                \
    "(?:january|february|march|april|may|june|july|august|september|october|november|december|"              \
    "janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre|"      \
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"              \
    "\\s+(?:(?:de|of)\\s+)?"
/* What is cited with its year, or with a number that looks like one. */
#define NAMED_BY_YEAR                                                                                        \
    "\\b(?:case|cas|caso|nos?|n[°º]|nro|n[úu]ms?|number|num[ée]ros?|art\\w*|" PATTERN_REPORT                 \
    "|conv\\w+|para\\w*|"                                                                                    \
    "acts?|laws?|codes?|loi|ley|c[óo]digo|decree|d[ée]cret\\w*|constitu\\w+|"                              \
    "compilation|digest|recopilaci[oó]n)\\W+(?:(?:of|de|du|en|in)\\s+)?"
#define SEE "see|cf|voir|véase|vease|ver"
#define BODY                                                                                                 \
    "(?:(?:c\\.?f\\.?a|c\\.?l\\.?s|i\\.?l\\.?o|o\\.?i\\.?t|b\\.?i\\.?t)\\b|committee\\s+on\\s+freedom\\s+"   \
    "of\\s+association|"                                                                                     \
    "comit[eé]\\s+de\\s+(?:la\\s+libert[eé]\\s+syndicale|libertad\\s+sindical))"
#define YEARS "(?:year|ann[ée]e|a[ñn]o)"
#define COUNTRY "(?:country|pays|pa[ií]s)"
/* The number of a paragraph, or of several; and "(a)", "b)" or "iv)" behind it. */
#define PARAGRAPHS "(?<!\\w)((?:" PARAGRAPH ")\\s*(?:\\d{1,4}\\s*[-–]\\s*)?\\d{1,4})"
#define ITEM "\\s*\\(?(?:[a-z]|[ivx]{2,4})\\)"
#define ASKING                                                                                               \
    "(?:(?:who|what|which|qui|quels?|quelles?|qui[eé]n(?:es)?|qu[eé]|that|are|there|show|list|me|the|all|" \
    "cases?|cas|casos|d[eé]cisions?|decisiones|paragraph(?:e?s)?|párrafos|texts?|textes|"                  \
    "textos|" PATTERN_REPORT ")\\s+)"
#define IDENTIFIER "\\b\\d{2,3}\\s?/\\s?\\d{1,4}(?:[-–]\\d{1,4})?\\b(?![/-])"

/* How each is said, and how it is read; or else how that is offered. */
typedef struct idiom {
    const char *said, *read, *offered;
} idiom;

/* Of fields, all of which have one of their marks. */
static const idiom of_fields[] = {
    /* "year = 2021", "year:2015 to 2021"; but "year:2015.." is whole, and "year:2015 -7" without a 7 */
    {"(?<!\\S)" NUMBERED "\\s*=\\s*(?=\\d)", "\\1:", NULL},
    {"(?<!\\S)" NUMBERED ":\\s*(\\d+)(?:\\s+(?:\\.\\.|–|—)\\s*|\\s*" DASH_OR_TO "\\s+)(\\d+)\\b",
     "\\1:\\2..\\3", NULL},
    /* "year:[2015 TO 2021]", "report:[380 TO *]", as other engines have it */
    {"(?<!\\S)" NUMBERED ":\\s*\\[(?=[^\\]]*\\d)\\s*(\\d*)\\*?\\s*" TO "\\s*(\\d*)\\*?\\s*\\]",
     "\\1:\\2..\\3", NULL},
    /* "from:2015 to:2020", "after:2015", "year:2015+", "before:2015" */
    {"(?<!\\S)(?:from|since|after):(\\d{4})\\s+(?:to|until|before):(\\d{4})(?!\\S)", "year:\\1..\\2", NULL},
    {"(?<!\\S)(?:from|since|after):(\\d{4})(?!\\S)", "year:\\1..", NULL},
    {"(?<!\\S)" YEARS ":(\\d{4})[+-](?!\\S)", "year:\\1..", NULL},
    /* "year:2021-03", "year:2021-03-26"; but 2005-06 is two years */
    {"(?<!\\S)" YEARS ":(19\\d\\d|20(?:1[3-9]|[2-9]\\d)(?=-)|" ANY_YEAR
     "(?=-\\d\\d-))-(?:0[1-9]|1[0-2])(?:-\\d\\d)?"
     "(?!\\S)",
     "year:\\1", NULL},
    {"(?<!\\S)(?:to|until|before):(\\d{4})(?!\\S)", "year:..\\1", NULL},
    /* "report:394, para. 83", "case:2090 § 83" */
    {"(?<!\\S)(?:report|rapport|informe):\\s*(\\d{1,3}),?\\s+(?:" PARAGRAPH ")\\s*(?=\\d)",
     "Report No. \\1, para. ", NULL},
    {"(?<!\\S)(?:case|cas|caso):\\s*(\\d{1,4}),?\\s+(?:" PARAGRAPH ")\\s*(?=\\d)", "Case No. \\1, para. ",
     NULL},
    /* "cites:2090", which is no report */
    {"(?<!\\S)(?:cites?|cita):(\\d{4})(?!\\S)", "cites:case:\\1", NULL}};

/* Of the bounds of fields, all of which have one of these. */
static const char bound_marks[] = "<>";
static const idiom of_bounds[] = {
    /* "year>2015", "year: >= 2015", which fields read */
    {"(?<!\\S)" NUMBERED "\\s*:?\\s*([<>]=?)\\s*(?=\\d)", "\\1:\\2", NULL},
    /* "year:>2015 year:<2020", "year > 2015 and < 2020" */
    {"(?<!\\S)" NUMBERED ":(>=?\\d+)\\s+(?:" AND "\\s+)?(?:\\1:|(?=<))\\s*(<=?)\\s*(\\d+)(?!\\S)",
     "\\1:\\2\\3\\4", NULL}};

static const idiom in_words[] = {
    /* "case 2O90" with the letter */
    {"(?<=\\d)(?-i:O)(?=\\d)|(?<=\\d\\d)(?-i:O)\\b", "0", NULL},
    /* "digest 2006/581", "Compilation, 2018, 1047" */
    {"\\b(digest|compilation),?\\s+(\\d{4})[\\s,/]+(\\d{1,4})(?!\\S)", "\\L\\1\\E:\\2/\\3", NULL},
    /* "394th Report, ¶ 83", "394th Report para83" */
    {"¶", "§", NULL},
    {"\\b(paras?|paragr|p[aá]rr)\\.?(\\d{1,4})\\b", "\\1. \\2", NULL},
    /* "para. 83(a)", "paragr. 83 a) et b)", "paras 83-85 (b)–(d)": no item of a paragraph is known apart */
    {PARAGRAPHS ITEM "(?:\\s*(?:[-–,]|\\b(?:to|or|à|a|o|ou)\\b|" AND ")" ITEM ")*", "\\1", NULL},
    /* "para. 83 ff.", "paragr. 83 et suiv.", "párr. 83 y ss." */
    {PARAGRAPHS ",?\\s+(?:ff\\.?|f\\.|et\\s+(?:seqq?|suiv|s)\\.|et\\s+(?:seq|suivante?s)|y\\s+(?:ss|sigs?)\\."
                "?|y\\s+siguientes)(?!\\w)",
     "\\1", NULL},
    /* "394:83", "394th Report: 83", "394th Report at 83" */
    {PATTERN_OPEN "(\\d{3})\\s*:\\s*(\\d{1,4})" PATTERN_CLOSE, "\\1/\\2", NULL},
    {PATTERN_OPEN "(\\d{1,3}" ENDING "\\s+" PATTERN_REPORT "|" PATTERN_REPORT "\\s+" NUMBER
                  "\\d{1,3})\\s*(?::|,?\\s+at)\\s*(\\d{1,4})" PATTERN_CLOSE,
     "\\1, para. \\2", NULL},
    /* "Rep. 394, para. 83", "394 Rep. para. 83" */
    {PATTERN_OPEN "(?:rep|rpt|r)\\.?\\s+" NUMBER "(\\d{1,3}\\b,?\\s*(?:" PARAGRAPH ")\\s*\\d)", "Report \\1",
     NULL},
    {PATTERN_OPEN "(\\d{1,3}(?:" ENDING ")?)\\s+(?:rep|rpt)\\.?(,?\\s*(?:" PARAGRAPH ")\\s*\\d)",
     "\\1 report\\2", NULL},
    /* "CFA 394, 2090 ¶83": report, case, paragraph; "394 rapport du CLS, cas 2090" */
    {PATTERN_OPEN "(?:" BODY "[\\s,.:]+)*(\\d{3})[\\s,]+(?:(?:case|cas|caso)\\s+" NUMBER
                  ")?\\d{3,4}[\\s,]+(?:" PARAGRAPH ")\\s*(\\d{1,4})" PATTERN_CLOSE,
     "Report No. \\1, para. \\2", NULL},
    {PATTERN_OPEN "(\\d{3})(\\s+(?:rapport|informe|report(?=\\s+of\\b)))(?=\\s+[^\\W\\d])", "\\1th\\2", NULL},
    /* the key of a bibliography */
    {PATTERN_OPEN "(?:@(?:\\w+\\{)?)?cfa-(\\d{1,3})-(\\d[\\d-]*)-(en|fr|es)" PATTERN_CLOSE, "\\1/\\2/\\3",
     NULL},
    /* "n3112113/603/en", and its key: of a text whose report is unknown */
    {PATTERN_OPEN "(?:@(?:\\w+\\{)?)?(?:cfa-)?(n\\d{5,}|s[0-9a-f]{8})"
                  "[/-](\\d{1,4}(?:-\\d{1,4})?)(?:[/-](?:en|fr|es))?" PATTERN_CLOSE,
     "report:\\1 para:\\2", NULL},
    /* "affaire n° 2090", but "plainte 2012" may be of that year; "case2090", "Case No: 2090", "case no2090",
     * "case(s) 2090" */
    {PATTERN_OPEN "(?:affaire|expediente|expte\\.?|dossier|plainte|queja|complaint)\\s+(?:" LABEL
                  "\\s*|(?!19[5-9]|20[0-3]))(\\d{3,4})\\b(?![-–/]\\d)",
     "Case No. \\1", NULL},
    {"(?<![\\w:/])(?:case|cas|caso)(?:\\(s\\)\\s*" NUMBER
     "|[-_]?|\\s*(?:no|n[°º]|núm|number|num[ée]ro|número)\\.?(?:\\s*:\\s*|(?=\\d)))(\\d{3,4})\\b(?![-–/]\\d)",
     "Case No. \\1", NULL},
    /* "Report 394 (March 2021)", "rapport 394, 2021" */
    {PATTERN_OPEN "((?:" PATTERN_REPORT "\\s+" NUMBER "|(?=\\d+\\S+\\s+" PATTERN_REPORT "))\\d{3}(?:" ENDING
                  "\\s+" PATTERN_REPORT ")?)[\\s,(]+(?:" MONTH ")?" ANY_YEAR PATTERN_CLOSE,
     "\\1", NULL},
    /* "Report No 394, March 2021, Case No 2090", as NORMLEX heads a text */
    {"(?<!\\S)(" PATTERN_REPORT "\\s+" NUMBER "\\d{3}|\\d{3}" ENDING "\\s+" PATTERN_REPORT "),?\\s+(?:" MONTH
     ")?" ANY_YEAR "[\\s,]+(?=(?:case|cas|caso)\\s)",
     "\\1, ", NULL},
    /* "C.87", "C-087" */
    {"(?<![\\w:])(?-i:C)(?:\\.\\s?|-)0?(\\d{2,3})\\b(?![/.-])", "C\\1", NULL},
    /* "report 394 strike", "strike report 394", "reports 394-396", "reports 394 and 396" */
    {PATTERN_OPEN "(?:the\\s+)?(?:report|rapport|informe)\\s+(\\d{3})(?=,?\\s+[^\\W\\d])", "\\1th Report",
     NULL},
    {"(?<=\\s)(?:report|rapport|informe)\\s+(\\d{3})" PATTERN_CLOSE, "\\1th Report", NULL},
    {"(?<!\\S)" PATTERN_REPORT "\\s+(\\d{3})\\s*(?:-|–|\\bto\\b|\\bà\\b|\\ba\\b)\\s*(\\d{3})\\b(?![-/])",
     "report:\\1..\\2", NULL},
    {PATTERN_OPEN PATTERN_REPORT "\\s+(\\d{3})\\s+" AND "\\s+(\\d{3})\\b", "report:\\1 report:\\2", NULL},
    /* "Compilation 1047", "Digest para. 581": the last edition of each */
    {PATTERN_OPEN "(?:the\\s+)?(?:compilation|recopilaci[oó]n)\\s+(?:" PARAGRAPH
                  ")?\\s*(?!2018\\b)(\\d{1,4})" PATTERN_CLOSE,
     "Compilation, 2018, para. \\1", NULL},
    {PATTERN_OPEN "(?:the\\s+)?digest\\s+(?:" PARAGRAPH
                  ")?\\s*(?!(?:19|20)\\d\\d\\b)(\\d{1,4})" PATTERN_CLOSE,
     "Digest, 2006, para. \\1", NULL},
    /* "394/83" and "report 394" among words, "394 83", "394.83" */
    {"(?<![^\\s(])(\\d{3})/(\\d{1,4})(?:/(?:en|fr|es))?(?![^\\s,;.)]|[.,]\\d)", NULL,
     "Report No. \\1, para. \\2"},
    {"(?<=\\s)(?:report|rapport|informe)\\s+(\\d{3})(?=[\\s,;])", NULL, "report:\\1"},
    {PATTERN_OPEN "(\\d{3})[\\s,.-]{1,3}(\\d{1,4})" PATTERN_CLOSE, NULL, "\\1/\\2"},
    {PATTERN_OPEN "(\\d{7})" PATTERN_CLOSE, NULL, "text:\\1"}, /* the number of a page of NORMLEX */
    {PATTERN_OPEN "(?:(?:case|cas|caso)[:\\s]+" NUMBER ")?(\\d{4})/(\\d{1,4})" PATTERN_CLOSE, NULL,
     "Case No. \\1, para. \\2"},
    /* "2015-2021", "2015-21", "from 2015 to 2021", "between 2015 and 2021", "since 2015", "until 2021"; but a
       case may have any of these numbers */
    {"(?<![\\w:/.'\"“«-])(?<!case |cas |caso |nos |nos\\. "
     ")(?:(?:from|de|du|desde|depuis)\\s+)?" YEAR_FROM "\\s*" TO "\\s*" YEAR,
     NULL, "year:\\1..\\2"},
    {"(?<![\\w:/.-])(19|20)(\\d\\d)\\s?[-–]\\s?(1[3-9]|[2-9]\\d)\\b(?![-/:.]\\d)", NULL,
     "year:\\1\\2..\\1\\3"},
    {"\\b(?:between|entre)\\s+" YEAR_FROM "\\s+" AND "\\s+" YEAR, NULL, "year:\\1..\\2"},
    {"(?<![\\w:])(?:since|after|from|depuis|apr[eè]s|desde|[aà]\\s+partir\\s+de|despu[eé]s\\s+de)\\s+(?:[^"
     "\\W\\d]+"
     "\\s+(?:de\\s+)?)?" YEAR,
     NULL, "year:\\1.."},
    {"\\b(?:before|until|till|up\\s+to|avant|jusqu['’]en|hasta|antes\\s+de)\\s+" YEAR, NULL, "year:..\\1"}};

/* Of what the Committee does with a case, which words say, too. */
static const idiom of_progress[] = {
    {"\\b(?|(active|open|pending|closed|follow-up)\\s+cases|cases\\s+(?:in|under)\\s+(follow-up)|"
     "cas\\s+(actif|ouvert)s|cas\\s+(clos)|cas\\s+en\\s+(suivi)|"
     "casos\\s+(activo|abierto|pendiente|cerrado)s|casos\\s+en\\s+(seguimiento))\\b",
     NULL, "status:\\1"},
    {"\\b(?|(interim|definitive)\\s+(?:reports?|cases?)|"
     "rapports?\\s+(int[ée]rimaire|provisoire|d[ée]finitif)s?|"
     "informes?\\s+(provisional|definitivo)(?:e?s)?)\\b",
     NULL, "type:\\1"}};

/* Whole kinds, which take more than to be written in another way. */
enum {
    IDENTIFIERS,
    ONE_IDENTIFIER,
    INTRODUCED,
    CITING,
    ADDRESSES,
    OWN_PAGE,
    WITH_DIGIT,
    IN_YEAR,
    NO_YEAR,
    OF_COUNTRY,
    YEAR_FIRST,
    KINDS
};

static const char *const kinds[KINDS] = {
    /* Identifiers and no other words but what may introduce them, "see 394/83 and 306/123"; and each of
     * them. */
    [IDENTIFIERS] =
        PATTERN_OPEN "(?:(?:" SEE "|" BODY "|" PATTERN_REPORT "|" PARAGRAPH ")[\\s:.,]*)*" IDENTIFIER
                     "(?:[\\s,;]+(?:" AND "\\s+)?" IDENTIFIER ")*" PATTERN_CLOSE,
    [ONE_IDENTIFIER] = IDENTIFIER,
    /* "See ILO, CFA, 394th Report, para. 83", up to what is cited. */
    [INTRODUCED] = PATTERN_OPEN "(?:(?:" SEE "|" BODY ")[\\s:.,]+(?:(?:the|le|la|el)\\s+)?)+",
    /* "who cites …", "quels cas citent …", "¿quién cita …?", up to what is cited. */
    [CITING] = PATTERN_OPEN ASKING
    "*(?:cites?|cited|citing|citations\\s+of|citent?|citant|citan?|citando)(?:\\s+|:\\s*)"
    "(?:(?:the|le|la|les|el|los|al)\\s+)?",
    [ADDRESSES] = "\\b(?:https?://|www\\.)\\S*[^\\s)>\\].,;]|(?<!\\S)\\S*P50002_COMPLAINT_TEXT_ID\\S*",
    /* A page of ours, by the end of its address. */
    [OWN_PAGE] = "/(paragraph|similar|case|report|cites|principle)/([^/?#]+(?:/[^/?#]+){0,2})/?(?:[?#].*)?$",
    [WITH_DIGIT] = "(?<!\\S)\\S*?\\d\\S*",
    /* "2021", "March 2021", "strike in 2021", "grève 2021", from where the year begins; but neither a day nor
       what has a number or a year of its own. */
    [IN_YEAR] = "(?:^|[,\\s])\\K(?:(?:in|en|during|durante|pendant)\\s+)?(?:" MONTH ")?" YEAR PATTERN_CLOSE,
    [NO_YEAR] = "\\d\\S{0,2}\\s+(?:de\\s+)?" MONTH "|\\.\\.|:" ANY_YEAR "|\\d\\s*(?:,|" AND ")\\s*" ANY_YEAR
                "|" NAMED_BY_YEAR ANY_YEAR,
    /* "cases about …", "quels cas concernent …", "¿qué casos hay de …?", "Belarus 2021": what may be a
       country, and a year, or those that were offered. */
    [OF_COUNTRY] = PATTERN_OPEN
    "(" ASKING "+(?:(?:(?:about|in|on|from|of|against|concern|concerning|regarding|sur|contre|concernant|"
    "concernent|de|du|en|au|hay|sobre|contra)\\s+)+(?:(?:the|le|la|les|el|los)\\s+|l['’])?|(?=" COUNTRY
    ":)))?"
    "(?:" COUNTRY ":)?(\\D+?)(\\s+(?:cases?|cas|casos))?(?:,?\\s+(?:(?:in|en)\\s+)?(?:(?:year|"
    "année|año):)?((?<=:)\\S+|" YEAR "))?" PATTERN_CLOSE,
    /* "2021 Belarus", "in 2021, Belarus"; "year:2015.. Belarus", as "since 2015 Belarus" is offered */
    [YEAR_FIRST] =
        PATTERN_OPEN "(?:(?:in|en)\\s+)?((?:year|année|año):\\S+|" YEAR "),?\\s+(\\D+?)" PATTERN_CLOSE};

static const GRegex *pattern_of(guint kind)
{
    static gsize made[KINDS];
    return cfa_pattern_once(&made[kind], kinds[kind]);
}

/* ---- what is cited ---- */

/* "394/83", "394 / 83" and "394/83–85" are the same kind of thing; several are written as no list of numbers
 * is. */
static char *read_identifiers(const char *text)
{
    g_autoptr(GMatchInfo) match = NULL;
    g_autoptr(GString) found = g_string_new(NULL);
    guint count = 0;
    char id[CFA_CITATION_ID_SIZE];
    cfa_citation citation = {0};
    if (!g_regex_match(pattern_of(IDENTIFIERS), text, 0, NULL))
        return NULL;
    for (g_regex_match(pattern_of(ONE_IDENTIFIER), text, 0, &match); g_match_info_matches(match);
         g_match_info_next(match, NULL)) {
        g_autofree char *typed = g_match_info_fetch(match, 0);
        g_autoptr(GString) identifier = g_string_new(typed);
        g_string_replace(identifier, " ", "", 0);
        g_string_replace(identifier, "–", "-", 0);
        if (!cfa_citation_parse(identifier->str, &citation))
            return NULL;
        g_autofree char *name = cfa_citation_name(CFA_ENGLISH, &citation);
        g_string_append_printf(found, "%s%s", count++ > 0 ? "; " : "", name);
    }
    return g_strdup(count == 1 ? cfa_citation_id(&citation, id) : found->str);
}

/* Whether a text is one citation, as an identifier or as people write it. */
static gboolean is_citation(const char *text, cfa_citation *citation)
{
    cfa_language language;
    g_autofree char *identifier = read_identifiers(text);
    if (cfa_typed_alone(identifier != NULL ? identifier : text, citation, &language))
        return TRUE;
    g_autoptr(GArray) mentions = cfa_citation_scan(text, strlen(text), CFA_LANGUAGE_UNKNOWN, NULL);
    const cfa_mention *only = mentions->len == 1 ? &g_array_index(mentions, cfa_mention, 0) : NULL;
    if (only == NULL || cfa_typed_has_word(text, only->offset) ||
        cfa_typed_has_word(text + only->offset + only->length, strlen(text + only->offset + only->length)))
        return FALSE;
    *citation = only->citation;
    return TRUE;
}

/* ---- addresses ---- */

/* What a page of ours is of: its kind as in its path, and the identifier behind that. NULL where that is
 * none. */
static char *read_own_page(const char *page, const char *id)
{
    static const char *const fields[] = {"", " lang:en", " lang:fr", " lang:es"};
    /* "/case/2090" and "/similar/2090", but "/similar/394/83" */
    const gboolean is_case =
        (strcmp(page, "case") == 0 || strcmp(page, "similar") == 0) && id[strspn(id, G_CSET_DIGITS)] == '\0';
    g_autofree char *typed = g_strconcat(is_case ? "case:" : "", id, NULL);
    cfa_citation citation;
    char cited[CFA_CITATION_ID_SIZE];
    const cfa_language language = cfa_typed_take_language(typed);
    if (!cfa_citation_parse(typed, &citation))
        return NULL;
    if (strcmp(page, "cites") == 0)
        return g_strconcat("cites:", cfa_citation_id(&citation, cited), NULL);
    g_autofree char *name = cfa_citation_name(CFA_ENGLISH, &citation);
    return g_strconcat(name, fields[language], NULL);
}

/* What the page at an address is, in the query language; NULL for any other page. */
static char *read_address(const char *url)
{
    const cfa_address address = cfa_address_read(url);
    if (address.text_id[0] != '\0')
        return g_strconcat("text:", address.text_id, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_regex_match(pattern_of(OWN_PAGE), url, 0, &match))
        return NULL;
    g_autofree char *page = g_match_info_fetch(match, 1);
    g_autofree char *escaped = g_match_info_fetch(match, 2);
    g_autofree char *id = g_uri_unescape_string(escaped, NULL);
    return id != NULL ? read_own_page(page, id) : NULL;
}

static gboolean write_address(const GMatchInfo *match, GString *text, gpointer any)
{
    g_autofree char *url = g_match_info_fetch(match, 0);
    g_autofree char *read = read_address(url);
    gboolean *is_read = any;
    *is_read = *is_read || read != NULL;
    g_string_append(text, read != NULL ? read : url);
    return FALSE;
}

/* The text with what is at its addresses; NULL where nothing of ours is. */
static char *read_addresses(const char *text)
{
    gboolean is_read = FALSE;
    g_autofree char *read =
        g_regex_replace_eval(pattern_of(ADDRESSES), text, -1, 0, 0, write_address, &is_read, NULL);
    return is_read ? g_steal_pointer(&read) : NULL;
}

/* ---- the whole ---- */

static gboolean has_digit(const char *text)
{
    return strpbrk(text, "0123456789") != NULL;
}

/* A field and its value, "year:2015..", with the name that the field has in a language. The caller frees. */
static char *name_field(const char *text, cfa_language language)
{
    cfa_field field;
    const char *value = cfa_field_value_in(text, strlen(text), &field);
    return value != NULL ? g_strconcat(cfa_field_name(field, language), ":", value, NULL) : g_strdup(text);
}

/* Replaces all that a pattern matches, by a field with its name in a language; FALSE where it matches
 * nothing. */
static gboolean replace_all(char **text, const GRegex *pattern, const char *as, cfa_language language)
{
    if (!g_regex_match(pattern, *text, 0, NULL))
        return FALSE;
    g_autofree char *named = name_field(as, language);
    char *next = g_regex_replace(pattern, *text, -1, 0, named, 0, NULL);
    if (next == NULL)
        return FALSE;
    g_free(*text);
    *text = next;
    return TRUE;
}

/* Reads all that a table has, or offers it; `made` are the places of its patterns. */
static gboolean read_table(char **text, const idiom *table, gsize count, gsize *made, gboolean is_offered,
                           cfa_language language)
{
    gboolean any = FALSE;
    for (gsize i = 0; i < count; i++) {
        const char *as = is_offered ? table[i].offered : table[i].read;
        any =
            (as != NULL && replace_all(text, cfa_pattern_once(&made[i], table[i].said), as, language)) || any;
    }
    return any;
}

/* The text with all that the tables read, or offer; NULL where they have nothing. All that is said of
 * progress is in words, and all else has a digit. */
static char *read_tables(const char *text, gboolean is_offered, cfa_language language)
{
    static gsize bounds_made[G_N_ELEMENTS(of_bounds)], fields_made[G_N_ELEMENTS(of_fields)],
        words_made[G_N_ELEMENTS(in_words)], progress_made[G_N_ELEMENTS(of_progress)];
    static const char *const progress_parts[] = {"cas", "report", "rapport", "informe", NULL};
    const gboolean in_digits = has_digit(text);
    g_autofree char *read = g_strdup(text);
    gboolean any =
        !cfa_pieces_have_quotation(text) && cfa_pattern_has_any(text, progress_parts) &&
        read_table(&read, of_progress, G_N_ELEMENTS(of_progress), progress_made, is_offered, language);
    if (in_digits && strpbrk(text, bound_marks) != NULL)
        any = read_table(&read, of_bounds, G_N_ELEMENTS(of_bounds), bounds_made, is_offered, language) || any;
    if (in_digits && strpbrk(text, CFA_FIELD_MARKS) != NULL)
        any = read_table(&read, of_fields, G_N_ELEMENTS(of_fields), fields_made, is_offered, language) || any;
    if (in_digits)
        any = read_table(&read, in_words, G_N_ELEMENTS(in_words), words_made, is_offered, language) || any;
    return any ? g_steal_pointer(&read) : NULL;
}

/* What stands behind words that introduce a citation, as the tables read it. The caller frees. */
static char *read_cited(const char *text)
{
    char *read = read_tables(text, FALSE, CFA_ENGLISH);
    return read != NULL ? read : g_strdup(text);
}

/* What is cited without what introduces it: in the text itself that is no word. */
static char *read_introduced(const char *text)
{
    g_autoptr(GMatchInfo) match = NULL;
    gboolean is_citation = FALSE;
    int end;
    if (!g_regex_match(pattern_of(INTRODUCED), text, 0, &match) ||
        !g_match_info_fetch_pos(match, 0, NULL, &end))
        return NULL;
    g_autofree char *cited = read_cited(text + end);
    g_array_unref(cfa_pieces_cut(cited, &is_citation));
    return is_citation ? g_steal_pointer(&cited) : NULL;
}

/* What a text asks who cites, "who cites Compilation 84", in the form of the query language. */
static char *read_citing(const char *text)
{
    g_autoptr(GMatchInfo) match = NULL;
    char id[CFA_CITATION_ID_SIZE];
    cfa_citation citation;
    int end;
    if (!g_regex_match(pattern_of(CITING), text, 0, &match) || !g_match_info_fetch_pos(match, 0, NULL, &end))
        return NULL;
    g_autofree char *asked = g_strdup(text + end);
    for (gsize length = strlen(asked); length > 0 && strchr(" ?!.,;", asked[length - 1]) != NULL; length--)
        asked[length - 1] = '\0';
    g_autofree char *cited = read_cited(asked);
    return is_citation(cited, &citation) ? g_strconcat("cites:", cfa_citation_id(&citation, id), NULL) : NULL;
}

/* Whether a text has the beginning of numbers, "39*", which is none itself. */
static gboolean has_prefix_of_numbers(const char *text)
{
    for (const char *star = strchr(text, '*'); star != NULL; star = strchr(star + 1, '*'))
        if (star > text && g_ascii_isdigit(star[-1]))
            return TRUE;
    return FALSE;
}

/* Whether what matched a group stands behind the mark of a field. */
static gboolean is_of_field(const GMatchInfo *match, const char *text, int group)
{
    int start = 0;
    return g_match_info_fetch_pos(match, group, &start, NULL) && start > 0 &&
           cfa_field_is_mark(text[start - 1]);
}

/* "country:Belarus" for the cases of one, or for its name and years, and nothing else; NULL where that
 * `is_typed` and says so already. */
static char *offer_country(const char *text, gboolean is_typed, cfa_language language)
{
    g_autofree char *year_last = g_regex_replace(pattern_of(YEAR_FIRST), text, -1, 0, "\\3 \\1", 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_regex_match(pattern_of(OF_COUNTRY), year_last, 0, &match))
        return NULL;
    g_autofree char *asking = g_match_info_fetch(match, 1);
    g_autofree char *name = g_match_info_fetch(match, 2);
    g_autofree char *asked = g_match_info_fetch(match, 3);
    g_autofree char *years = g_match_info_fetch(match, 4);
    g_autofree char *quoted = cfa_piece_quoted(name);
    const gboolean has_years = years != NULL && years[0] != '\0';
    const gboolean is_asked = asking[0] != '\0' || (asked != NULL && asked[0] != '\0');
    if (is_typed && !is_asked && is_of_field(match, year_last, 2) && is_of_field(match, year_last, 4))
        return NULL;
    if ((!is_asked && !has_years) || cfa_country_code(name, strlen(name)) == NULL)
        return NULL;
    return g_strconcat(cfa_field_name(CFA_FIELD_COUNTRY, language), ":", quoted, has_years ? " " : NULL,
                       cfa_field_name(CFA_FIELD_YEAR, language), ":", years, NULL);
}

/* "all that was said on Belarus since 2020": a country and how far years go, and nothing else. One year
 * beside it may be a word of its texts, which is offered. */
static char *read_country_and_years(const char *text)
{
    g_autofree char *read = read_tables(text, TRUE, CFA_ENGLISH);
    return read != NULL && strstr(read, "..") != NULL ? offer_country(read, FALSE, CFA_ENGLISH) : NULL;
}

char *cfa_idiom_read(const char *text)
{
    if (!has_digit(text) || cfa_pieces_have_quotation(text) || has_prefix_of_numbers(text))
        return NULL;
    char *read = read_addresses(text);
    if (read == NULL)
        read = read_citing(text);
    if (read == NULL)
        read = read_identifiers(text);
    if (read == NULL)
        read = read_introduced(text);
    if (read == NULL)
        read = read_country_and_years(text);
    if (read == NULL)
        read = read_tables(text, FALSE, CFA_ENGLISH);
    if (read != NULL && strcmp(read, text) == 0)
        g_clear_pointer(&read, g_free);
    return read;
}

/* Whether a text ends in four digits, but for its punctuation. */
static gboolean ends_in_year(const char *text)
{
    const char *end = text + strlen(text), *digits;
    while (end > text && g_ascii_ispunct(end[-1]))
        end--;
    for (digits = end; digits > text && g_ascii_isdigit(digits[-1]); digits--)
        continue;
    return end - digits == 4;
}

/* Whether a number is in quotation marks, so as to be a word. */
static gboolean has_quoted_digit(const char *text)
{
    gboolean is_citation;
    g_autoptr(GArray) pieces = cfa_pieces_cut(text, &is_citation);
    for (guint i = 0; i < pieces->len; i++) {
        const cfa_piece *one = &g_array_index(pieces, cfa_piece, i);
        if (one->kind == CFA_PIECE_PHRASE && strcspn(one->text, "0123456789") < one->length)
            return TRUE;
    }
    return FALSE;
}

char *cfa_idiom_offer(const char *text, guint newest, cfa_language language)
{
    const gboolean is_quoted = cfa_pieces_have_quotation(text);
    /* Who lists the values of a field in brackets, "year:(2015 OR 2016..2018)", says what they are. */
    if ((is_quoted && has_quoted_digit(text)) || strstr(text, ":(") != NULL)
        return NULL;
    g_autofree char *with_years = cfa_newest_offer_years(text, newest, language);
    char *offered = read_tables(with_years != NULL ? with_years : text, TRUE, language);
    if (offered == NULL)
        offered = g_steal_pointer(&with_years);
    if (offered == NULL && ends_in_year(text) && !g_regex_match(pattern_of(NO_YEAR), text, 0, NULL)) {
        offered = g_strdup(text);
        if (!replace_all(&offered, pattern_of(IN_YEAR), "year:\\1", language))
            g_clear_pointer(&offered, g_free);
    }
    char *country =
        is_quoted ? NULL : offer_country(offered != NULL ? offered : text, offered == NULL, language);
    if (country == NULL)
        return offered;
    g_free(offered);
    return country;
}

char *cfa_idiom_as_words(const char *text)
{
    return g_regex_replace(pattern_of(WITH_DIGIT), text, -1, 0, "\"\\0\"", 0, NULL);
}
