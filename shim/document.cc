/* document.cc - what is put into a database, and taken out */
#include "internal.h"

#include <cmath>

using namespace xc;

namespace xc
{

std::unique_ptr<xc_document> document(const Xapian::Document &document)
{
    return std::make_unique<xc_document>(xc_document{document, {}, {}});
}

} // namespace xc

namespace
{

Xapian::Document &of(xc_document *document)
{
    return deref(document, "the document").document;
}

} // namespace

xc_document *xc_document_new(xc_error *error) noexcept
{
    return made<xc_document>(error, [] { return document(Xapian::Document()); });
}

void xc_document_free(xc_document *document) noexcept
{
    succeeds(nullptr, [&] { delete document; });
}

bool xc_document_clear(xc_document *document, xc_error *error) noexcept
{
    /* A new one, since clearing one that is from a database would first read it. */
    return succeeds(error, [&] { of(document) = Xapian::Document(); });
}

bool xc_document_clear_values(xc_document *document, xc_error *error) noexcept
{
    return succeeds(error, [&] { of(document).clear_values(); });
}

bool xc_document_clear_terms(xc_document *document, xc_error *error) noexcept
{
    return succeeds(error, [&] { of(document).clear_terms(); });
}

xc_docid xc_document_get_docid(const xc_document *document, xc_error *error) noexcept
{
    return guarded(error, 0U, [&] { return deref(document, "the document").document.get_docid(); });
}

bool xc_document_set_data(xc_document *document, const char *data, size_t length, xc_error *error) noexcept
{
    return succeeds(error, [&] { of(document).set_data(bytes(data, length)); });
}

const char *xc_document_get_data(xc_document *document, size_t *length, xc_error *error) noexcept
{
    return guarded<const char *>(error, nullptr, [&] {
        document->data = of(document).get_data();
        return lent(document->data, length);
    });
}

bool xc_document_add_posting(xc_document *document, const char *term, size_t length, uint32_t position,
                             uint32_t wdf, xc_error *error) noexcept
{
    return succeeds(error, [&] { of(document).add_posting(nonempty_term(term, length), position, wdf); });
}

bool xc_document_add_term(xc_document *document, const char *term, size_t length, uint32_t wdf,
                          xc_error *error) noexcept
{
    return succeeds(error, [&] { of(document).add_term(nonempty_term(term, length), wdf); });
}

bool xc_document_add_boolean_term(xc_document *document, const char *term, size_t length,
                                  xc_error *error) noexcept
{
    return succeeds(error, [&] { of(document).add_boolean_term(nonempty_term(term, length)); });
}

bool xc_document_remove_term(xc_document *document, const char *term, size_t length, xc_error *error) noexcept
{
    return succeeds(error, [&] { of(document).remove_term(nonempty_term(term, length)); });
}

bool xc_document_add_value(xc_document *document, xc_valueno slot, const char *value, size_t length,
                           xc_error *error) noexcept
{
    return succeeds(error, [&] { of(document).add_value(real_slot(slot), bytes(value, length)); });
}

bool xc_document_add_value_number(xc_document *document, xc_valueno slot, double number,
                                  xc_error *error) noexcept
{
    return succeeds(error, [&] {
        if (std::isnan(number))
            throw Failure{XC_INVALID, "a value that is not a number"};
        of(document).add_value(real_slot(slot), Xapian::sortable_serialise(number));
    });
}

const char *xc_document_get_value(xc_document *document, xc_valueno slot, size_t *length,
                                  xc_error *error) noexcept
{
    return guarded<const char *>(error, nullptr, [&] {
        document->value = of(document).get_value(real_slot(slot));
        return lent(document->value, length);
    });
}

double xc_document_get_value_number(xc_document *document, xc_valueno slot, xc_error *error) noexcept
{
    return guarded<double>(error, std::nan(""), [&] {
        std::string value = of(document).get_value(real_slot(slot));
        return value.empty() ? std::nan("") : Xapian::sortable_unserialise(value);
    });
}

xc_term_iterator *xc_document_termlist(const xc_document *document, xc_error *error) noexcept
{
    return made<xc_term_iterator>(
        error, [&] { return term_iterator(deref(document, "the document").document.termlist_begin()); });
}

size_t xc_sortable_serialise(double number, char *buffer) noexcept
{
    if (buffer == nullptr || std::isnan(number))
        return 0;
    return Xapian::sortable_serialise_(number, buffer);
}

double xc_sortable_unserialise(const char *start, size_t length) noexcept
{
    return guarded<double>(nullptr, std::nan(""),
                           [&] { return Xapian::sortable_unserialise(bytes(start, length)); });
}
