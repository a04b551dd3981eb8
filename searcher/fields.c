#include "fields.h"

#include "value_names.h"

#include <string.h>

/* Folded, in the languages of the reports; with their plurals, but for those that only add an s. */
static const char *const names[CFA_FIELDS][7] = {
    [CFA_FIELD_CASE] = {"case", "cas", "caso"},
    [CFA_FIELD_COUNTRY] = {"country", "countries", "pays", "pais", "paises"},
    [CFA_FIELD_REPORT] = {"report", "rapport", "informe"},
    [CFA_FIELD_PARAGRAPH] = {"para", "paragraph", "paragraphe", "parrafo"},
    [CFA_FIELD_YEAR] = {"year", "annee", "ano"},
    [CFA_FIELD_SECTION] = {"in", "section", "seccion", "secciones", "dans", "en"},
    [CFA_FIELD_TYPE] = {"type", "tipo"},
    [CFA_FIELD_STATUS] = {"status", "statuses", "etat", "estado"},
    [CFA_FIELD_LANGUAGE] = {"lang", "language", "langue", "idioma"},
    [CFA_FIELD_CITES] = {"cites", "cite", "cita"},
    [CFA_FIELD_CONVENTION] = {"convention", "convenio"},
    [CFA_FIELD_TEXT] = {"text"}};

/* "cases" finds "case". */
static gboolean is_plural(const char *name, const char *singular)
{
    const gsize length = strlen(singular);
    return strncmp(name, singular, length) == 0 && strcmp(name + length, "s") == 0;
}

gboolean cfa_field_find(const char *name, gsize length, cfa_field *field)
{
    g_autofree char *folded = length <= CFA_WORD_MAX ? cfa_word_fold(name, length) : g_strdup("");
    for (guint i = 0; i < CFA_FIELDS; i++)
        for (const char *const *one = names[i]; *one != NULL; one++)
            if (strcmp(*one, folded) == 0 || is_plural(folded, *one)) {
                *field = (cfa_field)i;
                return TRUE;
            }
    return FALSE;
}

gboolean cfa_field_is_mark(char byte)
{
    return byte != '\0' && strchr(CFA_FIELD_MARKS, byte) != NULL;
}

const char *cfa_field_value_in(const char *text, gsize length, cfa_field *field)
{
    gsize name = 0;
    while (name < length && !cfa_field_is_mark(text[name]))
        name++;
    return name < length && cfa_field_find(text, name, field) ? text + name + 1 : NULL;
}

const char *cfa_field_name(cfa_field field, cfa_language language)
{
    static const char *const written[CFA_FIELDS][CFA_LANGUAGES] = {
        [CFA_FIELD_CASE] = {"case", "cas", "caso"},
        [CFA_FIELD_COUNTRY] = {"country", "pays", "país"},
        [CFA_FIELD_REPORT] = {"report", "rapport", "informe"},
        [CFA_FIELD_PARAGRAPH] = {"para", "paragraphe", "párrafo"},
        [CFA_FIELD_YEAR] = {"year", "année", "año"},
        [CFA_FIELD_SECTION] = {"in", "dans", "en"},
        [CFA_FIELD_TYPE] = {"type", "type", "tipo"},
        [CFA_FIELD_STATUS] = {"status", "état", "estado"},
        [CFA_FIELD_LANGUAGE] = {"lang", "langue", "idioma"},
        [CFA_FIELD_CITES] = {"cites", "cite", "cita"},
        [CFA_FIELD_CONVENTION] = {"convention", "convention", "convenio"},
        [CFA_FIELD_TEXT] = {"text", "text", "text"}};
    return written[field][language == CFA_LANGUAGE_UNKNOWN ? 0 : language - CFA_ENGLISH];
}

char *cfa_field_forms(cfa_field field)
{
    static const char *const examples[CFA_FIELDS] = {
        [CFA_FIELD_CASE] = "case:2090",           [CFA_FIELD_COUNTRY] = "country:belarus, country:BY",
        [CFA_FIELD_REPORT] = "report:394",        [CFA_FIELD_PARAGRAPH] = "para:83",
        [CFA_FIELD_YEAR] = "year:2021",           [CFA_FIELD_CITES] = "cites:306/123",
        [CFA_FIELD_CONVENTION] = "convention:87", [CFA_FIELD_TEXT] = "text:3112113"};
    GString *forms = g_string_new(examples[field]);
    const char *value;
    for (guint i = 0; examples[field] == NULL && (value = cfa_value_at(field, i)) != NULL; i++)
        g_string_append_printf(forms, "%s%s:%s", i > 0 ? ", " : "", cfa_field_name(field, CFA_ENGLISH),
                               value);
    return g_string_free(forms, FALSE);
}
