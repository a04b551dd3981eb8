/* error.cc - what an exception becomes, and the small checks that throw */
#include "internal.h"

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <stdexcept>
#include <system_error>

namespace
{

/* libxapian's classes, by the name that an exception gives of itself. One that is not here, of a
 * later version, is XC_INTERNAL. */
const struct {
    const char *type;
    xc_status status;
} classes[] = {
    {"AssertionError", XC_INTERNAL},
    {"DatabaseClosedError", XC_CLOSED},
    {"DatabaseCorruptError", XC_CORRUPT},
    {"DatabaseCreateError", XC_OPENING},
    {"DatabaseError", XC_IO},
    {"DatabaseLockError", XC_LOCK},
    {"DatabaseModifiedError", XC_MODIFIED},
    {"DatabaseNotFoundError", XC_OPENING},
    {"DatabaseOpeningError", XC_OPENING},
    {"DatabaseVersionError", XC_VERSION},
    {"DocNotFoundError", XC_NOT_FOUND},
    {"FeatureUnavailableError", XC_UNSUPPORTED},
    {"InternalError", XC_INTERNAL},
    {"InvalidArgumentError", XC_INVALID},
    {"InvalidOperationError", XC_STATE},
    {"NetworkError", XC_NETWORK},
    {"NetworkTimeoutError", XC_NETWORK},
    {"QueryParserError", XC_INVALID},
    {"RangeError", XC_CORRUPT},
    {"SerialisationError", XC_CORRUPT},
    {"UnimplementedError", XC_UNSUPPORTED},
    {"WildcardError", XC_LIMIT},
};

const char *const status_names[] = {
    "XC_OK",      "XC_INVALID", "XC_STATE",  "XC_LIMIT",    "XC_UNSUPPORTED", "XC_NOT_FOUND",
    "XC_OPENING", "XC_VERSION", "XC_LOCK",   "XC_MODIFIED", "XC_CORRUPT",     "XC_CLOSED",
    "XC_NETWORK", "XC_IO",      "XC_MEMORY", "XC_INTERNAL",
};

static_assert(sizeof status_names / sizeof *status_names == XC_INTERNAL + 1, "a status has no name");

xc_status status_of(const char *type) noexcept
{
    for (const auto &known : classes) {
        if (std::strcmp(known.type, type) == 0)
            return known.status;
    }
    return XC_INTERNAL;
}

/* Text put piece by piece into a place of fixed size, without taking memory: there may be none. */
class Text
{
  public:
    template <size_t size> explicit Text(char (&place)[size]) : start(place), room(size - 1)
    {
        *start = '\0';
    }

    void add(const char *piece) noexcept
    {
        add(piece, std::strlen(piece));
    }

    void add(const char *piece, size_t length) noexcept
    {
        if (length > room - used) {
            length = room - used;
            while (length > 0 && (static_cast<unsigned char>(piece[length]) & 0xc0) == 0x80)
                length--;
            room = used + length;
        }
        std::memcpy(start + used, piece, length);
        used += length;
        start[used] = '\0';
    }

  private:
    char *start;
    size_t room;
    size_t used = 0;
};

void write(xc_error *error, xc_status status, const char *type, const char *message) noexcept
{
    error->status = status;
    Text(error->type).add(type);
    Text(error->message).add(message);
}

/* Whether the system refused something for another reason than that it is not there. */
bool is_refusal(const char *reason) noexcept
{
    return reason != nullptr && std::strcmp(reason, std::strerror(ENOENT)) != 0 &&
           std::strcmp(reason, std::strerror(ENOTDIR)) != 0;
}

/* What the system says of bytes whose sum is another than it was. */
bool is_damage(const char *reason) noexcept
{
    return reason != nullptr && std::strcmp(reason, std::strerror(EBADMSG)) == 0;
}

/* The context names the shard; the error string is the system's, for what the system refused. */
void write(xc_error *error, const Xapian::Error &exception) noexcept
{
    error->status = status_of(exception.get_type());
    if (error->status == XC_OPENING && is_refusal(exception.get_error_string()))
        error->status = XC_IO;
    if (error->status == XC_IO && is_damage(exception.get_error_string()))
        error->status = XC_CORRUPT;
    Text(error->type).add(exception.get_type());
    Text message(error->message);
    const std::string &context = exception.get_context();
    if (!context.empty()) {
        message.add(context.data(), context.size());
        message.add(": ");
    }
    message.add(exception.get_msg().data(), exception.get_msg().size());
    const char *reason = exception.get_error_string();
    if (reason != nullptr) {
        message.add(" (");
        message.add(reason);
        message.add(")");
    }
}

void rethrow_into(xc_error *error)
{
    try {
        throw;
    } catch (const xc::Failure &failure) {
        if (!failure.consequence || error->status == XC_OK)
            write(error, failure.status, "", failure.message.c_str());
    } catch (const Xapian::Error &exception) {
        write(error, exception);
    } catch (const std::bad_alloc &) {
        write(error, XC_MEMORY, "", "out of memory");
    } catch (const std::length_error &exception) {
        write(error, XC_LIMIT, "", exception.what());
    } catch (const std::system_error &exception) {
        write(error, XC_IO, "", exception.what());
    } catch (const std::exception &exception) {
        write(error, XC_INTERNAL, "", exception.what());
    } catch (...) {
        write(error, XC_INTERNAL, "", "an exception of an unknown type");
    }
}

} // namespace

namespace xc
{

void report_current_exception(xc_error *error) noexcept
{
    if (error == nullptr)
        return;
    try {
        rethrow_into(error);
    } catch (...) {
        /* Only reading an exception can have thrown, and what that does is take memory. */
        write(error, XC_MEMORY, "", "out of memory");
    }
}

std::string bytes(const char *start, size_t length)
{
    if (start == nullptr) {
        if (length != 0 && length != XC_NUL)
            throw Failure{XC_INVALID, "a string is NULL, but its length is not 0"};
        return std::string();
    }
    return length == XC_NUL ? std::string(start) : std::string(start, length);
}

std::string bounded_term(const char *start, size_t length)
{
    std::string term = bytes(start, length);
    size_t stored = term.size();
    for (char byte : term) {
        if (byte == '\0')
            stored++;
    }
    if (stored > XC_TERM_MAX)
        throw Failure{XC_LIMIT, "a term of " + std::to_string(stored) + " bytes, more than " +
                                    std::to_string(XC_TERM_MAX) + ": " + term};
    return term;
}

std::string nonempty_term(const char *start, size_t length)
{
    std::string term = bounded_term(start, length);
    if (term.empty())
        throw Failure{XC_INVALID, "the term is empty"};
    return term;
}

const char *lent(const std::string &string, size_t *length) noexcept
{
    if (length != nullptr)
        *length = string.size();
    return string.c_str();
}

char *given(const std::string &string, size_t *length)
{
    char *copy = static_cast<char *>(std::malloc(string.size() + 1));
    if (copy == nullptr)
        throw std::bad_alloc();
    std::memcpy(copy, string.c_str(), string.size() + 1);
    if (length != nullptr)
        *length = string.size();
    return copy;
}

Xapian::valueno real_slot(xc_valueno slot)
{
    if (slot == XC_BAD_VALUENO)
        throw Failure{XC_INVALID, "XC_BAD_VALUENO is no slot"};
    return slot;
}

int block_size(uint32_t bytes)
{
    bool power_of_two = (bytes & (bytes - 1)) == 0;
    if (bytes != 0 && (!power_of_two || bytes < 2048 || bytes > 65536))
        throw Failure{XC_INVALID,
                      "a block size is a power of two from 2048 to 65536, not " + std::to_string(bytes)};
    return static_cast<int>(bytes);
}

} // namespace xc

namespace
{

std::atomic<xc_last_words> last_words;

[[noreturn]] void speak_and_abort() noexcept
{
    xc_error error = XC_ERROR_INIT;
    write(&error, XC_INTERNAL, "", "libxapian does not say why");
    if (std::current_exception() != nullptr)
        xc::report_current_exception(&error);
    last_words.load()(&error);
    std::abort();
}

} // namespace

void xc_set_last_words(xc_last_words words) noexcept
{
    last_words = words;
    std::set_terminate(words != nullptr ? speak_and_abort : std::abort);
}

void xc_error_clear(xc_error *error) noexcept
{
    if (error != nullptr)
        *error = XC_ERROR_INIT;
}

const char *xc_status_name(xc_status status) noexcept
{
    size_t index = static_cast<size_t>(status);
    return index <= XC_INTERNAL ? status_names[index] : "XC_UNKNOWN";
}

const char *xc_version(void) noexcept
{
    return Xapian::version_string();
}
