/*
 * Requests: whatever variables a server hands over, the response is one of HTTP, of a status that is
 * promised, and its body is what its type says. An input has a line for each variable, in the order of the
 * table.
 */
#include "fuzz.h"

#include "pages.h"

#include <string.h>

static const char *const variables[] = {
    "PATH_INFO",          "QUERY_STRING", "REQUEST_METHOD", "SCRIPT_NAME", "HTTP_ACCEPT_LANGUAGE",
    "HTTP_IF_NONE_MATCH", "HTTP_HOST",    "HTTPS",          "REQUEST_URI", "REDIRECT_STATUS"};

static char **environment_of(fuzz_input *input)
{
    char **environment = g_new0(char *, G_N_ELEMENTS(variables) + 1);
    for (guint i = 0; i < G_N_ELEMENTS(variables) && input->left > 0; i++) {
        g_autofree char *value = fuzz_take_line(input);
        environment[i] = g_strconcat(variables[i], "=", value, NULL);
    }
    return environment;
}

/* Checks the lines of the head, and returns the value of one of them, or NULL. The caller frees. */
static char *header(char **lines, const char *name)
{
    char *value = NULL;
    for (char **line = lines; *line != NULL; line++) {
        const char *colon = strstr(*line, ": ");
        fuzz_check(colon != NULL && colon > *line, "a line of the head is \"%s\"", *line);
        for (const char *at = *line; *at != '\0'; at++)
            fuzz_check(g_ascii_isprint(*at), "a line of the head is \"%s\"", *line);
        if (strlen(name) == (gsize)(colon - *line) && g_str_has_prefix(*line, name)) {
            fuzz_check(value == NULL, "%s is there twice", name);
            value = g_strdup(colon + 2);
        }
    }
    return value;
}

static void check_body(const char *type, const char *body, gsize length)
{
    fuzz_check(g_utf8_validate(body, (gssize)length, NULL), "the body is no UTF-8");
    if (g_str_has_prefix(type, "application/json") || strstr(type, "+json") != NULL)
        fuzz_check_json(body);
    else if (g_str_has_prefix(type, "text/html") || strstr(type, "xml") != NULL)
        fuzz_check_xml(body, length);
}

static void check_response(const GString *bytes)
{
    static const char *const statuses[] = {"200 OK",
                                           "304 Not Modified",
                                           "400 Bad Request",
                                           "404 Not Found",
                                           "405 Method Not Allowed",
                                           "414 URI Too Long",
                                           "503 Service Unavailable",
                                           NULL};
    const char *end = strstr(bytes->str, "\r\n\r\n");
    fuzz_check(end != NULL, "a response without an end of its head");
    g_autofree char *head = g_strndup(bytes->str, (gsize)(end - bytes->str));
    g_auto(GStrv) lines = g_strsplit(head, "\r\n", -1);
    g_autofree char *status = header(lines, "Status"), *type = header(lines, "Content-Type"),
                    *guard = header(lines, "Content-Security-Policy"),
                    *said = header(lines, "Content-Length");
    const char *body = end + strlen("\r\n\r\n");
    const gsize length = bytes->len - (gsize)(body - bytes->str);
    fuzz_check(g_strv_contains(statuses, status), "the status is %s", status);
    fuzz_check(guard != NULL && g_str_has_prefix(guard, "default-src 'none'"), "the guard is %s", guard);
    if (length == 0)
        return; /* only the head was asked for, or it is known */
    fuzz_check(said != NULL && g_ascii_strtoull(said, NULL, 10) == length, "%zu bytes of %s", length, said);
    check_body(type, body, length);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static cfa_site *site;
    if (site == NULL)
        site = cfa_site_new(fuzz_sample_index_folder(), NULL);
    cfa_error error = {0};
    fuzz_input input = {bytes, length};
    g_auto(GStrv) environment = environment_of(&input);
    GString *response = cfa_site_answer(site, environment, &error);
    /* A server says by REDIRECT_STATUS that it found no process for the request. */
    fuzz_check(error.status == CFA_OK || strcmp(error.code, "busy") == 0, "the operator is told: %s",
               error.reason);
    check_response(response);
    g_string_free(response, TRUE);
    return 0;
}
