// test_memory.cc - when memory ends, at whichever request, the caller gets an error and no more
//
// Each request for memory in a session of writing and searching is made to fail once, in turn.
#include <cstdlib>
#include <new>

#include "fixture.h"

namespace
{

long until_failure = -1; // requests still granted; below 0 there is no end

void *request(size_t size)
{
    if (until_failure == 0) {
        until_failure = -1;
        throw std::bad_alloc();
    }
    if (until_failure > 0)
        until_failure--;
    void *memory = std::malloc(size > 0 ? size : 1);
    if (memory == nullptr)
        throw std::bad_alloc();
    return memory;
}

} // namespace

void *operator new(size_t size)
{
    return request(size);
}

void *operator new[](size_t size)
{
    return request(size);
}

void operator delete(void *memory) noexcept
{
    std::free(memory);
}

void operator delete[](void *memory) noexcept
{
    std::free(memory);
}

void operator delete(void *memory, size_t) noexcept
{
    std::free(memory);
}

void operator delete[](void *memory, size_t) noexcept
{
    std::free(memory);
}

namespace
{

// A word is added as a document and looked for. Every result is used, none is checked.
void session(xc_error *error)
{
    xc_writable *writable = xc_writable_open_memory(error);
    xc_document *document = xc_document_new(error);
    const char *word = "a word that is long enough to need memory of its own";
    xc_document_add_posting(document, word, XC_NUL, 1, 1, error);
    xc_document_add_value_number(document, 1, 83, error);
    xc_document_set_data(document, word, XC_NUL, error);
    xc_writable_add_document(writable, document, error);

    xc_database *db = xc_writable_get_database(writable);
    xc_enquire *enquire = xc_enquire_new(db, error);
    xc_query *parts[] = {xc_query_term(word, XC_NUL, 1, error), xc_query_match_all(error)};
    xc_query *query = xc_query_combine(XC_OP_AND, parts, 2, 0, error);
    xc_spy *spy = xc_spy_new(1, error);
    xc_enquire_add_spy(enquire, spy, error);
    xc_enquire_set_query(enquire, query, error);
    xc_mset *mset = xc_enquire_get_mset(enquire, 0, 10, 10, error);
    xc_document *hit = xc_mset_get_document(mset, 0, error);
    xc_document_get_data(hit, nullptr, error);
    xc_term_iterator *terms = xc_database_allterms(db, "", 0, error);
    xc_term_iterator_next(terms, nullptr, error);

    xc_term_iterator_free(terms);
    xc_document_free(hit);
    xc_mset_free(mset);
    xc_spy_free(spy);
    xc_query_free(query);
    xc_enquire_free(enquire);
    xc_document_free(document);
    xc_writable_free(writable);
}

void every_request_may_be_refused(void **)
{
    xc_error error = XC_ERROR_INIT;
    session(&error);
    assert_ok(&error);
    long refused = 0;
    for (; refused < 100000; refused++) {
        xc_error_clear(&error);
        until_failure = refused;
        session(&error);
        bool granted = until_failure >= 0;
        until_failure = -1;
        if (granted)
            break;
        if (error.status == XC_OK)
            fail_msg("request %ld was refused, and no call told of it", refused);
    }
    assert_ok(&error);
    assert_in_range(refused, 50, 99999);
}

} // namespace

int main()
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_request_may_be_refused),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
