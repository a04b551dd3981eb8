#include "asking.h"

#include "pattern.h"

/* ---- what the Committee said ---- */

/* "what has the Committee said about", "has the Committee ever spoken on", "does the Committee consider",
 * "what is the Committee's position on", "all that was said on" */
#define COMMITTEE "(?:the\\s+)?(?:committee(?:\\s+on\\s+freedom\\s+of\\s+association)?|c\\.?f\\.?a\\.?|ilo)"
#define SAID                                                                                                 \
    "(?:say|says|said|speak|spoken?|rule[ds]?|decide[ds]?|hold|held|find|found|conclude[ds]?|"               \
    "consider(?:s|ed)?|think|thought|recommend(?:ed)?|comment(?:ed)?|examined?|deal|dealt|address(?:ed)?)"
#define POSITION "(?:position|views?|opinion|case[- ]law|jurisprudence|approach)"
#define ABOUT                                                                                                \
    "(?:about|on|of|in|to|with|regarding|concerning|that|as\\s+to|with\\s+(?:regard|respect)\\s+to)\\b"
#define IN_ENGLISH                                                                                           \
    "(?:(?:what|how|whether|has|have|had|did|does)\\s+)+" COMMITTEE                                          \
    "\\s+(?:(?:has|had|ever|already)\\s+)*" SAID "(?:\\s+anything)?(?:\\s+" ABOUT ")?+|"                     \
    "what\\s+(?:is|was)\\s+" COMMITTEE "['’]s\\s+" POSITION "\\s+" ABOUT "|"                                 \
    "what\\s+(?:is|was)\\s+the\\s+" POSITION "\\s+of\\s+" COMMITTEE "\\s+" ABOUT "|"                         \
    "(?:all|everything|what)\\s+(?:that\\s+)?(?:was|is|has\\s+been)\\s+(?:said|decided)\\s+" ABOUT

/* "que dit le comité de", "qu'a décidé le comité sur", "qu'est-ce que le comité a dit de", "le comité
 * s'est-il déjà prononcé sur", "quelle est la position du comité sur", "tout ce qui a été dit sur" */
#define COMITE_FRENCH "comit[ée](?:\\s+de\\s+la\\s+libert[ée]\\s+syndicale)?"
#define DIT "(?:dit|d[ée]cid[ée]|conclu|jug[ée]|recommand[ée]|statu[ée]|prononc[ée]|examin[ée])"
#define SUR                                                                                                   \
    "(?:sur|de|du|des|que|concernant|[àa]\\s+propos\\s+d[eu]s?|au\\s+sujet\\s+d[eu]s?|quant\\s+(?:à|aux?))" \
    "\\b"
#define IN_FRENCH                                                                                            \
    "(?:que|comment)\\s+(?:dit|pense|d[ée]cide|consid[èe]re)\\s+le\\s+" COMITE_FRENCH "\\s+" SUR "|"         \
    "qu['’]a\\s+" DIT "\\s+le\\s+" COMITE_FRENCH "\\s+" SUR "|"                                              \
    "(?:ce\\s+que|(?:qu['’])?est[- ]ce\\s+que)\\s+le\\s+" COMITE_FRENCH                                      \
    "\\s+(?:a|s['’]est)\\s+(?:d[ée]j[àa]\\s+)?" DIT "(?:\\s+" SUR ")?+|"                                     \
    "le\\s+" COMITE_FRENCH "\\s+(?:a-t-il|s['’]est-il)\\s+(?:d[ée]j[àa]\\s+)?" DIT "(?:\\s+" SUR ")?+|"      \
    "quelle\\s+est\\s+la\\s+(?:position|jurisprudence|doctrine)\\s+du\\s+" COMITE_FRENCH "\\s+" SUR "|"      \
    "tout\\s+ce\\s+qui\\s+a\\s+[ée]t[ée]\\s+" DIT "\\s+" SUR

/* "qué ha dicho el Comité sobre", "qué opina el Comité de", "se ha pronunciado el Comité sobre", "el Comité
 * se ha pronunciado ya sobre", "cuál es la posición del Comité sobre", "todo lo que se ha dicho sobre" */
#define COMITE_SPANISH "comit[ée](?:\\s+de\\s+libertad\\s+sindical)?"
#define DICHO "(?:dicho|dice|dijo|opina|piensa|considera|decidido|decidi[óo]|resuelto|resolvi[óo])"
#define PRONUNCIADO "se\\s+(?:ha\\s+pronunciado|pronunci[óo])\\s+(?:ya\\s+)?"
#define SOBRE                                                                                                \
    "(?:sobre|de|del|en|que|acerca\\s+del?|(?:con\\s+)?respecto\\s+(?:del?|al?)|en\\s+relaci[óo]n\\s+con|"  \
    "en\\s+cuanto\\s+al?)\\b"
#define IN_SPANISH                                                                                           \
    "(?:qu[ée]\\s+)?(?:(?:ha|ya)\\s+)*" DICHO "(?:\\s+algo)?\\s+el\\s+" COMITE_SPANISH "\\s+" SOBRE          \
    "|" PRONUNCIADO "el\\s+" COMITE_SPANISH "\\s+(?:ya\\s+)?" SOBRE "|"                                      \
    "el\\s+" COMITE_SPANISH "\\s+" PRONUNCIADO SOBRE "|"                                                     \
    "cu[áa]l\\s+es\\s+(?:la\\s+(?:posici[óo]n|jurisprudencia|doctrina)|el\\s+criterio)\\s+"                \
    "del\\s+" COMITE_SPANISH "\\s+" SOBRE "|"                                                                \
    "todo\\s+lo\\s+(?:que\\s+se\\s+ha\\s+)?dicho\\s+" SOBRE

/* It may be pasted twice: what is left asks nothing more. */
static const char asking[] =
    PATTERN_OPEN "(?:(?:" IN_ENGLISH "|" IN_FRENCH "|" IN_SPANISH ")\\s+(?=[^\\s?!.]))+";

const char *cfa_asking_about(const char *text)
{
    static gsize made;
    static const char *const parts[] = {"com",     "cfa",  "c.f.a", "ilo", "said",
                                        "decided", "tout", "todo",  NULL};
    g_autoptr(GMatchInfo) match = NULL;
    int end = 0;
    if (cfa_pattern_has_any(text, parts) && g_regex_match(cfa_pattern_once(&made, asking), text, 0, &match))
        g_match_info_fetch_pos(match, 0, NULL, &end);
    return text + end;
}

/* ---- words ---- */

/* As "how", "which" and "can" do in English, where they are stopwords of the texts, too: an index has these
 * as words. "Since" asks when; the year behind it may be offered as a filter. */
static const char *const words[CFA_LANGUAGES + 1][14] = {
    [CFA_ENGLISH] = {"since", "until", NULL},
    [CFA_FRENCH] = {"quels", "quelles", "comment", "pourquoi", "quand", "combien", "peut", "peuvent",
                    "pourrait", "pourraient", "devrait", "devraient", "depuis", NULL},
    [CFA_SPANISH] = {"cuales", "quienes", "cuanto", "cuanta", "cuantos", "cuantas", "hay", "puede", "pueden",
                     "podria", "podrian", "deberia", "deberian", NULL}};

gboolean cfa_asking_is_word(cfa_language_set languages, const char *word)
{
    for (int l = 1; l <= CFA_LANGUAGES; l++)
        if ((languages & CFA_LANGUAGE_BIT(l)) != 0 && g_strv_contains(words[l], word))
            return TRUE;
    return FALSE;
}
