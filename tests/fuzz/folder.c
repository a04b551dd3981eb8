/*
 * Folders: whatever files are in one, an index is built of the first of them and brought up to date with all,
 * and what is in service has no fault. An input has a line "=== NAME" before what is in each file.
 */
#include "fuzz.h"

#include "commands.h"
#include "folder.h"
#include "worker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILES = 8 };

static const char separator[] = "=== ";

/* A name that stays in the folder. */
static char *name_of(const char *line)
{
    g_autofree char *name = g_strndup(line, 40);
    g_strcanon(name, "abcdefghijklmnopqrstuvwxyz0123456789.-", '_');
    return g_strconcat(name[0] == '.' || name[0] == '\0' ? "page" : "", name, NULL);
}

static void write_file(const char *reports, const char *line, const uint8_t *bytes, size_t length)
{
    g_autofree char *name = name_of(line);
    g_autofree char *path = g_build_filename(reports, name, NULL);
    fuzz_check(g_file_set_contents_full(path, (const char *)bytes, (gssize)length, G_FILE_SET_CONTENTS_NONE,
                                        0644, NULL),
               "%s cannot be written", path);
}

/* Writes the next file of the input; FALSE where there is none. */
static gboolean write_next(const char *reports, fuzz_input *input)
{
    if (input->left == 0)
        return FALSE;
    g_autofree char *line = input->left > 4 && memcmp(input->at, separator, 4) == 0 ? fuzz_take_line(input)
                                                                                    : g_strdup("=== page");
    const uint8_t *start = input->at, *end = start + input->left;
    const uint8_t *next = input->left > 0 ? memmem(start, input->left, "\n=== ", 5) : NULL;
    const size_t length = (size_t)((next != NULL ? next + 1 : end) - start);
    write_file(reports, line + 4, start, length);
    input->at += length;
    input->left -= length;
    return TRUE;
}

/* In the place of the program's own, which says it. */
int cfa_command_fail(const cfa_command *command, const cfa_error *error)
{
    (void)command;
    fuzz_check_error(error);
    return cfa_status_exit(error->status);
}

/* In the place of the program's own, too: a worker that works in this process, so that the fuzzer sees what
 * it reaches. */
struct cfa_worker {
    char *answers;
    size_t length, at;
};

cfa_worker *cfa_worker_start(const cfa_reading_options *options, cfa_error *error)
{
    (void)error;
    cfa_worker *worker = g_new0(cfa_worker, 1);
    FILE *answers = open_memstream(&worker->answers, &worker->length);
    fuzz_check(answers != NULL && cfa_reading_run(options, answers), "the sources are not read to their end");
    fclose(answers);
    return worker;
}

gboolean cfa_worker_next(cfa_worker *worker, cfa_message *message, cfa_error *error)
{
    (void)error;
    if (worker->at == worker->length)
        return FALSE;
    cfa_wire wire = cfa_wire_of(worker->answers + worker->at, worker->length - worker->at);
    const guint32 length = cfa_wire_take_number(&wire);
    wire = cfa_wire_of(wire.at, length);
    fuzz_check(cfa_message_unpack(&wire, message), "a worker tells what is not believed");
    worker->at += sizeof length + length;
    return TRUE;
}

void cfa_worker_free(cfa_worker *worker)
{
    if (worker == NULL)
        return;
    free(worker->answers);
    g_free(worker);
}

/* Runs a command as `cfa-index` does. `check` forks: what it says is known by the status of the child. */
static int run(const char *name, int (*command)(const cfa_command *), const char *index, char *reports)
{
    char *sources[] = {reports, NULL};
    const cfa_command line = {.name = name,
                              .index = (char *)(uintptr_t)index,
                              .sources = sources,
                              .jobs = 2,
                              .memory = 16 << 20,
                              .keep = 1,
                              .quiet = TRUE};
    const pid_t own = getpid();
    const int status = command(&line);
    if (getpid() != own)
        _exit(status);
    return status;
}

/* Builds or updates, and checks what is in service then. */
static void index_folder(const char *name, const char *index, char *reports)
{
    const int status = run(name, cfa_command_build, index, reports);
    fuzz_check(status == 0 || status == 1 || status == 3, "%s ends with status %d", name, status);
    g_autofree char *current = g_build_filename(index, "current", NULL);
    if (g_file_test(current, G_FILE_TEST_EXISTS))
        fuzz_check(run("check", cfa_command_check, index, reports) == 0, "the index is faulty after %s",
                   name);
}

/* What commands say of bad files is of no interest, and much. */
static void be_quiet(void)
{
    static FILE *nowhere;
    if (nowhere == NULL)
        stdout = stderr = nowhere = fopen("/dev/null", "w");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    fuzz_input input = {bytes, length};
    g_autofree char *index = g_build_filename(fuzz_folder(), "index", NULL),
                    *reports = g_build_filename(fuzz_folder(), "reports", NULL);
    be_quiet();
    cfa_folder_remove(index);
    cfa_folder_remove(reports);
    fuzz_check(mkdir(reports, 0700) == 0, "%s cannot be made", reports);
    write_next(reports, &input);
    index_folder("build", index, reports);
    guint files = 1;
    while (files++ < FILES && write_next(reports, &input))
        ;
    index_folder("update", index, reports);
    return 0;
}
