/* The page of a problem: what is wrong, why, what is near, and the box as it was filled. */
#include "nearest.h"
#include "reason.h"

#include <string.h>

/* The status of each kind of error, and what is said of it; a code decides before the kind. The
 * last stands for all else. */
static const struct row {
    const char *code;
    cfa_status kind;
    guint status;
    cfa_saying title;
    cfa_saying instead; /* of a reason that is the operator's business, since it may name folders; else
                           CFA_SAYINGS */
} rows[] = {
    {"method-not-allowed", CFA_USAGE, 405, CFA_SAY_PROBLEM_405, CFA_SAYINGS},
    {"query-string-too-long", CFA_USAGE, 414, CFA_SAY_PROBLEM_414, CFA_SAYINGS},
    {"query-too-long", CFA_USAGE, 400, CFA_SAY_PROBLEM_QUERY, CFA_SAYINGS},
    /* A path that names nothing is a path that is not there. */
    {"bad-id", CFA_USAGE, 404, CFA_SAY_PROBLEM_404, CFA_SAYINGS},
    {"bad-case", CFA_USAGE, 404, CFA_SAY_PROBLEM_404, CFA_SAYINGS},
    {"bad-report", CFA_USAGE, 404, CFA_SAY_PROBLEM_404, CFA_SAYINGS},
    {NULL, CFA_USAGE, 400, CFA_SAY_PROBLEM_400, CFA_SAYINGS},
    {NULL, CFA_NOT_FOUND, 404, CFA_SAY_PROBLEM_404, CFA_SAYINGS},
    {"busy", CFA_UNAVAILABLE, 503, CFA_SAY_PROBLEM_BUSY, CFA_SAY_ADVICE_BUSY},
    {NULL, CFA_UNAVAILABLE, 503, CFA_SAY_PROBLEM_503, CFA_SAY_ADVICE_503},
    {NULL, CFA_CORRUPT, 503, CFA_SAY_PROBLEM_503, CFA_SAY_ADVICE_503},
    {NULL, CFA_IO, 503, CFA_SAY_PROBLEM_503, CFA_SAY_ADVICE_503},
    {NULL, CFA_INTERNAL, 500, CFA_SAY_PROBLEM_500, CFA_SAY_ADVICE_500},
};

static gboolean is_ours(const struct row *row)
{
    return row->instead != CFA_SAYINGS;
}

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
    if (is_ours(row))
        cfa_error_set(&told, error->status, error->code, -1, "%s", cfa_say(row->instead, CFA_ENGLISH));
    g_autofree char *line = cfa_json_error(&told);
    response->type = "application/json";
    g_string_append(response->body, line);
}

static void write_page(const struct row *row, const cfa_visit *visit)
{
    const cfa_web_request *request = visit->request;
    const char *title = cfa_say(row->title, request->language);
    cfa_draft draft = cfa_frame_begin(request, title, NULL, FALSE);
    cfa_html_element(draft.html, "h1", title, NULL);
    if (is_ours(row)) {
        cfa_html_element(draft.html, "p", cfa_say(row->instead, draft.language), NULL);
        /* Whatever it is called: a server may have another address for this page than the browser. */
        cfa_html_open(draft.html, "p", NULL);
        cfa_html_element(draft.html, "a", cfa_say(CFA_SAY_TRY_AGAIN, draft.language), "href", "", NULL);
        cfa_html_close(draft.html, "p");
    } else {
        cfa_reason_write(&draft, &request->error);
        cfa_nearest_write(&draft, visit->index, &request->error);
    }
    cfa_frame_form(&draft, FALSE);
    cfa_frame_end(&draft, visit->response);
}

void cfa_page_problem(cfa_visit *visit)
{
    const cfa_web_request *request = visit->request;
    cfa_web_response *response = visit->response;
    const struct row *row = find_row(&request->error);
    const gboolean is_health = strcmp(request->path, "/health") == 0;
    response->status = row->status;
    response->type = "text/html; charset=utf-8";
    response->keep = is_ours(row) ? CFA_KEEP_NOT : CFA_KEEP_ASKING;
    response->weak = FALSE;
    cfa_web_response_tag(response, request, visit->index != NULL ? visit->index->identity : "");
    if (request->json || is_health)
        write_json(row, response, &request->error);
    else
        write_page(row, visit);
}
