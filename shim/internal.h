/*
 * internal.h - what the files of these bindings share
 *
 * Every function of xapian-c.h that can throw has its body in guarded(): the one place where exceptions stop.
 */
#ifndef XAPIAN_C_INTERNAL_H
#define XAPIAN_C_INTERNAL_H

#include "xapian-c.h"

#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

static_assert(sizeof(Xapian::docid) == sizeof(xc_docid), "libxapian was built with 64-bit docids");
static_assert(sizeof(Xapian::termcount) == 4, "libxapian was built with 64-bit termcounts");

namespace xc
{

/* An error of our own. `consequence` marks one that follows from an earlier failure: a NULL where
 * an object was wanted. It does not take that failure's place in the caller's error. */
struct Failure {
    xc_status status;
    std::string message;
    bool consequence = false;
};

/* Writes the exception being handled into *error. Only within a catch block. */
void report_current_exception(xc_error *error) noexcept;

/* Whether an error says that what was asked for cannot be read. A shard that was waited for in vain is not
 * asked again; nor is a table after a block of it could not be read, since libxapian may trust what it has of
 * the block. */
inline bool is_unreadable(const xc_error *error) noexcept
{
    return error != nullptr &&
           (error->status == XC_NETWORK || error->status == XC_IO || error->status == XC_CORRUPT);
}

/* The barrier: runs `call`; whatever it throws goes into *error, and `fallback` is returned. */
template <typename Result, typename Call>
Result guarded(xc_error *error, Result fallback, Call &&call) noexcept
{
    if (is_unreadable(error))
        return fallback;
    try {
        return call();
    } catch (...) {
        report_current_exception(error);
        return fallback;
    }
}

/* The barrier for calls that have nothing to return but that they succeeded. */
template <typename Call> bool succeeds(xc_error *error, Call &&call) noexcept
{
    return guarded(error, false, [&] {
        call();
        return true;
    });
}

/* The barrier for makers: `call` returns a unique_ptr. */
template <typename Type, typename Call> Type *made(xc_error *error, Call &&call) noexcept
{
    return guarded<Type *>(error, nullptr, [&] { return call().release(); });
}

/* What a caller's pointer points at, refusing NULL. */
template <typename Type> Type &deref(Type *pointer, const char *what)
{
    if (pointer == nullptr)
        throw Failure{XC_INVALID, std::string(what) + " is NULL", true};
    return *pointer;
}

/* The caller's bytes. */
std::string bytes(const char *start, size_t length);

/* The caller's term, word or key, refused if it is longer than a database can hold. */
std::string bounded_term(const char *start, size_t length);

/* The same, refusing the empty one too. */
std::string nonempty_term(const char *start, size_t length);

/* A string lent to the caller, and one given away. */
const char *lent(const std::string &string, size_t *length) noexcept;
char *given(const std::string &string, size_t *length);

/* A slot that can hold values. */
Xapian::valueno real_slot(xc_valueno slot);

/* A block size that libxapian would otherwise replace without a word; 0 is its own choice. */
int block_size(uint32_t bytes);

/* A damaged table can lead in circles, for ever. */
inline void refuse_disorder(bool in_order)
{
    if (!in_order)
        throw Failure{XC_CORRUPT, "a list is not in order: the database is damaged"};
}

/* Where an iterator is. Its database is kept alive with it, since not all of libxapian's iterators
 * do that; it stands first, so that it goes last. */
template <typename Iterator> struct Cursor {
    enum class Place { before_first, at_element, at_end };

    Cursor(const Xapian::Database &database_, const Iterator &at_) : database(database_), at(at_)
    {
    }

    Xapian::Database database;
    Iterator at;
    Place place = Place::before_first;
    xc_error failure = XC_ERROR_INIT;

    bool finished() const
    {
        return at == Iterator();
    }

    /* Moves on to the next element. False at the end and on failure. */
    bool next(xc_error *error) noexcept
    {
        return step(error, [this] {
            if (place == Place::at_element)
                ++at;
        });
    }

    /* The same where elements ascend. */
    template <typename Element> bool next_in_order(xc_error *error, Element element) noexcept
    {
        return step(error, [&] {
            if (place != Place::at_element)
                return;
            const auto before = element(at);
            ++at;
            refuse_disorder(finished() || before < element(at));
        });
    }

    /* Runs a move; after the first one that fails, all fail. */
    template <typename Move> bool step(xc_error *error, Move &&move) noexcept
    {
        if (is_unreadable(error))
            return false;
        if (failure.status == XC_OK && place != Place::at_end) {
            succeeds(&failure, [&] {
                move();
                place = finished() ? Place::at_end : Place::at_element;
            });
        }
        if (failure.status != XC_OK) {
            place = Place::at_end;
            if (error != nullptr)
                *error = failure;
        }
        return place == Place::at_element;
    }

    /* The iterator, which must be at an element: libxapian would not check. */
    const Iterator &element() const
    {
        if (place != Place::at_element)
            throw Failure{XC_STATE, "the iterator is not at an element"};
        return at;
    }
};

} // namespace xc

struct xc_database {
    Xapian::Database database;
};

/* `readable` shares the internals of `writable`. */
struct xc_writable {
    Xapian::WritableDatabase writable;
    xc_database readable;
};

struct xc_document {
    Xapian::Document document;
    std::string data;
    std::string value;
};

struct xc_query {
    Xapian::Query query;
    uint32_t depth;
};

struct xc_spy {
    std::shared_ptr<Xapian::ValueCountMatchSpy> spy;
};

/* libxapian keeps bare pointers to the spies; these owners make the order of freeing free. */
struct xc_enquire {
    std::vector<std::shared_ptr<Xapian::ValueCountMatchSpy>> spies;
    Xapian::Database database;
    Xapian::Enquire enquire;
};

struct xc_rset {
    Xapian::RSet rset;
};

struct xc_mset {
    Xapian::MSet mset;
    std::string collapse_key;
    std::string sort_key;
};

struct xc_eset {
    Xapian::ESet eset;
    std::string term;
};

struct xc_term_iterator {
    xc::Cursor<Xapian::TermIterator> cursor;
    std::string term;
    bool of_database; /* whose terms are in byte order, unless it is damaged */
};

struct xc_posting_iterator {
    xc::Cursor<Xapian::PostingIterator> cursor;
};

struct xc_value_iterator {
    xc::Cursor<Xapian::ValueIterator> cursor;
    std::string value;
};

namespace xc
{

/* The database of a handle that is not NULL. */
inline const Xapian::Database &in(const xc_database *db)
{
    return deref(db, "the database").database;
}

/* Makers of iterators, for every file that has one to return; the second for the terms of a database. */
std::unique_ptr<xc_term_iterator> term_iterator(const Xapian::TermIterator &begin);
std::unique_ptr<xc_term_iterator> term_iterator(const Xapian::TermIterator &begin,
                                                const Xapian::Database &database);

std::unique_ptr<xc_document> document(const Xapian::Document &document);

} // namespace xc

#endif
