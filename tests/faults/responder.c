#include "responder.h"

#include <errno.h>
#include <fastcgi.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PATIENCE = 60000 }; /* milliseconds */

struct responder {
    const responder_how *how;
    char **environment; /* but for the request */
    char *socket;
    fault_plan *plan;
    int log;
    pid_t process; /* 0: none runs */
    int status;    /* of the one that ended */
};

static responder *fail(responder *this, const char *what)
{
    fprintf(stderr, "cfa-requests: %s: %s\n", what, g_strerror(errno));
    responder_free(this);
    return NULL;
}

/* What the child does until it is another program. */
static void become(const responder *this, char **environment, int input, int output)
{
    char name[] = "cfa-search.cgi";
    char *const arguments[] = {name, NULL};
    if (dup2(input, STDIN_FILENO) >= 0 && dup2(output, STDOUT_FILENO) >= 0 &&
        dup2(this->log, STDERR_FILENO) >= 0)
        execve(this->how->program, arguments, environment);
    _exit(127);
}

static pid_t start(const responder *this, char **environment, int input, int output)
{
    const pid_t process = fork();
    if (process == 0)
        become(this, environment, input, output);
    return process;
}

static struct sockaddr_un address_of(const responder *this)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    g_strlcpy(address.sun_path, this->socket, sizeof address.sun_path);
    return address;
}

/* As spawn-fcgi does it: standard input is the socket that it listens to. */
static gboolean start_to_stay(responder *this)
{
    const struct sockaddr_un address = address_of(this);
    const int listening = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (listening < 0 || bind(listening, (const struct sockaddr *)&address, sizeof address) != 0 ||
        listen(listening, 8) != 0)
        return FALSE;
    this->process = start(this, this->environment, listening, this->log);
    close(listening);
    return this->process > 0;
}

static char **make_environment(const responder *this, const char *plan)
{
    char **environment = g_environ_setenv(NULL, "LC_ALL", "C.UTF-8", TRUE);
    environment = g_environ_setenv(environment, "LD_PRELOAD", this->how->fault, TRUE);
    environment = g_environ_setenv(environment, "FAULT_PLAN", plan, TRUE);
    return g_environ_setenv(environment, "CFA_INDEX", this->how->index, TRUE);
}

static fault_plan *map_plan(const char *path)
{
    const int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    void *plan = MAP_FAILED;
    if (file >= 0 && ftruncate(file, sizeof(fault_plan)) == 0)
        plan = mmap(NULL, sizeof(fault_plan), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (file >= 0)
        close(file);
    return plan != MAP_FAILED ? plan : NULL;
}

responder *responder_new(const responder_how *how)
{
    responder *this = g_new0(responder, 1);
    g_autofree char *plan = g_build_filename(how->folder, "plan", NULL);
    g_autofree char *log = g_build_filename(how->folder, "log", NULL);
    this->how = how;
    this->socket = g_build_filename(how->folder, "socket", NULL);
    this->environment = make_environment(this, plan);
    this->plan = map_plan(plan);
    this->log = open(log, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (this->plan == NULL || this->log < 0)
        return fail(this, how->folder);
    if (how->is_fast_cgi && !start_to_stay(this))
        return fail(this, this->socket);
    return this;
}

void responder_free(responder *this)
{
    if (this == NULL)
        return;
    if (this->process > 0) {
        kill(this->process, SIGTERM);
        waitpid(this->process, NULL, 0);
    }
    if (this->plan != NULL)
        munmap(this->plan, sizeof *this->plan);
    if (this->log >= 0)
        close(this->log);
    g_unlink(this->socket);
    g_free(this->socket);
    g_strfreev(this->environment);
    g_free(this);
}

fault_plan *responder_plan(const responder *this)
{
    return this->plan;
}

/* ---- a request ---- */

static char **request_variables(const char *path, const char *query)
{
    char **variables = g_environ_setenv(NULL, "GATEWAY_INTERFACE", "CGI/1.1", TRUE);
    variables = g_environ_setenv(variables, "REQUEST_METHOD", "GET", TRUE);
    variables = g_environ_setenv(variables, "SERVER_NAME", "localhost", TRUE);
    variables = g_environ_setenv(variables, "PATH_INFO", path, TRUE);
    return g_environ_setenv(variables, "QUERY_STRING", query, TRUE);
}

/* Reads to the end. FALSE where nothing came for too long. */
static gboolean read_all(int from, GString *bytes)
{
    char some[16 << 10];
    struct pollfd wait = {.fd = from, .events = POLLIN};
    gssize length = 1;
    gboolean in_time = TRUE;
    while (length > 0 && (in_time = poll(&wait, 1, PATIENCE) == 1)) {
        length = read(from, some, sizeof some);
        if (length > 0)
            g_string_append_len(bytes, some, length);
    }
    return in_time;
}

static GString *ask_once(responder *this, const char *path, const char *query, gboolean *ended)
{
    GString *answer = g_string_new(NULL);
    g_auto(GStrv) environment = g_strdupv(this->environment);
    g_auto(GStrv) variables = request_variables(path, query);
    int ends[2];
    *ended = FALSE;
    for (guint i = 0; variables[i] != NULL; i++) {
        g_auto(GStrv) pair = g_strsplit(variables[i], "=", 2);
        environment = g_environ_setenv(environment, pair[0], pair[1], TRUE);
    }
    if (pipe2(ends, O_CLOEXEC) != 0)
        return answer;
    const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    const pid_t process = start(this, environment, nothing, ends[1]);
    close(nothing);
    close(ends[1]);
    if (!read_all(ends[0], answer))
        kill(process, SIGKILL);
    close(ends[0]);
    waitpid(process, &this->status, 0);
    *ended = WIFEXITED(this->status) && WEXITSTATUS(this->status) == 0;
    return answer;
}

static void add_record(GString *bytes, guchar type, const char *content, gsize length)
{
    const FCGI_Header header = {.version = FCGI_VERSION_1,
                                .type = type,
                                .requestIdB0 = 1,
                                .contentLengthB1 = (guchar)(length >> 8),
                                .contentLengthB0 = (guchar)(length & 0xff)};
    g_string_append_len(bytes, (const char *)&header, sizeof header);
    g_string_append_len(bytes, content, (gssize)length);
}

static void add_length(GString *bytes, gsize length)
{
    if (length > 127)
        g_string_append_c(bytes, (char)(length >> 24 | 0x80));
    for (int shift = length > 127 ? 16 : 0; shift >= 0; shift -= 8)
        g_string_append_c(bytes, (char)(length >> shift & 0xff));
}

/* A request as a server sends it: its beginning, its variables, and a body of nothing. */
static GString *make_request(const char *path, const char *query)
{
    GString *bytes = g_string_new(NULL);
    g_autoptr(GString) pairs = g_string_new(NULL);
    g_auto(GStrv) variables = request_variables(path, query);
    const FCGI_BeginRequestBody begin = {.roleB0 = FCGI_RESPONDER};
    for (guint i = 0; variables[i] != NULL; i++) {
        g_auto(GStrv) pair = g_strsplit(variables[i], "=", 2);
        add_length(pairs, strlen(pair[0]));
        add_length(pairs, strlen(pair[1]));
        g_string_append(pairs, pair[0]);
        g_string_append(pairs, pair[1]);
    }
    add_record(bytes, FCGI_BEGIN_REQUEST, (const char *)&begin, sizeof begin);
    add_record(bytes, FCGI_PARAMS, pairs->str, pairs->len);
    add_record(bytes, FCGI_PARAMS, "", 0);
    add_record(bytes, FCGI_STDIN, "", 0);
    return bytes;
}

/* What the records say that came, as far as they are whole. */
static GString *read_records(const GString *bytes, gboolean *ended)
{
    GString *answer = g_string_new(NULL);
    FCGI_Header header;
    for (gsize at = 0; at + sizeof header <= bytes->len;) {
        memcpy(&header, bytes->str + at, sizeof header);
        const gsize length = (gsize)header.contentLengthB1 << 8 | header.contentLengthB0;
        at += sizeof header;
        if (length > bytes->len - at)
            break;
        if (header.type == FCGI_STDOUT)
            g_string_append_len(answer, bytes->str + at, (gssize)length);
        *ended |= header.type == FCGI_END_REQUEST;
        at += length + header.paddingLength;
    }
    return answer;
}

static GString *ask_staying(const responder *this, const char *path, const char *query, gboolean *ended)
{
    const struct sockaddr_un address = address_of(this);
    g_autoptr(GString) request = make_request(path, query);
    g_autoptr(GString) bytes = g_string_new(NULL);
    const int connection = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    *ended = FALSE;
    if (connect(connection, (const struct sockaddr *)&address, sizeof address) == 0 &&
        send(connection, request->str, request->len, MSG_NOSIGNAL) == (gssize)request->len)
        read_all(connection, bytes);
    close(connection);
    return read_records(bytes, ended);
}

GString *responder_ask(responder *this, const char *path, const char *query, gboolean *ended)
{
    return this->how->is_fast_cgi ? ask_staying(this, path, query, ended)
                                  : ask_once(this, path, query, ended);
}

gboolean responder_lives(responder *this)
{
    if (!this->how->is_fast_cgi)
        return !WIFSIGNALED(this->status);
    if (this->process > 0 && waitpid(this->process, &this->status, WNOHANG) == this->process)
        this->process = 0;
    return this->process > 0;
}

char *responder_said(responder *this)
{
    GString *said = g_string_new(NULL);
    lseek(this->log, 0, SEEK_SET);
    read_all(this->log, said);
    if (ftruncate(this->log, 0) != 0)
        g_string_append(said, "(the log cannot be emptied)");
    return g_string_free(said, FALSE);
}
