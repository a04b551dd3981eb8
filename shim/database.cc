/* database.cc - opening databases, and what is asked of one as a whole */
#include "internal.h"

#include <sys/stat.h>

using namespace xc;

namespace
{

std::unique_ptr<xc_database> opened(Xapian::Database &&database)
{
    return std::make_unique<xc_database>(xc_database{std::move(database)});
}

Xapian::Database open_all(const char *const *paths, size_t n)
{
    Xapian::Database all;
    if (n == 0)
        throw Failure{XC_INVALID, "no path is given"};
    deref(paths, "the array of paths");
    for (size_t i = 0; i < n; i++)
        all.add_database(Xapian::Database(&deref(paths[i], "a path")));
    return all;
}

/* libxapian would write over what is there. */
void refuse_existing(const char *path)
{
    struct stat status;
    if (lstat(path, &status) == 0)
        throw Failure{XC_OPENING, std::string("there is already something at ") + path};
}

} // namespace

xc_database *xc_database_new(xc_error *error) noexcept
{
    return made<xc_database>(error, [] { return std::make_unique<xc_database>(); });
}

xc_database *xc_database_open(const char *path, xc_error *error) noexcept
{
    return made<xc_database>(error, [&] { return opened(Xapian::Database(&deref(path, "the path"))); });
}

xc_database *xc_database_open_many(const char *const *paths, size_t n, xc_error *error) noexcept
{
    return made<xc_database>(error, [&] { return opened(open_all(paths, n)); });
}

xc_database *xc_database_open_remote(const char *host, uint16_t port, uint32_t timeout,
                                     xc_error *error) noexcept
{
    return made<xc_database>(error, [&] {
        if (timeout == 0)
            throw Failure{XC_INVALID, "without a timeout a dead server is waited for for ever"};
        return opened(Xapian::Remote::open(&deref(host, "the host"), port, timeout, timeout));
    });
}

bool xc_database_add_database(xc_database *db, const xc_database *other, xc_error *error) noexcept
{
    return succeeds(error, [&] {
        if (db != nullptr && db == other)
            throw Failure{XC_INVALID, "a database cannot be a shard of itself"};
        deref(db, "the database").database.add_database(in(other));
    });
}

void xc_database_free(xc_database *db) noexcept
{
    succeeds(nullptr, [&] { delete db; });
}

bool xc_database_close(xc_database *db, xc_error *error) noexcept
{
    return succeeds(error, [&] { deref(db, "the database").database.close(); });
}

bool xc_database_reopen(xc_database *db, bool *changed, xc_error *error) noexcept
{
    return succeeds(error, [&] {
        bool moved = deref(db, "the database").database.reopen();
        if (changed != nullptr)
            *changed = moved;
    });
}

uint32_t xc_database_get_doccount(const xc_database *db, xc_error *error) noexcept
{
    return guarded(error, 0U, [&] { return in(db).get_doccount(); });
}

xc_docid xc_database_get_lastdocid(const xc_database *db, xc_error *error) noexcept
{
    return guarded(error, 0U, [&] { return in(db).get_lastdocid(); });
}

uint64_t xc_database_get_total_length(const xc_database *db, xc_error *error) noexcept
{
    return guarded<uint64_t>(error, 0, [&] { return in(db).get_total_length(); });
}

double xc_database_get_avlength(const xc_database *db, xc_error *error) noexcept
{
    return guarded(error, 0.0, [&] { return in(db).get_average_length(); });
}

char *xc_database_get_uuid(const xc_database *db, xc_error *error) noexcept
{
    return guarded<char *>(error, nullptr, [&] { return given(in(db).get_uuid(), nullptr); });
}

uint64_t xc_database_get_revision(const xc_database *db, xc_error *error) noexcept
{
    return guarded<uint64_t>(error, 0, [&] { return in(db).get_revision(); });
}

bool xc_database_has_positions(const xc_database *db, xc_error *error) noexcept
{
    return guarded(error, false, [&] { return in(db).has_positions(); });
}

char *xc_database_get_metadata(const xc_database *db, const char *key, size_t length, size_t *out_length,
                               xc_error *error) noexcept
{
    return guarded<char *>(error, nullptr,
                           [&] { return given(in(db).get_metadata(bytes(key, length)), out_length); });
}

xc_term_iterator *xc_database_metadata_keys(const xc_database *db, const char *prefix, size_t length,
                                            xc_error *error) noexcept
{
    return made<xc_term_iterator>(
        error, [&] { return term_iterator(in(db).metadata_keys_begin(bytes(prefix, length)), in(db)); });
}

char *xc_database_get_spelling_suggestion(const xc_database *db, const char *word, size_t length,
                                          unsigned max_edit_distance, size_t *out_length,
                                          xc_error *error) noexcept
{
    return guarded<char *>(error, nullptr, [&] {
        std::string near = in(db).get_spelling_suggestion(bytes(word, length), max_edit_distance);
        return given(near, out_length);
    });
}

bool xc_database_compact(const char *const *sources, size_t n, const char *destination, uint32_t block,
                         xc_error *error) noexcept
{
    return succeeds(error, [&] {
        refuse_existing(&deref(destination, "the destination"));
        /* No flags: the standard level, since FULLER loses data before 1.4.31, and synced. */
        open_all(sources, n).compact(destination, 0, block_size(block));
    });
}

bool xc_database_check(const char *path, size_t *faults, xc_error *error) noexcept
{
    return succeeds(error, [&] {
        deref(faults, "the place for the number of faults") =
            Xapian::Database::check(&deref(path, "the path"));
    });
}
