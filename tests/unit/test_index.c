/* An index that is replaced while it is opened is tried again, and given up in the end. */
#include "index.h"

#include "layout.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

/* Where a shard is said to be served. Who opens it is turned away, with another file `current` in the place
 * of the one that told where it is: as if a generation had been published just then. */
typedef struct publisher {
    char *folder;
    int listening;
    guint16 port;
    guint generation;
    guint last; /* the generation after which nothing changes any more, 0 for never */
} publisher;

static void publish(publisher *self)
{
    g_autofree char *current = g_strdup_printf("cfasearch-index %d\ngeneration %u\nremote 127.0.0.1:%u\n",
                                               CFA_LAYOUT_FORMAT, ++self->generation, self->port);
    support_write(self->folder, "current.new", current);
    g_autofree char *new = g_build_filename(self->folder, "current.new", NULL);
    g_autofree char *name = g_build_filename(self->folder, "current", NULL);
    assert_int_equal(rename(new, name), 0);
}

static gpointer turn_away(gpointer data)
{
    publisher *self = data;
    int connection;
    while ((connection = accept(self->listening, NULL, NULL)) >= 0) {
        if (self->last == 0 || self->generation < self->last)
            publish(self);
        close(connection);
    }
    return NULL;
}

static GThread *publisher_start(publisher *self)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    self->folder = support_folder_new();
    self->listening = socket(AF_INET, SOCK_STREAM, 0);
    assert_int_equal(bind(self->listening, (struct sockaddr *)&address, length), 0);
    assert_int_equal(listen(self->listening, 8), 0);
    assert_int_equal(getsockname(self->listening, (struct sockaddr *)&address, &length), 0);
    self->port = ntohs(address.sin_port);
    publish(self);
    return g_thread_new("publisher", turn_away, self);
}

static void publisher_stop(publisher *self, GThread *thread)
{
    shutdown(self->listening, SHUT_RDWR);
    g_thread_join(thread);
    close(self->listening);
    support_folder_free(self->folder);
}

static void an_index_that_is_replaced_again_and_again_is_told(void **state)
{
    (void)state;
    publisher self = {0};
    GThread *thread = publisher_start(&self);
    cfa_error error = {0};
    assert_null(cfa_index_open(self.folder, &error));
    assert_int_equal(error.status, CFA_UNAVAILABLE);
    assert_string_equal(error.code, "index-busy");
    publisher_stop(&self, thread);
}

static void an_index_that_is_replaced_no_more_is_told_for_what_it_is(void **state)
{
    (void)state;
    publisher self = {.last = 3};
    GThread *thread = publisher_start(&self);
    cfa_error error = {0};
    assert_null(cfa_index_open(self.folder, &error));
    assert_int_equal(error.status, CFA_UNAVAILABLE);
    assert_string_equal(error.code, "shard-unavailable");
    assert_int_equal(self.generation, 3);
    publisher_stop(&self, thread);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_index_that_is_replaced_again_and_again_is_told),
        cmocka_unit_test(an_index_that_is_replaced_no_more_is_told_for_what_it_is),
    };
    return cmocka_run_group_tests_name("index", tests, NULL, NULL);
}
