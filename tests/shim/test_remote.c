/* test_remote.c - shards that xapian-tcpsrv serves. Skipped where it is not installed. */
#define _XOPEN_SOURCE 700
#include "fixture.h"

#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static uint16_t port;
static pid_t server = -1;

/* A port that was free a moment ago. */
static uint16_t free_port(void)
{
    struct sockaddr_in address = {.sin_family = AF_INET};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    bind(fd, (struct sockaddr *)&address, length);
    getsockname(fd, (struct sockaddr *)&address, &length);
    close(fd);
    return ntohs(address.sin_port);
}

static int serve(void **state)
{
    if (make_folder(state) != 0)
        return -1;
    make_three(in_folder("served"));
    port = free_port();
    server = fork();
    if (server == 0) {
        char number[16];
        setpgid(0, 0);
        snprintf(number, sizeof number, "%u", (unsigned)port);
        execlp("xapian-tcpsrv", "xapian-tcpsrv", "--quiet", "--interface", "127.0.0.1", "--port", number,
               in_folder("served"), (char *)NULL);
        _exit(127);
    }
    if (server > 0)
        setpgid(server, server); /* here, too: before it is stopped, whichever comes first */
    return server < 0 ? -1 : 0;
}

/* With the processes that it has for its connections. A signal that it may handle can find it in the midst of
 * an allocation, and then it waits for itself for ever. */
static void stop(void)
{
    if (server > 0) {
        kill(-server, SIGKILL);
        waitpid(server, NULL, 0);
        server = -1;
    }
}

static int end(void **state)
{
    stop();
    return remove_folder(state);
}

/* The served database, tried until the server listens; NULL if it ended. */
static xc_database *connect_to_it(void)
{
    struct timespec pause = {.tv_nsec = 50000000};
    for (int i = 0; i < 100 && server > 0; i++) {
        xc_database *db = xc_database_open_remote("127.0.0.1", port, 5000, NULL);
        if (db != NULL)
            return db;
        if (waitpid(server, NULL, WNOHANG) == server)
            server = -1;
        nanosleep(&pause, NULL);
    }
    return NULL;
}

static void a_remote_database_is_searched_as_a_local_one(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_database *db = connect_to_it();
    if (db == NULL)
        skip();
    xc_query *words[] = {term("right"), term("to"), term("organize")};
    xc_query *phrase = xc_query_combine(XC_OP_PHRASE, words, 3, 0, &error);
    assert_string_equal(hits_of(db, phrase), "3");
    uint32_t position = 0;
    assert_int_equal(xc_database_positionlist(db, 3, "to", XC_NUL, &position, 1, &error), 1);
    assert_int_equal(position, 2);
    xc_document *document = xc_database_get_document(db, 2, &error);
    assert_string_equal(xc_document_get_value(document, 0, NULL, &error), "fact");
    assert_string_equal(xc_document_get_data(document, NULL, &error), "strike ballot strike");
    xc_document_free(document);
    xc_database_free(db);
    assert_ok(&error);
}

static void a_spy_counts_over_local_and_remote_shards(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_database *remote = connect_to_it();
    if (remote == NULL)
        skip();
    xc_database *db = xc_database_open(in_folder("served"), &error);
    xc_database_add_database(db, remote, &error);
    xc_database_free(remote);
    xc_enquire *enquire = xc_enquire_new(db, &error);
    xc_spy *spy = xc_spy_new(0, &error);
    xc_query *query = xc_query_match_all(&error);
    xc_enquire_set_query(enquire, query, &error);
    xc_enquire_add_spy(enquire, spy, &error);
    xc_mset *mset = xc_enquire_get_mset(enquire, 0, 10, 100, &error);
    assert_true(xc_mset_fetch(mset, &error));
    assert_int_equal(xc_mset_size(mset), 6);
    assert_int_equal(xc_spy_get_total(spy), 6);
    xc_mset_free(mset);
    xc_query_free(query);
    xc_spy_free(spy);
    xc_enquire_free(enquire);
    xc_database_free(db);
    assert_ok(&error);
}

static void note_nothing(xc_docid docid, void *data)
{
    (void)data;
    fail_msg("document %u is visited", (unsigned)docid);
}

static void a_remote_database_is_not_visited(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_database *db = connect_to_it();
    if (db == NULL)
        skip();
    xc_enquire *enquire = xc_enquire_new(db, &error);
    xc_query *query = xc_query_match_all(&error);
    xc_enquire_set_query(enquire, query, &error);
    assert_ok(&error);
    assert_false(xc_enquire_visit(enquire, note_nothing, NULL, &error));
    assert_status(&error, XC_UNSUPPORTED);
    xc_query_free(query);
    xc_enquire_free(enquire);
    xc_database_free(db);
}

static void a_server_that_is_gone_is_named(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    char name[32];
    uint16_t nobody = free_port();
    snprintf(name, sizeof name, "127.0.0.1:%u", (unsigned)nobody);
    assert_null(xc_database_open_remote("127.0.0.1", nobody, 2000, &error));
    if (strstr(error.message, name) == NULL)
        fail_msg("%s is not named: %s", name, error.message);
    assert_status(&error, XC_NETWORK);
}

static void a_server_that_was_waited_for_in_vain_is_not_asked_again(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT, other = XC_ERROR_INIT;
    xc_database *db = connect_to_it();
    if (db == NULL)
        skip();
    assert_null(xc_database_open_remote("127.0.0.1", free_port(), 2000, &error));
    assert_null(xc_database_get_document(db, 2, &error));
    assert_null(xc_query_scale_weight(2, term("right"), &error));
    assert_status(&error, XC_NETWORK);
    xc_document *document = xc_database_get_document(db, 2, &other);
    assert_non_null(document);
    xc_document_free(document);
    xc_database_free(db);
    assert_ok(&other);
}

static void waiting_for_ever_is_refused(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    assert_null(xc_database_open_remote("127.0.0.1", 1, 0, &error));
    assert_status(&error, XC_INVALID);
    assert_null(xc_database_open_remote(NULL, 1, 1000, &error));
    assert_status(&error, XC_INVALID);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_remote_database_is_searched_as_a_local_one),
        cmocka_unit_test(a_spy_counts_over_local_and_remote_shards),
        cmocka_unit_test(a_remote_database_is_not_visited),
        cmocka_unit_test(a_server_that_is_gone_is_named),
        cmocka_unit_test(a_server_that_was_waited_for_in_vain_is_not_asked_again),
        cmocka_unit_test(waiting_for_ever_is_refused),
    };
    return cmocka_run_group_tests(tests, serve, end);
}
