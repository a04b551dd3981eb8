/* test_finder.c - all that a query finds, as a set */
#include "fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DOCUMENTS = 700, WORDS = 12, MEMORY = 1 << 20 };

static xc_database *db;
static xc_finder *finder;
static xc_error error;

/* ---- a database of seven hundred documents, some of them deleted; each word is in half as many as the one before ---- */

static unsigned random_below(unsigned many)
{
    static unsigned state = 1;
    state = state * 1103515245 + 12345;
    return (state >> 16) % many;
}

/* "a", "b" … */
static const char *word_of(unsigned number)
{
    static char word[2];
    word[0] = (char)('a' + number);
    return word;
}

static xc_document *some_document(void)
{
    char words[4 * WORDS + 1] = "";
    for (unsigned i = 0; i < WORDS; i++) {
        unsigned word = 0;
        while (word + 1 < WORDS && random_below(2) == 0)
            word++;
        strcat(strcat(words, i > 0 ? " " : ""), word_of(word));
    }
    return document_of(words);
}

static void make_many(const char *path)
{
    xc_writable *writable = xc_writable_open(path, XC_DB_CREATE, XC_DB_NO_SYNC, 0, &error);
    for (unsigned i = 0; i < DOCUMENTS; i++) {
        xc_document *document = some_document();
        xc_document_add_value_number(document, 1, random_below(100), &error);
        xc_writable_add_document(writable, document, &error);
        xc_document_free(document);
    }
    for (unsigned i = 1; i < DOCUMENTS; i += 97)
        xc_writable_delete_document(writable, i, &error);
    xc_writable_close(writable, &error);
    xc_writable_free(writable);
}

static int open_group(void **state)
{
    if (make_folder(state) != 0)
        return -1;
    make_three(in_folder("three"));
    make_many(in_folder("many"));
    return error.status == XC_OK ? 0 : -1;
}

static int open_many(void **state)
{
    (void)state;
    xc_error_clear(&error);
    db = xc_database_open(in_folder("many"), &error);
    finder = xc_finder_new(db, MEMORY, &error);
    return error.status == XC_OK ? 0 : -1;
}

static int close_many(void **state)
{
    (void)state;
    xc_finder_free(finder);
    xc_database_free(db);
    return 0;
}

/* ---- what is found ---- */

/* The docids in a set, as "1 3": static. Frees the set. */
static const char *numbers_in(uint64_t *set, size_t words)
{
    static char text[8 * DOCUMENTS];
    size_t used = 0;
    assert_ok(&error);
    assert_non_null(set);
    text[0] = '\0';
    for (size_t docid = 0; docid < words * 64; docid++)
        if ((set[docid / 64] >> docid % 64 & 1) != 0)
            used += (size_t)snprintf(text + used, sizeof text - used, "%s%zu", used > 0 ? " " : "", docid);
    free(set);
    return text;
}

static const char *found(xc_finder *by, const xc_query *query)
{
    size_t words = 0;
    uint64_t *set = xc_finder_find(by, query, &words, &error);
    return numbers_in(set, words);
}

/* What a search finds, all of it. */
static const char *searched(const xc_query *query)
{
    size_t words = DOCUMENTS / 64 + 1;
    uint64_t *set = calloc(words, sizeof *set);
    xc_enquire *enquire = xc_enquire_new(db, &error);
    xc_enquire_set_query(enquire, query, &error);
    xc_enquire_set_weight_bool(enquire, &error);
    xc_mset *mset = xc_enquire_get_mset(enquire, 0, DOCUMENTS, 0, &error);
    for (uint32_t i = 0; i < xc_mset_size(mset); i++) {
        const xc_docid docid = xc_mset_get_docid(mset, i, &error);
        set[docid / 64] |= (uint64_t)1 << docid % 64;
    }
    xc_mset_free(mset);
    xc_enquire_free(enquire);
    return numbers_in(set, words);
}

static xc_query *both(xc_query_op op, xc_query *left, xc_query *right)
{
    xc_query *parts[] = {left, right};
    return xc_query_combine(op, parts, 2, 0, &error);
}

static xc_query *some_word(void)
{
    return term(word_of(random_below(WORDS + 1))); /* the last is nowhere */
}

static xc_query *some_query(unsigned depth)
{
    static const xc_query_op operators[] = {XC_OP_AND,    XC_OP_OR,      XC_OP_AND_NOT, XC_OP_AND_MAYBE,
                                            XC_OP_FILTER, XC_OP_SYNONYM, XC_OP_MAX,     XC_OP_XOR,
                                            XC_OP_AND,    XC_OP_OR};
    switch (depth == 0 ? 0 : random_below(8)) {
    case 0:
        return some_word();
    case 1:
        return both(random_below(2) == 0 ? XC_OP_PHRASE : XC_OP_NEAR, some_word(), some_word());
    case 2:
        return random_below(2) == 0 ? xc_query_match_all(&error) : xc_query_match_nothing(&error);
    case 3: {
        char low[XC_SORTABLE_MAX];
        const size_t size = xc_sortable_serialise(random_below(100), low);
        return xc_query_value_ge(1, low, size, &error);
    }
    case 4:
        return xc_query_scale_weight(random_below(2), some_query(depth - 1), &error);
    default: {
        const xc_query_op op = operators[random_below(sizeof operators / sizeof *operators)];
        xc_query *left = some_query(depth - 1);
        return both(op, left, some_query(depth - 1));
    }
    }
}

/* ---- the promises ---- */

static void what_is_found_is_what_a_search_finds(void **state)
{
    (void)state;
    for (int i = 0; i < 2000; i++) {
        xc_query *query = some_query(4);
        char *expected = strdup(searched(query));
        assert_string_equal(found(finder, query), expected);
        free(expected);
        xc_query_free(query);
    }
}

static void whatever_can_be_remembered(void **state)
{
    (void)state;
    /* None, one, two sets; a set takes eleven words. */
    for (size_t memory = 0; memory <= 176; memory += 88) {
        xc_finder *other = xc_finder_new(db, memory, &error);
        for (int i = 0; i < 300; i++) {
            xc_query *query = some_query(3);
            char *expected = strdup(found(finder, query));
            assert_string_equal(found(other, query), expected);
            free(expected);
            xc_query_free(query);
        }
        xc_finder_free(other);
    }
}

static void a_new_revision_is_looked_at_again(void **state)
{
    (void)state;
    make_three(in_folder("growing"));
    xc_database *growing = xc_database_open(in_folder("growing"), &error);
    xc_finder *of_it = xc_finder_new(growing, MEMORY, &error);
    xc_query *query = term("right");
    assert_string_equal(found(of_it, query), "1 3");
    xc_writable *writable = xc_writable_open(in_folder("growing"), XC_DB_OPEN, XC_DB_NO_SYNC, 0, &error);
    xc_writable_delete_document(writable, 1, &error);
    xc_writable_close(writable, &error);
    xc_writable_free(writable);
    xc_database_reopen(growing, NULL, &error);
    assert_string_equal(found(of_it, query), "3");
    xc_query_free(query);
    xc_finder_free(of_it);
    xc_database_free(growing);
}

static void several_databases_are_not_supported(void **state)
{
    (void)state;
    size_t words = 0;
    const char *const twice[] = {in_folder("three"), in_folder("three")};
    xc_database *many = xc_database_open_many(twice, 2, &error);
    xc_finder *of_many = xc_finder_new(many, MEMORY, &error);
    xc_query *query = term("right");
    assert_ok(&error);
    assert_null(xc_finder_find(of_many, query, &words, &error));
    assert_status(&error, XC_UNSUPPORTED);
    xc_query_free(query);
    xc_finder_free(of_many);
    xc_database_free(many);
}

static void nothing_is_found_without_a_finder_a_query_or_a_place_for_the_size(void **state)
{
    (void)state;
    size_t words = 0;
    xc_query *query = term("a");
    assert_null(xc_finder_find(NULL, query, &words, &error));
    assert_status(&error, XC_INVALID);
    assert_null(xc_finder_find(finder, NULL, &words, &error));
    assert_status(&error, XC_INVALID);
    assert_null(xc_finder_find(finder, query, NULL, &error));
    assert_status(&error, XC_INVALID);
    assert_null(xc_finder_new(NULL, MEMORY, &error));
    assert_status(&error, XC_INVALID);
    xc_query_free(query);
}

int main(void)
{
#define WITH_MANY(test) cmocka_unit_test_setup_teardown(test, open_many, close_many)
    const struct CMUnitTest tests[] = {
        WITH_MANY(what_is_found_is_what_a_search_finds),
        WITH_MANY(whatever_can_be_remembered),
        WITH_MANY(a_new_revision_is_looked_at_again),
        WITH_MANY(several_databases_are_not_supported),
        WITH_MANY(nothing_is_found_without_a_finder_a_query_or_a_place_for_the_size),
    };
    return cmocka_run_group_tests(tests, open_group, remove_folder);
}
