/* enquire.cc - a search: what, weighed how, in which order; spies and sets of relevant documents */
#include "internal.h"

#include <cmath>

using namespace xc;

namespace
{

Xapian::Enquire &of(xc_enquire *enquire)
{
    return deref(enquire, "the enquire").enquire;
}

void refuse_negative(double number)
{
    if (!std::isfinite(number) || number < 0)
        throw Failure{XC_INVALID, "a number that is negative or not finite"};
}

Xapian::Enquire::docid_order libxapian_order(xc_docid_order order)
{
    switch (order) {
    case XC_DOCID_ASCENDING:
        return Xapian::Enquire::ASCENDING;
    case XC_DOCID_DESCENDING:
        return Xapian::Enquire::DESCENDING;
    case XC_DOCID_DONT_CARE:
        return Xapian::Enquire::DONT_CARE;
    }
    throw Failure{XC_INVALID, "an unknown order of docids"};
}

const Xapian::ValueCountMatchSpy &seen_by(const xc_spy *spy)
{
    return *deref(spy, "the spy").spy;
}

/* Tells a visitor of each document, and lets none become a hit. */
class Visit : public Xapian::MatchDecider
{
  public:
    Visit(xc_visitor visitor_, void *data_) : visitor(visitor_), data(data_)
    {
    }

    bool operator()(const Xapian::Document &document) const override
    {
        visitor(document.get_docid(), data);
        return false;
    }

  private:
    xc_visitor visitor;
    void *data;
};

/* Several have no revision, nor has a remote one. */
void refuse_shards(const Xapian::Database &database)
{
    try {
        database.get_revision();
    } catch (const Xapian::InvalidOperationError &) {
        throw Failure{XC_UNSUPPORTED, "a visit to several databases"};
    }
}

} // namespace

xc_enquire *xc_enquire_new(const xc_database *db, xc_error *error) noexcept
{
    return made<xc_enquire>(error, [&] {
        const Xapian::Database &database = in(db);
        return std::make_unique<xc_enquire>(xc_enquire{{}, database, Xapian::Enquire(database)});
    });
}

void xc_enquire_free(xc_enquire *enquire) noexcept
{
    succeeds(nullptr, [&] { delete enquire; });
}

bool xc_enquire_set_query(xc_enquire *enquire, const xc_query *query, xc_error *error) noexcept
{
    return succeeds(error, [&] { of(enquire).set_query(deref(query, "the query").query); });
}

bool xc_enquire_set_weight_bm25(xc_enquire *enquire, double k1, double k2, double k3, double b,
                                double min_normlen, xc_error *error) noexcept
{
    return succeeds(error, [&] {
        for (double number : {k1, k2, k3, b, min_normlen})
            refuse_negative(number);
        if (b > 1)
            throw Failure{XC_INVALID, "BM25's b is above 1"};
        of(enquire).set_weighting_scheme(Xapian::BM25Weight(k1, k2, k3, b, min_normlen));
    });
}

bool xc_enquire_set_weight_bool(xc_enquire *enquire, xc_error *error) noexcept
{
    return succeeds(error, [&] { of(enquire).set_weighting_scheme(Xapian::BoolWeight()); });
}

bool xc_enquire_set_collapse_key(xc_enquire *enquire, xc_valueno slot, uint32_t max, xc_error *error) noexcept
{
    return succeeds(error, [&] {
        if (max == 0 && slot != XC_BAD_VALUENO)
            throw Failure{XC_INVALID, "collapsing to no hit at all"};
        of(enquire).set_collapse_key(slot, max);
    });
}

bool xc_enquire_set_sort_by_relevance(xc_enquire *enquire, xc_error *error) noexcept
{
    return succeeds(error, [&] { of(enquire).set_sort_by_relevance(); });
}

bool xc_enquire_set_sort_by_value(xc_enquire *enquire, xc_valueno slot, bool reverse,
                                  xc_error *error) noexcept
{
    return succeeds(error, [&] { of(enquire).set_sort_by_value(real_slot(slot), reverse); });
}

bool xc_enquire_set_sort_by_value_then_relevance(xc_enquire *enquire, xc_valueno slot, bool reverse,
                                                 xc_error *error) noexcept
{
    return succeeds(error, [&] { of(enquire).set_sort_by_value_then_relevance(real_slot(slot), reverse); });
}

bool xc_enquire_set_sort_by_relevance_then_value(xc_enquire *enquire, xc_valueno slot, bool reverse,
                                                 xc_error *error) noexcept
{
    return succeeds(error, [&] { of(enquire).set_sort_by_relevance_then_value(real_slot(slot), reverse); });
}

bool xc_enquire_set_docid_order(xc_enquire *enquire, xc_docid_order order, xc_error *error) noexcept
{
    return succeeds(error, [&] { of(enquire).set_docid_order(libxapian_order(order)); });
}

bool xc_enquire_set_cutoff(xc_enquire *enquire, int percent, double weight, xc_error *error) noexcept
{
    return succeeds(error, [&] {
        refuse_negative(weight);
        if (percent < 0 || percent > 100)
            throw Failure{XC_INVALID, "a percentage out of range"};
        of(enquire).set_cutoff(percent, weight);
    });
}

bool xc_enquire_add_spy(xc_enquire *enquire, xc_spy *spy, xc_error *error) noexcept
{
    return succeeds(error, [&] {
        Xapian::Enquire &search = of(enquire);
        enquire->spies.push_back(deref(spy, "the spy").spy);
        search.add_matchspy(enquire->spies.back().get());
    });
}

bool xc_enquire_clear_spies(xc_enquire *enquire, xc_error *error) noexcept
{
    return succeeds(error, [&] {
        of(enquire).clear_matchspies();
        enquire->spies.clear();
    });
}

xc_mset *xc_enquire_get_mset(xc_enquire *enquire, uint32_t first, uint32_t maxitems, uint32_t checkatleast,
                             xc_error *error) noexcept
{
    return made<xc_mset>(error, [&] {
        Xapian::MSet mset = of(enquire).get_mset(first, maxitems, checkatleast);
        return std::make_unique<xc_mset>(xc_mset{mset, {}, {}});
    });
}

bool xc_enquire_visit(xc_enquire *enquire, xc_visitor visitor, void *data, xc_error *error) noexcept
{
    return succeeds(error, [&] {
        if (visitor == nullptr)
            throw Failure{XC_INVALID, "the visitor is NULL"};
        Xapian::Enquire &search = of(enquire);
        refuse_shards(enquire->database);
        Visit visit(visitor, data);
        search.get_mset(0, 1, UINT32_MAX, nullptr, &visit);
    });
}

xc_term_iterator *xc_enquire_get_matching_terms(xc_enquire *enquire, xc_docid docid, xc_error *error) noexcept
{
    return made<xc_term_iterator>(error,
                                  [&] { return term_iterator(of(enquire).get_matching_terms_begin(docid)); });
}

xc_eset *xc_enquire_get_eset(xc_enquire *enquire, uint32_t maxitems, const xc_rset *rset,
                             bool with_query_terms, xc_error *error) noexcept
{
    return made<xc_eset>(error, [&] {
        int flags = with_query_terms ? Xapian::Enquire::INCLUDE_QUERY_TERMS : 0;
        Xapian::ESet eset = of(enquire).get_eset(maxitems, deref(rset, "the rset").rset, flags);
        return std::make_unique<xc_eset>(xc_eset{eset, {}});
    });
}

xc_spy *xc_spy_new(xc_valueno slot, xc_error *error) noexcept
{
    return made<xc_spy>(error, [&] {
        auto spy = std::make_shared<Xapian::ValueCountMatchSpy>(real_slot(slot));
        return std::make_unique<xc_spy>(xc_spy{spy});
    });
}

void xc_spy_free(xc_spy *spy) noexcept
{
    succeeds(nullptr, [&] { delete spy; });
}

uint32_t xc_spy_get_total(const xc_spy *spy) noexcept
{
    return spy == nullptr ? 0 : static_cast<uint32_t>(spy->spy->get_total());
}

xc_term_iterator *xc_spy_values(const xc_spy *spy, xc_error *error) noexcept
{
    return made<xc_term_iterator>(error, [&] { return term_iterator(seen_by(spy).values_begin()); });
}

xc_term_iterator *xc_spy_top_values(const xc_spy *spy, size_t max, xc_error *error) noexcept
{
    return made<xc_term_iterator>(error, [&] { return term_iterator(seen_by(spy).top_values_begin(max)); });
}

xc_rset *xc_rset_new(xc_error *error) noexcept
{
    return made<xc_rset>(error, [] { return std::make_unique<xc_rset>(); });
}

bool xc_rset_add_document(xc_rset *rset, xc_docid docid, xc_error *error) noexcept
{
    return succeeds(error, [&] { deref(rset, "the rset").rset.add_document(docid); });
}

uint32_t xc_rset_size(const xc_rset *rset) noexcept
{
    return guarded(nullptr, 0U, [&] { return deref(rset, "the rset").rset.size(); });
}

void xc_rset_free(xc_rset *rset) noexcept
{
    succeeds(nullptr, [&] { delete rset; });
}
