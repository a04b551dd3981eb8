/* test_bulk.c - a database written at once is the one that libxapian writes document by document: list by
 * list, and ever after */
#include "fixture.h"

#include "same_database.h"
#include "xapian-bulk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- documents, always the same ones ---- */

typedef struct dice {
    uint64_t state;
} dice;

static uint32_t roll(dice *this, uint32_t sides)
{
    this->state = this->state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(this->state >> 33) % sides;
}

/* Where the parts of a document go: libxapian's document, or a run. */
typedef struct target {
    xc_document *document;
    xb_run *run;
} target;

static void add_posting(target *to, const char *text, size_t length, uint32_t position, uint32_t wdf)
{
    xc_error error = XC_ERROR_INIT;
    if (to->run != NULL)
        xb_run_add_posting(to->run, text, length, position, wdf);
    else
        xc_document_add_posting(to->document, text, length, position, wdf, &error);
    assert_ok(&error);
}

static void add_term(target *to, const char *text, size_t length, uint32_t wdf)
{
    xc_error error = XC_ERROR_INIT;
    if (to->run != NULL)
        xb_run_add_term(to->run, text, length, wdf);
    else
        xc_document_add_term(to->document, text, length, wdf, &error);
    assert_ok(&error);
}

static void add_value(target *to, uint32_t slot, const char *text, size_t length)
{
    xc_error error = XC_ERROR_INIT;
    if (to->run != NULL)
        xb_run_add_value(to->run, slot, text, length);
    else
        xc_document_add_value(to->document, slot, text, length, &error);
    assert_ok(&error);
}

static void set_data(target *to, const char *text, size_t length)
{
    xc_error error = XC_ERROR_INIT;
    if (to->run != NULL)
        xb_run_set_data(to->run, text, length);
    else
        xc_document_set_data(to->document, text, length, &error);
    assert_ok(&error);
}

static void fill_words(target *to, dice *this, uint32_t words)
{
    char word[300];
    for (uint32_t i = 0, position = 0; i < words; i++) {
        const uint32_t rare = roll(this, 4) == 0 ? 5000 : 60;
        const int length = snprintf(word, sizeof word, "w%u", roll(this, rare));
        position += 1 + (roll(this, 20) == 0 ? roll(this, 100000) : 0);
        add_posting(to, word, (size_t)length, position, 1);
    }
}

/* What a collection seldom has, and a format must hold: zero bytes, the longest term, positions out of order
 * and doubled, large numbers. */
static void fill_oddities(target *to, dice *this, uint32_t number)
{
    static const char zeros[] = "a\0b\0";
    char longest[XC_TERM_MAX];
    memset(longest, 'x', sizeof longest);
    longest[0] = (char)('a' + number % 7);
    if (number % 5 == 0)
        add_posting(to, zeros, sizeof zeros - 1, 1 + roll(this, 9), 1);
    if (number % 9 == 0)
        add_term(to, longest, sizeof longest, 0);
    if (number % 11 == 0) {
        add_posting(to, "odd", 3, 4000000000u, 1);
        add_posting(to, "odd", 3, 7, 3);
        add_posting(to, "odd", 3, 7, 0);
        add_posting(to, "odd", 3, 2, 1);
        add_term(to, "odd", 3, 500);
    }
    if (number % 13 == 0)
        add_term(to, "heavy", 5, 1u << 20);
    add_term(to, "everywhere", 10, 0);
}

static void fill_values(target *to, dice *this, uint32_t number)
{
    char text[32];
    const int length = snprintf(text, sizeof text, "v%u", roll(this, 100));
    add_value(to, 3, text, (size_t)length);
    add_value(to, 3, "z", roll(this, 2)); /* in the place of the one before; an empty one is none */
    add_value(to, 0, text, (size_t)length);
    if (number % 3 == 0)
        add_value(to, 255, "\0\xff", 2);
}

static void fill_data(target *to, dice *this, uint32_t number)
{
    const size_t length = number % 50 == 0 ? 60000 : roll(this, 3000);
    char *data = malloc(length + 1);
    for (size_t i = 0; i < length; i++) /* every second one cannot be made shorter */
        data[i] = number % 2 == 0 ? (char)("strike ballot "[i % 14]) : (char)roll(this, 256);
    set_data(to, data, length);
    free(data);
}

static void fill(target *to, uint32_t number)
{
    dice this = {number};
    if (number % 101 == 0)
        return; /* with nothing in it */
    fill_words(to, &this, number % 17 == 0 ? 2000 : 40);
    fill_oddities(to, &this, number);
    fill_values(to, &this, number);
    fill_data(to, &this, number);
}

/* ---- two databases of them ---- */

enum { DOCUMENTS = 3000, RUN = 700 };

static void make_by_api(const char *path, uint32_t documents)
{
    xc_error error = XC_ERROR_INIT;
    xc_writable *writable = xc_writable_open(path, XC_DB_CREATE, XC_DB_NO_SYNC, 0, &error);
    for (uint32_t i = 1; i <= documents; i++) {
        target to = {.document = xc_document_new(&error)};
        fill(&to, i);
        xc_writable_add_document(writable, to.document, &error);
        xc_document_free(to.document);
    }
    xc_writable_close(writable, &error);
    xc_writable_free(writable);
    assert_ok(&error);
}

static xb_builder *begin(const char *path)
{
    xc_error error = XC_ERROR_INIT;
    xc_writable *writable = xc_writable_open(path, XC_DB_CREATE, XC_DB_NO_SYNC, 0, &error);
    xc_writable_close(writable, &error);
    xc_writable_free(writable);
    xb_builder *builder = xb_builder_new(path, &error);
    assert_ok(&error);
    return builder;
}

static void make_run(xb_builder *builder, uint32_t first, uint32_t end)
{
    xc_error error = XC_ERROR_INIT;
    target to = {.run = xb_run_new(builder, first, &error)};
    for (uint32_t i = first; i < end; i++) {
        fill(&to, i);
        xb_run_end_document(to.run, &error);
    }
    xb_run_finish(to.run, &error);
    xb_run_free(to.run);
    assert_ok(&error);
}

static void make_at_once(const char *path, uint32_t documents)
{
    xc_error error = XC_ERROR_INIT;
    xb_builder *builder = begin(path);
    uint32_t last = documents - documents % RUN + 1;
    for (; last > RUN; last -= RUN) /* the last run first: their order is that of their numbers */
        make_run(builder, last, last + RUN <= documents ? last + RUN : documents + 1);
    make_run(builder, 1, last + RUN <= documents ? last + RUN : documents + 1);
    xb_builder_finish(builder, &error);
    xb_builder_free(builder);
    assert_ok(&error);
}

/* What an update does to a database: some documents go, some are replaced, some come. */
static void change(const char *path)
{
    xc_error error = XC_ERROR_INIT;
    xc_writable *writable = xc_writable_open(path, XC_DB_OPEN, XC_DB_NO_SYNC, 0, &error);
    for (uint32_t i = 1; i < DOCUMENTS; i += 7)
        xc_writable_delete_document(writable, i, &error);
    for (uint32_t i = 3; i < DOCUMENTS; i += 11) {
        target to = {.document = xc_document_new(&error)};
        fill(&to, DOCUMENTS + i);
        xc_writable_replace_document(writable, i, to.document, &error);
        xc_writable_add_document(writable, to.document, &error);
        xc_document_free(to.document);
    }
    xc_writable_close(writable, &error);
    xc_writable_free(writable);
    assert_ok(&error);
}

/* ---- promises ---- */

static void every_list_is_as_libxapian_writes_it(void **state)
{
    (void)state;
    make_by_api(in_folder("by-api"), DOCUMENTS);
    make_at_once(in_folder("at-once"), DOCUMENTS);
    assert_same_database(in_folder("at-once"), in_folder("by-api"));
}

static void libxapian_goes_on_with_it_as_with_its_own(void **state)
{
    (void)state;
    make_by_api(in_folder("by-api-2"), DOCUMENTS);
    make_at_once(in_folder("at-once-2"), DOCUMENTS);
    change(in_folder("by-api-2"));
    change(in_folder("at-once-2"));
    assert_same_database(in_folder("at-once-2"), in_folder("by-api-2"));
}

static void one_document_is_a_database_too(void **state)
{
    (void)state;
    make_by_api(in_folder("one-by-api"), 1);
    make_at_once(in_folder("one-at-once"), 1);
    assert_same_database(in_folder("one-at-once"), in_folder("one-by-api"));
}

static void without_documents_it_is_empty(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xb_builder *builder = begin(in_folder("none"));
    assert_true(xb_builder_finish(builder, &error));
    xb_builder_free(builder);
    make_by_api(in_folder("none-by-api"), 0);
    assert_same_database(in_folder("none"), in_folder("none-by-api"));
}

static void a_term_too_long_is_told_at_the_end_of_its_document(void **state)
{
    (void)state;
    char word[XC_TERM_MAX + 1];
    memset(word, 'x', sizeof word);
    xc_error error = XC_ERROR_INIT;
    xb_builder *builder = begin(in_folder("long"));
    xb_run *run = xb_run_new(builder, 1, &error);
    xb_run_add_term(run, word, sizeof word, 1);
    assert_false(xb_run_end_document(run, &error));
    assert_status(&error, XC_LIMIT);
    assert_false(xb_run_finish(run, &error));
    assert_status(&error, XC_LIMIT);
    xb_run_free(run);
    xb_builder_free(builder);
}

static void runs_that_overlap_are_refused(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xb_builder *builder = begin(in_folder("overlap"));
    make_run(builder, 1, 4);
    make_run(builder, 3, 5);
    assert_false(xb_builder_finish(builder, &error));
    assert_status(&error, XC_INVALID);
    xb_builder_free(builder);
}

/* A later libxapian may write another form: its version file says so. */
static void a_form_that_is_not_known_is_refused_and_left_alone(void **state)
{
    (void)state;
    char path[512], before[300], after[300];
    xc_error error = XC_ERROR_INIT;
    xb_builder_free(begin(in_folder("future")));
    snprintf(path, sizeof path, "%s/iamglass", in_folder("future"));
    FILE *file = fopen(path, "r+b");
    assert_non_null(file);
    const size_t length = fread(before, 1, sizeof before, file);
    before[15]++;
    rewind(file);
    fwrite(before, 1, length, file);
    fclose(file);
    assert_null(xb_builder_new(in_folder("future"), &error));
    assert_status(&error, XC_UNSUPPORTED);
    file = fopen(path, "rb");
    assert_int_equal(fread(after, 1, sizeof after, file), length);
    assert_memory_equal(before, after, length);
    fclose(file);
}

static void a_place_without_a_database_is_an_error(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    assert_null(xb_builder_new(in_folder("nowhere"), &error));
    assert_status(&error, XC_IO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_list_is_as_libxapian_writes_it),
        cmocka_unit_test(libxapian_goes_on_with_it_as_with_its_own),
        cmocka_unit_test(one_document_is_a_database_too),
        cmocka_unit_test(without_documents_it_is_empty),
        cmocka_unit_test(a_term_too_long_is_told_at_the_end_of_its_document),
        cmocka_unit_test(runs_that_overlap_are_refused),
        cmocka_unit_test(a_form_that_is_not_known_is_refused_and_left_alone),
        cmocka_unit_test(a_place_without_a_database_is_an_error),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
