/* The page of a problem: what is wrong, why, and where to go. */
#include "frame.h"

#include <string.h>

/* The status of each kind of error, and what is said of it; a code decides before the kind. The
 * last stands for all else. */
static const struct row {
    const char *code;
    cfa_status kind;
    guint status;
    cfa_saying title, advice;
    gboolean is_ours; /* the reason is the operator's business: it may name folders */
} rows[] = {
    {"method-not-allowed", CFA_USAGE, 405, CFA_SAY_PROBLEM_405, CFA_SAY_ADVICE_405, FALSE},
    {"query-string-too-long", CFA_USAGE, 414, CFA_SAY_PROBLEM_414, CFA_SAY_ADVICE_414, FALSE},
    /* A path that names nothing is a path that is not there. */
    {"bad-id", CFA_USAGE, 404, CFA_SAY_PROBLEM_404, CFA_SAY_ADVICE_404, FALSE},
    {"bad-case", CFA_USAGE, 404, CFA_SAY_PROBLEM_404, CFA_SAY_ADVICE_404, FALSE},
    {"bad-report", CFA_USAGE, 404, CFA_SAY_PROBLEM_404, CFA_SAY_ADVICE_404, FALSE},
    {NULL, CFA_USAGE, 400, CFA_SAY_PROBLEM_400, CFA_SAY_ADVICE_400, FALSE},
    {NULL, CFA_NOT_FOUND, 404, CFA_SAY_PROBLEM_404, CFA_SAY_ADVICE_404, FALSE},
    {NULL, CFA_UNAVAILABLE, 503, CFA_SAY_PROBLEM_503, CFA_SAY_ADVICE_503, TRUE},
    {NULL, CFA_CORRUPT, 503, CFA_SAY_PROBLEM_503, CFA_SAY_ADVICE_503, TRUE},
    {NULL, CFA_IO, 503, CFA_SAY_PROBLEM_503, CFA_SAY_ADVICE_503, TRUE},
    {NULL, CFA_INTERNAL, 500, CFA_SAY_PROBLEM_500, CFA_SAY_ADVICE_500, TRUE},
};

static const struct row *find_row(const cfa_error *error)
{
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        if (rows[i].code != NULL ? strcmp(rows[i].code, error->code) == 0 : rows[i].kind == error->status)
            return &rows[i];
    return &rows[G_N_ELEMENTS(rows) - 1];
}

static void write_json(const struct row *row, cfa_web_response *response, const cfa_error *error)
{
    cfa_error told = *error;
    if (row->is_ours)
        cfa_error_set(&told, error->status, error->code, -1, "%s", cfa_say(row->advice, CFA_ENGLISH));
    g_autofree char *line = cfa_json_error(&told);
    response->type = "application/json";
    g_string_append(response->body, line);
}

/* A case that is only cited is known to those who cite it. */
static void write_citing(cfa_draft *draft, const cfa_error *error)
{
    const char *last = strrchr(draft->request->path, '/');
    const guint number = last != NULL ? cfa_history_parse(last + 1) : 0;
    if (strcmp(error->code, "case-only-cited") != 0 || number == 0)
        return;
    g_autofree char *digits = g_strdup_printf("%u", number);
    g_autofree char *path = g_strconcat("/cites/case:", digits, NULL);
    g_autofree char *address = cfa_link_page(draft->request, path);
    g_autofree char *name = cfa_say_filled(CFA_SAY_WHO_CITES_CASE, draft->language, digits, NULL);
    cfa_html_open(draft->html, "p", NULL);
    cfa_html_element(draft->html, "a", name, "href", address, NULL);
    cfa_html_close(draft->html, "p");
}

/* Whoever followed a link to what is not there can ask for it; elsewhere a form would not help, or would repeat what was refused. */
static void write_way_on(cfa_draft *draft, const struct row *row)
{
    g_autofree char *home = cfa_link_page(draft->request, "/");
    if (row->status == 404) {
        cfa_frame_form(draft, FALSE);
        return;
    }
    cfa_html_open(draft->html, "p", NULL);
    cfa_html_element(draft->html, "a", cfa_say(CFA_SAY_TO_SEARCH, draft->language), "href", home, NULL);
    cfa_html_close(draft->html, "p");
}

static void write_page(const struct row *row, const cfa_web_request *request, cfa_web_response *response,
                       const cfa_error *error)
{
    const char *title = cfa_say(row->title, request->language);
    cfa_draft draft = cfa_frame_begin(request, title, NULL);
    cfa_html_element(draft.html, "h1", title, NULL);
    cfa_html_element(draft.html, "p", cfa_say(row->advice, draft.language), NULL);
    if (!row->is_ours) {
        cfa_html_open(draft.html, "p", "class", "quiet", NULL);
        cfa_html_element(draft.html, "bdi", error->reason, "lang", cfa_language_code(CFA_ENGLISH), NULL);
        cfa_html_close(draft.html, "p");
    }
    write_citing(&draft, error);
    write_way_on(&draft, row);
    cfa_frame_end(&draft, response);
}

void cfa_page_problem(const cfa_web_request *request, cfa_web_response *response, const cfa_error *error)
{
    const struct row *row = find_row(error);
    const gboolean is_health = strcmp(request->path, "/health") == 0;
    response->status = row->status;
    response->type = "text/html; charset=utf-8";
    response->keep = row->is_ours ? CFA_KEEP_NOT : CFA_KEEP_ASKING;
    response->weak = FALSE;
    cfa_web_response_tag(response, request, "problem");
    if (request->json || is_health)
        write_json(row, response, error);
    else
        write_page(row, request, response, error);
}
