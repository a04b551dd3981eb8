/* iterator.cc - walking along terms, documents and values */
#include "internal.h"

using namespace xc;

namespace xc
{

std::unique_ptr<xc_term_iterator> term_iterator(const Xapian::TermIterator &begin)
{
    return std::make_unique<xc_term_iterator>(xc_term_iterator{{{}, begin}, {}, false});
}

std::unique_ptr<xc_term_iterator> term_iterator(const Xapian::TermIterator &begin,
                                                const Xapian::Database &database)
{
    return std::make_unique<xc_term_iterator>(xc_term_iterator{{database, begin}, {}, true});
}

} // namespace xc

namespace
{

bool refused(const void *it, xc_error *error) noexcept
{
    return !succeeds(error, [&] {
        if (it == nullptr)
            throw Failure{XC_INVALID, "the iterator is NULL", true};
    });
}

/* Moves to the first element not before `target`. libxapian's own skip_to may leave the range of a
 * prefix when asked to go backwards. */
template <typename Iterator, typename Element, typename Target>
bool skip(Cursor<Iterator> &cursor, xc_error *error, Element element, const Target &target) noexcept
{
    return cursor.step(error, [&] {
        if (!cursor.finished() && element(cursor.at) < target)
            cursor.at.skip_to(target);
    });
}

const char *current(xc_term_iterator *it, bool moved, size_t *length, xc_error *error) noexcept
{
    if (!moved)
        return nullptr;
    return guarded<const char *>(error, nullptr, [&] {
        it->term = *it->cursor.at;
        return lent(it->term, length);
    });
}

xc_docid docid_at(const Xapian::ValueIterator &at)
{
    return at.get_docid();
}

xc_docid docid_at(const Xapian::PostingIterator &at)
{
    return *at;
}

template <typename Type> xc_docid next_docid(Type *it, xc_error *error) noexcept
{
    if (refused(it, error) || !it->cursor.next_in_order(error, [](const auto &at) { return docid_at(at); }))
        return 0;
    return guarded(error, 0U, [&] { return docid_at(it->cursor.at); });
}

template <typename Type> xc_docid skip_docid(Type *it, xc_docid docid, xc_error *error) noexcept
{
    if (refused(it, error))
        return 0;
    auto element = [](const auto &at) { return docid_at(at); };
    if (!skip(it->cursor, error, element, docid))
        return 0;
    return guarded(error, 0U, [&] {
        refuse_disorder(docid <= docid_at(it->cursor.at));
        return docid_at(it->cursor.at);
    });
}

} // namespace

const char *xc_term_iterator_next(xc_term_iterator *it, size_t *length, xc_error *error) noexcept
{
    if (refused(it, error))
        return nullptr;
    auto element = [](const Xapian::TermIterator &at) { return *at; };
    const bool moved = it->of_database ? it->cursor.next_in_order(error, element) : it->cursor.next(error);
    return current(it, moved, length, error);
}

const char *xc_term_iterator_skip_to(xc_term_iterator *it, const char *term, size_t term_length,
                                     size_t *length, xc_error *error) noexcept
{
    if (refused(it, error))
        return nullptr;
    return guarded<const char *>(error, nullptr, [&] {
        std::string target = bytes(term, term_length);
        auto element = [](const Xapian::TermIterator &at) { return *at; };
        return current(it, skip(it->cursor, error, element, target), length, error);
    });
}

uint32_t xc_term_iterator_get_termfreq(const xc_term_iterator *it, xc_error *error) noexcept
{
    return guarded(error, 0U, [&] { return deref(it, "the iterator").cursor.element().get_termfreq(); });
}

uint32_t xc_term_iterator_get_wdf(const xc_term_iterator *it, xc_error *error) noexcept
{
    return guarded(error, 0U, [&] { return deref(it, "the iterator").cursor.element().get_wdf(); });
}

void xc_term_iterator_free(xc_term_iterator *it) noexcept
{
    succeeds(nullptr, [&] { delete it; });
}

xc_docid xc_posting_iterator_next(xc_posting_iterator *it, xc_error *error) noexcept
{
    return next_docid(it, error);
}

xc_docid xc_posting_iterator_skip_to(xc_posting_iterator *it, xc_docid docid, xc_error *error) noexcept
{
    return skip_docid(it, docid, error);
}

size_t xc_posting_iterator_read(xc_posting_iterator *it, xc_docid *docids, size_t capacity,
                                xc_error *error) noexcept
{
    size_t count = 0;
    if (refused(it, error) || !succeeds(error, [&] { deref(docids, "the array of docids"); }) ||
        capacity == 0)
        return 0;
    Cursor<Xapian::PostingIterator> &cursor = it->cursor;
    cursor.step(error, [&] {
        bool is_read = cursor.place == Cursor<Xapian::PostingIterator>::Place::at_element;
        xc_docid last = is_read ? *cursor.at : 0;
        while (count < capacity) {
            if (is_read)
                ++cursor.at;
            if (cursor.finished())
                return;
            refuse_disorder(last < *cursor.at);
            last = docids[count++] = *cursor.at;
            is_read = true;
        }
    });
    return cursor.failure.status == XC_OK ? count : 0;
}

uint32_t xc_posting_iterator_get_wdf(const xc_posting_iterator *it, xc_error *error) noexcept
{
    return guarded(error, 0U, [&] { return deref(it, "the iterator").cursor.element().get_wdf(); });
}

uint32_t xc_posting_iterator_get_doclength(const xc_posting_iterator *it, xc_error *error) noexcept
{
    return guarded(error, 0U, [&] { return deref(it, "the iterator").cursor.element().get_doclength(); });
}

void xc_posting_iterator_free(xc_posting_iterator *it) noexcept
{
    succeeds(nullptr, [&] { delete it; });
}

xc_docid xc_value_iterator_next(xc_value_iterator *it, xc_error *error) noexcept
{
    return next_docid(it, error);
}

xc_docid xc_value_iterator_skip_to(xc_value_iterator *it, xc_docid docid, xc_error *error) noexcept
{
    return skip_docid(it, docid, error);
}

const char *xc_value_iterator_get_value(xc_value_iterator *it, size_t *length, xc_error *error) noexcept
{
    return guarded<const char *>(error, nullptr, [&] {
        it->value = *deref(it, "the iterator").cursor.element();
        return lent(it->value, length);
    });
}

void xc_value_iterator_free(xc_value_iterator *it) noexcept
{
    succeeds(nullptr, [&] { delete it; });
}
