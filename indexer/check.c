/*
 * cfa-index check: reads the whole index back. First whether all files are what was written (checksums.h),
 * which names the one that is damaged; then libxapian checks its tables, and come what was learned, the
 * vocabulary and the library, every document and every posting list (check.h), and what is counted of the
 * documents. */
#include "check.h"
#include "checksums.h"
#include "commands.h"
#include "log.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* What follows tells what is wrong in a list; this, in which file, and of bytes that no list tells of
 * today. */
static void check_checksums(cfa_check *check, const cfa_command *command, const cfa_current *current)
{
    for (guint i = 0; i < current->shards->len; i++) {
        g_autofree char *folder = cfa_shard_folder(g_ptr_array_index(current->shards, i));
        g_autofree char *checksums = folder != NULL ? g_build_filename(folder, CFA_CHECKSUMS, NULL) : NULL;
        cfa_error error = {0};
        if (folder == NULL || access(folder, F_OK) != 0)
            continue; /* another machine's, or an update took its place */
        if (!cfa_checksums_verify(folder, &error))
            cfa_check_fault(check, folder, error.reason);
        else if (!command->quiet && access(checksums, F_OK) != 0)
            cfa_log("check: there are no checksums: bytes were not compared with what was written\n");
    }
}

/* libxapian opens the tables that it looks at to write, though it writes nothing, and does not go on to those
 * of a replica, whose file XAPIANDB names their folder. */
static gboolean may_be_looked_at(const char *database)
{
    g_autofree char *table = g_build_filename(database, "postlist.glass", NULL),
                    *replica = g_build_filename(database, "XAPIANDB", NULL);
    return access(replica, F_OK) != 0 && (access(table, W_OK) == 0 || errno == ENOENT);
}

static void check_tables(cfa_check *check, const cfa_command *command, const cfa_current *current)
{
    for (guint i = 0; i < current->shards->len; i++) {
        const cfa_shard *shard = g_ptr_array_index(current->shards, i);
        xc_error failure = XC_ERROR_INIT;
        size_t faults = 0;
        if (shard->path == NULL)
            continue; /* another machine's: there are no tables here */
        if (!may_be_looked_at(shard->path)) {
            if (!command->quiet)
                cfa_log(
                    "check: libxapian did not look at the tables: they are a replica, or somebody else's\n");
        } else if (!xc_database_check(shard->path, &faults, &failure))
            cfa_check_fault(check, shard->path, failure.message);
        else if (faults > 0)
            cfa_check_fault(check, shard->path, "its tables are damaged");
    }
}

static void check_translations(cfa_check *check, const cfa_current *current)
{
    cfa_error error = {0};
    if (current->translations == NULL)
        return;
    g_autoptr(cfa_translations) translations = cfa_translations_open(current->translations, NULL, &error);
    if (translations == NULL)
        cfa_check_fault(check, current->translations, error.reason);
    else if (!cfa_translations_verify(translations))
        cfa_check_fault(check, current->translations, "it is not what was written");
}

static void check_vocabulary(cfa_check *check, const cfa_current *current)
{
    cfa_error error = {0};
    if (current->vocabulary == NULL)
        return;
    g_autoptr(cfa_vocabulary) vocabulary = cfa_vocabulary_open(current->vocabulary, NULL, &error);
    if (vocabulary == NULL)
        cfa_check_fault(check, current->vocabulary, error.reason);
    else if (!cfa_vocabulary_verify(vocabulary))
        cfa_check_fault(check, current->vocabulary, "it is not what was written");
}

/* What is counted of several databases, or of one elsewhere, is counted without the file. */
static void check_columns(cfa_check *check, const cfa_current *current)
{
    const cfa_shard *shard = g_ptr_array_index(current->shards, 0);
    cfa_error error = {0};
    if (current->columns == NULL || current->shards->len > 1 || shard->path == NULL ||
        check->database == NULL)
        return;
    if (!cfa_columns_verify(current->columns, check->database, &error))
        cfa_check_fault(check, current->columns, error.reason);
}

/* FALSE with *error where a shard of another machine does not answer: that is no fault of the index. */
static gboolean check_database(cfa_check *check, const cfa_command *command, const cfa_current *current,
                               cfa_error *error)
{
    check->database = cfa_database_open(current, error);
    if (check->database == NULL || !cfa_paragraph_languages_read(check->languages, check->database, error)) {
        if (error->status == CFA_UNAVAILABLE)
            return FALSE;
        cfa_check_fault(check, command->index, error->reason);
        return TRUE;
    }
    cfa_check_documents(check);
    cfa_check_postings(check);
    return check->unreachable.status == XC_OK || cfa_database_error(error, &check->unreachable);
}

static void print_result(const cfa_check *check, const cfa_command *command, guint64 generation)
{
    if (!check->json) {
        g_autofree char *line = g_strdup_printf(
            "check: generation %" G_GUINT64_FORMAT ", %u paragraph%s, %u fault%s\n", generation,
            check->documents, check->documents == 1 ? "" : "s", check->faults, check->faults == 1 ? "" : "s");
        if (!command->quiet)
            cfa_log(line);
        return;
    }
    json_auto_t *object = json_object();
    json_object_set_new(object, "schema", json_integer(1));
    json_object_set_new(object, "command", json_string("check"));
    json_object_set_new(object, "generation", json_integer((json_int_t)generation));
    json_object_set_new(object, "paragraphs", json_integer(check->documents));
    json_object_set_new(object, "faults", json_integer(check->faults));
    json_object_set(object, "found", check->found);
    g_autofree char *line = cfa_json_line(object);
    puts(line);
}

/* Whether another generation took the place of the one that was looked at: an update may have removed it
 * meanwhile. */
static gboolean was_replaced(const cfa_command *command, const cfa_current *current, cfa_error *error)
{
    cfa_error failure = {0};
    g_autoptr(cfa_current) now = cfa_current_read(command->index, &failure);
    if (now == NULL || now->generation == current->generation)
        return FALSE;
    cfa_error_set(error, CFA_UNAVAILABLE, "replaced", -1,
                  "generation %" G_GUINT64_FORMAT " took the place of %" G_GUINT64_FORMAT
                  " while that was checked: check again",
                  now->generation, current->generation);
    return TRUE;
}

static int check_index(const cfa_command *command, const cfa_current *current)
{
    cfa_check check;
    cfa_check_begin(&check, command->json);
    check_checksums(&check, command, current);
    check_tables(&check, command, current);
    check_translations(&check, current);
    check_vocabulary(&check, current);
    cfa_check_library(&check, current);
    cfa_error error = {0};
    gboolean answered = check_database(&check, command, current, &error);
    check_columns(&check, current);
    answered = answered && (check.faults == 0 || !was_replaced(command, current, &error));
    if (answered)
        print_result(&check, command, current->generation);
    cfa_check_end(&check);
    if (!answered)
        return cfa_command_fail(command, &error);
    return check.faults > 0 ? 1 : 0;
}

/* How the process of the check ended; what it could not say of it is said here. */
static int wait_for(pid_t child, const cfa_command *command, const cfa_current *current)
{
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    if (WIFEXITED(status))
        return WEXITSTATUS(status);
    cfa_check check;
    cfa_check_begin(&check, command->json);
    g_autofree char *reason =
        g_strdup_printf("it is damaged: reading it ended the process (%s)", g_strsignal(WTERMSIG(status)));
    cfa_check_fault(&check, command->index, reason);
    print_result(&check, command, current->generation);
    cfa_check_end(&check);
    return 1;
}

int cfa_command_check(const cfa_command *command)
{
    cfa_error error = {0};
    g_autoptr(cfa_current) current = cfa_current_read(command->index, &error);
    if (current == NULL)
        return cfa_command_fail(command, &error);
    /* libxapian reads beyond the ends of some damaged lists: that may end a process, but not the check. */
    const pid_t child = fork();
    if (child > 0)
        return wait_for(child, command, current);
    if (child == 0)
        prctl(PR_SET_PDEATHSIG, SIGKILL);
    setvbuf(stdout, NULL, _IOLBF, 0);
    return check_index(command, current);
}
