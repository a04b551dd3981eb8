/* writable.cc - changing a database */
#include "internal.h"

using namespace xc;

namespace
{

Xapian::WritableDatabase &to(xc_writable *writable)
{
    return deref(writable, "the writable database").writable;
}

const Xapian::Document &from(const xc_document *document)
{
    return deref(document, "the document").document;
}

int libxapian_mode(xc_writable_mode mode)
{
    switch (mode) {
    case XC_DB_CREATE_OR_OPEN:
        return Xapian::DB_CREATE_OR_OPEN;
    case XC_DB_CREATE_OR_OVERWRITE:
        return Xapian::DB_CREATE_OR_OVERWRITE;
    case XC_DB_CREATE:
        return Xapian::DB_CREATE;
    case XC_DB_OPEN:
        return Xapian::DB_OPEN;
    }
    throw Failure{XC_INVALID, "an unknown mode of opening"};
}

int libxapian_flags(unsigned flags)
{
    int known = 0;
    if (flags & XC_DB_NO_SYNC)
        known |= Xapian::DB_NO_SYNC;
    if (flags & XC_DB_FULL_SYNC)
        known |= Xapian::DB_FULL_SYNC;
    if (flags & XC_DB_DANGEROUS)
        known |= Xapian::DB_DANGEROUS;
    if (flags & ~static_cast<unsigned>(XC_DB_NO_SYNC | XC_DB_FULL_SYNC | XC_DB_DANGEROUS))
        throw Failure{XC_INVALID, "an unknown flag of opening"};
    return known;
}

std::unique_ptr<xc_writable> opened(const std::string &path, int flags, int block)
{
    auto writable = std::make_unique<xc_writable>();
    writable->writable = Xapian::WritableDatabase(path, flags, block);
    writable->readable.database = writable->writable;
    return writable;
}

} // namespace

xc_writable *xc_writable_open(const char *path, xc_writable_mode mode, unsigned flags, uint32_t block,
                              xc_error *error) noexcept
{
    return made<xc_writable>(error, [&] {
        int how = libxapian_mode(mode) | libxapian_flags(flags);
        return opened(&deref(path, "the path"), how, block_size(block));
    });
}

xc_writable *xc_writable_open_memory(xc_error *error) noexcept
{
    return made<xc_writable>(error, [] { return opened(std::string(), Xapian::DB_BACKEND_INMEMORY, 0); });
}

bool xc_writable_close(xc_writable *writable, xc_error *error) noexcept
{
    return succeeds(error, [&] { to(writable).close(); });
}

void xc_writable_free(xc_writable *writable) noexcept
{
    if (writable == nullptr)
        return;
    /* Not left to the destructors: an enquire still alive would keep the lock. */
    succeeds(nullptr, [&] { writable->writable.close(); });
    succeeds(nullptr, [&] { delete writable; });
}

xc_database *xc_writable_get_database(xc_writable *writable) noexcept
{
    return writable == nullptr ? nullptr : &writable->readable;
}

bool xc_writable_commit(xc_writable *writable, xc_error *error) noexcept
{
    return succeeds(error, [&] { to(writable).commit(); });
}

bool xc_writable_begin_transaction(xc_writable *writable, xc_error *error) noexcept
{
    return succeeds(error, [&] { to(writable).begin_transaction(); });
}

bool xc_writable_commit_transaction(xc_writable *writable, xc_error *error) noexcept
{
    return succeeds(error, [&] { to(writable).commit_transaction(); });
}

bool xc_writable_cancel_transaction(xc_writable *writable, xc_error *error) noexcept
{
    return succeeds(error, [&] { to(writable).cancel_transaction(); });
}

xc_docid xc_writable_add_document(xc_writable *writable, const xc_document *document,
                                  xc_error *error) noexcept
{
    return guarded(error, 0U, [&] { return to(writable).add_document(from(document)); });
}

bool xc_writable_replace_document(xc_writable *writable, xc_docid docid, const xc_document *document,
                                  xc_error *error) noexcept
{
    return succeeds(error, [&] { to(writable).replace_document(docid, from(document)); });
}

xc_docid xc_writable_replace_document_by_term(xc_writable *writable, const char *term, size_t length,
                                              const xc_document *document, xc_error *error) noexcept
{
    return guarded(error, 0U, [&] {
        return to(writable).replace_document(nonempty_term(term, length), from(document));
    });
}

bool xc_writable_delete_document(xc_writable *writable, xc_docid docid, xc_error *error) noexcept
{
    return succeeds(error, [&] { to(writable).delete_document(docid); });
}

bool xc_writable_delete_document_by_term(xc_writable *writable, const char *term, size_t length,
                                         xc_error *error) noexcept
{
    return succeeds(error, [&] { to(writable).delete_document(nonempty_term(term, length)); });
}

bool xc_writable_set_metadata(xc_writable *writable, const char *key, size_t key_length, const char *value,
                              size_t value_length, xc_error *error) noexcept
{
    return succeeds(
        error, [&] { to(writable).set_metadata(bounded_term(key, key_length), bytes(value, value_length)); });
}

bool xc_writable_add_spelling(xc_writable *writable, const char *word, size_t length, uint32_t frequency,
                              xc_error *error) noexcept
{
    return succeeds(error, [&] { to(writable).add_spelling(bounded_term(word, length), frequency); });
}

bool xc_writable_remove_spelling(xc_writable *writable, const char *word, size_t length, uint32_t frequency,
                                 xc_error *error) noexcept
{
    return succeeds(error, [&] { to(writable).remove_spelling(bounded_term(word, length), frequency); });
}
