/*
 * cfa-search.cgi: the pages over CGI/1.1 and, from the same binary, as a FastCGI responder. Which
 * of them it is shows in what standard input is: the listening socket of a FastCGI server, or not.
 */
#include "current.h"
#include "database.h"
#include "fence.h"
#include "pages.h"

#include <fcgiapp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char help[] =
    "Usage: cfa-search.cgi [--help | --version]\n"
    "\n"
    "The search pages, for a web server that calls it by CGI/1.1 or FastCGI.\n"
    "\n"
    "Environment:\n"
    "  CFA_INDEX      the index; default cfasearch/index in the user's data folder\n"
    "  CFA_BASE_URL   the public address, where it differs from what the server says\n";

static const char version[] = "cfa-search.cgi " CFA_VERSION "\n";

/* What steers libxapian from outside has no business in a server. */
static void clear_xapian_variables(void)
{
    g_auto(GStrv) names = g_listenv();
    for (guint i = 0; names[i] != NULL; i++)
        if (g_str_has_prefix(names[i], "XAPIAN_"))
            g_unsetenv(names[i]);
}

/* Whether a shard is on another machine. An index that cannot be read, or has yet to come, is taken for one
 * that has none. */
static gboolean needs_network(const char *directory)
{
    cfa_error error = {.status = CFA_OK};
    g_autoptr(cfa_current) current = cfa_current_read(directory, &error);
    gboolean needs = FALSE;
    for (guint i = 0; current != NULL && i < current->shards->len; i++)
        needs = needs || ((const cfa_shard *)g_ptr_array_index(current->shards, i))->host != NULL;
    return needs;
}

enum { MEMORY = 1 << 30 /* bytes, beside an index that is mapped */ };

static guint close_fence(const char *directory)
{
#ifdef CFA_COUNTED
    (void)directory; /* what was counted is written to files at the end */
    return 0;
#else
    g_auto(GStrv) folders = cfa_current_folders(directory);
    const cfa_fence fence = {
        .readable = (const char *const *)folders, .memory = MEMORY, .network = needs_network(directory)};
    return cfa_fence_close(&fence);
#endif
}

/* What a fence has to leave open for the index as it is now; the caller frees. */
static char *what_is_open(const char *directory)
{
    g_auto(GStrv) folders = cfa_current_folders(directory);
    GString *open = g_string_new(needs_network(directory) ? "network" : "");
    struct stat status;
    for (guint i = 0; folders[i] != NULL; i++)
        if (stat(folders[i], &status) == 0)
            g_string_append_printf(open, " %ju:%ju", (uintmax_t)status.st_dev, (uintmax_t)status.st_ino);
    return g_string_free(open, FALSE);
}

/* Whether the index cannot be read behind the fence that was closed for `open`: its folder, or a link in it,
 * was replaced by another one, or its first shard on another machine came. */
static gboolean needs_another_fence(const cfa_site *site, const char *open)
{
    g_autofree char *now = what_is_open(site->directory);
    return site->fence != 0 && g_file_test(site->directory, G_FILE_TEST_IS_DIR) && strcmp(now, open) != 0;
}

/* Once for a process that stays; one for each request would fill the log, and there is /health. */
static void report_fence(guint held)
{
    for (guint part = 1; part < 1U << CFA_FENCE_PARTS; part <<= 1)
        if ((held & part) == 0)
            fprintf(stderr, "cfa-search.cgi: not confined by %s, which the system lacks or refuses\n",
                    cfa_fence_part_name((cfa_fence_part)part));
}

/* The public address that was set, or NULL: of "example.org" no page could make a link. */
static const char *public_address(void)
{
    const char *address = g_getenv("CFA_BASE_URL");
    if (address == NULL || address[0] == '\0' || address[0] == '/' || g_str_has_prefix(address, "http://") ||
        g_str_has_prefix(address, "https://"))
        return address;
    fprintf(
        stderr,
        "cfa-search.cgi: CFA_BASE_URL is left out of account, since \"%s\" does not begin with http:// or "
        "https://\n",
        address);
    return NULL;
}

/* *failed becomes whether the index, or a part of it, could not be read. */
static GString *answer(cfa_site *site, char **environment, gboolean *failed)
{
    cfa_error error = {.status = CFA_OK};
    GString *bytes = cfa_site_answer(site, environment, &error);
    g_autofree char *advice = cfa_database_advice(&error, site->directory);
    *failed = error.status != CFA_OK;
    if (*failed)
        fprintf(stderr, "cfa-search.cgi: %s%s [%s]\n", error.reason, advice, error.code);
    return bytes;
}

/* The exit status: whether all of it arrived. */
static int write_out(const char *bytes, gsize length)
{
    return fwrite(bytes, 1, length, stdout) == length && fflush(stdout) == 0 ? EXIT_SUCCESS
                                                                             : cfa_status_exit(CFA_IO);
}

static int serve_once(cfa_site *site)
{
    g_auto(GStrv) environment = g_get_environ();
    gboolean failed;
    GString *bytes = answer(site, environment, &failed);
    const int status = write_out(bytes->str, bytes->len);
    g_string_free(bytes, TRUE);
    return status;
}

static int serve_many(cfa_site *site)
{
    FCGX_Request request;
    /* Who went away before the answer came is no reason to end. */
    signal(SIGPIPE, SIG_IGN);
    if (FCGX_Init() != 0 || FCGX_InitRequest(&request, 0, 0) != 0)
        return cfa_status_exit(CFA_IO);
    report_fence(site->fence);
    g_autofree char *open = what_is_open(site->directory);
    gboolean ends = FALSE;
    while (!ends && FCGX_Accept_r(&request) == 0) {
        gboolean failed;
        GString *bytes = answer(site, request.envp, &failed);
        FCGX_PutStr(bytes->str, (int)MIN(bytes->len, G_MAXINT), request.out);
        g_string_free(bytes, TRUE);
        FCGX_Finish_r(&request);
        ends = failed && needs_another_fence(site, open);
    }
    if (ends)
        fputs("cfa-search.cgi: another index took the place of the one that it may read: it ends, to be "
              "started anew\n",
              stderr);
    return EXIT_SUCCESS;
}

/* Started by a person. A web server may hand a query on as arguments, so they count for nothing
 * in a request. */
static int explain(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "--version") == 0)
        return write_out(version, strlen(version));
    if (argc == 2 && strcmp(argv[1], "--help") == 0)
        return write_out(help, strlen(help));
    fputs("cfa-search.cgi: a web server starts this program; try `cfa-search.cgi --help`\n", stderr);
    return cfa_status_exit(CFA_USAGE);
}

int main(int argc, char **argv)
{
    clear_xapian_variables();
    const gboolean is_cgi = FCGX_IsCGI();
    if (is_cgi && g_getenv("REQUEST_METHOD") == NULL)
        return explain(argc, argv);
    g_autofree char *directory = cfa_current_default_index();
    /* Not freed: who answers one request ends sooner if the system takes all back at once. */
    static cfa_site *site;
    site = cfa_site_new(directory, public_address());
    /* Before a byte of a request is looked at. */
    site->fence = close_fence(directory);
    return is_cgi ? serve_once(site) : serve_many(site);
}
