#include "spool.h"

#include "wire.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

struct cfa_spool {
    char *path; /* that it had */
    int file;
    guint64 length;
};

cfa_spool *cfa_spool_new(const char *folder, cfa_error *error)
{
    g_autofree char *path = g_build_filename(folder, "spool", NULL);
    const int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) {
        cfa_error_system(error, "unwritable", path);
        return NULL;
    }
    unlink(path);
    cfa_spool *spool = g_new0(cfa_spool, 1);
    spool->path = g_steal_pointer(&path);
    spool->file = file;
    return spool;
}

void cfa_spool_free(cfa_spool *spool)
{
    if (spool == NULL)
        return;
    close(spool->file);
    g_free(spool->path);
    g_free(spool);
}

static gboolean write_all(int file, const char *bytes, gsize length, guint64 offset)
{
    while (length > 0) {
        const ssize_t written = pwrite(file, bytes, length, (off_t)offset);
        if (written < 0 && errno != EINTR)
            return FALSE;
        if (written > 0) {
            bytes += written;
            length -= (gsize)written;
            offset += (guint64)written;
        }
    }
    return TRUE;
}

gboolean cfa_spool_put(cfa_spool *spool, const cfa_case_text *text, cfa_spool_place *place, cfa_error *error)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    cfa_wire_put_case_text(bytes, text);
    place->length = bytes->len;
    place->offset = spool->length;
    spool->length += place->length;
    return write_all(spool->file, (const char *)bytes->data, place->length, place->offset) ||
           cfa_error_system(error, "unwritable", spool->path);
}

static gboolean read_all(int file, char *bytes, gsize length, guint64 offset)
{
    while (length > 0) {
        const ssize_t got = pread(file, bytes, length, (off_t)offset);
        if (got == 0 || (got < 0 && errno != EINTR))
            return FALSE;
        if (got > 0) {
            bytes += got;
            length -= (gsize)got;
            offset += (guint64)got;
        }
    }
    return TRUE;
}

cfa_case_text *cfa_spool_get(const cfa_spool *spool, cfa_spool_place place, cfa_error *error)
{
    g_autofree char *bytes = g_malloc(place.length);
    cfa_case_text *text = NULL;
    cfa_wire in = cfa_wire_of(bytes, place.length);
    if (read_all(spool->file, bytes, place.length, place.offset))
        text = cfa_wire_take_case_text(&in);
    if (!cfa_wire_ended(&in))
        g_clear_pointer(&text, cfa_case_text_free);
    if (text == NULL)
        cfa_error_set(error, CFA_IO, "unreadable", -1, "%s cannot be read back", spool->path);
    return text;
}
