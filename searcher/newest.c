#include "newest.h"

#include "fields.h"
#include "pattern.h"
#include "pieces.h"

#include <string.h>

#define TEXTS                                                                                                \
    "(?:cases?|cas|casos?|affaires?|d[ée]cisions?|decisi[oó]n(?:es)?|texts?|textes?|textos?|" PATTERN_REPORT \
    ")"

/* "in the last 10 years", "les cinq dernières années", "últimos cinco años" */
static const char last_years[] =
    "(?:\\b(?:in|over|during|for|within|from|of|au\\s+cours|dans|pendant|durant|depuis|en|durante|de)"
    "\\s+)?(?:\\b(?:the|les|des|los)\\s+)?\\b"
    "(?|(?:last|past|derni[eè]re?s|[uú]ltimos)\\s+(\\w+)|(\\w+)\\s+(?:derni[eè]re?s|[uú]ltimos))"
    "\\s+(?:years|ann[ée]es|ans|a[ñn]os)\\b";

/* "latest report", "most recent cases on …", "les cas les plus récents sur …", "casos recientes de …",
       "the latest on …", "lo último sobre …" */
static const char newest_texts[] = PATTERN_OPEN
    "(?:(?:show|list|me|what|which|are|is|quels?|quelles?|sont|est|qué|cuál(?:es)?|son|es)\\s+)*"
    "(?:(?:the|les?|la|el|los|las)\\s+)?"
    "(?:(?:(?:most\\s+)?recent|latest|newest|last|derni[eè]re?s?|[uú]ltim[oa]s?)\\s+" TEXTS "|" TEXTS
    "\\s+(?:(?:les|los|las)\\s+)?(?:(?:plus\\s+)?r[ée]cente?s|(?:m[aá]s\\s+)?recientes?)"
    "|(?:latest(?:\\s+news)?|lo\\s+[uú]ltimo)(?=\\s+(?:on|about|sobre)\\s))"
    "(?:\\s+(?:(?:about|in|on|from|of|against|concerning|regarding|sur|contre|concernant|de|du|des|en|au|aux|"
    "sobre|contra|del)\\s+)*(?:(?:the|les?|la|el|los|las)\\s+|l['’])?(\\S.*?))?" PATTERN_CLOSE;

static const GRegex *last_years_pattern(void)
{
    static gsize made;
    return cfa_pattern_once(&made, last_years);
}

static const GRegex *newest_texts_pattern(void)
{
    static gsize made;
    return cfa_pattern_once(&made, newest_texts);
}

/* A number to ten, in digits or in words; 0 for anything else. */
static guint number_of(const char *typed)
{
    static const char *const words[][CFA_LANGUAGES] = {
        {"two", "deux", "dos"},    {"three", "trois", "tres"}, {"four", "quatre", "cuatro"},
        {"five", "cinq", "cinco"}, {"six", "six", "seis"},     {"seven", "sept", "siete"},
        {"eight", "huit", "ocho"}, {"nine", "neuf", "nueve"},  {"ten", "dix", "diez"}};
    guint64 number = 0;
    if (g_ascii_string_to_unsigned(typed, 10, 1, 99, &number, NULL))
        return (guint)number;
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        for (guint l = 0; l < CFA_LANGUAGES; l++)
            if (g_ascii_strcasecmp(words[i][l], typed) == 0)
                return i + 2;
    return 0;
}

guint cfa_newest_years(const char *text)
{
    static const char *const parts[] = {"last", "past", "derni", "ltimos", NULL};
    g_autoptr(GMatchInfo) match = NULL;
    if (cfa_pieces_have_quotation(text) || !cfa_pattern_has_any(text, parts) ||
        !g_regex_match(last_years_pattern(), text, 0, &match))
        return 0;
    g_autofree char *typed = g_match_info_fetch(match, 1);
    return number_of(typed);
}

char *cfa_newest_offer_years(const char *text, guint newest, cfa_language language)
{
    const guint count = newest > 0 ? cfa_newest_years(text) : 0;
    if (count == 0)
        return NULL;
    g_autofree char *years =
        g_strdup_printf("%s:%u..", cfa_field_name(CFA_FIELD_YEAR, language), newest - MIN(count, newest));
    return g_regex_replace(last_years_pattern(), text, -1, 0, years, 0, NULL);
}

gboolean cfa_newest_is_asked(const char *text)
{
    static const char *const parts[] = {"cent", "recient", "latest", "newest", "last", "derni", "ltim", NULL};
    return !cfa_pieces_have_quotation(text) && cfa_pattern_has_any(text, parts) &&
           g_regex_match(newest_texts_pattern(), text, 0, NULL);
}

char *cfa_newest_offer(const char *text, guint report, guint year, cfa_language language)
{
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_regex_match(newest_texts_pattern(), text, 0, &match))
        return NULL;
    g_autofree char *about = g_match_info_fetch(match, 1);
    if (about == NULL || about[0] == '\0')
        return g_strdup_printf("%s:%u", cfa_field_name(CFA_FIELD_REPORT, language), report);
    const char *blank = strrchr(about, ' '), *last = blank != NULL ? blank + 1 : about;
    if (strspn(last, "0123456789") == strlen(last)) /* a year of its own */
        return NULL;
    return g_strdup_printf("%s %s:%u..", about, cfa_field_name(CFA_FIELD_YEAR, language), year - 1);
}
