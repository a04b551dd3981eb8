/*
 * Makes the calls of a request fail, one after the other, and looks at what is answered:
 *
 *     cfa-requests CFA-SEARCH.CGI LIBFAULT INDEX FOLDER 100   so many calls of each request, spread over all
 *                                                             of them
 *
 * By CGI, by a FastCGI process that has the index open, and by one that has to open it anew. Each answer is
 * the one without a fault, or a page with status 503 and a named reason in the log; one that the process
 * could not send on ends early, so that the server can see it. The process stays, and its next answer is the
 * right one. INDEX is a copy that may be written to. Exit status 1 and a line for each answer that is
 * another.
 */
#include "responder.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct row {
    const char *path, *query;
} requests[] = {
    {"/", "q=trade+union+rights&ui=en"},
    {"/", "q=gr%C3%A8ve+%22the+Committee%22+huelga&format=json"},
    {"/", "q=dismis*&by=paragraph&sort=newest&ui=fr"},
    {"/", "q=dismissel+of+trade+unionsts&ui=es"},
    {"/", "q=country:belarus+in:conclusions&format=csv"},
    {"/paragraph/41/24", ""},
    {"/paragraph/394/83/fr", "q=syndicalistes+lib%C3%A9ration&lang=fr,es"},
    {"/case/2090", ""},
    {"/report/394", ""},
    {"/cites/41/24", ""},
    {"/similar/394/83", ""},
    {"/principle/digest:2006/44", ""},
    {"/suggest", "q=dis"},
    {"/feed", "q=strike"},
    {"/health", ""},
};

typedef enum way { BY_CGI, OPEN, OPENED_ANEW, WAYS } way;

static const char *const way_names[] = {"by CGI", "by FastCGI", "by FastCGI, opened anew"};

static const int read_numbers[] = {EIO, EACCES, EMFILE, ENOMEM};
static const int write_numbers[] = {EIO, EPIPE};

typedef enum verdict { AS_EVER, TOLD, CUT, WRONG, VERDICTS } verdict;

typedef struct round {
    responder *responder;
    way way;
    const struct row *request;
    const char *index;
    GString *whole; /* the answer without a fault */
    guint asked, points, calls, counts[VERDICTS];
} round;

/* What differs from one time to the next is made the same. Takes the answer. */
static GString *settle(GString *answer)
{
    g_autoptr(GRegex) times =
        g_regex_new("(\"took_ms\":|Content-Length: |ETag: (W/)?\")[-+0-9a-f.]+", G_REGEX_RAW, 0, NULL);
    g_autofree char *settled = g_regex_replace(times, answer->str, (gssize)answer->len, 0, "\\1", 0, NULL);
    return g_string_assign(answer, settled);
}

/* Replaces the file that names the generation by one that says the same. */
static void publish_again(const char *index)
{
    g_autofree char *path = g_build_filename(index, "current", NULL);
    g_autofree char *text = NULL;
    gsize length = 0;
    if (!g_file_get_contents(path, &text, &length, NULL) ||
        !g_file_set_contents(path, text, (gssize)length, NULL))
        fprintf(stderr, "cfa-requests: %s cannot be replaced\n", path);
}

/* The query with a parameter that is nobody's, so that the answer is not one that is remembered. New. */
static char *query_anew(round *this)
{
    const char *query = this->request->query;
    return g_strdup_printf("%s%sasked=%u", query, query[0] != '\0' ? "&" : "", ++this->asked);
}

/* Asks with the call `at` failing by `number`; 0 for none. */
static GString *ask(round *this, fault_kind kind, guint at, int number, gboolean *ended)
{
    fault_plan *plan = responder_plan(this->responder);
    g_autofree char *query = query_anew(this);
    if (this->way == OPENED_ANEW)
        publish_again(this->index);
    plan->at = 0;
    plan->kind = kind;
    plan->number = number;
    plan->calls = 0;
    plan->at = at;
    GString *answer = settle(responder_ask(this->responder, this->request->path, query, ended));
    plan->at = 0;
    return answer;
}

/* ---- what is looked at ---- */

static gboolean is_named(const char *said)
{
    return g_regex_match_simple(
        "^cfa-search\\.cgi: [^\\n]+ \\[(unreadable|input-output|[a-z]+-corrupt)\\]\\n$", said, 0, 0);
}

static gboolean is_told(const GString *answer, const char *said)
{
    return g_str_has_prefix(answer->str, "Status: 503 ") &&
           strstr(answer->str, "\r\nRetry-After: ") != NULL &&
           strstr(answer->str, "\r\nCache-Control: no-store\r\n") != NULL && is_named(said);
}

static verdict judge(const round *this, const GString *answer, gboolean ended, const char *said)
{
    if (!responder_lives(this->responder))
        return WRONG;
    if (!ended && strncmp(this->whole->str, answer->str, answer->len) == 0)
        return CUT;
    if (ended && g_string_equal(this->whole, answer))
        return AS_EVER;
    return ended && is_told(answer, said) ? TOLD : WRONG;
}

static void complain(const round *this, guint at, int number, const GString *answer, const char *said)
{
    printf("not ok - %s, %s?%s, call %u of %u fails by \"%s\": %s it is answered:\n%.600s\nand said: %s\n",
           way_names[this->way], this->request->path, this->request->query, at, this->calls,
           g_strerror(number), responder_lives(this->responder) ? "" : "the process ended;", answer->str,
           said);
}

/* ---- the rounds ---- */

static gboolean answers_again(round *this, guint at, int number)
{
    gboolean ended;
    GString *answer = ask(this, FAULT_ON_READS, 0, 0, &ended);
    g_autofree char *said = responder_said(this->responder);
    const gboolean well = ended && g_string_equal(this->whole, answer);
    if (!well) {
        printf("(the request after:) ");
        complain(this, at, number, answer, said);
    }
    g_string_free(answer, TRUE);
    return well;
}

static gboolean strike(round *this, fault_kind kind, guint at, int number)
{
    gboolean ended;
    GString *answer = ask(this, kind, at, number, &ended);
    g_autofree char *said = responder_said(this->responder);
    const verdict one = judge(this, answer, ended, said);
    if (one == WRONG)
        complain(this, at, number, answer, said);
    this->counts[one]++;
    g_string_free(answer, TRUE);
    return one != WRONG && answers_again(this, at, number);
}

static gboolean strike_all(round *this, fault_kind kind, const int *numbers, guint count)
{
    gboolean ended, well = TRUE;
    g_string_free(ask(this, kind, 0, 0, &ended), TRUE);
    this->calls = responder_plan(this->responder)->calls;
    const guint points = MIN(this->points, this->calls);
    for (guint i = 0; i < points && responder_lives(this->responder); i++) {
        const guint at = 1 + i * (this->calls - 1) / MAX(points - 1, 1);
        well = strike(this, kind, at, numbers[i % count]) && well;
    }
    return well && responder_lives(this->responder);
}

static gboolean go_round(round *this)
{
    gboolean ended;
    memset(this->counts, 0, sizeof this->counts);
    this->whole = ask(this, FAULT_ON_READS, 0, 0, &ended);
    gboolean well = ended && g_str_has_prefix(this->whole->str, "Status: 200 ");
    if (!well)
        complain(this, 0, 0, this->whole, "nothing was to fail");
    well = well && answers_again(this, 0, 0) &&
           strike_all(this, FAULT_ON_READS, read_numbers, G_N_ELEMENTS(read_numbers));
    const guint reads = this->calls;
    well = well && strike_all(this, FAULT_ON_WRITES, write_numbers, G_N_ELEMENTS(write_numbers));
    printf("%s, %s?%s: %u calls that read, %u that write; %u told by a page, %u without effect, %u cut\n",
           way_names[this->way], this->request->path, this->request->query, reads, this->calls,
           this->counts[TOLD], this->counts[AS_EVER], this->counts[CUT]);
    g_string_free(this->whole, TRUE);
    return well;
}

static gboolean go(const responder_how *how, way one, guint points)
{
    gboolean well = TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(requests); i++) {
        g_autoptr(responder) started = responder_new(how);
        round this = {
            .responder = started, .way = one, .request = &requests[i], .index = how->index, .points = points};
        well = started != NULL && go_round(&this) && well;
    }
    return well;
}

int main(int count, char **arguments)
{
    const guint points = count == 6 ? (guint)strtoul(arguments[5], NULL, 10) : 0;
    gboolean well = points > 0;
    if (!well)
        fprintf(stderr, "Usage: cfa-requests CFA-SEARCH.CGI LIBFAULT INDEX FOLDER POINTS\n");
    for (way one = 0; one < WAYS && points > 0; one++) {
        const responder_how how = {.program = arguments[1],
                                   .fault = arguments[2],
                                   .index = arguments[3],
                                   .folder = arguments[4],
                                   .is_fast_cgi = one != BY_CGI};
        well = go(&how, one, points) && well;
    }
    return well ? EXIT_SUCCESS : EXIT_FAILURE;
}
