#include "sealed_file.h"

#include <string.h>

enum { HEADER_MAX = 160, DIGEST_LENGTH = 64 };

static const char magic[] = "cfasearch-";

struct cfa_sealed_file {
    GMappedFile *file;
    const char *bytes; /* all after the header */
    gsize length;
    char *digest; /* as the header has it */
    cfa_mapped_checksums *checksums;
};

static char *digest_of(const char *bytes, gsize length)
{
    return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, length);
}

gboolean cfa_sealed_file_write(const char *path, const char *kind, const GString *bytes, cfa_error *error)
{
    g_autofree char *digest = digest_of(bytes->str, bytes->len);
    g_autoptr(GString) text = g_string_sized_new(bytes->len + HEADER_MAX);
    g_autoptr(GError) failure = NULL;
    g_string_append_printf(text, "%s%s %" G_GUINT64_FORMAT " %s\n", magic, kind, (guint64)bytes->len, digest);
    g_string_append_len(text, bytes->str, (gssize)bytes->len);
    if (!g_file_set_contents_full(path, text->str, (gssize)text->len,
                                  G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644,
                                  &failure))
        return cfa_error_set(error, CFA_IO, "unwritable", -1, "%s", failure->message);
    return TRUE;
}

/* Whether the header is that of the kind, and what follows is as long as it says, and as the checksums do. */
static gboolean check(cfa_sealed_file *sealed, const char *kind)
{
    const char *bytes = g_mapped_file_get_contents(sealed->file);
    const gsize length = g_mapped_file_get_length(sealed->file);
    if (sealed->checksums != NULL && cfa_mapped_checksums_size(sealed->checksums) != length)
        return FALSE;
    const char *end = length > 0 ? memchr(bytes, '\n', MIN(length, HEADER_MAX)) : NULL;
    if (end == NULL)
        return FALSE;
    g_autofree char *header = g_strndup(bytes, (gsize)(end - bytes));
    g_autofree char *start = g_strconcat(magic, kind, " ", NULL);
    char *blank = strrchr(header, ' ');
    guint64 said = 0;
    if (!g_str_has_prefix(header, start) || blank == NULL || strlen(blank + 1) != DIGEST_LENGTH)
        return FALSE;
    *blank = '\0';
    sealed->digest = g_strdup(blank + 1);
    sealed->bytes = end + 1;
    sealed->length = length - (gsize)(end + 1 - bytes);
    return g_ascii_string_to_unsigned(header + strlen(start), 10, 0, G_MAXINT64, &said, NULL) &&
           said == sealed->length;
}

gboolean cfa_sealed_file_damaged(const char *path, const char *kind, cfa_error *error)
{
    g_autofree char *code = g_strdup_printf("%.*s-corrupt", (int)strcspn(kind, " "), kind);
    return cfa_error_set(error, CFA_CORRUPT, code, -1, "%s is damaged", path);
}

cfa_sealed_file *cfa_sealed_file_open(const char *path, const char *kind, cfa_mapped_checksums *checksums,
                                      cfa_error *error)
{
    g_autoptr(GError) failure = NULL;
    GMappedFile *file = g_mapped_file_new(path, FALSE, &failure);
    if (file == NULL) {
        cfa_error_set(error, CFA_IO, "unreadable", -1, "%s", failure->message);
        return NULL;
    }
    cfa_sealed_file *sealed = g_new0(cfa_sealed_file, 1);
    sealed->file = file;
    sealed->checksums = checksums;
    if (!check(sealed, kind)) {
        cfa_sealed_file_damaged(path, kind, error);
        g_clear_pointer(&sealed, cfa_sealed_file_free);
    }
    return sealed;
}

void cfa_sealed_file_free(cfa_sealed_file *sealed)
{
    if (sealed == NULL)
        return;
    g_mapped_file_unref(sealed->file);
    g_free(sealed->digest);
    g_free(sealed);
}

const char *cfa_sealed_file_bytes(const cfa_sealed_file *sealed, gsize *length)
{
    *length = sealed->length;
    return sealed->bytes;
}

gboolean cfa_sealed_file_is_sound(const cfa_sealed_file *sealed, const char *bytes, gsize length)
{
    const char *file = g_mapped_file_get_contents(sealed->file);
    const guint64 from = (guint64)(bytes - file);
    return sealed->checksums == NULL ||
           cfa_mapped_checksums_is_sound(sealed->checksums, file, from, from + length);
}

gboolean cfa_sealed_file_verify(const cfa_sealed_file *sealed)
{
    g_autofree char *digest = digest_of(sealed->bytes, sealed->length);
    return strcmp(digest, sealed->digest) == 0;
}
