#include "error.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>

/* File names and queries are bytes; what reaches a summary or a page must be text. */
static void copy_text(char *place, gsize size, const char *bytes)
{
    g_autofree char *valid = g_utf8_make_valid(bytes, -1);
    gsize length = strlen(valid);
    if (length >= size)
        length = (gsize)(g_utf8_find_prev_char(valid, valid + size) - valid);
    memcpy(place, valid, length);
    place[length] = '\0';
}

gboolean cfa_error_set(cfa_error *error, cfa_status status, const char *code, int64_t offset,
                       const char *format, ...)
{
    if (error == NULL)
        return FALSE;
    error->status = status;
    error->offset = offset;
    error->field[0] = '\0';
    error->subject[0] = '\0';
    error->meant[0] = '\0';
    g_strlcpy(error->code, code, sizeof error->code);

    va_list arguments;
    va_start(arguments, format);
    g_autofree char *reason = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    copy_text(error->reason, sizeof error->reason, reason);
    return FALSE;
}

gboolean cfa_error_system(cfa_error *error, const char *code, const char *path)
{
    return cfa_error_set(error, CFA_IO, code, -1, "%s: %s", path, g_strerror(errno));
}

gboolean cfa_error_about(cfa_error *error, const char *field, const char *subject)
{
    if (error == NULL)
        return FALSE;
    copy_text(error->field, sizeof error->field, field);
    copy_text(error->subject, sizeof error->subject, subject);
    return FALSE;
}

gboolean cfa_error_meant(cfa_error *error, const char *meant)
{
    if (error != NULL)
        copy_text(error->meant, sizeof error->meant, meant);
    return FALSE;
}

int cfa_status_exit(cfa_status status)
{
    switch (status) {
    case CFA_OK:
        return 0;
    case CFA_NOT_FOUND:
        return 1;
    case CFA_USAGE:
        return 2;
    case CFA_NOTHING:
        return 3;
    case CFA_UNAVAILABLE:
        return 4;
    case CFA_CORRUPT:
        return 5;
    case CFA_BAD_INPUT:
        return 1;
    case CFA_IO:
        return 74;
    case CFA_INTERNAL:
        break;
    }
    return 70;
}
