#include "labels.h"

/* All that a page language says. The German page prints keys for which there is no translation, and English
 * types, months of reports and statuses. */
static const struct page_labels {
    const char *code, *report, *case_number, *complaint, *display, *languages[BODY_LANGUAGES];
    const char *types[SAMPLE_TYPES], *statuses[SAMPLE_STATUSES], *months[12], *short_months[12];
} pages[PAGE_LANGUAGES] = {
    {"en",
     "Report No ",
     "Case No ",
     "Complaint date: ",
     "Display in: ",
     {"English", "French", "Spanish"},
     {"Definitive Report", "Interim Report",
      "Report in which the committee requests to be kept informed of development",
      "Effect given to the recommendations of the committee and the Governing Body"},
     {"Active", "Follow-up", "Closed",
      "Follow-up cases closed due to the absence of information from either the complainant or the "
      "Government in the last 18 months since the Committee examined the case"},
     {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December"},
     {"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"}},
    {"fr",
     "Rapport No. ",
     "Cas no ",
     "Date de la plainte: ",
     "Afficher en : ",
     {"Anglais", "Francais", "Espagnol"},
     {"Rapport définitif", "Rapport intérimaire",
      "Rapport où le comité demande à être informé de l’évolution de la situation",
      "Suites données aux recommandations du comité et du Conseil d’administration"},
     {"Actif", "En suivi", "Clos",
      "Cas en suivi clos en raison de l’absence d’informations de la part du plaignant ou du "
      "gouvernement au cours des dix-huit mois suivant l’examen du cas par le comité"},
     {"Janvier", "Février", "Mars", "Avril", "Mai", "Juin", "Juillet", "Août", "Septembre", "Octobre",
      "Novembre", "Décembre"},
     {"JANV.", "FÉVR.", "MARS ", "AVR. ", "MAI  ", "JUIN ", "JUIL.", "AOÛT ", "SEPT.", "OCT. ", "NOV. ",
      "DÉC. "}},
    {"es",
     "Informe núm. ",
     "Caso núm. ",
     "Fecha de presentación de la queja:: ",
     "Visualizar en: ",
     {"Inglés", "Francés", "Español"},
     {"Informe definitivo", "Informe provisional",
      "Informe en el que el Comité pide que se le mantenga informado de la evolución de la situación",
      "Seguimiento dado a las recomendaciones del Comité y del Consejo de Administración"},
     {"Activo", "En seguimiento", "Cerrado",
      "Casos en seguimiento cerrados por falta de información de la organización querellante o del "
      "Gobierno durante los dieciocho meses transcurridos desde que el Comité examinó el caso"},
     {"Enero", "Febrero", "Marzo", "Abril", "Mayo", "Junio", "Julio", "Agosto", "Septiembre", "Octubre",
      "Noviembre", "Diciembre"},
     {"ENE", "FEB", "MAR", "ABR", "MAY", "JUN", "JUL", "AGO", "SEP", "OCT", "NOV", "DIC"}},
    {"de",
     "REPORT_NO",
     "CASE_NUMBER ",
     "COMPLAINT_DATE: ",
     "DISPLAYIN",
     {"English", "French", "Spanish"},
     {"Definitive Report", "Interim Report",
      "Report in which the committee requests to be kept informed of development",
      "Effect given to the recommendations of the committee and the Governing Body"},
     {"Active", "Follow-up", "Closed",
      "Follow-up cases closed due to the absence of information from either the complainant or the "
      "Government in the last 18 months since the Committee examined the case"},
     {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December"},
     {"JAN", "FEB", "MRZ", "APR", "MAI", "JUN", "JUL", "AUG", "SEP", "OKT", "NOV", "DEZ"}}};

static const char *const allegations[BODY_LANGUAGES] = {"Allegations: ", "Allégations: ", "Alegatos: "};

/* Headings that have one form. What stands below, has more. */
static const char *const headings[SAMPLE_KINDS][BODY_LANGUAGES] = {
    [PREVIOUS] = {"Previous examination of the case", "Examen antérieur du cas", "Examen anterior del caso"},
    [REPLY] = {"The Government's reply", "Réponse du gouvernement", "Respuesta del Gobierno"},
    [CONCLUSIONS] = {"The Committee's conclusions", "Conclusions du comité", "Conclusiones del Comité"},
    [EFFECT] = {"Effect given to the recommendations of the Committee and the Governing Body",
                "Suites données aux recommandations du comité et du Conseil d'administration",
                "Seguimiento dado a las recomendaciones del Comité y del Consejo de Administración"}};

enum { LAST_YEAR_OF_COMPLAINANTS = 1975 };
static const char *const old_allegations[BODY_LANGUAGES] = {
    "The complainants' allegations", "Allégations des plaignants", "Alegatos de los querellantes"};
static const char *const one_complainant[BODY_LANGUAGES] = {"The complainant's allegations",
                                                            "Allégations de l'organisation plaignante",
                                                            "Alegatos de la organización querellante"};
static const char *const many_complainants[BODY_LANGUAGES] = {"The complainants' allegations",
                                                              "Allégations des organisations plaignantes",
                                                              "Alegatos de las organizaciones querellantes"};
static const char *const one_recommendation[BODY_LANGUAGES] = {
    "The Committee's recommendation", "Recommandation du comité", "Recomendación del Comité"};
static const char *const many_recommendations[BODY_LANGUAGES] = {
    "The Committee's recommendations", "Recommandations du comité", "Recomendaciones del Comité"};

void sample_label_date(GString *out, sample_language page, const sample_date *date)
{
    if (date->month != 0)
        g_string_append_printf(out, "%s ", pages[page].months[date->month - 1]);
    g_string_append_printf(out, "%u", date->year);
}

void sample_label_day(GString *out, sample_language body, const sample_date *date)
{
    static const char *const firsts[BODY_LANGUAGES] = {"1", "1er", "1.º"};
    const char *of = body == SPANISH ? " de " : " ";
    const char *month = pages[body].months[date->month - 1];
    g_autofree char *lower = body == ENGLISH ? g_strdup(month) : g_utf8_strdown(month, -1);
    if (date->day == 1)
        g_string_append(out, firsts[body]);
    else
        g_string_append_printf(out, "%u", date->day);
    g_string_append_printf(out, "%s%s%s%u", of, lower, of, date->year);
}

void sample_label_ordinal(GString *out, sample_language body, guint report)
{
    static const char *const nouns[BODY_LANGUAGES] = {"Report", "rapport", "informe"};
    static const char *const english[] = {"th", "st", "nd", "rd"};
    guint unit = report % 100 / 10 == 1 ? 0 : report % 10;
    const char *ending = unit < G_N_ELEMENTS(english) ? english[unit] : english[0];
    if (body == FRENCH)
        ending = report == 1 ? "er" : "e";
    else if (body == SPANISH)
        ending = unit == 1 || unit == 3 ? ".er" : ".º";
    g_string_append_printf(out, "%u%s %s", report, ending, nouns[body]);
}

void sample_label_report(GString *out, sample_language page, const sample_text *text)
{
    g_string_append_printf(out, "%s - %s%u, ", pages[page].types[text->type], pages[page].report,
                           text->report);
    sample_label_date(out, page, &text->date);
}

void sample_label_case(GString *out, sample_language page, const sample_case *shown)
{
    const struct page_labels *labels = &pages[page];
    sample_language named = page == GERMAN ? ENGLISH : page;
    g_string_append_printf(out, "%s%u (%s) - %s", labels->case_number, shown->number, shown->country[named],
                           labels->complaint);
    g_string_append_printf(out, "%02u-%s-%02u - %s", shown->complaint.day,
                           labels->short_months[shown->complaint.month - 1], shown->complaint.year % 100,
                           labels->statuses[shown->status]);
}

const char *sample_label_switch(sample_language page)
{
    return pages[page].display;
}

const char *sample_label_language(sample_language page, sample_language named)
{
    return pages[page].languages[named];
}

const char *sample_label_code(sample_language language)
{
    return pages[language].code;
}

const char *sample_label_allegations(sample_language body)
{
    return allegations[body];
}

const char *sample_label_type(sample_language page, sample_type type)
{
    return pages[page].types[type];
}

static const char *heading_words(sample_language body, const sample_text *text, const sample_section *section)
{
    if (section->kind == OTHER_HEADING)
        return section->heading[body];
    if (section->kind == ALLEGATIONS && text->date.year <= LAST_YEAR_OF_COMPLAINANTS)
        return old_allegations[body];
    if (section->kind == ALLEGATIONS)
        return (text->cases->len > 1 ? many_complainants : one_complainant)[body];
    if (section->kind == RECOMMENDATIONS) {
        const sample_paragraph *first = g_ptr_array_index(section->paragraphs, 0);
        gboolean one = section->paragraphs->len == 1 && first->items[body] == NULL;
        return (one ? one_recommendation : many_recommendations)[body];
    }
    return headings[section->kind][body];
}

void sample_label_heading(GString *out, sample_language body, const sample_text *text,
                          const sample_section *section, char letter, gboolean twice)
{
    for (int times = letter == 0 ? 0 : 1 + twice; times > 0; times--)
        g_string_append_printf(out, "%c. ", letter);
    gsize start = out->len;
    g_string_append(out, heading_words(body, text, section));
    if (text->curly) {
        g_autofree char *straight = g_strdup(out->str + start);
        g_auto(GStrv) parts = g_strsplit(straight, "'", -1);
        g_autofree char *curly = g_strjoinv("’", parts);
        g_string_truncate(out, start);
        g_string_append(out, curly);
    }
}
