#include "report.h"

#include <string.h>

typedef struct cfa_name {
    const char *name;
    int value;
} cfa_name;

static const cfa_name SECTIONS[] = {
    {"allegations", CFA_SECTION_ALLEGATIONS},
    {"reply", CFA_SECTION_REPLY},
    {"conclusions", CFA_SECTION_CONCLUSIONS},
    {"recommendations", CFA_SECTION_RECOMMENDATIONS},
    {"other", CFA_SECTION_OTHER},
};

static const cfa_name TYPES[] = {
    {"definitive", CFA_TYPE_DEFINITIVE},
    {"interim", CFA_TYPE_INTERIM},
    {"informed", CFA_TYPE_INFORMED},
    {"follow-up", CFA_TYPE_FOLLOW_UP},
};

static const cfa_name STATUSES[] = {
    {"active", CFA_CASE_ACTIVE},
    {"follow-up", CFA_CASE_FOLLOW_UP},
    {"closed", CFA_CASE_CLOSED},
};

static const char *name_of(const cfa_name *names, gsize count, int value)
{
    for (gsize i = 0; i < count; i++) {
        if (names[i].value == value)
            return names[i].name;
    }
    return NULL;
}

static const cfa_name *value_of(const cfa_name *names, gsize count, const char *name)
{
    for (gsize i = 0; name != NULL && i < count; i++) {
        if (strcmp(names[i].name, name) == 0)
            return &names[i];
    }
    return NULL;
}

const char *cfa_section_name(cfa_section section)
{
    const char *name = name_of(SECTIONS, G_N_ELEMENTS(SECTIONS), (int)section);
    return name != NULL ? name : "other";
}

const char *cfa_report_type_name(cfa_report_type type)
{
    return name_of(TYPES, G_N_ELEMENTS(TYPES), (int)type);
}

const char *cfa_case_status_name(cfa_case_status status)
{
    return name_of(STATUSES, G_N_ELEMENTS(STATUSES), (int)status);
}

gboolean cfa_section_parse(const char *name, cfa_section *section)
{
    const cfa_name *found = value_of(SECTIONS, G_N_ELEMENTS(SECTIONS), name);
    if (found != NULL)
        *section = (cfa_section)found->value;
    return found != NULL;
}

gboolean cfa_report_type_parse(const char *name, cfa_report_type *type)
{
    const cfa_name *found = value_of(TYPES, G_N_ELEMENTS(TYPES), name);
    if (found != NULL)
        *type = (cfa_report_type)found->value;
    return found != NULL;
}

gboolean cfa_case_status_parse(const char *name, cfa_case_status *status)
{
    const cfa_name *found = value_of(STATUSES, G_N_ELEMENTS(STATUSES), name);
    if (found != NULL)
        *status = (cfa_case_status)found->value;
    return found != NULL;
}

static void case_free(gpointer data)
{
    cfa_case *one = data;
    g_free(one->country);
    g_free(one);
}

static void paragraph_free(gpointer data)
{
    cfa_paragraph *paragraph = data;
    g_free(paragraph->text);
    g_array_unref(paragraph->mentions);
    g_ptr_array_unref(paragraph->cites);
    g_free(paragraph);
}

static void warning_free(gpointer data)
{
    cfa_warning *warning = data;
    g_free(warning->reason);
    g_free(warning);
}

GPtrArray *cfa_warnings_new(void)
{
    return g_ptr_array_new_with_free_func(warning_free);
}

GPtrArray *cfa_cases_new(void)
{
    return g_ptr_array_new_with_free_func(case_free);
}

cfa_case_text *cfa_case_text_new(void)
{
    cfa_case_text *text = g_new0(cfa_case_text, 1);
    text->cases = cfa_cases_new();
    text->paragraphs = g_ptr_array_new_with_free_func(paragraph_free);
    text->warnings = cfa_warnings_new();
    return text;
}

void cfa_case_text_free(cfa_case_text *text)
{
    if (text == NULL)
        return;
    g_free(text->source);
    g_free(text->text_id);
    g_free(text->url);
    g_free(text->subject);
    g_free(text->digest);
    g_ptr_array_unref(text->cases);
    g_ptr_array_unref(text->paragraphs);
    g_ptr_array_unref(text->warnings);
    g_free(text);
}

cfa_case *cfa_case_text_add_case(cfa_case_text *text, guint number)
{
    cfa_case *one = g_new0(cfa_case, 1);
    one->number = number;
    g_ptr_array_add(text->cases, one);
    return one;
}

cfa_case *cfa_cases_find(const GPtrArray *cases, guint number)
{
    for (guint i = 0; i < cases->len; i++) {
        cfa_case *one = g_ptr_array_index(cases, i);
        if (one->number == number)
            return one;
    }
    return NULL;
}

const char *cfa_case_country_code(const cfa_case *one)
{
    return one->country_code[0] != '\0' ? one->country_code : NULL;
}

void cfa_case_set_country_code(cfa_case *one, const char *code)
{
    g_strlcpy(one->country_code, code != NULL ? code : "", sizeof one->country_code);
}

cfa_paragraph *cfa_case_text_add_paragraph(cfa_case_text *text, guint number)
{
    cfa_paragraph *paragraph = g_new0(cfa_paragraph, 1);
    paragraph->number = number;
    paragraph->mentions = g_array_new(FALSE, FALSE, sizeof(cfa_mention));
    paragraph->cites = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(text->paragraphs, paragraph);
    return paragraph;
}

void cfa_paragraph_add_mention(cfa_paragraph *paragraph, const cfa_mention *mention)
{
    char id[CFA_CITATION_ID_SIZE];
    g_array_append_val(paragraph->mentions, *mention);
    cfa_citation_id(&mention->citation, id);
    if (!g_ptr_array_find_with_equal_func(paragraph->cites, id, g_str_equal, NULL))
        g_ptr_array_add(paragraph->cites, g_strdup(id));
}

gboolean cfa_paragraph_restore_mention(cfa_paragraph *paragraph, const char *id, gsize offset, gsize length)
{
    const guint count = paragraph->mentions->len;
    const cfa_mention *before =
        count > 0 ? &g_array_index(paragraph->mentions, cfa_mention, count - 1) : NULL;
    const gsize end = paragraph->text != NULL ? strlen(paragraph->text) : 0;
    cfa_mention mention = {.offset = offset, .length = length};
    if (!cfa_citation_parse(id, &mention.citation) || offset > end || length > end - offset ||
        (before != NULL && offset < before->offset + before->length))
        return FALSE;
    cfa_paragraph_add_mention(paragraph, &mention);
    return TRUE;
}

static void add_warning(GPtrArray *warnings, const char *code, const char *format, va_list arguments)
{
    cfa_warning *warning = g_new0(cfa_warning, 1);
    g_autofree char *reason = g_strdup_vprintf(format, arguments);
    g_strlcpy(warning->code, code, sizeof warning->code);
    warning->reason = g_utf8_make_valid(reason, -1);
    g_ptr_array_add(warnings, warning);
}

void cfa_warnings_add(GPtrArray *warnings, const char *code, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add_warning(warnings, code, format, arguments);
    va_end(arguments);
}

void cfa_case_text_warn(cfa_case_text *text, const char *code, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add_warning(text->warnings, code, format, arguments);
    va_end(arguments);
}

/* ---- identifiers ---- */

guint *cfa_case_text_numbers(const cfa_case_text *text, guint *count)
{
    guint *numbers = g_new(guint, text->cases->len + 1);
    *count = 0;
    for (guint i = 0; i < text->cases->len; i++) {
        const cfa_case *one = g_ptr_array_index(text->cases, i);
        if (one->number != 0)
            numbers[(*count)++] = one->number;
    }
    return numbers;
}

guint cfa_case_text_first(const cfa_case_text *text)
{
    const GPtrArray *all = text->paragraphs;
    return all->len > 0 ? ((const cfa_paragraph *)g_ptr_array_index(all, 0))->number : 0;
}

guint cfa_case_text_last(const cfa_case_text *text)
{
    const GPtrArray *all = text->paragraphs;
    return all->len > 0 ? ((const cfa_paragraph *)g_ptr_array_index(all, all->len - 1))->number : 0;
}

char *cfa_case_text_stem(const cfa_case_text *text)
{
    if (text->report != 0)
        return g_strdup_printf("%u", text->report);
    if (text->text_id != NULL)
        return g_strdup_printf("n%s", text->text_id);
    return g_strdup_printf("s%.8s", text->digest != NULL ? text->digest : "00000000");
}

char *cfa_id_make(const char *stem, guint first, guint last, cfa_language language)
{
    GString *id = g_string_new(stem);
    g_string_append_printf(id, "/%u", first);
    if (last != first)
        g_string_append_printf(id, "-%u", last);
    if (language != CFA_LANGUAGE_UNKNOWN)
        g_string_append_printf(id, "/%s", cfa_language_code(language));
    return g_string_free(id, FALSE);
}

char *cfa_case_text_id(const cfa_case_text *text)
{
    g_autofree char *stem = cfa_case_text_stem(text);
    return cfa_id_make(stem, cfa_case_text_first(text), cfa_case_text_last(text), text->language);
}

/* A number without leading zero, of at most `most` digits; 0 when there is none. */
static guint read_number(const char **at, gsize most)
{
    gsize length = strspn(*at, "0123456789");
    if (length == 0 || length > most || **at == '0')
        return 0;
    guint value = 0;
    for (gsize i = 0; i < length; i++)
        value = value * 10 + (guint)((*at)[i] - '0');
    *at += length;
    return value;
}

/* The bytes of the stem that `id` begins with, or 0. */
static gsize stem_length(const char *id)
{
    enum { REPORT_DIGITS = 6, TEXT_DIGITS = 20, HASH_DIGITS = 8 };
    gsize digits;
    switch (id[0]) {
    case 'n':
        digits = strspn(id + 1, "0123456789");
        return digits >= 1 && digits <= TEXT_DIGITS ? digits + 1 : 0;
    case 's':
        digits = strspn(id + 1, "0123456789abcdef");
        return digits == HASH_DIGITS ? digits + 1 : 0;
    default:
        digits = strspn(id, "0123456789");
        return digits >= 1 && digits <= REPORT_DIGITS && id[0] != '0' ? digits : 0;
    }
}

gboolean cfa_id_is_stem(const char *id)
{
    const gsize length = stem_length(id);
    return length > 0 && id[length] == '\0';
}

gboolean cfa_id_parse(const char *id, char **stem, guint *first, guint *last, cfa_language *language)
{
    enum { PARAGRAPH_DIGITS = 7 };
    if (id == NULL)
        return FALSE;
    gsize length = stem_length(id);
    if (length == 0 || id[length] != '/')
        return FALSE;
    const char *at = id + length + 1;
    guint from = read_number(&at, PARAGRAPH_DIGITS);
    guint to = from;
    if (*at == '-') {
        at++;
        to = read_number(&at, PARAGRAPH_DIGITS);
    }
    if (from == 0 || to < from)
        return FALSE;
    cfa_language in = CFA_LANGUAGE_UNKNOWN;
    if (*at == '/') {
        in = cfa_language_parse(at + 1);
        if (in == CFA_LANGUAGE_UNKNOWN)
            return FALSE;
    } else if (*at != '\0') {
        return FALSE;
    }
    *stem = g_strndup(id, length);
    *first = from;
    *last = to;
    *language = in;
    return TRUE;
}
