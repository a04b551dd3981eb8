/* mset.cc - what a search found: hits, and terms */
#include "internal.h"

using namespace xc;

namespace
{

const Xapian::MSet &in(const xc_mset *mset)
{
    return deref(mset, "the mset").mset;
}

/* libxapian does not check an index: beyond the end it reads what is not its own. */
template <typename Set> auto item(const Set &set, uint32_t i)
{
    if (i >= set.size())
        throw Failure{XC_INVALID, "item " + std::to_string(i) + " of " + std::to_string(set.size())};
    return set[i];
}

const Xapian::ESet &in(const xc_eset *eset)
{
    return deref(eset, "the eset").eset;
}

/* The barrier for what has no error to tell: 0 if there is no mset. */
template <typename Call> auto asked(const xc_mset *mset, Call &&call) noexcept
{
    return guarded<decltype(call(mset->mset))>(nullptr, 0, [&] { return call(in(mset)); });
}

} // namespace

void xc_mset_free(xc_mset *mset) noexcept
{
    succeeds(nullptr, [&] { delete mset; });
}

uint32_t xc_mset_size(const xc_mset *mset) noexcept
{
    return asked(mset, [](const Xapian::MSet &set) { return set.size(); });
}

uint32_t xc_mset_get_matches_lower_bound(const xc_mset *mset) noexcept
{
    return asked(mset, [](const Xapian::MSet &set) { return set.get_matches_lower_bound(); });
}

uint32_t xc_mset_get_matches_estimated(const xc_mset *mset) noexcept
{
    return asked(mset, [](const Xapian::MSet &set) { return set.get_matches_estimated(); });
}

uint32_t xc_mset_get_matches_upper_bound(const xc_mset *mset) noexcept
{
    return asked(mset, [](const Xapian::MSet &set) { return set.get_matches_upper_bound(); });
}

uint32_t xc_mset_get_uncollapsed_matches_lower_bound(const xc_mset *mset) noexcept
{
    return asked(mset, [](const Xapian::MSet &set) { return set.get_uncollapsed_matches_lower_bound(); });
}

uint32_t xc_mset_get_uncollapsed_matches_estimated(const xc_mset *mset) noexcept
{
    return asked(mset, [](const Xapian::MSet &set) { return set.get_uncollapsed_matches_estimated(); });
}

uint32_t xc_mset_get_uncollapsed_matches_upper_bound(const xc_mset *mset) noexcept
{
    return asked(mset, [](const Xapian::MSet &set) { return set.get_uncollapsed_matches_upper_bound(); });
}

double xc_mset_get_max_possible(const xc_mset *mset) noexcept
{
    return asked(mset, [](const Xapian::MSet &set) { return set.get_max_possible(); });
}

double xc_mset_get_max_attained(const xc_mset *mset) noexcept
{
    return asked(mset, [](const Xapian::MSet &set) { return set.get_max_attained(); });
}

uint32_t xc_mset_get_termfreq(const xc_mset *mset, const char *term, size_t length, xc_error *error) noexcept
{
    return guarded(error, 0U, [&] { return in(mset).get_termfreq(bytes(term, length)); });
}

double xc_mset_get_termweight(const xc_mset *mset, const char *term, size_t length, xc_error *error) noexcept
{
    return guarded(error, 0.0, [&] { return in(mset).get_termweight(bytes(term, length)); });
}

xc_docid xc_mset_get_docid(const xc_mset *mset, uint32_t i, xc_error *error) noexcept
{
    return guarded(error, 0U, [&] { return *item(in(mset), i); });
}

double xc_mset_get_weight(const xc_mset *mset, uint32_t i, xc_error *error) noexcept
{
    return guarded(error, 0.0, [&] { return item(in(mset), i).get_weight(); });
}

int xc_mset_get_percent(const xc_mset *mset, uint32_t i, xc_error *error) noexcept
{
    return guarded(error, 0, [&] { return item(in(mset), i).get_percent(); });
}

const char *xc_mset_get_collapse_key(xc_mset *mset, uint32_t i, size_t *length, xc_error *error) noexcept
{
    return guarded<const char *>(error, nullptr, [&] {
        mset->collapse_key = item(in(mset), i).get_collapse_key();
        return lent(mset->collapse_key, length);
    });
}

const char *xc_mset_get_sort_key(xc_mset *mset, uint32_t i, size_t *length, xc_error *error) noexcept
{
    return guarded<const char *>(error, nullptr, [&] {
        mset->sort_key = item(in(mset), i).get_sort_key();
        return lent(mset->sort_key, length);
    });
}

uint32_t xc_mset_get_collapse_count(const xc_mset *mset, uint32_t i, xc_error *error) noexcept
{
    return guarded(error, 0U, [&] { return item(in(mset), i).get_collapse_count(); });
}

xc_document *xc_mset_get_document(const xc_mset *mset, uint32_t i, xc_error *error) noexcept
{
    return made<xc_document>(error, [&] { return document(item(in(mset), i).get_document()); });
}

bool xc_mset_fetch(xc_mset *mset, xc_error *error) noexcept
{
    return succeeds(error, [&] { in(mset).fetch(); });
}

uint32_t xc_eset_size(const xc_eset *eset) noexcept
{
    return guarded(nullptr, 0U, [&] { return in(eset).size(); });
}

const char *xc_eset_get_term(xc_eset *eset, uint32_t i, size_t *length, xc_error *error) noexcept
{
    return guarded<const char *>(error, nullptr, [&] {
        eset->term = *item(in(eset), i);
        return lent(eset->term, length);
    });
}

double xc_eset_get_weight(const xc_eset *eset, uint32_t i, xc_error *error) noexcept
{
    return guarded(error, 0.0, [&] { return item(in(eset), i).get_weight(); });
}

void xc_eset_free(xc_eset *eset) noexcept
{
    succeeds(nullptr, [&] { delete eset; });
}
