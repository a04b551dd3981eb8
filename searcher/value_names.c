#include "value_names.h"

#include "slip.h"

#include <string.h>

enum { PREFIX_LETTERS = 3 };

/* One row a value. Its names are folded, the value itself among them; a singular that a plural begins with
 * needs none of its own. */
static const struct row {
    cfa_field field;
    const char *value;
    const char *names[12];
} rows[] = {
    {CFA_FIELD_SECTION, "allegations", {"allegations", "alegatos", "alegaciones"}},
    {CFA_FIELD_SECTION, "reply", {"reply", "replies", "response", "reponse", "respuesta"}},
    {CFA_FIELD_SECTION, "conclusions", {"conclusions", "conclusiones"}},
    {CFA_FIELD_SECTION, "recommendations", {"recommendations", "recommandations", "recomendaciones", "recs"}},
    {CFA_FIELD_SECTION, "other", {"other", "others", "autres", "otros", "otras", "annexes", "anexos"}},
    {CFA_FIELD_TYPE, "definitive", {"definitive", "definitif", "definitivo", "final"}},
    {CFA_FIELD_TYPE, "interim", {"interim", "interimaire", "provisoire", "provisional"}},
    {CFA_FIELD_TYPE, "informed", {"informed", "informado"}},
    {CFA_FIELD_TYPE,
     "follow-up",
     {"follow up", "followup", "effect given", "suivi", "suite donnee", "seguimiento", "curso dado"}},
    {CFA_FIELD_STATUS,
     "active",
     {"active", "actif", "activo", "open", "ouvert", "abierto", "pending", "en instance", "pendiente"}},
    {CFA_FIELD_STATUS,
     "follow-up",
     {"follow up", "followup", "suivi", "en suivi", "seguimiento", "en seguimiento"}},
    {CFA_FIELD_STATUS, "closed", {"closed", "clos", "cloture", "ferme", "cerrado"}},
    {CFA_FIELD_LANGUAGE, "en", {"en", "english", "anglais", "ingles"}},
    {CFA_FIELD_LANGUAGE, "fr", {"fr", "french", "francais", "frances"}},
    {CFA_FIELD_LANGUAGE, "es", {"es", "spanish", "espagnol", "espanol", "castellano"}},
};

/* Whether a name has what names have: folding drops all else. */
static gboolean is_name(const char *name)
{
    for (const char *at = name; *at != '\0'; at++)
        if (g_ascii_isprint(*at) ? !g_ascii_isalpha(*at) && strchr(" -", *at) == NULL : (guchar)*at < 0x80)
            return FALSE;
    return g_utf8_validate(name, -1, NULL);
}

const char *cfa_value_find(cfa_field field, const char *name)
{
    if (!is_name(name))
        return NULL;
    g_autofree char *folded = cfa_word_fold(name, strlen(name));
    const gboolean is_long = strlen(folded) >= PREFIX_LETTERS;
    const char *begins_so = NULL;
    gboolean is_alone = TRUE;
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        for (const char *const *one = rows[i].names; rows[i].field == field && *one != NULL; one++) {
            if (strcmp(*one, folded) == 0)
                return rows[i].value;
            if (!is_long || !g_str_has_prefix(*one, folded))
                continue;
            is_alone = is_alone && (begins_so == NULL || begins_so == rows[i].value);
            begins_so = rows[i].value;
        }
    }
    return is_alone ? begins_so : NULL;
}

const char *cfa_value_at(cfa_field field, guint index)
{
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        if (rows[i].field == field && index-- == 0)
            return rows[i].value;
    return NULL;
}

const char *cfa_value_nearest(cfa_field field, const char *typed)
{
    g_auto(cfa_nearest) nearest;
    const char *best = NULL;
    cfa_nearest_init(&nearest, typed);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        for (const char *const *name = rows[i].names; rows[i].field == field && *name != NULL; name++)
            if (cfa_nearest_try(&nearest, *name))
                best = rows[i].value;
    return best;
}
