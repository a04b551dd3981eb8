/* cfa-index: reads the command line and runs the command it names. */
#include "commands.h"
#include "database.h"
#include "layout.h"
#include "log.h"
#include "options.h"
#include "summary.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char usages[] = "  cfa-index build [OPTIONS] SOURCE...\n"
                             "  cfa-index update [OPTIONS] SOURCE...\n"
                             "  cfa-index check|info [OPTIONS]\n"
                             "  cfa-index parse [--json] SOURCE...\n";

static const char summary[] =
    "Commands:\n"
    "  build SOURCE...    a new index from these sources alone\n"
    "  update SOURCE...   add what is new or changed, leave the rest as it is\n"
    "  check              read the whole index back and verify it\n"
    "  info               what is in the index\n"
    "  parse SOURCE...    read sources and print what was understood, index nothing\n"
    "\n"
    "A SOURCE is a file, a folder, or - for standard input: HTML or plain text, also\n"
    "in gzip, tar or zip.\n"
    "Exit status: 0 all sources read; 1 published, but some were rejected, or check\n"
    "found a fault; 2 usage; 3 nothing readable; 4 another writer holds the lock, or\n"
    "no index; 5 the index is corrupt or of another format; 70 a fault of ours;\n"
    "74 reading or writing failed.";

/* What each command is, and what it takes. */
static const struct command {
    const char *name;
    int (*run)(const cfa_command *command);
    gboolean takes_sources;
    gboolean writes;   /* an index */
    gboolean compares; /* with what is in it */
} commands[] = {{"build", cfa_command_build, TRUE, TRUE, FALSE},
                {"update", cfa_command_build, TRUE, TRUE, TRUE},
                {"check", cfa_command_check, FALSE, FALSE, FALSE},
                {"info", cfa_command_info, FALSE, FALSE, FALSE},
                {"parse", cfa_command_parse, TRUE, FALSE, FALSE}};

/* The words of the command line as they were typed, before they are understood. */
typedef struct words {
    char *index, *jobs, *memory, *keep, *wait, *progress;
    gboolean prune, dry_run, json, quiet, version;
    char *help; /* its text, where that is asked for */
    char **rest;
} words;

int cfa_command_fail(const cfa_command *command, const cfa_error *error)
{
    g_autoptr(GString) line = g_string_new("cfa-index: ");
    g_autofree char *advice = cfa_database_advice(error, command->index);
    cfa_log_add_text(line, error->reason, G_MAXUINT);
    cfa_log_add_text(line, advice, G_MAXUINT);
    g_string_append_printf(line, " [%s]\n", error->code);
    cfa_log(line->str);
    if (command->json) {
        g_autofree char *json = cfa_summary_failed_json(command->name, error);
        fputs(json, stdout);
    }
    return cfa_status_exit(error->status);
}

static gboolean usage(const char *format, const char *word)
{
    g_autofree char *lines = g_strdup_printf("cfa-index: %s: %s\nTry `cfa-index --help`.\n", word, format);
    cfa_log(lines);
    return FALSE;
}

static gboolean read_number(const char *option, const char *word, guint least, guint most, guint *number)
{
    guint64 value;
    if (word == NULL)
        return TRUE;
    if (!g_ascii_string_to_unsigned(word, 10, least, most, &value, NULL)) {
        g_autofree char *reason = g_strdup_printf("%s takes a number from %u to %u", option, least, most);
        return usage(reason, word);
    }
    *number = (guint)value;
    return TRUE;
}

/* "64M", "1G", "4096K". */
static gboolean read_memory(const char *word, guint64 *bytes)
{
    static const char units[] = "KMG";
    if (word == NULL)
        return TRUE;
    const gsize length = strlen(word);
    const char *unit = length > 0 ? strchr(units, g_ascii_toupper(word[length - 1])) : NULL;
    g_autofree char *digits = g_strndup(word, unit != NULL && *unit != '\0' ? length - 1 : length);
    const guint shift = unit != NULL && *unit != '\0' ? 10 * (guint)(unit - units + 1) : 0;
    const guint64 least = 16 << 20, most = G_GUINT64_CONSTANT(1) << 42;
    guint64 value;
    if (!g_ascii_string_to_unsigned(digits, 10, 1, G_MAXINT64, &value, NULL))
        return usage("--memory takes a size such as 64M or 1G", word);
    if (value > most >> shift || value << shift < least)
        return usage("--memory takes from 16M to 4096G", word);
    *bytes = value << shift;
    return TRUE;
}

static gboolean read_progress(const char *word, gboolean quiet, gboolean *show)
{
    *show = !quiet && isatty(STDERR_FILENO);
    if (word == NULL || strcmp(word, "auto") == 0)
        return TRUE;
    *show = strcmp(word, "always") == 0;
    if (*show || strcmp(word, "never") == 0)
        return TRUE;
    return usage("--progress takes auto, always or never", word);
}

/* A variable of a script that is not set. */
static gboolean check_index(const char *word)
{
    return word == NULL || word[0] != '\0' || usage("--index takes a folder", "\"\"");
}

static gboolean understand(words *typed, cfa_command *command)
{
    command->jobs = MIN(g_get_num_processors(), 64);
    command->memory = 256 << 20;
    command->keep = 1;
    command->prune = typed->prune;
    command->dry_run = typed->dry_run;
    command->json = typed->json;
    command->quiet = typed->quiet;
    command->index = typed->index != NULL ? g_strdup(typed->index) : cfa_current_default_index();
    return check_index(typed->index) && read_number("--jobs", typed->jobs, 1, 64, &command->jobs) &&
           read_number("--keep", typed->keep, 0, 1000, &command->keep) &&
           read_number("--wait", typed->wait, 0, 86400, &command->wait) &&
           read_memory(typed->memory, &command->memory) &&
           read_progress(typed->progress, typed->quiet, &command->progress);
}

/* Refuses what says what becomes of an index beside a command to which nothing does: it would be passed over.
 * What says how the work is done and told is for all of them. */
static gboolean check_options(const words *typed, const struct command *asked)
{
    static const char build_or_update[] = "is an option of build and update";
    const struct {
        const char *option, *takers;
        gboolean is_typed, is_taken;
    } of_writers[] = {{"--prune", "is an option of update", typed->prune, asked->compares},
                      {"--dry-run", build_or_update, typed->dry_run, asked->writes},
                      {"--keep", build_or_update, typed->keep != NULL, asked->writes},
                      {"--wait", build_or_update, typed->wait != NULL, asked->writes}};
    for (guint i = 0; i < G_N_ELEMENTS(of_writers); i++)
        if (of_writers[i].is_typed && !of_writers[i].is_taken)
            return usage(of_writers[i].takers, of_writers[i].option);
    return TRUE;
}

static int run(words *typed)
{
    cfa_command command = {0};
    const char *name = typed->rest != NULL ? typed->rest[0] : NULL;
    const struct command *found = NULL;
    for (guint i = 0; name != NULL && i < G_N_ELEMENTS(commands); i++)
        if (strcmp(commands[i].name, name) == 0)
            found = &commands[i];
    if (found == NULL) {
        usage(name != NULL ? "no such command; there are build, update, check, info and parse"
                           : "build, update, check, info or parse?",
              name != NULL ? name : "which command");
        return cfa_status_exit(CFA_USAGE);
    }
    command.name = found->name;
    command.sources = typed->rest + 1;
    int status = cfa_status_exit(CFA_USAGE);
    if (found->takes_sources && command.sources[0] == NULL)
        usage("needs at least one SOURCE", name);
    else if (!found->takes_sources && command.sources[0] != NULL)
        usage("is one word too many", command.sources[0]);
    else if (check_options(typed, found) && understand(typed, &command))
        status = found->run(&command);
    g_free(command.index);
    return status;
}

static gboolean read_words(int count, char **arguments, words *typed)
{
    const GOptionEntry entries[] = {
        {"index", 'i', 0, G_OPTION_ARG_FILENAME, &typed->index,
         "the index (else $CFA_INDEX, or in your data folder)", "DIR"},
        {"jobs", 'j', 0, G_OPTION_ARG_STRING, &typed->jobs, "workers (default: the number of cores)", "N"},
        {"memory", 'm', 0, G_OPTION_ARG_STRING, &typed->memory,
         "memory of all workers together (default 256M)", "SIZE"},
        {"prune", 0, 0, G_OPTION_ARG_NONE, &typed->prune, "update: also drop case texts whose source is gone",
         NULL},
        {"dry-run", 0, 0, G_OPTION_ARG_NONE, &typed->dry_run, "build, update: only say what would change",
         NULL},
        {"keep", 0, 0, G_OPTION_ARG_STRING, &typed->keep,
         "build, update: earlier generations kept (default 1)", "N"},
        {"wait", 0, 0, G_OPTION_ARG_STRING, &typed->wait,
         "build, update: wait for another's lock (default 0)", "SECONDS"},
        {"progress", 0, 0, G_OPTION_ARG_STRING, &typed->progress, "a bar: auto, always or never", "WHEN"},
        {"json", 0, 0, G_OPTION_ARG_NONE, &typed->json, "the summary as one JSON object", NULL},
        {"quiet", 'q', 0, G_OPTION_ARG_NONE, &typed->quiet, "errors alone", NULL},
        {"version", 0, 0, G_OPTION_ARG_NONE, &typed->version, "the version", NULL},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &typed->rest, NULL, "COMMAND [SOURCE...]"},
        {NULL, 0, 0, 0, NULL, NULL, NULL}};
    g_autoptr(GError) failure = NULL;
    const gboolean read =
        cfa_options_read(usages, summary, entries, count, arguments, &typed->help, &failure);
    if (!read) {
        g_autofree char *lines =
            g_strdup_printf("cfa-index: %s\nTry `cfa-index --help`.\n", failure->message);
        cfa_log(lines);
    }
    return read;
}

/* libxapian 1.4 throws where nobody can catch it when a write fails at certain places of a commit. What is in
 * service is as it was, and the next run removes what this one leaves. */
static void give_up(const xc_error *failure)
{
    fprintf(stderr, "cfa-index: reading or writing the new index failed: %s [input-output]\n",
            failure->message);
    _exit(cfa_status_exit(CFA_IO));
}

/* A file of the index that is opened where a standard stream was closed would get what is meant for that. So
 * each has something, by which reading or writing goes on to fail. */
static void occupy_standard_streams(void)
{
    static const int useless[] = {
        [STDIN_FILENO] = O_WRONLY, [STDOUT_FILENO] = O_RDONLY, [STDERR_FILENO] = O_RDONLY};
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
        if (fcntl(stream, F_GETFD) < 0)
            open("/dev/null", useless[stream]); /* which gets the lowest number that is free */
}

int main(int count, char **arguments)
{
    words typed = {0};
    int status = cfa_status_exit(CFA_USAGE);
    occupy_standard_streams();
    /* Whoever started this may not care how its processes end, and that is inherited: here it tells whether
     * all was read, and whether a fault was found. */
    signal(SIGCHLD, SIG_DFL);
    xc_set_last_words(give_up);
    /* The writer commits by bytes of text; libxapian's own count of documents would come in between. */
    g_setenv("XAPIAN_FLUSH_THRESHOLD", "100000000", TRUE);
    if (read_words(count, arguments, &typed)) {
        if (typed.help != NULL) {
            fputs(typed.help, stdout);
            status = 0;
        } else if (typed.version) {
            printf("cfa-index %s (libxapian %s, index format %d)\n", CFA_VERSION, xc_version(),
                   CFA_LAYOUT_FORMAT);
            status = 0;
        } else {
            status = run(&typed);
        }
    }
    /* A write that failed before the last one leaves but this mark. */
    if (fflush(stdout) != 0 || ferror(stdout)) {
        cfa_log("cfa-index: standard output cannot be written\n");
        status = cfa_status_exit(CFA_IO);
    }
    g_free(typed.help);
    g_free(typed.index);
    g_free(typed.jobs);
    g_free(typed.memory);
    g_free(typed.keep);
    g_free(typed.wait);
    g_free(typed.progress);
    g_strfreev(typed.rest);
    return status;
}
