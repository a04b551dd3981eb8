/* contents.cc - what a database knows of its documents, terms and values */
#include "internal.h"

using namespace xc;

uint32_t xc_database_get_termfreq(const xc_database *db, const char *term, size_t length,
                                  xc_error *error) noexcept
{
    return guarded(error, 0U, [&] { return in(db).get_termfreq(bytes(term, length)); });
}

uint32_t xc_database_get_collection_freq(const xc_database *db, const char *term, size_t length,
                                         xc_error *error) noexcept
{
    return guarded(error, 0U, [&] { return in(db).get_collection_freq(bytes(term, length)); });
}

bool xc_database_term_exists(const xc_database *db, const char *term, size_t length, xc_error *error) noexcept
{
    return guarded(error, false, [&] { return in(db).term_exists(bytes(term, length)); });
}

xc_document *xc_database_get_document(const xc_database *db, xc_docid docid, xc_error *error) noexcept
{
    return made<xc_document>(error, [&] { return document(in(db).get_document(docid)); });
}

char *xc_database_get_value(const xc_database *db, xc_docid docid, xc_valueno slot, size_t *out_length,
                            xc_error *error) noexcept
{
    return guarded<char *>(error, nullptr, [&] {
        return given(in(db).get_document(docid).get_value(real_slot(slot)), out_length);
    });
}

uint32_t xc_database_get_doclength(const xc_database *db, xc_docid docid, xc_error *error) noexcept
{
    return guarded(error, 0U, [&] { return in(db).get_doclength(docid); });
}

uint32_t xc_database_get_unique_terms(const xc_database *db, xc_docid docid, xc_error *error) noexcept
{
    return guarded(error, 0U, [&] { return in(db).get_unique_terms(docid); });
}

uint32_t xc_database_get_doclength_lower_bound(const xc_database *db, xc_error *error) noexcept
{
    return guarded(error, 0U, [&] { return in(db).get_doclength_lower_bound(); });
}

uint32_t xc_database_get_doclength_upper_bound(const xc_database *db, xc_error *error) noexcept
{
    return guarded(error, 0U, [&] { return in(db).get_doclength_upper_bound(); });
}

uint32_t xc_database_get_wdf_upper_bound(const xc_database *db, const char *term, size_t length,
                                         xc_error *error) noexcept
{
    return guarded(error, 0U, [&] { return in(db).get_wdf_upper_bound(bytes(term, length)); });
}

uint32_t xc_database_get_value_freq(const xc_database *db, xc_valueno slot, xc_error *error) noexcept
{
    return guarded(error, 0U, [&] { return in(db).get_value_freq(real_slot(slot)); });
}

char *xc_database_get_value_lower_bound(const xc_database *db, xc_valueno slot, size_t *out_length,
                                        xc_error *error) noexcept
{
    return guarded<char *>(error, nullptr,
                           [&] { return given(in(db).get_value_lower_bound(real_slot(slot)), out_length); });
}

char *xc_database_get_value_upper_bound(const xc_database *db, xc_valueno slot, size_t *out_length,
                                        xc_error *error) noexcept
{
    return guarded<char *>(error, nullptr,
                           [&] { return given(in(db).get_value_upper_bound(real_slot(slot)), out_length); });
}

xc_posting_iterator *xc_database_postlist(const xc_database *db, const char *term, size_t length,
                                          xc_error *error) noexcept
{
    return made<xc_posting_iterator>(error, [&] {
        auto begin = in(db).postlist_begin(bytes(term, length));
        return std::make_unique<xc_posting_iterator>(xc_posting_iterator{{in(db), begin}});
    });
}

xc_term_iterator *xc_database_allterms(const xc_database *db, const char *prefix, size_t length,
                                       xc_error *error) noexcept
{
    return made<xc_term_iterator>(
        error, [&] { return term_iterator(in(db).allterms_begin(bytes(prefix, length)), in(db)); });
}

xc_term_iterator *xc_database_termlist(const xc_database *db, xc_docid docid, xc_error *error) noexcept
{
    return made<xc_term_iterator>(error, [&] { return term_iterator(in(db).termlist_begin(docid), in(db)); });
}

xc_value_iterator *xc_database_valuestream(const xc_database *db, xc_valueno slot, xc_error *error) noexcept
{
    return made<xc_value_iterator>(error, [&] {
        auto begin = in(db).valuestream_begin(real_slot(slot));
        return std::make_unique<xc_value_iterator>(xc_value_iterator{{in(db), begin}, {}});
    });
}

size_t xc_database_positionlist(const xc_database *db, xc_docid docid, const char *term, size_t length,
                                uint32_t *positions, size_t capacity, xc_error *error) noexcept
{
    return guarded<size_t>(error, 0, [&] {
        std::string name = nonempty_term(term, length);
        if (capacity > 0)
            deref(positions, "the array of positions");
        size_t count = 0;
        auto end = in(db).positionlist_end(docid, name);
        for (auto at = in(db).positionlist_begin(docid, name); at != end; ++at, ++count) {
            if (count < capacity)
                positions[count] = *at;
        }
        return count;
    });
}
