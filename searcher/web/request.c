#include "request.h"

#include <string.h>

/* "0.85" in thousandths; 1000 for what is no such number. */
static guint read_quality(const char *text)
{
    guint quality = 0, unit = 100;
    if (*text != '0' || (text[1] != '.' && text[1] != '\0'))
        return 1000;
    for (const char *digit = text + 1 + (text[1] == '.'); g_ascii_isdigit(*digit) && unit > 0; digit++) {
        quality += (guint)(*digit - '0') * unit;
        unit /= 10;
    }
    return quality;
}

/* "fr-CA;q=0.8": the language and how much it is liked. */
static cfa_language read_range(char *range, guint *quality)
{
    char *weight = strchr(range, ';');
    *quality = 1000;
    if (weight != NULL) {
        *weight = '\0';
        weight = g_strstrip(weight + 1);
        if (g_ascii_strncasecmp(weight, "q=", 2) == 0)
            *quality = read_quality(weight + 2);
    }
    g_strstrip(range);
    range[strcspn(range, "-")] = '\0';
    return strcmp(range, "*") == 0 ? CFA_ENGLISH : cfa_language_parse(range);
}

cfa_language cfa_web_accept_language(const char *header)
{
    cfa_language best = CFA_ENGLISH;
    guint best_quality = 0;
    g_auto(GStrv) ranges = g_strsplit(header != NULL ? header : "", ",", 100);
    for (guint i = 0; ranges[i] != NULL; i++) {
        guint quality;
        const cfa_language language = read_range(ranges[i], &quality);
        if (language != CFA_LANGUAGE_UNKNOWN && quality > best_quality) {
            best = language;
            best_quality = quality;
        }
    }
    return best;
}

/* Without slashes at the end, and at most one at the beginning: two would name another host. */
static char *trim_slashes(const char *path)
{
    while (path[0] == '/' && path[1] == '/')
        path++;
    gsize length = strlen(path);
    while (length > 0 && path[length - 1] == '/')
        length--;
    return g_strndup(path, length);
}

/* A host with or without its port, and nothing else that a client may have sent for one. */
static gboolean is_host(const char *host)
{
    static const char allowed[] = G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS ".-:[]";
    const gsize length = strlen(host);
    return length > 0 && length <= 260 && strspn(host, allowed) == length;
}

/* By what the request was sent to; a path alone where that cannot be known. */
static char *read_origin(const cfa_web_request *request, char **environment)
{
    const char *secure = g_environ_getenv(environment, "HTTPS");
    const char *host = g_environ_getenv(environment, "HTTP_HOST");
    if (strstr(request->address, "://") != NULL)
        return g_strdup(request->address);
    if (host == NULL || !is_host(host))
        host = g_environ_getenv(environment, "SERVER_NAME");
    if (host == NULL || !is_host(host))
        return g_strdup(request->base);
    const gboolean is_secure = secure != NULL && g_ascii_strcasecmp(secure, "on") == 0;
    return g_strconcat(is_secure ? "https://" : "http://", host, request->base, NULL);
}

static void read_base(cfa_web_request *request, const char *script, const char *base_url)
{
    if (base_url == NULL || base_url[0] == '\0') {
        g_autofree char *escaped =
            g_uri_escape_bytes((const guint8 *)script, strlen(script), "/:@!$&'()*+,;=");
        request->base = trim_slashes(escaped);
        request->address = g_strdup(request->base);
        return;
    }
    const char *host = strstr(base_url, "://");
    const char *path = host != NULL ? strchr(host + strlen("://"), '/') : base_url;
    request->base = trim_slashes(path != NULL ? path : "");
    request->address = trim_slashes(base_url);
}

static const char *variable(char **environment, const char *name)
{
    const char *value = g_environ_getenv(environment, name);
    return value != NULL ? value : "";
}

static gboolean check_method(cfa_web_request *request, const char *method)
{
    request->head = strcmp(method, "HEAD") == 0;
    if (request->head || strcmp(method, "GET") == 0)
        return TRUE;
    return cfa_error_set(&request->error, CFA_USAGE, "method-not-allowed", -1,
                         "the methods are GET and HEAD");
}

static gboolean is_fault(const char *status)
{
    return status[0] == '4' || status[0] == '5';
}

/* A server that could not have a request answered asks for a page of that instead, and says by
 * REDIRECT_STATUS what was wrong: lighttpd by its error-handler, Apache by its ErrorDocument. It found no
 * process for the request, or could not read it. */
static gboolean check_redirect(cfa_web_request *request, const char *status)
{
    static const char *const no_process[] = {"500", "502", "503", "504", NULL};
    if (g_strv_contains(no_process, status))
        return cfa_error_set(&request->error, CFA_UNAVAILABLE, "busy", -1,
                             "too many requests are waiting for an answer");
    if (is_fault(status))
        return cfa_error_set(&request->error, CFA_USAGE, "bad-request", -1,
                             "the request is too large, or not one of HTTP");
    return TRUE;
}

static gboolean check_length(cfa_web_request *request)
{
    if (strlen(request->query_string) <= CFA_QUERY_STRING_BYTES)
        return TRUE;
    return cfa_error_set(&request->error, CFA_USAGE, "query-string-too-long", -1,
                         "the query string is longer than %d bytes", CFA_QUERY_STRING_BYTES);
}

void cfa_web_request_refuse(cfa_web_request *request, const cfa_error *error)
{
    request->error = *error;
    cfa_parameters_forget(&request->parameters, error->field, error->subject);
}

cfa_web_request *cfa_web_request_read(char **environment, const char *base_url)
{
    cfa_web_request *request = g_new0(cfa_web_request, 1);
    const char *path = variable(environment, "PATH_INFO");
    /* What a server redirects is at an address of the server's, which no link shall lead to. */
    request->path =
        g_strdup(path[0] != '\0' && !is_fault(variable(environment, "REDIRECT_STATUS")) ? path : "/");
    request->query_string = g_strdup(variable(environment, "QUERY_STRING"));
    request->if_none_match = g_strdup(g_environ_getenv(environment, "HTTP_IF_NONE_MATCH"));
    request->language = cfa_web_accept_language(g_environ_getenv(environment, "HTTP_ACCEPT_LANGUAGE"));
    read_base(request, variable(environment, "SCRIPT_NAME"), base_url);
    request->origin = read_origin(request, environment);
    /* A refusal, too, comes in the language and the format that were asked for. */
    const gboolean allowed = check_length(request) &&
                             check_method(request, variable(environment, "REQUEST_METHOD")) &&
                             check_redirect(request, variable(environment, "REDIRECT_STATUS"));
    cfa_parameters_read(&request->parameters, request->query_string, allowed ? &request->error : NULL);
    if (cfa_parameters_count(&request->parameters, CFA_PARAMETER_UI) > 0)
        request->language = cfa_language_parse(cfa_parameters_word(&request->parameters, CFA_PARAMETER_UI));
    request->format = cfa_format_find(cfa_parameters_word(&request->parameters, CFA_PARAMETER_FORMAT));
    request->json = request->format == cfa_format_find("json");
    return request;
}

cfa_language cfa_web_request_preferred(const cfa_web_request *request)
{
    if (cfa_parameters_count(&request->parameters, CFA_PARAMETER_LANG) > 0)
        return cfa_language_parse(cfa_parameters_word(&request->parameters, CFA_PARAMETER_LANG));
    return request->format != NULL ? CFA_LANGUAGE_UNKNOWN : request->language;
}

guint cfa_web_request_languages(const cfa_web_request *request, cfa_language languages[CFA_LANGUAGES])
{
    guint count = 0;
    cfa_language_set seen = 0;
    for (guint i = 0; i < cfa_parameters_count(&request->parameters, CFA_PARAMETER_LANG); i++) {
        const cfa_language language =
            cfa_language_parse(cfa_parameters_at(&request->parameters, CFA_PARAMETER_LANG, i));
        /* "fr" and "FR" are two values and one language. */
        if ((seen & CFA_LANGUAGE_BIT(language)) == 0)
            languages[count++] = language;
        seen |= CFA_LANGUAGE_BIT(language);
    }
    return count;
}

gboolean cfa_web_request_marks(const cfa_web_request *request)
{
    return strcmp(cfa_parameters_word(&request->parameters, CFA_PARAMETER_MARKS), "on") == 0;
}

void cfa_web_request_free(cfa_web_request *request)
{
    if (request == NULL)
        return;
    g_free(request->path);
    g_free(request->query_string);
    g_free(request->if_none_match);
    g_free(request->base);
    g_free(request->address);
    g_free(request->origin);
    cfa_parameters_clear(&request->parameters);
    g_free(request);
}
