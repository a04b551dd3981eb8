#include "translations.h"

#include <string.h>

enum { HEADER_MAX = 160, DIGEST_LENGTH = 64 };

static const char magic[] = "cfasearch-translations 1 ";

struct cfa_translations {
    GMappedFile *file;
    const char *lines; /* all after the header */
    gsize length;
    char *digest; /* as the header has it */
};

static char *digest_of(const char *bytes, gsize length)
{
    return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, length);
}

gboolean cfa_translations_write(const char *path, const GString *lines, cfa_error *error)
{
    g_autofree char *digest = digest_of(lines->str, lines->len);
    g_autoptr(GString) text = g_string_sized_new(lines->len + HEADER_MAX);
    g_autoptr(GError) failure = NULL;
    g_string_append_printf(text, "%s%" G_GUINT64_FORMAT " %s\n", magic, (guint64)lines->len, digest);
    g_string_append_len(text, lines->str, (gssize)lines->len);
    if (!g_file_set_contents_full(path, text->str, (gssize)text->len,
                                  G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644,
                                  &failure))
        return cfa_error_set(error, CFA_IO, "unwritable", -1, "%s", failure->message);
    return TRUE;
}

/* Whether the header is ours, and what follows is as long as it says. */
static gboolean check(cfa_translations *translations)
{
    const char *bytes = g_mapped_file_get_contents(translations->file);
    const gsize length = g_mapped_file_get_length(translations->file);
    const char *end = length > 0 ? memchr(bytes, '\n', MIN(length, HEADER_MAX)) : NULL;
    if (end == NULL)
        return FALSE;
    g_autofree char *header = g_strndup(bytes, (gsize)(end - bytes));
    char *blank = strrchr(header, ' ');
    guint64 said = 0;
    if (!g_str_has_prefix(header, magic) || blank == NULL || strlen(blank + 1) != DIGEST_LENGTH)
        return FALSE;
    *blank = '\0';
    translations->digest = g_strdup(blank + 1);
    translations->lines = end + 1;
    translations->length = length - (gsize)(end + 1 - bytes);
    return g_ascii_string_to_unsigned(header + strlen(magic), 10, 0, G_MAXINT64, &said, NULL) &&
           said == translations->length &&
           (translations->length == 0 || translations->lines[translations->length - 1] == '\n');
}

gboolean cfa_translations_verify(const cfa_translations *translations)
{
    g_autofree char *digest = digest_of(translations->lines, translations->length);
    return strcmp(digest, translations->digest) == 0;
}

cfa_translations *cfa_translations_open(const char *path, cfa_error *error)
{
    g_autoptr(GError) failure = NULL;
    GMappedFile *file = g_mapped_file_new(path, FALSE, &failure);
    if (file == NULL) {
        cfa_error_set(error, CFA_IO, "unreadable", -1, "%s", failure->message);
        return NULL;
    }
    cfa_translations *translations = g_new0(cfa_translations, 1);
    translations->file = file;
    if (!check(translations)) {
        cfa_error_set(error, CFA_CORRUPT, "translations-corrupt", -1, "%s is damaged", path);
        g_clear_pointer(&translations, cfa_translations_free);
    }
    return translations;
}

void cfa_translations_free(cfa_translations *translations)
{
    if (translations == NULL)
        return;
    g_mapped_file_unref(translations->file);
    g_free(translations->digest);
    g_free(translations);
}

/* The beginning of the line that `at` stands in. */
static const char *line_start(const cfa_translations *translations, const char *at)
{
    while (at > translations->lines && at[-1] != '\n')
        at--;
    return at;
}

/* Below, equal to or above 0 as the line's word is before, the same as or after `term`. */
static int compare_line(const char *line, const char *end, const char *term, gsize length)
{
    const char *tab = memchr(line, '\t', (gsize)(end - line));
    const gsize word = tab != NULL ? (gsize)(tab - line) : (gsize)(end - line);
    const int order = memcmp(line, term, MIN(word, length));
    if (order != 0)
        return order;
    return word < length ? -1 : word > length;
}

static cfa_language language_of(const char *term)
{
    static const char letters[] = "EFS"; /* after the Z, as layout.h has them */
    const char *letter = term[0] == 'Z' && term[1] != '\0' ? strchr(letters, term[1]) : NULL;
    return letter != NULL ? (cfa_language)(letter - letters + 1) : CFA_LANGUAGE_UNKNOWN;
}

/* Reads "ZFgrev 0.81", or "ZFdroit ZFgrev 0.81", between two tabs. */
static gboolean read_translation(const char *at, const char *end, cfa_translation *translation)
{
    const char *blank = g_strrstr_len(at, end - at, " ");
    if (blank == NULL || blank - at < 3)
        return FALSE;
    char number[16];
    const gsize digits = MIN(sizeof number - 1, (gsize)(end - blank - 1));
    memcpy(number, blank + 1, digits); /* the file has no NUL: nothing may look for one */
    number[digits] = '\0';
    *translation = (cfa_translation){at, (gsize)(blank - at), language_of(at), g_ascii_strtod(number, NULL)};
    return translation->language != CFA_LANGUAGE_UNKNOWN && translation->probability > 0 &&
           translation->probability <= 1;
}

static guint read_line(const char *line, const char *end, cfa_translation *found)
{
    guint count = 0;
    const char *at = memchr(line, '\t', (gsize)(end - line));
    while (at != NULL && count < CFA_TRANSLATIONS_MAX) {
        const char *next = memchr(at + 1, '\t', (gsize)(end - at - 1));
        if (read_translation(at + 1, next != NULL ? next : end, &found[count]))
            count++;
        at = next;
    }
    return count;
}

guint cfa_translations_find(const cfa_translations *translations, const char *term,
                            cfa_translation found[static CFA_TRANSLATIONS_MAX])
{
    if (translations == NULL || translations->length == 0)
        return 0;
    const gsize length = strlen(term);
    const char *low = translations->lines, *high = translations->lines + translations->length;
    while (low < high) {
        const char *line = line_start(translations, low + (high - low) / 2);
        const char *end = memchr(line, '\n', (gsize)(translations->lines + translations->length - line));
        const int order = compare_line(line, end, term, length);
        if (order == 0)
            return read_line(line, end, found);
        if (order < 0)
            low = end + 1;
        else
            high = line;
    }
    return 0;
}
