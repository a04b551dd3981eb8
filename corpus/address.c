#include "address.h"

#include <string.h>

enum { URL_MAX = 2000 };

static const char TEXT_ID_ITEM[] = "P50002_COMPLAINT_TEXT_ID";
static const char LANGUAGE_ITEM[] = "P50002_LANG_CODE";

/* Decodes the start of the address; a bad escape stays as it is. */
static void decode(const char *url, char decoded[static URL_MAX + 1])
{
    gsize length = 0;
    for (const char *at = url; *at != '\0' && length < URL_MAX; at++) {
        char byte = *at;
        if (byte == '%' && g_ascii_isxdigit(at[1]) && g_ascii_isxdigit(at[2])) {
            byte = (char)(g_ascii_xdigit_value(at[1]) * 16 + g_ascii_xdigit_value(at[2]));
            at += 2;
        }
        decoded[length++] = byte == '\0' ? ' ' : byte;
    }
    decoded[length] = '\0';
}

/* The value of an item in "NAME,NAME:value,value", by its place in the list, or in "NAME=value"; NULL where
 * there is none. */
static const char *item_value(const char *url, const char *item)
{
    const char *name = strstr(url, item);
    if (name == NULL)
        return NULL;
    const char *after = name + strlen(item);
    if (*after == '=')
        return after + 1;
    guint commas = 0;
    for (const char *at = name; at > url && at[-1] != ':'; at--)
        commas += at[-1] == ',';
    const char *value = strchr(after, ':');
    if (value == NULL)
        return NULL;
    for (value++; commas > 0 && value != NULL; commas--) {
        value = strpbrk(value, ",:");
        value = value != NULL && *value == ',' ? value + 1 : NULL;
    }
    return value;
}

/* The second part of "?p=APPLICATION:PAGE:…". */
static guint page_number(const char *url)
{
    const char *query = strstr(url, "?p=");
    if (query == NULL)
        query = strstr(url, "&p=");
    const char *at = query != NULL ? strchr(query, ':') : NULL;
    if (at == NULL)
        return 0;
    at++;
    gsize digits = strspn(at, "0123456789");
    return digits > 0 && digits < 7 ? (guint)g_ascii_strtoull(at, NULL, 10) : 0;
}

cfa_address cfa_address_read(const char *url)
{
    cfa_address address = {0};
    char decoded[URL_MAX + 1];
    decode(url, decoded);
    address.page = page_number(decoded);
    address.has_language = strstr(decoded, LANGUAGE_ITEM) != NULL;
    const char *id = item_value(decoded, TEXT_ID_ITEM);
    gsize digits = id != NULL ? strspn(id, "0123456789") : 0;
    if (digits > 0 && digits < CFA_TEXT_ID_SIZE)
        memcpy(address.text_id, id, digits);
    return address;
}

gboolean cfa_address_is_web(const char *url)
{
    if (!g_str_has_prefix(url, "http://") && !g_str_has_prefix(url, "https://"))
        return FALSE;
    gsize length = strlen(url);
    if (length > URL_MAX || !g_utf8_validate_len(url, length, NULL))
        return FALSE;
    for (const char *at = url; *at != '\0'; at++)
        if ((guint8)*at <= ' ' || *at == 0x7F)
            return FALSE;
    return TRUE;
}
