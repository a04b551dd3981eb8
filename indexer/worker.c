#include "worker.h"

#include "confine.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MESSAGE_BYTES = 1 << 30 /* a document has 64 MiB, and its citations take some times that */ };

struct cfa_worker {
    pid_t process; /* 0 when it was waited for */
    FILE *answers;
};

/* ---- in the worker ---- */

/* What it may have: by far more than it takes, which is four times a page or eight, and stacks. */
static guint64 memory_of(const cfa_reading_options *options)
{
    enum { BYTES = 1 << 30, TIMES = 16, THREAD_BYTES = 16 << 20 };
    return BYTES + TIMES * options->memory + (guint64)THREAD_BYTES * options->jobs;
}

/* Whether standard input is among the sources, by whatever name. */
static gboolean reads_input(const cfa_reading_options *options)
{
    struct stat input, status;
    if (fstat(STDIN_FILENO, &input) != 0)
        return FALSE;
    for (guint i = 0; options->sources[i] != NULL; i++)
        if (strcmp(options->sources[i], "-") == 0 ||
            (stat(options->sources[i], &status) == 0 && status.st_dev == input.st_dev &&
             status.st_ino == input.st_ino))
            return TRUE;
    return FALSE;
}

/* Leaves it standard input, if that is a source, standard error, and where it answers; returned is the number
 * of that now. The index, its lock and the spool are none of its business. */
static int keep_descriptors(const cfa_reading_options *options, int answers)
{
    enum { ANSWERS = 3 };
    dup2(answers, ANSWERS);
    const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (!reads_input(options))
        dup2(nothing, STDIN_FILENO);
    dup2(nothing, STDOUT_FILENO);
    closefrom(ANSWERS + 1);
    return ANSWERS;
}

/* Writes what was counted, since the process does not end by exit(): what it would write besides is its
 * parent's. */
static void end_counting(void)
{
#ifdef CFA_COUNTED
    void __gcov_dump(void);
    __gcov_dump();
#endif
}

static gboolean tell_fence(guint held, FILE *answers)
{
    const cfa_message message = {.kind = CFA_MESSAGE_FENCE, .fence = held};
    g_autoptr(GByteArray) bytes = cfa_message_pack(&message);
    return fwrite(bytes->data, bytes->len, 1, answers) == 1;
}

G_NORETURN static void work(const cfa_reading_options *options, pid_t parent, int descriptor)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(0); /* it died before */
    FILE *answers = fdopen(keep_descriptors(options, descriptor), "w");
    const guint held = cfa_confine(options->sources, memory_of(options), TRUE);
    const gboolean well = answers != NULL && tell_fence(held, answers) && cfa_reading_run(options, answers);
    end_counting();
    _exit(well ? 0 : cfa_status_exit(CFA_IO));
}

/* ---- in the indexing process ---- */

static gboolean cannot_start(cfa_error *error)
{
    return cfa_error_set(error, CFA_IO, "worker-unstarted", -1,
                         "no process can be started to read the sources: %s", g_strerror(errno));
}

cfa_worker *cfa_worker_start(const cfa_reading_options *options, cfa_error *error)
{
    int ends[2];
    const pid_t parent = getpid();
    if (pipe2(ends, O_CLOEXEC) != 0) {
        cannot_start(error);
        return NULL;
    }
    /* Whatever fails behind the fork would leave a process. */
    FILE *answers = fdopen(ends[0], "r");
    const pid_t process = answers != NULL ? fork() : -1;
    if (process == 0)
        work(options, parent, ends[1]);
    if (process < 0)
        cannot_start(error);
    close(ends[1]);
    if (process < 0) {
        if (answers != NULL)
            fclose(answers);
        else
            close(ends[0]);
        return NULL;
    }
    cfa_worker *worker = g_new0(cfa_worker, 1);
    worker->process = process;
    worker->answers = answers;
    return worker;
}

/* How it ended, as waitpid() tells. */
static int wait_for(cfa_worker *worker)
{
    int status = 0;
    while (waitpid(worker->process, &status, 0) < 0 && errno == EINTR)
        ;
    worker->process = 0;
    return status;
}

static gboolean distrust(cfa_worker *worker, cfa_error *error)
{
    if (worker->process != 0) {
        kill(worker->process, SIGKILL);
        wait_for(worker);
    }
    return cfa_error_set(error, CFA_INTERNAL, "worker-ended", -1,
                         "the process that reads the sources sent something that is no message");
}

/* No more comes. TRUE where it did its work. */
static gboolean end(cfa_worker *worker, cfa_error *error)
{
    if (ferror(worker->answers))
        return cfa_error_set(error, CFA_IO, "unreadable", -1,
                             "what the process that reads the sources tells cannot be read: %s",
                             g_strerror(errno));
    const int status = wait_for(worker);
    if (WIFSIGNALED(status))
        return cfa_error_set(error, CFA_INTERNAL, "worker-ended", -1,
                             "the process that reads the sources was ended by a signal (%s)",
                             g_strsignal(WTERMSIG(status)));
    return WEXITSTATUS(status) == 0 ||
           cfa_error_set(error, CFA_INTERNAL, "worker-ended", -1,
                         "the process that reads the sources ended with status %d", WEXITSTATUS(status));
}

gboolean cfa_worker_next(cfa_worker *worker, cfa_message *message, cfa_error *error)
{
    guint32 length;
    if (fread(&length, sizeof length, 1, worker->answers) != 1) {
        end(worker, error);
        return FALSE;
    }
    if (length > MESSAGE_BYTES)
        return distrust(worker, error);
    g_autofree char *bytes = g_malloc(length);
    if (fread(bytes, 1, length, worker->answers) != length)
        return end(worker, error) && distrust(worker, error);
    cfa_wire wire = cfa_wire_of(bytes, length);
    return cfa_message_unpack(&wire, message) || distrust(worker, error);
}

void cfa_worker_free(cfa_worker *worker)
{
    if (worker == NULL)
        return;
    if (worker->process != 0) {
        kill(worker->process, SIGKILL);
        wait_for(worker);
    }
    fclose(worker->answers);
    g_free(worker);
}
