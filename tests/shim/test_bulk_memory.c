/* test_bulk_memory.c - when memory ends while a database is written at once, the caller gets an error and no
 * more
 *
 * Each request for memory in a session of writing is refused in turn: it alone, or all from there on. */
#include "fixture.h"

#include "xapian-bulk.h"

#include <limits.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

enum { WORDS = 9000 /* of one document: the table of a run's terms grows twice */ };

/* ---- memory that ends ---- */

static atomic_long requests; /* of those granted until one is refused, how many are left */
static bool for_good;        /* whether those after it are refused, too */
static atomic_bool refused;

static bool is_refused(void)
{
    const long left = atomic_fetch_sub(&requests, 1);
    if (left > 0 || (left < 0 && !for_good))
        return false;
    refused = true;
    return true;
}

/* The linker puts these in the place of the C library's, in this program alone. */
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);

void *__wrap_malloc(size_t size)
{
    return is_refused() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return is_refused() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *memory, size_t size)
{
    return is_refused() ? NULL : __real_realloc(memory, size);
}

/* ---- a session ---- */

static bool add_run(xb_builder *builder, xc_docid first, unsigned words, xc_error *error)
{
    xb_run *run = xb_run_new(builder, first, error);
    if (run == NULL)
        return false;
    for (unsigned i = 0; i < words; i++) {
        char word[32];
        const int length = snprintf(word, sizeof word, "word%u", i);
        xb_run_add_posting(run, word, (size_t)length, i + 1, 1);
        xb_run_add_posting(run, word, (size_t)length, words + i + 1, 1);
    }
    xb_run_add_term(run, "Qname", XC_NUL, 0);
    xb_run_add_value(run, 0, "a value", XC_NUL);
    xb_run_set_data(run, "a record that is long enough to be compressed", XC_NUL);
    const bool well = xb_run_end_document(run, error) && xb_run_finish(run, error);
    xb_run_free(run);
    return well;
}

/* Writes two runs in the place of the empty database at `path`. */
static bool write_at_once(const char *path, xc_error *error)
{
    xb_builder *builder = xb_builder_new(path, error);
    const bool well = builder != NULL && add_run(builder, 1, WORDS, error) &&
                      add_run(builder, 2, 10, error) && xb_builder_finish(builder, error);
    xb_builder_free(builder);
    return well;
}

static void make_empty(const char *path)
{
    xc_error error = XC_ERROR_INIT;
    xc_writable *writable = xc_writable_open(path, XC_DB_CREATE_OR_OVERWRITE, XC_DB_NO_SYNC, 0, &error);
    xc_writable_close(writable, &error);
    xc_writable_free(writable);
    assert_ok(&error);
}

static void expect_memory_errors(void)
{
    const char *path = in_folder("database");
    for (long granted = 0;; granted++) {
        xc_error error = XC_ERROR_INIT;
        make_empty(path);
        requests = granted;
        refused = false;
        const bool well = write_at_once(path, &error);
        requests = LONG_MAX;
        assert_int_equal(well, !refused);
        if (well)
            break;
        assert_status(&error, XC_MEMORY);
    }
}

static void one_request_refused_is_told(void **state)
{
    (void)state;
    for_good = false;
    expect_memory_errors();
}

static void memory_that_has_ended_is_told(void **state)
{
    (void)state;
    for_good = true;
    expect_memory_errors();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_request_refused_is_told),
        cmocka_unit_test(memory_that_has_ended_is_told),
    };
    requests = LONG_MAX;
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
