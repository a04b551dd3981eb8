/* Finder: what it finds is what a search finds. */
#include "finder.h"

#include "database.h"
#include "fixture.h"

#include <stdlib.h>
#include <string.h>

/* Of the last document of a database whose sets take so much that two of them are remembered. */
enum { DOCUMENTS = 1500, WORDS = 12, FAR_AWAY = 60000000 };

static xc_database *db;
static cfa_frequencies *frequencies;
static cfa_finder *finder;
static xc_error error;

/* ---- a database of seven hundred documents, some of them deleted; each word is in half as many as the one
 * before ---- */

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

static void make_far(const char *path)
{
    xc_writable *writable = xc_writable_open(path, XC_DB_CREATE, XC_DB_NO_SYNC, 0, &error);
    add_three(writable);
    xc_document *document = document_of("right to strike far away");
    xc_writable_replace_document(writable, FAR_AWAY, document, &error);
    xc_document_free(document);
    xc_writable_close(writable, &error);
    xc_writable_free(writable);
}

static int open_group(void **state)
{
    if (make_folder(state) != 0)
        return -1;
    make_many(in_folder("many"));
    make_far(in_folder("far"));
    return error.status == XC_OK ? 0 : -1;
}

static int open_database(const char *name)
{
    xc_error_clear(&error);
    db = xc_database_open(in_folder(name), &error);
    frequencies = cfa_frequencies_new(db, NULL);
    finder = error.status == XC_OK ? cfa_finder_new(db, frequencies, NULL) : NULL;
    return finder != NULL ? 0 : -1;
}

static int open_many(void **state)
{
    (void)state;
    return open_database("many");
}

static int open_far(void **state)
{
    (void)state;
    return open_database("far");
}

static int close_database(void **state)
{
    (void)state;
    cfa_finder_free(finder);
    cfa_frequencies_free(frequencies);
    xc_database_free(db);
    return 0;
}

/* ---- what is found ---- */

/* The docids in a set, as "1 3". */
static char *numbers_in(const cfa_bit_set *set)
{
    GString *text = g_string_new(NULL);
    for (guint docid = 0; (docid = cfa_bit_set_from(set, docid)) != CFA_BIT_SET_END; docid++)
        g_string_append_printf(text, "%s%u", text->len > 0 ? " " : "", docid);
    return g_string_free(text, FALSE);
}

static char *found(const xc_query *query)
{
    cfa_error failure = {0};
    g_autoptr(cfa_bit_set) set = cfa_finder_find(finder, query, &failure);
    assert_string_equal(failure.reason, "");
    assert_non_null(set);
    return numbers_in(set);
}

/* What a search finds, all of it. */
static char *searched(const xc_query *query)
{
    g_autoptr(cfa_bit_set) set = cfa_bit_set_new(DOCUMENTS);
    xc_enquire *enquire = xc_enquire_new(db, &error);
    xc_enquire_set_query(enquire, query, &error);
    xc_enquire_set_weight_bool(enquire, &error);
    xc_mset *mset = xc_enquire_get_mset(enquire, 0, DOCUMENTS, 0, &error);
    for (uint32_t i = 0; i < xc_mset_size(mset); i++)
        cfa_bit_set_add(set, xc_mset_get_docid(mset, i, &error));
    xc_mset_free(mset);
    xc_enquire_free(enquire);
    assert_ok(&error);
    return numbers_in(set);
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
        g_autofree char *expected = searched(query), *actual = found(query);
        assert_string_equal(actual, expected);
        xc_query_free(query);
    }
}

static void a_list_of_more_postings_than_are_read_at_once_is_found_whole(void **state)
{
    (void)state;
    xc_query *query = xc_query_match_all(&error);
    g_autofree char *expected = searched(query), *actual = found(query);
    assert_string_equal(actual, expected);
    xc_query_free(query);
}

/* The same in each round, whether it is remembered or took the place of another. */
static void what_is_found_stays_so_when_more_is_asked_than_remembered(void **state)
{
    (void)state;
    static const char *const words[] = {"right", "strike", "to", "ballot", "right"};
    static const char *const expected[] = {"1 3 60000000", "1 2 60000000", "1 3 60000000", "2",
                                           "1 3 60000000"};
    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
            xc_query *query = term(words[i]);
            g_autofree char *actual = found(query);
            assert_string_equal(actual, expected[i]);
            xc_query_free(query);
        }
    }
}

static void assert_found(xc_query *query, const char *expected)
{
    g_autofree char *actual = found(query);
    assert_string_equal(actual, expected);
    xc_query_free(query);
}

static xc_query *right_to(xc_query_op op)
{
    return both(op, term("right"), term("to"));
}

static void a_phrase_stays_found_when_it_is_asked_again_alone_and_beside_words(void **state)
{
    (void)state;
    assert_found(right_to(XC_OP_PHRASE), "1 3 60000000");
    assert_found(both(XC_OP_AND, right_to(XC_OP_PHRASE), term("strike")), "1 60000000");
    assert_found(both(XC_OP_AND_NOT, term("strike"), right_to(XC_OP_PHRASE)), "2");
    assert_found(both(XC_OP_PHRASE, term("to"), term("right")), "");
    assert_found(right_to(XC_OP_NEAR), "1 3 60000000");
    assert_found(right_to(XC_OP_PHRASE), "1 3 60000000");
}

int main(void)
{
#define WITH_MANY(test) cmocka_unit_test_setup_teardown(test, open_many, close_database)
#define WITH_FAR(test) cmocka_unit_test_setup_teardown(test, open_far, close_database)
    const struct CMUnitTest tests[] = {
        WITH_MANY(what_is_found_is_what_a_search_finds),
        WITH_MANY(a_list_of_more_postings_than_are_read_at_once_is_found_whole),
        WITH_FAR(what_is_found_stays_so_when_more_is_asked_than_remembered),
        WITH_FAR(a_phrase_stays_found_when_it_is_asked_again_alone_and_beside_words),
    };
    return cmocka_run_group_tests(tests, open_group, remove_folder);
}
