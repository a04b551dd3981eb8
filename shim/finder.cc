/* finder.cc - all that a query finds, without weights: by sets of documents, and by libxapian's matcher where those do not do */
#include "internal.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <map>
#include <new>
#include <unordered_map>

using namespace xc;
using Xapian::Query;

namespace
{

/* Documents by their docids, a bit for each. */
class Documents
{
  public:
    explicit Documents(xc_docid last_) : last(last_), words(last_ / 64 + size_t{1})
    {
    }

    void add(xc_docid docid)
    {
        if (docid > last)
            throw Failure{XC_CORRUPT, "a document behind the last one: the database is damaged"};
        words[docid / 64] |= uint64_t{1} << docid % 64;
    }

    /* Others, but of the documents `within` alone, unless that is NULL. */
    void add(const Documents &others, const Documents *within)
    {
        for (size_t i = 0; i < words.size(); i++)
            words[i] |= within != nullptr ? others.words[i] & within->words[i] : others.words[i];
    }

    void remove(const Documents &others)
    {
        for (size_t i = 0; i < words.size(); i++)
            words[i] &= ~others.words[i];
    }

    bool has(xc_docid docid) const
    {
        return docid <= last && (words[docid / 64] >> docid % 64 & 1) != 0;
    }

    /* The first one from a docid on; 0 behind the last. */
    xc_docid from(xc_docid docid) const
    {
        if (docid > last)
            return 0;
        size_t at = docid / 64;
        for (uint64_t word = words[at] >> docid % 64 << docid % 64;; word = words[at]) {
            if (word != 0)
                return static_cast<xc_docid>(at * 64 + static_cast<size_t>(__builtin_ctzll(word)));
            if (++at == words.size())
                return 0;
        }
    }

    size_t size() const
    {
        size_t sum = 0;
        for (uint64_t word : words)
            sum += static_cast<size_t>(__builtin_popcountll(word));
        return sum;
    }

    const std::vector<uint64_t> &bits() const
    {
        return words;
    }

  private:
    xc_docid last;
    std::vector<uint64_t> words;
};

/* Documents as a part of a query, so that the matcher looks at no others. */
class Source : public Xapian::PostingSource
{
  public:
    Source(const Documents &documents_, Xapian::doccount most_) : documents(documents_), most(most_)
    {
    }

    Xapian::doccount get_termfreq_min() const override
    {
        return 0;
    }

    Xapian::doccount get_termfreq_est() const override
    {
        return most;
    }

    Xapian::doccount get_termfreq_max() const override
    {
        return most;
    }

    void init(const Xapian::Database &) override
    {
        at = 0;
        is_at_end = false;
    }

    void next(double) override
    {
        move(at + 1);
    }

    void skip_to(Xapian::docid docid, double) override
    {
        if (docid > at)
            move(docid);
    }

    bool at_end() const override
    {
        return is_at_end;
    }

    Xapian::docid get_docid() const override
    {
        return at;
    }

  private:
    void move(xc_docid docid)
    {
        at = documents.from(docid);
        is_at_end = at == 0;
    }

    const Documents &documents;
    Xapian::doccount most;
    xc_docid at = 0;
    bool is_at_end = false;
};

/* Gathers each document that the matcher finds, and lets none become a hit. */
class Gatherer : public Xapian::MatchDecider
{
  public:
    explicit Gatherer(Documents &found_) : found(found_)
    {
    }

    bool operator()(const Xapian::Document &document) const override
    {
        found.add(document.get_docid());
        return false;
    }

  private:
    Documents &found;
};

/* A look at where words stand in a document costs as much as so many at whether it has them; and a leap in a list of postings as much as so
 * many steps. */
constexpr double PLACES = 16, LEAP = 4;

/* Of so many documents a term is common that one of them has: a bit for each is less than its postings are. */
constexpr size_t COMMON = 64;

} // namespace

struct xc_finder {
    xc_finder(const Xapian::Database &database_, size_t memory_) : database(database_), memory(memory_)
    {
    }

    Documents find(const Query &query)
    {
        look_again();
        Documents found(last);
        find(query, nullptr, found);
        return found;
    }

  private:
    struct Remembered {
        Documents documents;
        double frequency;
        uint64_t used;
    };

    /* Several have no revision, nor has a remote one. */
    void look_again()
    {
        Xapian::rev now;
        try {
            now = database.get_revision();
        } catch (const Xapian::InvalidOperationError &) {
            throw Failure{XC_UNSUPPORTED, "to find all in several databases"};
        }
        if (now != revision)
            remembered.clear();
        revision = now;
        last = database.get_lastdocid();
        frequencies.clear();
    }

    /* Adds to `found` what a query finds; of the documents `within` alone, unless that is NULL. */
    void find(const Query &query, const Documents *within, Documents &found)
    {
        switch (query.get_type()) {
        case Query::LEAF_TERM:
            return find_term(*query.get_terms_begin(), within, found);
        case Query::LEAF_MATCH_ALL:
            return within != nullptr ? found.add(*within, nullptr) : find_term("", within, found);
        case Query::LEAF_MATCH_NOTHING:
            return;
        case Query::OP_SCALE_WEIGHT:
        case Query::OP_AND_MAYBE:
            return find(query.get_subquery(0), within, found);
        case Query::OP_OR:
        case Query::OP_SYNONYM:
        case Query::OP_MAX:
            for (size_t i = 0; i < query.get_num_subqueries(); i++)
                find(query.get_subquery(i), within, found);
            return;
        case Query::OP_AND:
        case Query::OP_FILTER:
            return find_all(query, within, found);
        case Query::OP_AND_NOT:
            return find_without(query, within, found);
        default:
            match(query, within, found);
        }
    }

    /* What one term finds stands in its list of postings, which is sooner read than matched. */
    void find_term(const std::string &term, const Documents *within, Documents &found)
    {
        const auto known = remembered.find(term);
        if (known != remembered.end()) {
            known->second.used = ++uses;
            found.add(known->second.documents, within);
            return;
        }
        if (within != nullptr && static_cast<double>(within->size()) * LEAP < frequency(term)) {
            leap(term, *within, found);
            return;
        }
        const std::vector<xc_docid> all = read(term);
        if (all.size() * COMMON < database.get_doccount()) {
            for (xc_docid docid : all)
                if (within == nullptr || within->has(docid))
                    found.add(docid);
            return;
        }
        Documents documents(last);
        for (xc_docid docid : all)
            documents.add(docid);
        found.add(documents, within);
        remember(term, documents, static_cast<double>(all.size()));
    }

    std::vector<xc_docid> read(const std::string &term) const
    {
        std::vector<xc_docid> all;
        xc_docid wanted = 1;
        const Xapian::PostingIterator end = database.postlist_end(term);
        for (Xapian::PostingIterator at = database.postlist_begin(term); at != end; ++at) {
            all.push_back(reached(*at, wanted));
            wanted = all.back() + 1;
        }
        return all;
    }

    void leap(const std::string &term, const Documents &within, Documents &found) const
    {
        const Xapian::PostingIterator end = database.postlist_end(term);
        Xapian::PostingIterator at = database.postlist_begin(term);
        for (xc_docid wanted = within.from(1); wanted != 0 && at != end;) {
            at.skip_to(wanted);
            if (at == end)
                return;
            if (reached(*at, wanted) == wanted)
                found.add(wanted++);
            wanted = within.from(std::max(*at, wanted));
        }
    }

    /* A damaged table can lead in circles, for ever. */
    static xc_docid reached(xc_docid docid, xc_docid wanted)
    {
        if (docid < wanted)
            throw Failure{XC_CORRUPT, "a list is not in order: the database is damaged"};
        return docid;
    }

    /* In place of what was not used for the longest time. */
    void remember(const std::string &term, const Documents &documents, double frequency)
    {
        const size_t most = memory / (documents.bits().size() * sizeof(uint64_t));
        if (most == 0)
            return;
        if (remembered.size() >= most)
            remembered.erase(std::min_element(
                remembered.begin(), remembered.end(),
                [](const auto &left, const auto &right) { return left.second.used < right.second.used; }));
        remembered.emplace(term, Remembered{documents, frequency, ++uses});
    }

    /* The rarest part first, and the others within what is left. */
    void find_all(const Query &query, const Documents *within, Documents &found)
    {
        std::multimap<double, Query> parts;
        for (size_t i = 0; i < query.get_num_subqueries(); i++)
            parts.emplace(cost(query.get_subquery(i)), query.get_subquery(i));
        Documents left(last);
        const Documents *of = within;
        auto part = parts.begin();
        for (size_t rest = parts.size(); rest > 1; rest--, ++part) {
            Documents some(last);
            find(part->second, of, some);
            std::swap(left, some);
            of = &left;
        }
        find(part->second, of, found);
    }

    void find_without(const Query &query, const Documents *within, Documents &found)
    {
        Documents some(last), others(last);
        find(query.get_subquery(0), within, some);
        for (size_t i = 1; i < query.get_num_subqueries(); i++)
            find(query.get_subquery(i), &some, others);
        some.remove(others);
        found.add(some, nullptr);
    }

    /* Has the matcher find what is no set: phrases, NEARs, ranges. */
    void match(const Query &query, const Documents *within, Documents &found) const
    {
        Xapian::Enquire enquire(database);
        Gatherer gatherer(found);
        const Documents none(0);
        Source source(within != nullptr ? *within : none, database.get_doccount());
        enquire.set_query(within != nullptr ? Query(Query::OP_FILTER, query, Query(&source)) : query);
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.get_mset(0, 1, UINT32_MAX, nullptr, &gatherer);
    }

    /* How many documents are looked at, at most, to find a query. */
    double cost(const Query &query)
    {
        double sum = 0, least = database.get_doccount();
        for (size_t i = 0; i < query.get_num_subqueries(); i++) {
            const double part = cost(query.get_subquery(i));
            sum += part;
            least = std::min(least, part);
        }
        switch (query.get_type()) {
        case Query::LEAF_TERM:
            return frequency(*query.get_terms_begin());
        case Query::OP_SCALE_WEIGHT:
        case Query::OP_OR:
        case Query::OP_SYNONYM:
        case Query::OP_MAX:
            return sum;
        case Query::OP_NEAR:
        case Query::OP_PHRASE:
            return least * PLACES;
        default:
            return least;
        }
    }

    /* Each is asked once a query: a term may stand in brackets within each other. */
    double frequency(const std::string &term)
    {
        const auto known = remembered.find(term);
        if (known != remembered.end())
            return known->second.frequency;
        const auto asked = frequencies.find(term);
        return asked != frequencies.end() ? asked->second : frequencies[term] = database.get_termfreq(term);
    }

    Xapian::Database database;
    size_t memory;
    xc_docid last = 0;
    Xapian::rev revision = 0;
    uint64_t uses = 0;
    std::unordered_map<std::string, Remembered> remembered;
    std::unordered_map<std::string, double> frequencies;
};

xc_finder *xc_finder_new(const xc_database *db, size_t memory, xc_error *error) noexcept
{
    return made<xc_finder>(
        error, [&] { return std::make_unique<xc_finder>(deref(db, "the database").database, memory); });
}

uint64_t *xc_finder_find(xc_finder *finder, const xc_query *query, size_t *words, xc_error *error) noexcept
{
    return guarded<uint64_t *>(error, nullptr, [&] {
        size_t &size = deref(words, "the number of words");
        const Documents found = deref(finder, "the finder").find(deref(query, "the query").query);
        const std::vector<uint64_t> &bits = found.bits();
        void *copy = std::malloc(bits.size() * sizeof(uint64_t));
        if (copy == nullptr)
            throw std::bad_alloc();
        std::memcpy(copy, bits.data(), bits.size() * sizeof(uint64_t));
        size = bits.size();
        return static_cast<uint64_t *>(copy);
    });
}

void xc_finder_free(xc_finder *finder) noexcept
{
    succeeds(nullptr, [&] { delete finder; });
}
