#include "translations.h"

#include "layout.h"
#include "sorted_table.h"

#include <string.h>

static const char kind[] = "translations 1";

struct cfa_translations {
    cfa_sorted_table *table;
};

/* The key of the digest: it comes before all words. */
static const char digest_key[] = "#";

gboolean cfa_translations_write(const char *path, const char *digest, const GString *lines, cfa_error *error)
{
    g_autoptr(GString) all = g_string_sized_new(lines->len + 80);
    g_string_printf(all, "%s\t%s\n", digest_key, digest);
    g_string_append_len(all, lines->str, (gssize)lines->len);
    return cfa_sorted_table_write(path, kind, all, error);
}

gboolean cfa_translations_are_of(const cfa_translations *translations, const char *digest)
{
    cfa_table_line line;
    return cfa_sorted_table_find(translations->table, digest_key, strlen(digest_key), &line) &&
           (gsize)(line.end - line.rest) == strlen(digest) + 1 &&
           memcmp(line.rest + 1, digest, strlen(digest)) == 0;
}

gboolean cfa_translations_verify(const cfa_translations *translations)
{
    return cfa_sorted_table_verify(translations->table);
}

cfa_translations *cfa_translations_open(const char *path, cfa_mapped_checksums *checksums, cfa_error *error)
{
    cfa_sorted_table *table = cfa_sorted_table_open(path, kind, checksums, error);
    if (table == NULL)
        return NULL;
    cfa_translations *translations = g_new0(cfa_translations, 1);
    translations->table = table;
    return translations;
}

void cfa_translations_free(cfa_translations *translations)
{
    if (translations == NULL)
        return;
    cfa_sorted_table_free(translations->table);
    g_free(translations);
}

/* Reads "ZFgrev 0.81", or "ZFdroit ZFgrev 0.81", between two tabs. */
static gboolean read_translation(const char *at, const char *end, cfa_translation *translation)
{
    const char *blank = g_strrstr_len(at, end - at, " ");
    if (blank == NULL)
        return FALSE;
    char number[16];
    const gsize length = (gsize)(blank - at);
    const gsize digits = MIN(sizeof number - 1, (gsize)(end - blank - 1));
    memcpy(number, blank + 1, digits); /* the file has no NUL: nothing may look for one */
    number[digits] = '\0';
    *translation =
        (cfa_translation){at, length, cfa_layout_stem_language(at, length), g_ascii_strtod(number, NULL)};
    return translation->language != CFA_LANGUAGE_UNKNOWN && translation->probability > 0 &&
           translation->probability <= 1;
}

guint cfa_translations_find(const cfa_translations *translations, const char *term,
                            cfa_translation found[static CFA_TRANSLATIONS_MAX])
{
    cfa_table_line line;
    if (translations == NULL || !cfa_sorted_table_find(translations->table, term, strlen(term), &line))
        return 0;
    guint count = 0;
    for (const char *at = line.rest; at < line.end && count < CFA_TRANSLATIONS_MAX;) {
        const char *next = memchr(at + 1, '\t', (gsize)(line.end - at - 1));
        if (next == NULL)
            next = line.end;
        if (read_translation(at + 1, next, &found[count]))
            count++;
        at = next;
    }
    return count;
}
