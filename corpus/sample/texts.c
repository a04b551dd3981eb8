#include "texts.h"

#include <string.h>

/* The words of the form, in the order of the enums; NULL has no word. */
static const char *const type_words[SAMPLE_TYPES] = {"definitive", "interim", "informed", "follow-up"};
static const char *const status_words[SAMPLE_STATUSES] = {"active", "follow-up", "closed", NULL};
static const char *const language_words[BODY_LANGUAGES] = {"en", "fr", "es"};
static const char *const kind_words[SAMPLE_KINDS] = {NULL,          "previous",        "allegations", "reply",
                                                     "conclusions", "recommendations", "effect",      NULL};

/* Where the reader stands in a file. */
typedef struct reader {
    const char *path;
    guint line;
    sample_text *text;
    sample_section *section;
    sample_paragraph *paragraph; /* NULL before the first one of a section */
    int language;                /* of the last line with text, -1 before it */
    guint next;                  /* the number the next paragraph must have, 0 for any */
} reader;

static void case_free(gpointer data)
{
    sample_case *joined = data;
    for (int language = 0; language < BODY_LANGUAGES; language++)
        g_free(joined->country[language]);
    g_free(joined);
}

static void paragraph_free(gpointer data)
{
    sample_paragraph *paragraph = data;
    for (int language = 0; language < BODY_LANGUAGES; language++) {
        g_free(paragraph->text[language]);
        g_clear_pointer(&paragraph->items[language], g_ptr_array_unref);
    }
    g_free(paragraph);
}

static void section_free(gpointer data)
{
    sample_section *section = data;
    for (int language = 0; language < BODY_LANGUAGES; language++)
        g_free(section->heading[language]);
    g_ptr_array_unref(section->paragraphs);
    g_free(section);
}

sample_text *sample_text_new(void)
{
    sample_text *text = g_new0(sample_text, 1);
    text->cases = g_ptr_array_new_with_free_func(case_free);
    text->sections = g_ptr_array_new_with_free_func(section_free);
    return text;
}

void sample_text_free(sample_text *text)
{
    if (text == NULL)
        return;
    for (int language = 0; language < BODY_LANGUAGES; language++)
        g_free(text->allegations[language]);
    g_ptr_array_unref(text->cases);
    g_ptr_array_unref(text->sections);
    g_free(text);
}

sample_case *sample_text_add_case(sample_text *text, guint number)
{
    sample_case *added = g_new0(sample_case, 1);
    added->number = number;
    g_ptr_array_add(text->cases, added);
    return added;
}

sample_section *sample_text_add_section(sample_text *text, sample_kind kind)
{
    sample_section *added = g_new0(sample_section, 1);
    added->kind = kind;
    added->paragraphs = g_ptr_array_new_with_free_func(paragraph_free);
    g_ptr_array_add(text->sections, added);
    return added;
}

sample_paragraph *sample_section_add_paragraph(sample_section *section, guint number)
{
    sample_paragraph *added = g_new0(sample_paragraph, 1);
    added->number = number;
    g_ptr_array_add(section->paragraphs, added);
    return added;
}

void sample_paragraph_take_item(sample_paragraph *paragraph, sample_language language, char *item)
{
    if (paragraph->items[language] == NULL)
        paragraph->items[language] = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(paragraph->items[language], item);
}

void sample_text_range(const sample_text *text, guint *first, guint *last)
{
    *first = 0;
    *last = 0;
    for (guint i = 0; i < text->sections->len; i++) {
        const sample_section *section = g_ptr_array_index(text->sections, i);
        for (guint j = 0; j < section->paragraphs->len; j++) {
            const sample_paragraph *paragraph = g_ptr_array_index(section->paragraphs, j);
            *first = *first == 0 ? paragraph->number : *first;
            *last = paragraph->number;
        }
    }
}

static gboolean refuse(const reader *at, GError **error, const char *reason)
{
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s:%u: %s", at->path, at->line, reason);
    return FALSE;
}

static int find_word(const char *word, const char *const *words, int count)
{
    for (int i = 0; i < count; i++) {
        if (words[i] != NULL && strcmp(word, words[i]) == 0)
            return i;
    }
    return -1;
}

static gboolean read_number(const char *word, guint least, guint most, guint *number)
{
    guint64 value;
    if (!g_ascii_string_to_unsigned(word, 10, least, most, &value, NULL))
        return FALSE;
    *number = (guint)value;
    return TRUE;
}

/* YYYY, YYYY-MM or YYYY-MM-DD. */
static gboolean read_date(const char *word, sample_date *date)
{
    g_auto(GStrv) parts = g_strsplit(word, "-", 4);
    guint count = g_strv_length(parts);
    return count >= 1 && count <= 3 && read_number(parts[0], 1950, 2049, &date->year) &&
           (count < 2 || read_number(parts[1], 1, 12, &date->month)) &&
           (count < 3 || read_number(parts[2], 1, 31, &date->day));
}

/* NUMBER | EN | FR | ES | DATE | STATUS */
static gboolean read_case(const reader *at, const char *value, GError **error)
{
    g_auto(GStrv) parts = g_strsplit(value, " | ", 7);
    if (g_strv_length(parts) != 6)
        return refuse(at, error, "a case has six parts");
    guint number;
    if (!read_number(parts[0], 1, 9999, &number))
        return refuse(at, error, "not a case number");
    sample_case *added = sample_text_add_case(at->text, number);
    for (int language = 0; language < BODY_LANGUAGES; language++)
        added->country[language] = g_strdup(parts[1 + language]);
    if (!read_date(parts[4], &added->complaint) || added->complaint.day == 0)
        return refuse(at, error, "the date of the complaint is YYYY-MM-DD");
    int status = find_word(parts[5], status_words, SAMPLE_STATUSES);
    if (status < 0)
        return refuse(at, error, "not a status");
    added->status = (sample_status)status;
    return TRUE;
}

static gboolean read_field(const reader *at, const char *key, const char *value, GError **error)
{
    if (strcmp(key, "report") == 0)
        return read_number(value, 1, 9999, &at->text->report) || refuse(at, error, "not a report number");
    if (strcmp(key, "date") == 0)
        return read_date(value, &at->text->date) || refuse(at, error, "the date is YYYY or YYYY-MM");
    if (strcmp(key, "case") == 0)
        return read_case(at, value, error);
    if (strcmp(key, "type") != 0)
        return refuse(at, error, "no such field");
    int type = find_word(value, type_words, SAMPLE_TYPES);
    if (type < 0)
        return refuse(at, error, "not a type");
    at->text->type = (sample_type)type;
    return TRUE;
}

/* A line in one of the languages: of the paragraph, or before the first section the allegations. */
static gboolean read_translation(reader *at, sample_language language, const char *value, GError **error)
{
    char **place = at->paragraph != NULL ? &at->paragraph->text[language] : &at->text->allegations[language];
    if (at->paragraph == NULL && at->next != 0)
        return refuse(at, error, "text outside a paragraph");
    if (*place != NULL)
        return refuse(at, error, "this language is there already");
    *place = g_strdup(value);
    at->language = (int)language;
    return TRUE;
}

/* A paragraph is whole when the next one, a section or the end of the file comes. */
static gboolean close_paragraph(reader *at, GError **error)
{
    const sample_paragraph *paragraph = at->paragraph;
    at->paragraph = NULL;
    at->language = -1;
    for (int language = 0; paragraph != NULL && language < BODY_LANGUAGES; language++) {
        if (paragraph->text[language] == NULL)
            return refuse(at, error, "the paragraph before lacks a language");
    }
    return TRUE;
}

static gboolean open_paragraph(reader *at, const char *word, GError **error)
{
    guint number;
    if (!close_paragraph(at, error))
        return FALSE;
    if (!read_number(word, 1, 9999, &number) || (at->next != 0 && number != at->next))
        return refuse(at, error, "paragraph numbers run on without a gap");
    at->next = number + 1;
    at->paragraph = sample_section_add_paragraph(at->section, number);
    return TRUE;
}

static gboolean open_section(reader *at, const char *words, GError **error)
{
    if (!close_paragraph(at, error))
        return FALSE;
    g_auto(GStrv) parts = g_strsplit(words, " | ", 5);
    if (g_strv_length(parts) == 4 && strcmp(parts[0], "heading") == 0) {
        at->section = sample_text_add_section(at->text, OTHER_HEADING);
        for (int language = 0; language < BODY_LANGUAGES; language++)
            at->section->heading[language] = g_strdup(parts[1 + language]);
        return TRUE;
    }
    int kind = find_word(words, kind_words, SAMPLE_KINDS);
    if (kind < 0)
        return refuse(at, error, "no such section");
    at->section = sample_text_add_section(at->text, (sample_kind)kind);
    return TRUE;
}

static gboolean read_line(reader *at, const char *line, GError **error)
{
    if (*line == '\0' || *line == '#')
        return TRUE;
    if (strstr(line, "’") != NULL)
        at->text->curly = TRUE;
    if (*line == '@')
        return open_paragraph(at, line + 1, error);
    if (g_str_has_prefix(line, "== "))
        return open_section(at, line + 3, error);
    if (g_str_has_prefix(line, "- ")) {
        if (at->paragraph == NULL || at->language < 0)
            return refuse(at, error, "a list item outside a paragraph");
        sample_paragraph_take_item(at->paragraph, (sample_language)at->language, g_strdup(line + 2));
        return TRUE;
    }
    const char *colon = strstr(line, ": ");
    if (colon == NULL)
        return refuse(at, error, "not a line of the form");
    g_autofree char *key = g_strndup(line, (gsize)(colon - line));
    int language = find_word(key, language_words, BODY_LANGUAGES);
    if (language >= 0)
        return read_translation(at, (sample_language)language, colon + 2, error);
    return read_field(at, key, colon + 2, error);
}

/* What must have been said once the whole file is read. */
static gboolean check_text(reader *at, GError **error)
{
    if (!close_paragraph(at, error))
        return FALSE;
    if (at->text->report == 0 || at->text->date.year == 0 || at->text->cases->len == 0)
        return refuse(at, error, "the report, its date or the case is missing");
    if (at->next == 0)
        return refuse(at, error, "there are no paragraphs");
    for (guint i = 1; i < at->text->sections->len; i++) {
        const sample_section *section = g_ptr_array_index(at->text->sections, i);
        if (section->paragraphs->len == 0)
            return refuse(at, error, "a section has no paragraphs");
    }
    return TRUE;
}

sample_text *sample_text_read(const char *path, GError **error)
{
    g_autofree char *bytes = NULL;
    gsize length;
    if (!g_file_get_contents(path, &bytes, &length, error))
        return NULL;
    g_autoptr(sample_text) text = sample_text_new();
    reader at = {.path = path, .text = text, .language = -1};
    at.section = sample_text_add_section(text, INTRODUCTION);
    if (!g_utf8_validate(bytes, (gssize)length, NULL)) {
        refuse(&at, error, "not UTF-8");
        return NULL;
    }
    g_auto(GStrv) lines = g_strsplit(bytes, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        at.line++;
        g_strchomp(*line);
        if (!read_line(&at, *line, error))
            return NULL;
    }
    return check_text(&at, error) ? g_steal_pointer(&text) : NULL;
}

static int compare_texts(gconstpointer left, gconstpointer right)
{
    const sample_text *a = *(const sample_text *const *)left;
    const sample_text *b = *(const sample_text *const *)right;
    const sample_case *first = g_ptr_array_index(a->cases, 0);
    const sample_case *second = g_ptr_array_index(b->cases, 0);
    if (a->report != b->report)
        return a->report < b->report ? -1 : 1;
    return first->number < second->number ? -1 : first->number > second->number;
}

static void text_free(gpointer text)
{
    sample_text_free(text);
}

GPtrArray *sample_texts_read(const char *folder, GError **error)
{
    g_autoptr(GDir) directory = g_dir_open(folder, 0, error);
    if (directory == NULL)
        return NULL;
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(text_free);
    for (const char *name = g_dir_read_name(directory); name != NULL; name = g_dir_read_name(directory)) {
        if (!g_str_has_suffix(name, ".txt"))
            continue;
        g_autofree char *path = g_build_filename(folder, name, NULL);
        sample_text *text = sample_text_read(path, error);
        if (text == NULL)
            return NULL;
        g_ptr_array_add(texts, text);
    }
    if (texts->len == 0) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "%s: no sample texts there", folder);
        return NULL;
    }
    g_ptr_array_sort(texts, compare_texts);
    return g_steal_pointer(&texts);
}
