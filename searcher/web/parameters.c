#include "parameters.h"

#include "searcher.h"

#include <string.h>

/* The check of a parameter that has no field, words or numbers in its row. */
typedef gboolean (*is_value)(const char *value);

static gboolean is_anything(const char *value)
{
    return value != NULL;
}

/* A code or a name: which of them exist is the searcher's to say. */
static gboolean is_country(const char *value)
{
    for (const char *at = value; *at != '\0'; at++)
        if (g_ascii_iscntrl(*at))
            return FALSE;
    return strlen(value) <= 100 && g_utf8_validate(value, -1, NULL);
}

/* The page, the feed, and the formats to export. */
static const char *format_at(guint index)
{
    if (index < 2)
        return index == 0 ? "html" : "atom";
    return index - 2 < cfa_format_count() ? cfa_format_at(index - 2)->name : NULL;
}

static gboolean is_format(const char *value)
{
    const char *name;
    for (guint i = 0; (name = format_at(i)) != NULL; i++)
        if (strcmp(name, value) == 0)
            return TRUE;
    return FALSE;
}

static const char *const marks_names[] = {"on", "off", NULL};

/* What each parameter is: its name, whether it takes several values, what stands for it when not
 * given, and its values: those of a field of the query language, by a check, by words, or by the least and
 * the most of a number. */
static const struct row {
    const char *name;
    gboolean many;
    const char *otherwise;
    cfa_field field; /* CFA_FIELDS for none */
    is_value check;
    const char *const *words; /* NULL after the last */
    guint least, most;
} rows[CFA_PARAMETERS] = {
    [CFA_PARAMETER_Q] = {"q", FALSE, "", CFA_FIELDS, is_anything, NULL, 0, 0},
    [CFA_PARAMETER_LANG] = {"lang", TRUE, "", CFA_FIELD_LANGUAGE, NULL, NULL, 0, 0},
    [CFA_PARAMETER_TRANSLATE] = {"translate", FALSE, "auto", CFA_FIELDS, NULL, cfa_translate_names, 0, 0},
    [CFA_PARAMETER_MATCH] = {"match", FALSE, "auto", CFA_FIELDS, NULL, cfa_match_names, 0, 0},
    [CFA_PARAMETER_BY] = {"by", FALSE, "case", CFA_FIELDS, NULL, cfa_by_names, 0, 0},
    [CFA_PARAMETER_SORT] = {"sort", FALSE, "relevance", CFA_FIELDS, NULL, cfa_sort_names, 0, 0},
    [CFA_PARAMETER_N] = {"n", FALSE, "10", CFA_FIELDS, NULL, NULL, 1, CFA_LIMIT_MAX},
    [CFA_PARAMETER_PAGE] = {"page", FALSE, "1", CFA_FIELDS, NULL, NULL, 1, CFA_OFFSET_MAX},
    [CFA_PARAMETER_COUNTRY] = {"country", TRUE, "", CFA_FIELDS, is_country, NULL, 0, 0},
    [CFA_PARAMETER_TYPE] = {"type", TRUE, "", CFA_FIELD_TYPE, NULL, NULL, 0, 0},
    [CFA_PARAMETER_STATUS] = {"status", TRUE, "", CFA_FIELD_STATUS, NULL, NULL, 0, 0},
    [CFA_PARAMETER_SECTION] = {"section", TRUE, "", CFA_FIELD_SECTION, NULL, NULL, 0, 0},
    [CFA_PARAMETER_CONVENTION] = {"convention", TRUE, "", CFA_FIELD_CONVENTION, NULL, NULL, 0, 0},
    [CFA_PARAMETER_FROM] = {"from", FALSE, "", CFA_FIELDS, NULL, NULL, 1, 9999},
    [CFA_PARAMETER_TO] = {"to", FALSE, "", CFA_FIELDS, NULL, NULL, 1, 9999},
    [CFA_PARAMETER_TEXTS] = {"texts", TRUE, "", CFA_FIELD_LANGUAGE, NULL, NULL, 0, 0},
    [CFA_PARAMETER_MARKS] = {"marks", FALSE, "on", CFA_FIELDS, NULL, marks_names, 0, 0},
    [CFA_PARAMETER_UI] = {"ui", FALSE, "", CFA_FIELD_LANGUAGE, NULL, NULL, 0, 0},
    [CFA_PARAMETER_FORMAT] = {"format", FALSE, "html", CFA_FIELDS, is_format, NULL, 0, 0},
};

const char *cfa_parameter_name(cfa_parameter parameter)
{
    return rows[parameter].name;
}

gboolean cfa_parameter_takes_many(cfa_parameter parameter)
{
    return rows[parameter].many;
}

gboolean cfa_parameter_find(const char *name, cfa_parameter *parameter)
{
    for (guint i = 0; i < CFA_PARAMETERS; i++)
        if (strcmp(rows[i].name, name) == 0) {
            *parameter = (cfa_parameter)i;
            return TRUE;
        }
    return FALSE;
}

const char *cfa_parameter_choice(cfa_parameter parameter, guint index)
{
    const struct row *row = &rows[parameter];
    if (row->field == CFA_FIELD_LANGUAGE)
        return index < CFA_LANGUAGES ? cfa_language_code((cfa_language)(index + CFA_ENGLISH)) : NULL;
    if (row->field == CFA_FIELD_SECTION)
        return index <= CFA_SECTION_RECOMMENDATIONS ? cfa_section_name((cfa_section)index) : NULL;
    if (row->field == CFA_FIELD_TYPE)
        return index < CFA_TYPE_FOLLOW_UP ? cfa_report_type_name((cfa_report_type)(index + 1)) : NULL;
    if (row->field == CFA_FIELD_STATUS)
        return index < CFA_CASE_CLOSED ? cfa_case_status_name((cfa_case_status)(index + 1)) : NULL;
    if (row->check == is_format)
        return format_at(index);
    for (guint i = 0; row->words != NULL && row->words[i] != NULL; i++)
        if (i == index)
            return row->words[i];
    return NULL;
}

gboolean cfa_parameter_range(cfa_parameter parameter, guint *least, guint *most)
{
    const struct row *row = &rows[parameter];
    const gboolean is_of_conventions = row->field == CFA_FIELD_CONVENTION;
    *least = is_of_conventions ? 1 : row->least;
    *most = is_of_conventions ? CFA_CONVENTION_LAST : row->most;
    return *most > 0;
}

static gboolean is_allowed(const struct row *row, const char *value)
{
    if (row->check != NULL)
        return row->check(value);
    if (row->most > 0)
        return g_ascii_string_to_unsigned(value, 10, row->least, row->most, NULL, NULL);
    return g_strv_contains(row->words, value);
}

/* A value as it is kept: of a field as the query language keeps it, else as it was given. NULL for no value;
 * the caller frees. */
static char *read_value(const struct row *row, const char *value)
{
    if (row->field != CFA_FIELDS)
        return cfa_field_value(row->field, value);
    /* In a query string that is not too long no value is. */
    return is_allowed(row, value) ? g_strndup(value, CFA_QUERY_STRING_BYTES) : NULL;
}

/* What a parameter may be, to tell in a refusal. */
static char *describe(cfa_parameter parameter)
{
    GString *text = g_string_new(NULL);
    guint least, most;
    if (cfa_parameter_range(parameter, &least, &most))
        g_string_printf(text, "it is a number from %u to %u", least, most);
    const char *word;
    for (guint i = 0; (word = cfa_parameter_choice(parameter, i)) != NULL; i++)
        g_string_append_printf(text, "%s%s", i == 0 ? "it is one of " : ", ", word);
    if (text->len == 0)
        g_string_assign(text, "there is no such value");
    return g_string_free(text, FALSE);
}

static gboolean is_escape(const char *text, gsize length)
{
    return length >= 3 && g_ascii_isxdigit(text[1]) && g_ascii_isxdigit(text[2]);
}

/* Undoes the escapes of a name or a value. A bad one stays as it is, and is told. A NUL byte, which no
 * string can hold, is read as another control: it parts the words of a query like it, and is in no other
 * value. */
static char *decode(const char *text, gsize length, gboolean *is_bad)
{
    GString *decoded = g_string_sized_new(length);
    for (gsize i = 0; i < length; i++) {
        char byte = text[i];
        if (byte == '+') {
            byte = ' ';
        } else if (byte == '%' && !is_escape(text + i, length - i)) {
            *is_bad = TRUE;
        } else if (byte == '%') {
            byte = (char)(g_ascii_xdigit_value(text[i + 1]) << 4 | g_ascii_xdigit_value(text[i + 2]));
            i += 2;
        }
        g_string_append_c(decoded, byte != '\0' ? byte : '\x01');
    }
    return g_string_free(decoded, FALSE);
}

static gboolean holds(const GPtrArray *values, const char *value)
{
    for (guint i = 0; i < values->len; i++)
        if (strcmp(g_ptr_array_index(values, i), value) == 0)
            return TRUE;
    return FALSE;
}

static gboolean add_value(cfa_parameters *parameters, cfa_parameter parameter, const char *value,
                          cfa_error *error)
{
    const struct row *row = &rows[parameter];
    GPtrArray **values = &parameters->values[parameter];
    if (value[strspn(value, " ")] == '\0')
        return TRUE;
    g_autofree char *kept = read_value(row, value);
    if (kept == NULL) {
        g_autofree char *allowed = describe(parameter);
        cfa_error_set(error, CFA_USAGE, "bad-value", -1, "%s cannot be \"%.60s\": %s", row->name, value,
                      allowed);
        return cfa_error_about(error, row->name, value);
    }
    if (*values == NULL)
        *values = g_ptr_array_new_with_free_func(g_free);
    if (holds(*values, kept))
        return TRUE;
    if ((*values)->len >= CFA_PARAMETER_VALUES) {
        cfa_error_set(error, CFA_USAGE, "too-many-values", -1, "%s has more than %d values", row->name,
                      CFA_PARAMETER_VALUES);
        return cfa_error_about(error, row->name, "");
    }
    g_ptr_array_add(*values, g_steal_pointer(&kept));
    return TRUE;
}

static gboolean add_list(cfa_parameters *parameters, cfa_parameter parameter, const char *list,
                         cfa_error *error)
{
    g_auto(GStrv) parts = g_strsplit(list, ",", -1);
    gboolean good = TRUE;
    for (guint i = 0; parts[i] != NULL; i++)
        good &= add_value(parameters, parameter, g_strstrip(parts[i]), good ? error : NULL);
    return good;
}

/* The first that is not empty of the queries in a query string that is refused. */
static void keep_query(cfa_parameters *parameters, cfa_parameter parameter, const char *value)
{
    if (parameter == CFA_PARAMETER_Q && cfa_parameters_count(parameters, parameter) == 0)
        add_value(parameters, parameter, value, NULL);
}

static gboolean read_pair(cfa_parameters *parameters, gboolean seen[CFA_PARAMETERS], const char *pair,
                          gsize length, cfa_error *error)
{
    const char *equals = memchr(pair, '=', length);
    const gsize name_length = equals != NULL ? (gsize)(equals - pair) : length;
    gboolean is_bad = FALSE;
    g_autofree char *name = decode(pair, name_length, &is_bad);
    g_autofree char *value =
        equals != NULL ? decode(equals + 1, length - name_length - 1, &is_bad) : g_strdup("");
    cfa_parameter parameter = CFA_PARAMETERS; /* none of them */
    const gboolean is_ours = cfa_parameter_find(name, &parameter);
    const gboolean is_again = is_ours && seen[parameter] && !rows[parameter].many;
    if (is_ours)
        seen[parameter] = TRUE;
    if (is_bad || is_again) {
        keep_query(parameters, parameter, value);
        if (is_bad)
            cfa_error_set(error, CFA_USAGE, "bad-escape", -1,
                          "the query string has a %% that two hexadecimal digits do not follow");
        else
            cfa_error_set(error, CFA_USAGE, "given-twice", -1, "%s is given more than once", name);
        return cfa_error_about(error, is_ours ? name : "", "");
    }
    if (!is_ours)
        return TRUE;
    return rows[parameter].many ? add_list(parameters, parameter, value, error)
                                : add_value(parameters, parameter, value, error);
}

gboolean cfa_parameters_read(cfa_parameters *parameters, const char *query_string, cfa_error *error)
{
    gboolean seen[CFA_PARAMETERS] = {FALSE};
    gboolean good = TRUE;
    for (const char *pair = query_string; *pair != '\0';) {
        const gsize length = strcspn(pair, "&");
        /* The first fault is the one to tell. */
        good &= length == 0 || read_pair(parameters, seen, pair, length, good ? error : NULL);
        pair += length + (pair[length] == '&');
    }
    return good;
}

void cfa_parameters_forget(cfa_parameters *parameters, const char *name, const char *value)
{
    cfa_parameter parameter;
    if (!cfa_parameter_find(name, &parameter) || parameter == CFA_PARAMETER_Q)
        return;
    for (guint i = cfa_parameters_count(parameters, parameter); i > 0; i--)
        if (value[0] == '\0' || strcmp(cfa_parameters_at(parameters, parameter, i - 1), value) == 0)
            g_ptr_array_remove_index(parameters->values[parameter], i - 1);
}

void cfa_parameters_clear(cfa_parameters *parameters)
{
    for (guint i = 0; i < CFA_PARAMETERS; i++)
        g_clear_pointer(&parameters->values[i], g_ptr_array_unref);
}

const char *cfa_parameters_word(const cfa_parameters *parameters, cfa_parameter parameter)
{
    return cfa_parameters_count(parameters, parameter) > 0 ? cfa_parameters_at(parameters, parameter, 0)
                                                           : rows[parameter].otherwise;
}

guint cfa_parameters_number(const cfa_parameters *parameters, cfa_parameter parameter)
{
    guint64 number = 0;
    g_ascii_string_to_unsigned(cfa_parameters_word(parameters, parameter), 10, 0, G_MAXUINT, &number, NULL);
    return (guint)number;
}

guint cfa_parameters_choice(const cfa_parameters *parameters, cfa_parameter parameter)
{
    const char *word = cfa_parameters_word(parameters, parameter), *choice;
    guint index = 0;
    while ((choice = cfa_parameter_choice(parameter, index)) != NULL && strcmp(choice, word) != 0)
        index++;
    return index;
}

guint cfa_parameters_count(const cfa_parameters *parameters, cfa_parameter parameter)
{
    return parameters->values[parameter] != NULL ? parameters->values[parameter]->len : 0;
}

const char *cfa_parameters_at(const cfa_parameters *parameters, cfa_parameter parameter, guint index)
{
    return g_ptr_array_index(parameters->values[parameter], index);
}
