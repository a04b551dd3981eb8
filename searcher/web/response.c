#include "response.h"

#include <string.h>

enum { TAG_DIGITS = 32, RETRY_SECONDS = 10 };

/* The guards: a page loads its style sheet and its script and nothing else, asks and sends its form nowhere
 * else, and stands in no frame. */
static const char guards[] = "Content-Security-Policy: default-src 'none'; style-src 'self'; script-src "
                             "'self'; connect-src 'self'; form-action 'self'; "
                             "base-uri 'none'; frame-ancestors 'none'\r\n"
                             "X-Content-Type-Options: nosniff\r\n"
                             "Referrer-Policy: no-referrer\r\n"
                             "Cross-Origin-Resource-Policy: same-origin\r\n"
                             "Vary: Accept-Language\r\n";

/* What each status adds to the name in its line. */
static const struct row {
    guint status;
    const char *name;
} statuses[] = {{200, "OK"},
                {304, "Not Modified"},
                {400, "Bad Request"},
                {404, "Not Found"},
                {405, "Method Not Allowed"},
                {414, "URI Too Long"},
                {500, "Internal Server Error"},
                {503, "Service Unavailable"}};

static const char *const keeps[] = {[CFA_KEEP_ASKING] = "no-cache",
                                    [CFA_KEEP_LONG] = "public, max-age=31536000, immutable",
                                    [CFA_KEEP_NOT] = "no-store"};

cfa_web_response *cfa_web_response_new(void)
{
    cfa_web_response *response = g_new0(cfa_web_response, 1);
    response->status = 200;
    response->type = "text/html; charset=utf-8";
    response->body = g_string_new(NULL);
    return response;
}

void cfa_web_response_free(cfa_web_response *response)
{
    if (response == NULL)
        return;
    g_free(response->tag);
    g_free(response->file);
    g_string_free(response->body, TRUE);
    g_free(response);
}

/* What the client has of ours: the tag of If-None-Match that is `tag`, or is it with what a
 * server that packs bodies puts after it ("-gzip"); "*" is any. New; NULL for none. */
static char *find_known(const char *header, const char *tag)
{
    const gsize length = strlen(tag);
    if (g_strcmp0(header, "*") == 0)
        return g_strdup(tag);
    for (const char *quote = header != NULL ? strchr(header, '"') : NULL; quote != NULL;) {
        const char *end = strchr(quote + 1, '"');
        if (end == NULL)
            return NULL;
        if (strncmp(quote + 1, tag, length) == 0) {
            const char *suffix = quote + 1 + length;
            gsize letters = *suffix == '-';
            while (letters > 0 && g_ascii_isalpha(suffix[letters]))
                letters++;
            if (suffix + letters == end)
                return g_strndup(quote + 1, length + letters);
        }
        quote = strchr(end + 1, '"');
    }
    return NULL;
}

static void hash(GChecksum *checksum, const char *text)
{
    /* Its end goes in too, so that two parts never read as two others. */
    g_checksum_update(checksum, (const guchar *)text, (gssize)strlen(text) + 1);
}

gboolean cfa_web_response_tag(cfa_web_response *response, const cfa_web_request *request,
                              const char *identity)
{
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    g_autofree char *numbers = g_strdup_printf("%s %u", identity, response->status);
    hash(checksum, CFA_VERSION);
    hash(checksum, numbers);
    hash(checksum, request->address);
    hash(checksum, request->base);
    hash(checksum, request->origin);
    hash(checksum, request->path);
    hash(checksum, request->query_string);
    hash(checksum, cfa_language_code(request->language));
    g_free(response->tag);
    response->tag = g_strndup(g_checksum_get_string(checksum), TAG_DIGITS);
    char *known = response->status == 200 ? find_known(request->if_none_match, response->tag) : NULL;
    if (known == NULL)
        return FALSE;
    g_free(response->tag);
    response->tag = known;
    response->status = 304;
    return TRUE;
}

void cfa_web_response_take(cfa_web_response *response, GString *text)
{
    g_string_append_len(response->body, text->str, (gssize)text->len);
    g_string_free(text, TRUE);
}

static const char *status_name(guint status)
{
    for (guint i = 0; i < G_N_ELEMENTS(statuses); i++)
        if (statuses[i].status == status)
            return statuses[i].name;
    return "";
}

GString *cfa_web_response_print(const cfa_web_response *response, gboolean head)
{
    GString *out = g_string_sized_new(response->body->len + 1024);
    g_string_append_printf(out, "Status: %u %s\r\n", response->status, status_name(response->status));
    g_string_append(out, guards);
    g_string_append_printf(out, "Cache-Control: %s\r\n", keeps[response->keep]);
    if (response->tag != NULL)
        g_string_append_printf(out, "ETag: %s\"%s\"\r\n", response->weak ? "W/" : "", response->tag);
    if (response->language != CFA_LANGUAGE_UNKNOWN)
        g_string_append_printf(out, "Content-Language: %s\r\n", cfa_language_code(response->language));
    if (response->status == 405)
        g_string_append(out, "Allow: GET, HEAD\r\n");
    if (response->status == 503)
        g_string_append_printf(out, "Retry-After: %d\r\n", RETRY_SECONDS);
    if (response->file != NULL)
        g_string_append_printf(out, "Content-Disposition: %s; filename=\"%s\"\r\n",
                               response->is_shown ? "inline" : "attachment", response->file);
    if (response->status != 304)
        g_string_append_printf(out, "Content-Type: %s\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n",
                               response->type, response->body->len);
    g_string_append(out, "\r\n");
    if (!head && response->status != 304)
        g_string_append_len(out, response->body->str, (gssize)response->body->len);
    return out;
}
