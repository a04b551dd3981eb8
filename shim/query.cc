/* query.cc - what is looked for, as a tree of bounded depth */
#include "internal.h"

#include <algorithm>
#include <cmath>
#include <iterator>

using namespace xc;
using Xapian::Query;

namespace
{

/* In the order of xc_query_op. */
const Query::op operators[] = {
    Query::OP_AND,  Query::OP_OR,     Query::OP_AND_NOT, Query::OP_XOR, Query::OP_AND_MAYBE, Query::OP_FILTER,
    Query::OP_NEAR, Query::OP_PHRASE, Query::OP_SYNONYM, Query::OP_MAX, Query::OP_ELITE_SET,
};

static_assert(sizeof operators / sizeof *operators == XC_OP_ELITE_SET + 1, "an operator is missing");

Query::op libxapian_op(xc_query_op op)
{
    size_t index = static_cast<size_t>(op);
    if (index > XC_OP_ELITE_SET)
        throw Failure{XC_INVALID, "an unknown operator"};
    return operators[index];
}

/* The place of a query's operator among them; their end if it has none. */
const Query::op *operator_of(const xc_query &query)
{
    return std::find(std::begin(operators), std::end(operators), query.query.get_type());
}

std::unique_ptr<xc_query> query_of(Query &&query, uint32_t depth)
{
    if (depth > XC_QUERY_DEPTH_MAX)
        throw Failure{XC_LIMIT, "a query of more than " + std::to_string(XC_QUERY_DEPTH_MAX) + " levels"};
    return std::make_unique<xc_query>(xc_query{std::move(query), depth});
}

/* The queries that a call consumes: freed when it is over, however it ends. */
class Consumed
{
  public:
    Consumed(xc_query **start_, size_t n_) : start(start_), n(start_ == nullptr ? 0 : n_)
    {
    }

    Consumed(const Consumed &) = delete;
    Consumed &operator=(const Consumed &) = delete;

    ~Consumed()
    {
        for (size_t i = 0; i < n; i++) {
            xc_query_free(start[i]);
            start[i] = nullptr;
        }
    }

    const xc_query &operator[](size_t i) const
    {
        return deref(start[i], "a query to combine");
    }

  private:
    xc_query **start;
    size_t n;
};

/* Operators of which (a op b) op c is a op b op c, in hits and in weight. */
bool associative(xc_query_op op)
{
    return op == XC_OP_AND || op == XC_OP_OR || op == XC_OP_XOR;
}

/* A narrower window could not hold one position for each part. */
uint32_t checked_parameter(xc_query_op op, size_t n, uint32_t parameter)
{
    bool window = op == XC_OP_NEAR || op == XC_OP_PHRASE;
    return window && parameter < n ? static_cast<uint32_t>(n) : parameter;
}

std::unique_ptr<xc_query> combined(xc_query_op op, const Consumed &queries, size_t n, uint32_t parameter)
{
    Query::op how = libxapian_op(op);
    std::vector<Query> parts;
    uint32_t depth = 1;
    for (size_t i = 0; i < n; i++) {
        const Query &query = queries[i].query;
        if (i == 0 && n > 1 && associative(op) && query.get_type() == how) {
            for (size_t j = 0; j < query.get_num_subqueries(); j++)
                parts.push_back(query.get_subquery(j));
            depth = queries[i].depth;
        } else {
            parts.push_back(query);
            depth = std::max(depth, queries[i].depth + 1);
        }
    }
    parameter = checked_parameter(op, parts.size(), parameter);
    return query_of(Query(how, parts.begin(), parts.end(), parameter), depth);
}

Query::op wildcard_combiner(xc_query_op op)
{
    if (op != XC_OP_OR && op != XC_OP_SYNONYM && op != XC_OP_MAX)
        throw Failure{XC_INVALID, "a wildcard combines by OR, SYNONYM or MAX"};
    return libxapian_op(op);
}

int libxapian_limit(xc_wildcard_limit limit)
{
    switch (limit) {
    case XC_WILDCARD_LIMIT_ERROR:
        return Query::WILDCARD_LIMIT_ERROR;
    case XC_WILDCARD_LIMIT_FIRST:
        return Query::WILDCARD_LIMIT_FIRST;
    case XC_WILDCARD_LIMIT_MOST_FREQUENT:
        return Query::WILDCARD_LIMIT_MOST_FREQUENT;
    }
    throw Failure{XC_INVALID, "an unknown limit of a wildcard"};
}

/* Documents by their docids, a bit for each, as a part of a query. */
class DocumentSource : public Xapian::PostingSource
{
  public:
    explicit DocumentSource(std::vector<uint64_t> &&words_) : words(std::move(words_))
    {
        for (uint64_t word : words)
            size += static_cast<Xapian::doccount>(__builtin_popcountll(word));
    }

    Xapian::doccount get_termfreq_min() const override
    {
        return 0;
    }

    Xapian::doccount get_termfreq_est() const override
    {
        return size;
    }

    Xapian::doccount get_termfreq_max() const override
    {
        return size;
    }

    void init(const Xapian::Database &) override
    {
        at = 0;
    }

    void next(double) override
    {
        move(size_t{at} + 1);
    }

    void skip_to(Xapian::docid docid, double) override
    {
        if (docid > at)
            move(docid);
    }

    bool at_end() const override
    {
        return at == END;
    }

    Xapian::docid get_docid() const override
    {
        return at;
    }

  private:
    static constexpr Xapian::docid END = UINT32_MAX;

    /* To the first one from a docid on. */
    void move(size_t docid)
    {
        for (size_t word = docid / 64; word < words.size(); word++, docid = word * 64) {
            const uint64_t rest = words[word] >> docid % 64;
            if (rest != 0) {
                at = static_cast<Xapian::docid>(docid + static_cast<size_t>(__builtin_ctzll(rest)));
                return;
            }
        }
        at = END;
    }

    std::vector<uint64_t> words;
    Xapian::doccount size = 0;
    Xapian::docid at = 0;
};

} // namespace

xc_query *xc_query_match_all(xc_error *error) noexcept
{
    /* Not the static Query::MatchAll: its count of references is shared by all threads. */
    return made<xc_query>(error, [] { return query_of(Query(std::string()), 1); });
}

xc_query *xc_query_match_nothing(xc_error *error) noexcept
{
    return made<xc_query>(error, [] { return query_of(Query(), 1); });
}

xc_query *xc_query_term(const char *term, size_t length, uint32_t wqf, xc_error *error) noexcept
{
    return made<xc_query>(error, [&] {
        std::string name = bytes(term, length);
        if (name.empty())
            throw Failure{XC_INVALID, "the term is empty"};
        return query_of(Query(name, wqf), 1);
    });
}

xc_query *xc_query_combine(xc_query_op op, xc_query **queries, size_t n, uint32_t parameter,
                           xc_error *error) noexcept
{
    Consumed consumed(queries, n);
    return made<xc_query>(error, [&] {
        if (n > 0)
            deref(queries, "the array of queries");
        /* One part is itself, but SYNONYM changes how even one is weighed. */
        if (n == 1 && op != XC_OP_SYNONYM) {
            libxapian_op(op);
            return std::make_unique<xc_query>(consumed[0]);
        }
        return combined(op, consumed, n, parameter);
    });
}

xc_query *xc_query_scale_weight(double factor, xc_query *query, xc_error *error) noexcept
{
    std::unique_ptr<xc_query> consumed(query);
    return made<xc_query>(error, [&] {
        const xc_query &scaled = deref(query, "the query to scale");
        if (!std::isfinite(factor) || factor < 0)
            throw Failure{XC_INVALID, "a factor that is negative or not finite"};
        return query_of(Query(factor, scaled.query), scaled.depth + 1);
    });
}

xc_query *xc_query_wildcard(const char *prefix, size_t length, uint32_t max_expansion,
                            xc_wildcard_limit limit, xc_query_op combiner, xc_error *error) noexcept
{
    return made<xc_query>(error, [&] {
        if (max_expansion == 0)
            throw Failure{XC_INVALID, "a wildcard without a limit"};
        /* Two levels: it becomes a combination of terms. */
        return query_of(Query(Query::OP_WILDCARD, bytes(prefix, length), max_expansion,
                              libxapian_limit(limit), wildcard_combiner(combiner)),
                        2);
    });
}

xc_query *xc_query_value_range(xc_valueno slot, const char *low, size_t low_length, const char *high,
                               size_t high_length, xc_error *error) noexcept
{
    return made<xc_query>(error, [&] {
        return query_of(
            Query(Query::OP_VALUE_RANGE, real_slot(slot), bytes(low, low_length), bytes(high, high_length)),
            1);
    });
}

xc_query *xc_query_value_ge(xc_valueno slot, const char *low, size_t length, xc_error *error) noexcept
{
    return made<xc_query>(
        error, [&] { return query_of(Query(Query::OP_VALUE_GE, real_slot(slot), bytes(low, length)), 1); });
}

xc_query *xc_query_value_le(xc_valueno slot, const char *high, size_t length, xc_error *error) noexcept
{
    return made<xc_query>(
        error, [&] { return query_of(Query(Query::OP_VALUE_LE, real_slot(slot), bytes(high, length)), 1); });
}

xc_query *xc_query_documents(const uint64_t *words, size_t count, xc_error *error) noexcept
{
    return made<xc_query>(error, [&] {
        const uint64_t *start = &deref(words, "the array of words");
        auto source = std::make_unique<DocumentSource>(std::vector<uint64_t>(start, start + count));
        return query_of(Query(source.release()->release()), 1);
    });
}

xc_query *xc_query_copy(const xc_query *query, xc_error *error) noexcept
{
    return made<xc_query>(error, [&] { return std::make_unique<xc_query>(deref(query, "the query")); });
}

void xc_query_free(xc_query *query) noexcept
{
    succeeds(nullptr, [&] { delete query; });
}

bool xc_query_is_empty(const xc_query *query) noexcept
{
    return query == nullptr || query->query.empty();
}

uint32_t xc_query_get_length(const xc_query *query) noexcept
{
    return query == nullptr ? 0 : query->query.get_length();
}

uint32_t xc_query_get_depth(const xc_query *query) noexcept
{
    return query == nullptr ? 0 : query->depth;
}

xc_query_type xc_query_get_type(const xc_query *query) noexcept
{
    switch (query == nullptr ? Query::LEAF_MATCH_NOTHING : query->query.get_type()) {
    case Query::LEAF_MATCH_NOTHING:
        return XC_QUERY_MATCH_NOTHING;
    case Query::LEAF_MATCH_ALL:
        return XC_QUERY_MATCH_ALL;
    case Query::LEAF_TERM:
        return XC_QUERY_TERM;
    case Query::OP_SCALE_WEIGHT:
        return XC_QUERY_SCALED;
    default:
        return operator_of(*query) != std::end(operators) ? XC_QUERY_COMBINED : XC_QUERY_OTHER;
    }
}

xc_query_op xc_query_get_op(const xc_query *query) noexcept
{
    return xc_query_get_type(query) == XC_QUERY_COMBINED
               ? static_cast<xc_query_op>(operator_of(*query) - operators)
               : XC_OP_AND;
}

size_t xc_query_get_num_subqueries(const xc_query *query) noexcept
{
    return query == nullptr ? 0 : query->query.get_num_subqueries();
}

xc_query *xc_query_get_subquery(const xc_query *query, size_t n, xc_error *error) noexcept
{
    return made<xc_query>(error, [&] {
        const xc_query &whole = deref(query, "the query");
        if (n >= whole.query.get_num_subqueries())
            throw Failure{XC_INVALID, "no such subquery"};
        return std::make_unique<xc_query>(xc_query{whole.query.get_subquery(n), whole.depth});
    });
}

xc_term_iterator *xc_query_get_unique_terms(const xc_query *query, xc_error *error) noexcept
{
    return made<xc_term_iterator>(
        error, [&] { return term_iterator(deref(query, "the query").query.get_unique_terms_begin()); });
}

char *xc_query_get_description(const xc_query *query, xc_error *error) noexcept
{
    return guarded<char *>(error, nullptr,
                           [&] { return given(deref(query, "the query").query.get_description(), nullptr); });
}
