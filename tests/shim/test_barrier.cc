// test_barrier.cc - whatever is thrown stops at the barrier, and becomes the status promised
#include "../../shim/internal.h"

#include <cerrno>
#include <cstring>
#include <exception>
#include <new>
#include <stdexcept>
#include <system_error>

#include <sys/wait.h>
#include <unistd.h>

#include "fixture.h"

namespace
{

template <typename Thrown> void becomes(xc_status status, const char *type, const Thrown &thrown)
{
    xc_error error = XC_ERROR_INIT;
    assert_false(xc::succeeds(&error, [&] { throw thrown; }));
    assert_string_equal(xc_status_name(error.status), xc_status_name(status));
    assert_string_equal(error.type, type);
    assert_false(xc::succeeds(nullptr, [&] { throw thrown; }));
}

#define XAPIAN_BECOMES(status, type) becomes(status, #type, Xapian::type("thrown by the test"))

void each_class_of_libxapian_has_its_status(void **)
{
    XAPIAN_BECOMES(XC_INTERNAL, AssertionError);
    XAPIAN_BECOMES(XC_CLOSED, DatabaseClosedError);
    XAPIAN_BECOMES(XC_CORRUPT, DatabaseCorruptError);
    XAPIAN_BECOMES(XC_OPENING, DatabaseCreateError);
    XAPIAN_BECOMES(XC_IO, DatabaseError);
    XAPIAN_BECOMES(XC_LOCK, DatabaseLockError);
    XAPIAN_BECOMES(XC_MODIFIED, DatabaseModifiedError);
    XAPIAN_BECOMES(XC_OPENING, DatabaseNotFoundError);
    XAPIAN_BECOMES(XC_OPENING, DatabaseOpeningError);
    XAPIAN_BECOMES(XC_VERSION, DatabaseVersionError);
    XAPIAN_BECOMES(XC_NOT_FOUND, DocNotFoundError);
    XAPIAN_BECOMES(XC_UNSUPPORTED, FeatureUnavailableError);
    XAPIAN_BECOMES(XC_INTERNAL, InternalError);
    XAPIAN_BECOMES(XC_INVALID, InvalidArgumentError);
    XAPIAN_BECOMES(XC_STATE, InvalidOperationError);
    XAPIAN_BECOMES(XC_NETWORK, NetworkError);
    XAPIAN_BECOMES(XC_NETWORK, NetworkTimeoutError);
    XAPIAN_BECOMES(XC_INVALID, QueryParserError);
    XAPIAN_BECOMES(XC_CORRUPT, RangeError);
    XAPIAN_BECOMES(XC_CORRUPT, SerialisationError);
    XAPIAN_BECOMES(XC_UNSUPPORTED, UnimplementedError);
    XAPIAN_BECOMES(XC_LIMIT, WildcardError);
}

void exceptions_of_the_standard_library_stop_too(void **)
{
    becomes(XC_MEMORY, "", std::bad_alloc());
    becomes(XC_LIMIT, "", std::length_error("thrown by the test"));
    becomes(XC_IO, "", std::system_error(5, std::generic_category()));
    becomes(XC_INTERNAL, "", std::out_of_range("thrown by the test"));
}

void what_is_no_exception_stops_too(void **)
{
    becomes(XC_INTERNAL, "", 42);
    becomes(XC_INTERNAL, "", "a string");
}

void the_context_and_the_systems_reason_are_told(void **)
{
    xc_error error = XC_ERROR_INIT;
    xc::succeeds(&error, [] { throw Xapian::NetworkError("gone", "host:1234", 2); });
    assert_string_equal(error.message, "host:1234: gone (No such file or directory)");
}

/* A class that a later version of libxapian may have; the byte before its name is libxapian's own. */
class LaterError : public Xapian::Error
{
  public:
    explicit LaterError(const std::string &message)
        : Xapian::Error(message, std::string(), "?LaterError", nullptr)
    {
    }
};

void a_class_that_is_not_known_is_internal(void **)
{
    becomes(XC_INTERNAL, "LaterError", LaterError("thrown by the test"));
}

void what_is_not_there_is_no_refusal(void **)
{
    xc_error error = XC_ERROR_INIT;
    xc::succeeds(&error, [] { throw Xapian::DatabaseOpeningError("no", ENOTDIR); });
    assert_status(&error, XC_OPENING);
}

void what_the_system_refuses_is_no_fault_of_the_database(void **)
{
    xc_error error = XC_ERROR_INIT;
    xc::succeeds(&error, [] { throw Xapian::DatabaseOpeningError("no", ENOENT); });
    assert_status(&error, XC_OPENING);
    xc::succeeds(&error, [] { throw Xapian::DatabaseOpeningError("no", ENOSPC); });
    assert_status(&error, XC_IO);
    xc::succeeds(&error, [] { throw Xapian::DatabaseOpeningError("no", EACCES); });
    assert_status(&error, XC_IO);
}

void bytes_that_the_system_finds_damaged_are_damage(void **)
{
    xc_error error = XC_ERROR_INIT;
    xc::succeeds(&error, [] { throw Xapian::DatabaseError("no", EIO); });
    assert_status(&error, XC_IO);
    xc_error_clear(&error);
    xc::succeeds(&error, [] { throw Xapian::DatabaseError("no", EBADMSG); });
    assert_status(&error, XC_CORRUPT);
}

/* Runs in a process of its own; how that ended. */
int status_after(void (*call)())
{
    const pid_t child = fork();
    if (child == 0) {
        call();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void throw_error()
{
    throw Xapian::DatabaseError("gone");
}

void lose_the_database() noexcept
{
    throw_error();
}

void exit_as_told(const xc_error *error)
{
    const bool known = error->status == XC_IO && strcmp(error->message, "gone") == 0;
    _exit(known ? 74 : 70);
}

void last_words_tell_what_nobody_could_catch(void **)
{
    const int thrown = status_after([] {
        xc_set_last_words(exit_as_told);
        lose_the_database();
    });
    assert_int_equal(thrown, 74);
    const int unknown = status_after([] {
        xc_set_last_words(exit_as_told);
        std::terminate();
    });
    assert_int_equal(unknown, 70);
}

} // namespace

int main()
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_class_of_libxapian_has_its_status),
        cmocka_unit_test(exceptions_of_the_standard_library_stop_too),
        cmocka_unit_test(what_is_no_exception_stops_too),
        cmocka_unit_test(the_context_and_the_systems_reason_are_told),
        cmocka_unit_test(a_class_that_is_not_known_is_internal),
        cmocka_unit_test(what_is_not_there_is_no_refusal),
        cmocka_unit_test(what_the_system_refuses_is_no_fault_of_the_database),
        cmocka_unit_test(bytes_that_the_system_finds_damaged_are_damage),
        cmocka_unit_test(last_words_tell_what_nobody_could_catch),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
