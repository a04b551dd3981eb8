#include "say.h"

#include <stdarg.h>
#include <string.h>

typedef const char *const translation[CFA_LANGUAGES]; /* en, fr, es */

static translation strings[CFA_SAYINGS] = {
    [CFA_SAY_SITE] = {"Decisions on freedom of association", "Décisions sur la liberté syndicale",
                      "Decisiones sobre libertad sindical"},
    [CFA_SAY_SKIP] = {"Skip to the text", "Aller au texte", "Ir al texto"},
    [CFA_SAY_PAGE_LANGUAGE] = {"Language of this page", "Langue de cette page", "Idioma de esta página"},
    [CFA_SAY_SEARCH_LABEL] = {"Search the reports of the Committee on Freedom of Association",
                              "Rechercher dans les rapports du Comité de la liberté syndicale",
                              "Buscar en los informes del Comité de Libertad Sindical"},
    [CFA_SAY_SEARCH] = {"Search", "Rechercher", "Buscar"},
    [CFA_SAY_TEXT_LANGUAGES] = {"Texts in", "Textes en", "Textos en"},
    [CFA_SAY_ALL_LANGUAGES] = {"(none ticked: all)", "(sinon\u00A0: toutes)", "(ninguno marcado: todos)"},
    [CFA_SAY_SUGGESTIONS] = {"Suggestions", "Suggestions", "Sugerencias"},
    [CFA_SAY_COUNTRY] = {"country", "pays", "país"},
    [CFA_SAY_COPY] = {"Copy citation", "Copier la référence", "Copiar la cita"},
    [CFA_SAY_COPIED] = {"Copied", "Copié", "Copiado"},
    [CFA_SAY_EXAMPLES] = {"For example", "Par exemple", "Por ejemplo"},
    [CFA_SAY_EXAMPLE_FIRST] = {"Belarus release of detained trade unionists",
                               "Bélarus libération des syndicalistes détenus",
                               "Belarús liberación de sindicalistas detenidos"},
    [CFA_SAY_EXAMPLE_FIRST + 1] = {"arrest for unauthorised picket",
                                   "arrestation pour piquet de grève non autorisé",
                                   "arresto por piquete no autorizado"},
    [CFA_SAY_EXAMPLE_FIRST + 2] = {"\"right to strike\" in:conclusions year:2015..2021",
                                   "\"droit de grève\" dans:conclusions année:2015..2021",
                                   "\"derecho de huelga\" en:conclusiones año:2015..2021"},
    [CFA_SAY_EXAMPLE_CASE] = {"Case No. 2090", "cas no 2090", "caso núm. 2090"},
    [CFA_SAY_EXAMPLE_LAST] = {"394th Report, para. 83", "394e rapport, paragr. 83",
                              "394.º informe, párrafo 83"},
    [CFA_SAY_LATEST_REPORT] = {"The latest report", "Le dernier rapport", "El último informe"},
    [CFA_SAY_HELP] = {"How to search", "Comment rechercher", "Cómo buscar"},
    /* The examples of the page on how to search: in each language the same, and each a question that is read
     * as said beside it; one below the other where there are several. */
    [CFA_SAY_HELP_INTRODUCTION] =
        {"Type what you are looking for in your own words, or a citation. Nothing you type is an error: "
         "whatever is not an operator is searched as words, and the page says how your search was read. Each "
         "result is a case text: what one report says of one case. Each example here is a link.",
         "Saisissez ce que vous cherchez avec vos propres mots, ou une référence. Aucune saisie n’est "
         "fautive\u00A0: ce qui n’est pas un opérateur est recherché comme des mots, et la page indique "
         "comment "
         "votre recherche a été comprise. Chaque résultat est un texte de cas\u00A0: ce qu’un rapport dit "
         "d’un "
         "cas. Chaque exemple est un lien.",
         "Escriba lo que busca con sus propias palabras, o una cita. Nada de lo que escriba es un error: lo "
         "que no es un operador se busca como palabras, y la página indica cómo se ha interpretado su "
         "búsqueda. Cada resultado es un texto de caso: lo que un informe dice de un caso. Cada ejemplo es "
         "un "
         "enlace."},
    [CFA_SAY_HELP_WORDS] = {"Words", "Mots", "Palabras"},
    [CFA_SAY_HELP_WORDS_TYPED] = {"release of detained trade unionists",
                                  "libération des syndicalistes détenus",
                                  "liberación de sindicalistas detenidos"},
    [CFA_SAY_HELP_WORDS_MEAN] =
        {"Words in any of their forms, with or without accents, and their equivalents in the other "
         "languages. "
         "Paragraphs with every word come first.",
         "Les mots sous toutes leurs formes, avec ou sans accents, et leurs équivalents dans les autres "
         "langues. Les paragraphes qui les contiennent tous viennent en premier.",
         "Las palabras en todas sus formas, con o sin tildes, y sus equivalentes en los otros idiomas. "
         "Primero "
         "vienen los párrafos que las contienen todas."},
    [CFA_SAY_HELP_PHRASE_TYPED] = {"\"right to strike\"", "\"droit de grève\"", "\"derecho de huelga\""},
    [CFA_SAY_HELP_PHRASE_MEANS] = {"These words one after the other.", "Ces mots l’un à la suite de l’autre.",
                                   "Estas palabras una tras otra."},
    [CFA_SAY_HELP_SIGNS_TYPED] = {"+strike -hospital", "+grève -hôpital", "+huelga -hospital"},
    [CFA_SAY_HELP_SIGNS_MEAN] = {"With the first word, without the second.",
                                 "Avec le premier mot, sans le second.",
                                 "Con la primera palabra, sin la segunda."},
    [CFA_SAY_HELP_OPERATORS_TYPED] = {"strike AND (dismissal OR reprisal)",
                                      "grève AND (licenciement OR représailles)",
                                      "huelga AND (despido OR represalia)"},
    [CFA_SAY_HELP_OPERATORS_MEAN] = {"AND, OR and NOT in capitals, and brackets.",
                                     "AND (et), OR (ou) et NOT (sauf) en majuscules, et des parenthèses.",
                                     "AND (y), OR (o) y NOT (no) en mayúsculas, y paréntesis."},
    [CFA_SAY_HELP_NEAR_TYPED] = {"strike NEAR/5 dismissed", "grève NEAR/5 licenciement",
                                 "huelga NEAR/5 despido"},
    [CFA_SAY_HELP_NEAR_MEANS] = {"Within five words of each other, in any order.",
                                 "À cinq mots l’un de l’autre au plus, dans un ordre quelconque.",
                                 "A cinco palabras de distancia como máximo, en cualquier orden."},
    [CFA_SAY_HELP_PREFIX_TYPED] = {"unioni*", "syndicali*", "sindicali*"},
    [CFA_SAY_HELP_PREFIX_MEANS] = {"Words that begin so: at least {1} letters.",
                                   "Les mots qui commencent ainsi\u00A0: au moins {1} lettres.",
                                   "Las palabras que empiezan así: al menos {1} letras."},
    [CFA_SAY_HELP_CITATIONS] = {"Citations", "Références", "Citas"},
    [CFA_SAY_HELP_CASE_MEANS] = {"A case, in every report that examined it.",
                                 "Un cas, dans tous les rapports qui l’ont examiné.",
                                 "Un caso, en todos los informes que lo examinaron."},
    [CFA_SAY_HELP_PARAGRAPH_TYPED] = {"394th Report, para. 83\n394/83", "394e rapport, paragr. 83\n394/83",
                                      "394.º informe, párrafo 83\n394/83"},
    [CFA_SAY_HELP_PARAGRAPH_MEANS] = {"A paragraph of a report, as people cite it in any of the languages.",
                                      "Un paragraphe d’un rapport, comme on le cite dans l’une des langues.",
                                      "Un párrafo de un informe, como se cita en cualquiera de los idiomas."},
    [CFA_SAY_HELP_PRINCIPLE_TYPED] = {"Digest 2006, para. 581", "Recueil 2006, paragr. 581",
                                      "Recopilación 2006, párrafo 581"},
    [CFA_SAY_HELP_PRINCIPLE_MEANS] = {"A principle of the Digest or the Compilation of decisions.",
                                      "Un principe du Recueil ou de la Compilation des décisions.",
                                      "Un principio de la Recopilación o de la Compilación de decisiones."},
    [CFA_SAY_HELP_CITING_TYPED] = {"who cites 306/123", "qui cite 306/123", "quién cita 306/123"},
    [CFA_SAY_HELP_CITING_MEANS] = {"The paragraphs that rely on it.", "Les paragraphes qui s’y réfèrent.",
                                   "Los párrafos que se remiten a él."},
    [CFA_SAY_HELP_FIELDS] = {"Fields", "Champs", "Campos"},
    [CFA_SAY_HELP_FIELDS_ABOUT] =
        {"A field narrows the words beside it, or stands alone; the links beside the results do the same. A "
         "value with a space stands in quotation marks: country:\"Costa Rica\".",
         "Un champ restreint les mots qui l’accompagnent, ou s’emploie seul\u202F; les liens à côté des "
         "résultats "
         "font de même. Une valeur qui contient une espace s’écrit entre guillemets\u00A0: pays:\"Costa "
         "Rica\".",
         "Un campo limita las palabras que lo acompañan, o se emplea solo; los enlaces junto a los "
         "resultados "
         "hacen lo mismo. Un valor con un espacio se escribe entre comillas: país:\"Costa Rica\"."},
    [CFA_SAY_HELP_FIELD_CASE] = {"case:2090", "cas:2090", "caso:2090"},
    [CFA_SAY_HELP_FIELD_COUNTRY] = {"country:belarus\ncountry:BY", "pays:bélarus\npays:BY",
                                    "país:belarús\npaís:BY"},
    [CFA_SAY_HELP_FIELD_REPORT] = {"report:394\nreport:380..394", "rapport:394\nrapport:380..394",
                                   "informe:394\ninforme:380..394"},
    [CFA_SAY_HELP_FIELD_PARAGRAPH] = {"para:83", "paragraphe:83", "párrafo:83"},
    [CFA_SAY_HELP_FIELD_YEAR] = {"year:2021\nyear:2015..2021\nyear:2015..",
                                 "année:2021\nannée:2015..2021\nannée:2015..",
                                 "año:2021\naño:2015..2021\naño:2015.."},
    [CFA_SAY_HELP_FIELD_SECTION] =
        {"in:allegations\nin:reply\nin:conclusions\nin:recommendations\nin:other",
         "dans:allégations\ndans:réponse\ndans:conclusions\ndans:recommandations\ndans:autres",
         "en:alegatos\nen:respuesta\nen:conclusiones\nen:recomendaciones\nen:otras"},
    [CFA_SAY_HELP_FIELD_TYPE] = {"type:definitive\ntype:interim\ntype:informed\ntype:follow-up",
                                 "type:définitif\ntype:intérimaire\ntype:informé\ntype:suivi",
                                 "tipo:definitivo\ntipo:provisional\ntipo:informado\ntipo:seguimiento"},
    [CFA_SAY_HELP_FIELD_STATUS] = {"status:active\nstatus:follow-up\nstatus:closed",
                                   "état:actif\nétat:suivi\nétat:clos",
                                   "estado:activo\nestado:seguimiento\nestado:cerrado"},
    [CFA_SAY_HELP_FIELD_LANGUAGE] = {"lang:en\nlang:fr\nlang:es",
                                     "langue:anglais\nlangue:français\nlangue:espagnol",
                                     "idioma:inglés\nidioma:francés\nidioma:español"},
    [CFA_SAY_HELP_FIELD_CITES] = {"cites:306/123", "cite:306/123", "cita:306/123"},
    [CFA_SAY_HELP_FIELD_CONVENTION] = {"convention:87", "convention:87", "convenio:87"},
    [CFA_SAY_HELP_CASE] = {"Number of the case", "Numéro du cas", "Número del caso"},
    [CFA_SAY_HELP_PARAGRAPH] = {"Number of the paragraph", "Numéro du paragraphe", "Número del párrafo"},
    [CFA_SAY_HELP_YEAR] = {"Year of the report", "Année du rapport", "Año del informe"},
    [CFA_SAY_HELP_CITES] = {"What the paragraph cites", "Ce que cite le paragraphe",
                            "Lo que cita el párrafo"},
    [CFA_SAY_HELP_RESULTS] = {"Citing, exporting, following", "Citer, exporter, suivre",
                              "Citar, exportar, seguir"},
    [CFA_SAY_HELP_CITE] =
        {"“{1}” puts the citation of a paragraph on the clipboard; “{2}” is an address that lasts.",
         "«\u00A0{1}\u00A0» place la référence d’un paragraphe dans le presse-papiers\u202F; "
         "«\u00A0{2}\u00A0» est une adresse durable.",
         "«{1}» pone la cita de un párrafo en el portapapeles; «{2}» es una dirección duradera."},
    [CFA_SAY_HELP_EXPORT] =
        {"“{1}”, below the results, saves up to {2} of them: for a spreadsheet (CSV), a bibliography such as "
         "that of Zotero (BibTeX, RIS, CSL-JSON), or programs (JSON).",
         "«\u00A0{1}\u00A0», sous les résultats, en enregistre jusqu’à {2}\u00A0: pour un tableur (CSV), "
         "pour une "
         "bibliographie, celle de Zotero par exemple (BibTeX, RIS, CSL-JSON), ou pour des programmes (JSON).",
         "«{1}», debajo de los resultados, guarda hasta {2} de ellos: para una hoja de cálculo (CSV), para "
         "una "
         "bibliografía, como la de Zotero (BibTeX, RIS, CSL-JSON), o para programas (JSON)."},
    [CFA_SAY_HELP_FOLLOW] =
        {"“{1}”, beside it, is an address for a feed reader, which tells of new texts that match the search.",
         "«\u00A0{1}\u00A0», à côté, est une adresse pour un lecteur de flux, qui signale les nouveaux "
         "textes répondant "
         "à la recherche.",
         "«{1}», al lado, es una dirección para un lector de canales, que avisa cuando nuevos textos "
         "responden "
         "a la búsqueda."},
    [CFA_SAY_HELP_KEYS] = {"Keys", "Touches", "Teclas"},
    [CFA_SAY_HELP_KEY_BOX] = {"To the box", "Vers le champ de recherche", "Al campo de búsqueda"},
    [CFA_SAY_HELP_KEY_NEXT] = {"To the next result; in a text, to the next paragraph with marks",
                               "Au résultat suivant\u202F; dans un texte, au paragraphe surligné suivant",
                               "Al resultado siguiente; en un texto, al siguiente párrafo resaltado"},
    [CFA_SAY_HELP_KEY_PREVIOUS] = {"To the one before", "Au précédent", "Al anterior"},
    [CFA_SAY_HELP_KEY_SUGGESTION] = {"While you type: to the suggestions, where Enter takes one",
                                     "Pendant la saisie\u00A0: aux suggestions, où Entrée en choisit une",
                                     "Al escribir: a las sugerencias, donde Intro elige una"},
    [CFA_SAY_HELP_LIMITS] = {"Limits", "Limites", "Límites"},
    [CFA_SAY_HELP_LIMITS_ARE] =
        {"A search has at most {1} bytes, and brackets at most {2} deep. Of more than {3} different words "
         "the "
         "{3} rarest are searched.",
         "Une recherche ne peut dépasser {1} octets ni {2} niveaux de parenthèses. Si elle compte plus de "
         "{3} "
         "mots différents, seuls les {3} plus rares sont recherchés.",
         "Una búsqueda no puede exceder de {1} bytes ni de {2} niveles de paréntesis. Si tiene más de {3} "
         "palabras distintas, se buscan las {3} menos frecuentes."},
    [CFA_SAY_ONE_CASE_TEXT] = {"1 case text", "1 texte de cas", "1 texto de caso"},
    [CFA_SAY_CASE_TEXTS] = {"{1} case texts", "{1} textes de cas", "{1} textos de casos"},
    [CFA_SAY_ONE_PARAGRAPH] = {"1 paragraph", "1 paragraphe", "1 párrafo"},
    [CFA_SAY_PARAGRAPHS] = {"{1} paragraphs", "{1} paragraphes", "{1} párrafos"},
    [CFA_SAY_ABOUT] = {"About {1}", "Environ {1}", "Unos {1}"},
    [CFA_SAY_FOUND_FOR] = {"{1} for", "{1} pour", "{1} para"},
    [CFA_SAY_READ_AS] = {"Read as", "Compris comme", "Interpretado como"},
    [CFA_SAY_AS_WORDS] = {"search for the words", "chercher les mots", "buscar las palabras"},
    [CFA_SAY_DID_YOU_MEAN] = {"Did you mean:", "Vouliez-vous dire\u00A0:", "Quizás quiso decir:"},
    [CFA_SAY_RELAXED] = {"No paragraph has every word: these have some of them.",
                         "Aucun paragraphe ne contient tous les mots\u202F; ceux-ci en contiennent certains.",
                         "Ningún párrafo contiene todas las palabras; estos contienen algunas."},
    [CFA_SAY_EVERY_FIRST] =
        {"{1} with every word in a paragraph, the others with some.",
         "{1} avec tous les mots dans un même paragraphe, les autres avec certains d’entre eux.",
         "{1} con todas las palabras en un mismo párrafo; los demás, con algunas de ellas."},
    [CFA_SAY_UNKNOWN] = {"No text has these words; left out: {1}",
                         "Aucun texte ne contient ces mots, qui ont été laissés de côté\u00A0: {1}",
                         "Ningún texto contiene estas palabras, que se han omitido: {1}"},
    [CFA_SAY_LEFT_OUT] = {"Too much to search for at once; left out: {1}",
                          "Trop d’éléments à rechercher à la fois\u202F; ont été laissés de côté\u00A0: {1}",
                          "Demasiados elementos para una sola búsqueda; se han omitido: {1}"},
    [CFA_SAY_CUT] =
        {"Many words begin so; only the most frequent were searched: {1}",
         "Beaucoup de mots commencent ainsi\u202F; seuls les plus fréquents ont été recherchés\u00A0: {1}",
         "Muchas palabras empiezan así; solo se buscaron las más frecuentes: {1}"},
    [CFA_SAY_ONLY_EVERY] = {"only those with every word", "seulement ceux qui contiennent tous les mots",
                            "solo los que tienen todas"},
    [CFA_SAY_ALSO_SEARCHED] = {"Also searched:", "Également recherché\u00A0:", "Se buscó también:"},
    [CFA_SAY_ONLY_AS_TYPED] = {"only as typed", "seulement tels quels", "solo tal como se escribió"},
    [CFA_SAY_AS_TYPED] = {"Words are searched only as typed.", "Les mots ne sont recherchés que tels quels.",
                          "Las palabras se buscan solo tal como se escribieron."},
    [CFA_SAY_TRANSLATE] = {"in other languages, too", "aussi dans les autres langues",
                           "también en los otros idiomas"},
    [CFA_SAY_SORT] = {"Order", "Ordre", "Orden"},
    [CFA_SAY_SORT_RELEVANCE] = {"best first", "pertinence", "relevancia"},
    [CFA_SAY_SORT_NEWEST] = {"newest", "les plus récents", "los más recientes"},
    [CFA_SAY_SORT_OLDEST] = {"oldest", "les plus anciens", "los más antiguos"},
    [CFA_SAY_SORT_REPORT] = {"by report", "par numéro de rapport", "por número de informe"},
    [CFA_SAY_BY] = {"List", "Liste", "Lista"},
    [CFA_SAY_BY_CASE] = {"case texts", "textes de cas", "textos de casos"},
    [CFA_SAY_BY_PARAGRAPH] = {"paragraphs", "paragraphes", "párrafos"},
    [CFA_SAY_FILTERS] = {"Only", "Seulement", "Solo"},
    [CFA_SAY_FILTER_REMOVE] = {"Remove the filter {1}", "Retirer le filtre {1}", "Quitar el filtro {1}"},
    [CFA_SAY_FROM] = {"from {1}", "à partir de {1}", "desde {1}"},
    [CFA_SAY_TO] = {"until {1}", "jusqu’en {1}", "hasta {1}"},
    [CFA_SAY_CONVENTION] = {"Convention No. {1}", "convention no {1}", "Convenio núm. {1}"},
    [CFA_SAY_MATCH_ALL] = {"every word", "tous les mots", "todas las palabras"},
    [CFA_SAY_MATCH_ANY] = {"any of the words", "au moins un des mots", "alguna de las palabras"},
    [CFA_SAY_NARROW] = {"Narrow the search", "Affiner la recherche", "Acotar la búsqueda"},
    [CFA_SAY_NARROW_BY] = {"Narrow the search: years, country …", "Affiner la recherche\u00A0: années, pays…",
                           "Acotar la búsqueda: años, país…"},
    [CFA_SAY_SKIP_TO_RESULTS] = {"Skip to the results", "Aller aux résultats", "Ir a los resultados"},
    [CFA_SAY_FACET_COUNTRY] = {"Country", "Pays", "País"},
    [CFA_SAY_FACET_YEAR] = {"Years", "Années", "Años"},
    [CFA_SAY_FACET_TYPE] = {"Kind of report", "Nature du rapport", "Tipo de informe"},
    [CFA_SAY_FACET_STATUS] = {"Status of the case", "État du cas", "Situación del caso"},
    [CFA_SAY_FACET_LANGUAGE] = {"Language of the text", "Langue du texte", "Idioma del texto"},
    [CFA_SAY_FACET_SECTION] = {"Part of the text", "Partie du texte", "Parte del texto"},
    [CFA_SAY_FACET_CONVENTION] = {"Convention named", "Convention citée", "Convenio citado"},
    [CFA_SAY_MORE] = {"{1} more", "{1} de plus", "{1} más"},
    [CFA_SAY_BY_YEAR] = {"By year of the report, {1} to {2}", "Par année du rapport, de {1} à {2}",
                         "Por año del informe, de {1} a {2}"},
    [CFA_SAY_IN_YEAR] = {"{1}: {2}", "{1}\u00A0: {2}", "{1}: {2}"},
    [CFA_SAY_RESULTS] = {"Results", "Résultats", "Resultados"},
    [CFA_SAY_CITES_NONE] = {"No paragraph cites", "Aucun paragraphe ne cite\u00A0:", "Ningún párrafo cita:"},
    [CFA_SAY_CITES_ONE] = {"1 paragraph cites", "1 paragraphe cite\u00A0:", "1 párrafo cita:"},
    [CFA_SAY_CITES] = {"{1} paragraphs cite", "{1} paragraphes citent\u00A0:", "{1} párrafos citan:"},
    [CFA_SAY_CITED_BY_ONE] = {"Cited by 1 paragraph", "Cité par 1 paragraphe", "Citado en 1 párrafo"},
    [CFA_SAY_CITED_BY] = {"Cited by {1} paragraphs", "Cité par {1} paragraphes", "Citado en {1} párrafos"},
    [CFA_SAY_SIMILAR] = {"Similar texts", "Textes semblables", "Textos similares"},
    [CFA_SAY_SIMILAR_TO] = {"Similar to:", "Semblable à\u00A0:", "Similar a:"},
    [CFA_SAY_COMPARED_BY] = {"What is compared", "Éléments comparés", "Elementos comparados"},
    [CFA_SAY_NOTHING_SIMILAR] =
        {"No other case shares distinctive words or citations with it.",
         "Aucun autre cas n’a en commun avec lui de mots ou de références significatifs.",
         "Ningún otro caso tiene en común con él palabras o citas significativas."},
    [CFA_SAY_PAGES] = {"Pages of results", "Pages de résultats", "Páginas de resultados"},
    [CFA_SAY_PREVIOUS] = {"Previous", "Précédents", "Anteriores"},
    [CFA_SAY_NEXT] = {"Next", "Suivants", "Siguientes"},
    [CFA_SAY_RANGE] = {"{1} to {2} of {3}", "{1} à {2} sur {3}", "{1} a {2} de {3}"},
    [CFA_SAY_ALSO_IN] = {"Also in", "Aussi en", "También en"},
    [CFA_SAY_READ_IN] = {"Read in", "Lire en", "Leer en"},
    [CFA_SAY_PERMANENT_LINK] = {"Permanent link", "Lien permanent", "Enlace permanente"},
    [CFA_SAY_OTHER_FORMS] = {"In other languages", "Dans les autres langues", "En los otros idiomas"},
    [CFA_SAY_TAKE_AWAY] = {"Export", "Exporter", "Exportar"},
    [CFA_SAY_FEED] = {"Alerts (Atom feed)", "Alertes (flux Atom)", "Alertas (canal Atom)"},
    /* Sixteen characters at most, as OpenSearch has it. */
    [CFA_SAY_SHORT_NAME] = {"CFA decisions", "Décisions du CLS", "Decisiones CLS"},
    [CFA_SAY_NOTHING] = {"Nothing found", "Aucun résultat", "Sin resultados"},
    [CFA_SAY_NO_CASE_TEXT] = {"No case text", "Aucun texte de cas", "Ningún texto de caso"},
    [CFA_SAY_NOTHING_SEARCHED] = {"No text matches this search:",
                                  "Aucun texte ne répond à cette recherche\u00A0:",
                                  "Ningún texto responde a esta búsqueda:"},
    [CFA_SAY_NOBODY_CITES] = {"No text in this index cites it by its number.",
                              "Aucun texte de cet index ne le cite par son numéro.",
                              "Ningún texto de este índice lo cita por su número."},
    [CFA_SAY_HINT_FEWER] = {"Try fewer words, or more general ones.",
                            "Essayez moins de mots, ou des mots plus généraux.",
                            "Pruebe con menos palabras, o con otras más generales."},
    [CFA_SAY_HINT_UNQUOTED] = {"Search without quotation marks", "Rechercher sans guillemets",
                               "Buscar sin comillas"},
    [CFA_SAY_HINT_LANGUAGES] = {"Search the texts in every language", "Rechercher dans toutes les langues",
                                "Buscar en todos los idiomas"},
    [CFA_SAY_HINT_TRANSLATE] = {"Search the words in every language",
                                "Rechercher les mots dans toutes les langues",
                                "Buscar las palabras en todos los idiomas"},
    [CFA_SAY_HINT_FILTERS] = {"Search without filters", "Rechercher sans filtre", "Buscar sin filtros"},
    [CFA_SAY_HINT_ANY] = {"Search for any of the words", "Rechercher au moins un des mots",
                          "Buscar alguna de las palabras"},
    [CFA_SAY_PAST_END] = {"There are no results on this page.", "Il n’y a pas de résultats sur cette page.",
                          "No hay resultados en esta página."},
    [CFA_SAY_FIRST_PAGE] = {"To the first page", "À la première page", "A la primera página"},
    [CFA_SAY_PARAGRAPH] = {"Paragraph {1}", "Paragraphe {1}", "Párrafo {1}"},
    [CFA_SAY_IN_LANGUAGES] = {"The paragraph", "Le paragraphe", "El párrafo"},
    [CFA_SAY_CASE_TEXT] = {"The case text", "Le texte du cas", "El texto del caso"},
    [CFA_SAY_WITHOUT_MARKS] = {"Read without marks", "Lire sans surlignage", "Leer sin resaltar"},
    [CFA_SAY_WITH_MARKS] = {"Read with marks", "Lire avec surlignage", "Leer con resaltado"},
    [CFA_SAY_SIDE_BY_SIDE] = {"Side by side", "En regard", "En paralelo"},
    [CFA_SAY_WITHOUT_LANGUAGE] = {"Without {1}", "Sans {1}", "Sin {1}"},
    [CFA_SAY_ABSENT_LANGUAGES] = {"The index does not have this text in: {1}",
                                  "L’index n’a pas ce texte dans cette langue\u00A0: {1}",
                                  "El índice no tiene este texto en: {1}"},
    [CFA_SAY_BACK] = {"Back to the results", "Retour aux résultats", "Volver a los resultados"},
    [CFA_SAY_TO_CASE_TEXT] = {"In the case text", "Dans le texte du cas", "En el texto del caso"},
    [CFA_SAY_NEIGHBOURS] = {"Neighbouring paragraphs", "Paragraphes voisins", "Párrafos vecinos"},
    [CFA_SAY_PREVIOUS_PARAGRAPH] = {"Previous: paragraph {1}", "Précédent\u00A0: paragraphe {1}",
                                    "Anterior: párrafo {1}"},
    [CFA_SAY_NEXT_PARAGRAPH] = {"Next: paragraph {1}", "Suivant\u00A0: paragraphe {1}",
                                "Siguiente: párrafo {1}"},
    [CFA_SAY_CASE] = {"Case No. {1}", "Cas no {1}", "Caso núm. {1}"},
    [CFA_SAY_CASE_HISTORY] = {"History of the case", "Historique du cas", "Historial del caso"},
    [CFA_SAY_HISTORY_OF] = {"History of Case No. {1}", "Historique du cas no {1}",
                            "Historial del caso núm. {1}"},
    [CFA_SAY_COMPLAINT] = {"Complaint", "Plainte", "Queja"},
    [CFA_SAY_COMPLAINT_OF] = {"Complaint: {1}", "Plainte\u00A0: {1}", "Queja: {1}"},
    [CFA_SAY_STATUS_DISAGREES] =
        {"The texts disagree on the status of the case: {1}. The latest one says: {2}.",
         "Les textes ne s’accordent pas sur l’état du cas\u00A0: {1}. Le plus récent indique\u00A0: {2}.",
         "Los textos no coinciden en la situación del caso: {1}. El más reciente indica: {2}."},
    [CFA_SAY_JOINED] = {"Examined together with", "Examiné conjointement avec",
                        "Examinado conjuntamente con"},
    [CFA_SAY_ONE_EXAMINATION] = {"1 examination", "1 examen", "1 examen"},
    [CFA_SAY_EXAMINATIONS] = {"{1} examinations", "{1} examens", "{1} exámenes"},
    [CFA_SAY_TIMELINE] = {"Timeline", "Chronologie", "Cronología"},
    [CFA_SAY_TIMELINE_TEXT] = {"The complaint and each examination with a known date, drawn from {1} to {2}. "
                               "The table that follows says the same.",
                               "La plainte et chaque examen dont la date est connue, représentés de {1} à "
                               "{2}. Le tableau qui suit contient les mêmes informations.",
                               "La queja y cada examen de fecha conocida, representados de {1} a {2}. El "
                               "cuadro que sigue contiene la misma información."},
    [CFA_SAY_UNDRAWN] = {"Not drawn, since the date is unknown: {1}",
                         "Non représentés, faute de date connue\u00A0: {1}",
                         "No representados, por desconocerse la fecha: {1}"},
    [CFA_SAY_DATE] = {"Date", "Date", "Fecha"},
    [CFA_SAY_DATE_UNKNOWN] = {"date unknown", "date inconnue", "fecha desconocida"},
    [CFA_SAY_STEP] = {"Time taken", "Temps écoulé", "Tiempo transcurrido"},
    [CFA_SAY_REPORT] = {"Report", "Rapport", "Informe"},
    [CFA_SAY_TYPE] = {"Kind", "Nature", "Tipo"},
    [CFA_SAY_AFTER_COMPLAINT] = {"{1} after the complaint", "{1} après la plainte",
                                 "{1} después de la queja"},
    [CFA_SAY_LATER] = {"{1} later", "{1} plus tard", "{1} después"},
    [CFA_SAY_ONE_YEAR] = {"1 year", "1 an", "1 año"},
    [CFA_SAY_YEARS] = {"{1} years", "{1} ans", "{1} años"},
    [CFA_SAY_ONE_MONTH] = {"1 month", "1 mois", "1 mes"},
    [CFA_SAY_MONTHS] = {"{1} months", "{1} mois", "{1} meses"},
    [CFA_SAY_YEARS_AND_MONTHS] = {"{1} and {2}", "{1} et {2}", "{1} y {2}"},
    [CFA_SAY_ABOUT_YEARS] = {"about {1}", "environ {1}", "aproximadamente {1}"},
    [CFA_SAY_LESS_THAN_MONTH] = {"less than a month", "moins d’un mois", "menos de un mes"},
    [CFA_SAY_LESS_THAN_YEAR] = {"less than a year", "moins d’un an", "menos de un año"},
    [CFA_SAY_NO_RECOMMENDATIONS] = {"This text has no section of recommendations.",
                                    "Ce texte n’a pas de partie consacrée aux recommandations.",
                                    "Este texto no tiene una parte dedicada a las recomendaciones."},
    [CFA_SAY_OLDEST_ONLY] = {"Only the oldest {1} are listed.", "Seuls les {1} plus anciens sont énumérés.",
                             "Solo se enumeran los {1} más antiguos."},
    [CFA_SAY_CONTENTS_OF] = {"Contents of the {1}", "Sommaire du {1}", "Índice del {1}"},
    [CFA_SAY_DOCUMENT_CONTENTS] = {"Contents of the document", "Sommaire du document",
                                   "Índice del documento"},
    [CFA_SAY_REPORT_UNKNOWN] = {"Text {1}, whose report is unknown", "Texte {1}, dont le rapport est inconnu",
                                "Texto {1}, cuyo informe se desconoce"},
    [CFA_SAY_NEIGHBOUR_REPORTS] = {"Neighbouring reports", "Rapports voisins", "Informes vecinos"},
    [CFA_SAY_PREVIOUS_REPORT] = {"Previous: {1}", "Précédent\u00A0: {1}", "Anterior: {1}"},
    [CFA_SAY_NEXT_REPORT] = {"Next: {1}", "Suivant\u00A0: {1}", "Siguiente: {1}"},
    [CFA_SAY_WHO_CITES_CASE] = {"Texts that cite Case No. {1}", "Textes qui citent le cas no {1}",
                                "Textos que citan el caso núm. {1}"},
    [CFA_SAY_COMPLAINANT] = {"Complainant:", "Organisation plaignante\u00A0:", "Organización querellante:"},
    [CFA_SAY_PRINCIPLE] = {"The principle", "Le principe", "El principio"},
    [CFA_SAY_PRINCIPLES] = {"Principles of the Committee", "Principes du comité", "Principios del Comité"},
    [CFA_SAY_PRINCIPLES_APPLIED] = {"Principles applied in this paragraph",
                                    "Principes appliqués dans ce paragraphe",
                                    "Principios aplicados en este párrafo"},
    [CFA_SAY_APPLIED_ONCE] = {"applied in 1 paragraph", "appliqué dans 1 paragraphe",
                              "aplicado en 1 párrafo"},
    [CFA_SAY_APPLIED] = {"applied in {1} paragraphs", "appliqué dans {1} paragraphes",
                         "aplicado en {1} párrafos"},
    [CFA_SAY_APPLIED_IN] = {"Paragraphs that applied it", "Paragraphes qui l’ont appliqué",
                            "Párrafos que lo aplicaron"},
    [CFA_SAY_APPLIED_ABSENT] = {"Also applied in, but not in this index:",
                                "Appliqué aussi dans ces paragraphes, absents de cet index\u00A0:",
                                "Aplicado también en estos párrafos, que no están en este índice:"},
    [CFA_SAY_CITED_BY_NUMBER] = {"Paragraphs that cite it by its number",
                                 "Paragraphes qui le citent par son numéro",
                                 "Párrafos que lo citan por su número"},
    [CFA_SAY_PROBLEM_400] = {"This request cannot be answered", "Impossible de répondre à cette demande",
                             "No se puede responder a esta petición"},
    [CFA_SAY_PROBLEM_QUERY] = {"This search is too long", "Cette recherche est trop longue",
                               "Esta búsqueda es demasiado larga"},
    [CFA_SAY_PROBLEM_404] = {"There is no such page", "Cette page n’existe pas", "Esta página no existe"},
    [CFA_SAY_PROBLEM_405] = {"This page can only be read", "Cette page ne peut être que consultée",
                             "Esta página solo se puede consultar"},
    [CFA_SAY_PROBLEM_414] = {"The address is too long", "L’adresse est trop longue",
                             "La dirección es demasiado larga"},
    [CFA_SAY_PROBLEM_503] = {"The search is unavailable for a moment",
                             "La recherche est momentanément indisponible",
                             "La búsqueda no está disponible por el momento"},
    [CFA_SAY_PROBLEM_BUSY] = {"Too many people are searching at once", "Trop de recherches sont en cours",
                              "Hay demasiadas búsquedas en curso"},
    [CFA_SAY_PROBLEM_500] = {"Something broke on our side", "Une erreur s’est produite de notre côté",
                             "Se ha producido un error por nuestra parte"},
    [CFA_SAY_ADVICE_503] = {"The index cannot be read now. Please try again soon.",
                            "L’index ne peut pas être lu pour l’instant. Veuillez réessayer sous peu.",
                            "El índice no se puede leer en este momento. Inténtelo de nuevo en breve."},
    [CFA_SAY_ADVICE_BUSY] =
        {"Your request could not be taken now. Please try again in a few seconds.",
         "Votre demande n’a pas pu être prise en charge. Veuillez réessayer dans quelques secondes.",
         "Su solicitud no se ha podido atender ahora. Inténtelo de nuevo dentro de unos segundos."},
    [CFA_SAY_ADVICE_500] = {"It has been recorded. Please try again later.",
                            "Elle a été enregistrée. Veuillez réessayer plus tard.",
                            "Ha quedado registrado. Inténtelo de nuevo más tarde."},
    /* {1} is the parameter, {2} what was asked for, {3} the limit. */
    [CFA_SAY_REASON_ESCAPE] =
        {"A “%” in the address is not followed by two hexadecimal digits. A percent sign is written “%25” "
         "there.",
         "Un «\u00A0%\u00A0» de l’adresse n’est pas suivi de deux chiffres hexadécimaux. Le signe pour cent "
         "s’y écrit "
         "«\u00A0%25\u00A0».",
         "Un «%» de la dirección no va seguido de dos dígitos hexadecimales. El signo de porcentaje se "
         "escribe "
         "en ella «%25»."},
    [CFA_SAY_REASON_TWICE] = {"The address gives “{1}” more than once.",
                              "L’adresse donne «\u00A0{1}\u00A0» plus d’une fois.",
                              "La dirección indica «{1}» más de una vez."},
    [CFA_SAY_REASON_VALUE] = {"In the address, “{1}” cannot be “{2}”.",
                              "Dans l’adresse, «\u00A0{1}\u00A0» ne peut pas être «\u00A0{2}\u00A0».",
                              "En la dirección, «{1}» no puede ser «{2}»."},
    [CFA_SAY_REASON_ONE_OF] = {"It can be:", "Valeurs possibles\u00A0:", "Valores posibles:"},
    [CFA_SAY_REASON_RANGE] = {"It is a number from {1} to {2}.", "C’est un nombre de {1} à {2}.",
                              "Es un número del {1} al {2}."},
    [CFA_SAY_REASON_MANY] = {"In the address, “{1}” has more than {3} values.",
                             "Dans l’adresse, «\u00A0{1}\u00A0» a plus de {3} valeurs.",
                             "En la dirección, «{1}» tiene más de {3} valores."},
    [CFA_SAY_REASON_ADDRESS] =
        {"What follows “?” in it may have {3} bytes at most. Try a shorter search.",
         "Ce qui suit le «\u202F?\u00A0» ne peut dépasser {3} octets. Essayez une recherche plus "
         "courte.",
         "Lo que sigue al «?» no puede exceder de {3} bytes. Pruebe con una búsqueda "
         "más corta."},
    [CFA_SAY_REASON_REQUEST] = {"Your browser’s request is too large, or could not be read.",
                                "La requête de votre navigateur est trop volumineuse ou n’a pas pu être lue.",
                                "La petición de su navegador es demasiado grande o no se ha podido leer."},
    [CFA_SAY_REASON_METHOD] = {"Nothing can be sent to it.", "On ne peut rien y envoyer.",
                               "No se le puede enviar nada."},
    [CFA_SAY_REASON_LONG] =
        {"It may have {3} bytes at most: a letter is one, an accented letter two.",
         "Elle ne peut dépasser {3} octets\u00A0: une lettre en vaut un, une lettre accentuée "
         "deux.",
         "No puede exceder de {3} bytes: una letra ocupa uno; una letra con tilde, dos."},
    [CFA_SAY_REASON_DEEP] = {"Parentheses may stand {3} deep in one another at most.",
                             "Les parenthèses ne peuvent s’emboîter sur plus de {3} niveaux.",
                             "Los paréntesis no pueden anidarse en más de {3} niveles."},
    [CFA_SAY_REASON_FAR] = {"Only the first {3} results have pages.",
                            "Seuls les {3} premiers résultats ont des pages.",
                            "Solo los primeros {3} resultados tienen páginas."},
    [CFA_SAY_REASON_FEED] =
        {"Only a search has a feed. For the texts that cite a paragraph, search for "
         "cites:306/123 and follow that feed.",
         "Seule une recherche a un flux. Pour les textes qui citent un paragraphe, recherchez "
         "cites:306/123 et suivez le flux de cette recherche.",
         "Solo una búsqueda tiene un canal. Para los textos que citan un párrafo, busque "
         "cites:306/123 y siga su canal."},
    [CFA_SAY_REASON_FORMAT] = {"A feed is in Atom alone. The page of the search offers its other formats.",
                               "Un flux n’existe qu’en Atom. La page de la recherche propose les autres "
                               "formats.",
                               "Un canal solo existe en Atom. La página de la búsqueda ofrece los demás "
                               "formatos."},
    [CFA_SAY_REASON_LIKENESS] = {"Similar texts are listed in order of likeness alone.",
                                 "Les textes semblables ne sont classés que par ressemblance.",
                                 "Los textos similares solo se ordenan por similitud."},
    [CFA_SAY_REASON_PARAGRAPHS] = {"Here paragraphs are listed, each by itself.",
                                   "Ici, les paragraphes sont énumérés un par un.",
                                   "Aquí los párrafos se enumeran uno por uno."},
    [CFA_SAY_REASON_PATH] = {"No page has this address.", "Aucune page n’a cette adresse.",
                             "Ninguna página tiene esta dirección."},
    [CFA_SAY_REASON_ID] =
        {"“{2}” names nothing here. Paragraphs are named as in 394/83, case texts as in 394/70-95, reports "
         "as in "
         "394, cases as in 2090, principles as in digest:2006/581.",
         "«\u00A0{2}\u00A0» ne désigne rien ici. Un paragraphe se désigne comme 394/83, un texte de cas "
         "comme "
         "394/70-95, "
         "un rapport comme 394, un cas comme 2090, un principe comme digest:2006/581.",
         "«{2}» no designa nada aquí. Un párrafo se designa como 394/83, un texto de caso como 394/70-95, un "
         "informe como 394, un caso como 2090, un principio como digest:2006/581."},
    [CFA_SAY_REASON_ABSENT] = {"Not in this index: {2}.", "Absent de cet index\u00A0: {2}.",
                               "No está en este índice: {2}."},
    [CFA_SAY_REASON_NOT_CITED] = {"Not in this index, and no text in it cites it: {2}.",
                                  "Absent de cet index, et aucun de ses textes ne le cite\u00A0: {2}.",
                                  "No está en este índice, y ningún texto de él lo cita: {2}."},
    [CFA_SAY_REASON_ONLY_CITED] = {"Not in this index, but texts in it cite it: {2}.",
                                   "Absent de cet index, mais certains de ses textes le citent\u00A0: {2}.",
                                   "No está en este índice, pero algunos de sus textos lo citan: {2}."},
    [CFA_SAY_REASON_ONLY_LISTED] =
        {"In a list of cases, but without a text in this index: {2}.",
         "Figure dans une liste de cas, mais sans texte dans cet index\u00A0: {2}.",
         "Figura en una lista de casos, pero sin texto en este índice: {2}."},
    [CFA_SAY_REPORT_RUNS] = {"{1}: paragraphs {2} to {3} in this index",
                             "{1}\u00A0: paragraphes {2} à {3} dans cet index",
                             "{1}: párrafos {2} a {3} en este índice"},
    [CFA_SAY_NEAREST_PARAGRAPH] = {"The nearest of them: paragraph {1}",
                                   "Le plus proche\u00A0: paragraphe {1}", "El más cercano: párrafo {1}"},
    [CFA_SAY_SEARCH_FOR] = {"Search for {1}", "Rechercher {1}", "Buscar {1}"},
    [CFA_SAY_LISTED_REPORTS] = {"It was examined in:", "Il a été examiné dans\u00A0:", "Fue examinado en:"},
    [CFA_SAY_FOOTER] = {"A search engine; not a service of the ILO.",
                        "Moteur de recherche\u202F; n’est pas un service de l’OIT.",
                        "Un buscador; no es un servicio de la OIT."},
};

static translation sections[] = {
    [CFA_SECTION_OTHER] = {"Other parts", "Autres parties", "Otras partes"},
    [CFA_SECTION_ALLEGATIONS] = {"The complainants’ allegations", "Allégations des plaignants",
                                 "Alegatos de los querellantes"},
    [CFA_SECTION_REPLY] = {"The Government’s reply", "Réponse du gouvernement", "Respuesta del Gobierno"},
    [CFA_SECTION_CONCLUSIONS] = {"The Committee’s conclusions", "Conclusions du comité",
                                 "Conclusiones del Comité"},
    [CFA_SECTION_RECOMMENDATIONS] = {"The Committee’s recommendations", "Recommandations du comité",
                                     "Recomendaciones del Comité"},
};

static translation types[] = {
    [CFA_TYPE_UNKNOWN] = {NULL, NULL, NULL},
    [CFA_TYPE_DEFINITIVE] = {"Definitive report", "Rapport définitif", "Informe definitivo"},
    [CFA_TYPE_INTERIM] = {"Interim report", "Rapport intérimaire", "Informe provisional"},
    [CFA_TYPE_INFORMED] = {"The Committee asks to be kept informed", "Le comité demande à être tenu informé",
                           "El Comité pide que se le mantenga informado"},
    [CFA_TYPE_FOLLOW_UP] = {"Effect given to recommendations", "Suite donnée aux recommandations",
                            "Curso dado a las recomendaciones"},
};

static translation statuses[] = {
    [CFA_CASE_UNKNOWN] = {NULL, NULL, NULL},
    [CFA_CASE_ACTIVE] = {"Active case", "Cas actif", "Caso activo"},
    [CFA_CASE_FOLLOW_UP] = {"Case in follow-up", "Cas en suivi", "Caso en seguimiento"},
    [CFA_CASE_CLOSED] = {"Closed case", "Cas clos", "Caso cerrado"},
};

static translation months[] = {
    {"January", "janvier", "enero"},
    {"February", "février", "febrero"},
    {"March", "mars", "marzo"},
    {"April", "avril", "abril"},
    {"May", "mai", "mayo"},
    {"June", "juin", "junio"},
    {"July", "juillet", "julio"},
    {"August", "août", "agosto"},
    {"September", "septembre", "septiembre"},
    {"October", "octobre", "octubre"},
    {"November", "novembre", "noviembre"},
    {"December", "décembre", "diciembre"},
};

static translation between_month_and_year = {" ", " ", " de "};
static translation thousands = {",", "\u202F", "\u202F"};
static translation language_names = {"English", "Français", "Español"};

static const char *in_language(translation row, cfa_language language)
{
    return row[language != CFA_LANGUAGE_UNKNOWN ? language - CFA_ENGLISH : 0];
}

const char *cfa_say(cfa_saying name, cfa_language language)
{
    return in_language(strings[name], language);
}

char *cfa_say_filled(cfa_saying name, cfa_language language, ...)
{
    const char *values[9] = {NULL};
    guint count = 0;
    va_list list;
    va_start(list, language);
    for (const char *value; count < G_N_ELEMENTS(values) && (value = va_arg(list, const char *)) != NULL;)
        values[count++] = value;
    va_end(list);
    GString *text = g_string_new(NULL);
    for (const char *at = cfa_say(name, language); *at != '\0'; at++) {
        const guint place = at[0] == '{' && g_ascii_isdigit(at[1]) && at[2] == '}' ? (guint)(at[1] - '0') : 0;
        if (place >= 1 && place <= count) {
            g_string_append(text, values[place - 1]);
            at += 2;
        } else {
            g_string_append_c(text, *at);
        }
    }
    return g_string_free(text, FALSE);
}

const char *cfa_say_section(cfa_section section, cfa_language language)
{
    return in_language(sections[section], language);
}

const char *cfa_say_type(cfa_report_type type, cfa_language language)
{
    return in_language(types[type], language);
}

const char *cfa_say_status(cfa_case_status status, cfa_language language)
{
    return in_language(statuses[status], language);
}

const char *cfa_say_language(cfa_language language)
{
    return language != CFA_LANGUAGE_UNKNOWN ? in_language(language_names, language) : NULL;
}

char *cfa_say_date(cfa_date date, cfa_language language)
{
    const char *between = in_language(between_month_and_year, language);
    if (date.year == 0)
        return g_strdup("");
    if (date.month < 1 || date.month > G_N_ELEMENTS(months))
        return g_strdup_printf("%d", date.year);
    const char *month = in_language(months[date.month - 1], language);
    if (date.day == 0)
        return g_strdup_printf("%s%s%d", month, between, date.year);
    const char *ordinal = language == CFA_FRENCH && date.day == 1 ? "er" : "";
    return g_strdup_printf("%d%s%s%s%s%d", date.day, ordinal, between, month, between, date.year);
}

char *cfa_say_count(guint count, cfa_saying one, cfa_saying many, cfa_language language)
{
    g_autofree char *number = cfa_say_number(count, language);
    return count == 1 ? g_strdup(cfa_say(one, language)) : cfa_say_filled(many, language, number, NULL);
}

char *cfa_say_interval(cfa_interval interval, cfa_language language)
{
    if (interval.years < 0)
        return g_strdup("");
    g_autofree char *years = cfa_say_count((guint)interval.years, CFA_SAY_ONE_YEAR, CFA_SAY_YEARS, language);
    if (interval.months < 0)
        return interval.years == 0 ? g_strdup(cfa_say(CFA_SAY_LESS_THAN_YEAR, language))
                                   : cfa_say_filled(CFA_SAY_ABOUT_YEARS, language, years, NULL);
    g_autofree char *rest =
        cfa_say_count((guint)interval.months, CFA_SAY_ONE_MONTH, CFA_SAY_MONTHS, language);
    if (interval.years == 0)
        return interval.months == 0 ? g_strdup(cfa_say(CFA_SAY_LESS_THAN_MONTH, language))
                                    : g_steal_pointer(&rest);
    return interval.months == 0 ? g_steal_pointer(&years)
                                : cfa_say_filled(CFA_SAY_YEARS_AND_MONTHS, language, years, rest, NULL);
}

char *cfa_say_number(guint number, cfa_language language)
{
    g_autofree char *digits = g_strdup_printf("%u", number);
    const gsize length = strlen(digits);
    /* Spanish does not part four digits. */
    if (language == CFA_SPANISH && length <= 4)
        return g_steal_pointer(&digits);
    GString *text = g_string_new(NULL);
    for (gsize i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0)
            g_string_append(text, in_language(thousands, language));
        g_string_append_c(text, digits[i]);
    }
    return g_string_free(text, FALSE);
}
