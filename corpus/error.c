#include "error.h"

#include <stdarg.h>
#include <stdio.h>

gboolean cfa_error_set(cfa_error *error, cfa_status status, const char *code, int64_t offset,
                       const char *format, ...)
{
    if (error == NULL)
        return FALSE;
    error->status = status;
    error->offset = offset;
    g_strlcpy(error->code, code, sizeof error->code);

    va_list arguments;
    va_start(arguments, format);
    char *reason = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    /* File names are bytes; what reaches a summary or a page must be text. */
    char *valid = g_utf8_make_valid(reason, -1);
    gsize length = strlen(valid);
    if (length >= sizeof error->reason) {
        length = sizeof error->reason - 1;
        length = (gsize)(g_utf8_find_prev_char(valid, valid + length + 1) - valid);
    }
    memcpy(error->reason, valid, length);
    error->reason[length] = '\0';
    g_free(valid);
    g_free(reason);
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
