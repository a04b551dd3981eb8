/*
 * cfa-peer-xapian: the same questions through libxapian's own TermGenerator and QueryParser.
 *
 *     cfa-peer-xapian LANG docs.LANG.tsv queries.LANG.tsv >run
 *     cfa-peer-xapian --like LANG docs.LANG.tsv sources.tsv >run
 *
 * With --like the questions are documents by their names, parted by blanks: what libxapian's expansion finds
 * them to be about (ESet, the 40 best stems) is asked for, as its documentation has it for "more like this".
 *
 * Its default BM25, the Snowball stemmer of the language, every word wanted, none needed, no operators.
 * libxapian comes without stopwords: English has Lucene's default list, the other two one of the same
 * kind. */
#include <xapian.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace
{

constexpr int EXIT_USAGE = 2, EXIT_INPUT = 74;
constexpr Xapian::doccount DEPTH = 100, DEPTH_LIKE = 400;
constexpr Xapian::termcount EXPANDED = 40;

struct language {
    const char *code, *stemmer, *stopwords;
};

const language languages[] = {{"en", "english",
                               "a an and are as at be but by for if in into is it no not of on or such that "
                               "the their then there these they "
                               "this to was will with"},
                              {"fr", "french",
                               "à au aux avec c ce ces d dans de des du elle en est et il ils j l la le les "
                               "leur leurs lui m mais n ne ou où "
                               "par pas pour qu que qui s sa se ses son sont sur t un une y"},
                              {"es", "spanish",
                               "a al con de del el ella en entre es esta este ha la las le les lo los no o "
                               "para pero por que se si sin sobre "
                               "son su sus un una y"}};

const language &find_language(const std::string &code)
{
    for (const auto &one : languages)
        if (code == one.code)
            return one;
    throw std::invalid_argument(code + ": not en, fr or es");
}

using rows = std::vector<std::pair<std::string, std::string>>;

rows read_rows(const char *path)
{
    std::ifstream file(path);
    rows table;
    for (std::string line; std::getline(file, line);) {
        const auto tab = line.find('\t');
        if (tab == std::string::npos)
            throw std::runtime_error(std::string(path) + ": not of two columns");
        table.emplace_back(line.substr(0, tab), line.substr(tab + 1));
    }
    if (table.empty())
        throw std::runtime_error(std::string(path) + ": cannot be read, or is empty");
    return table;
}

Xapian::WritableDatabase make_index(const language &in, const rows &documents)
{
    Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem(in.stemmer));
    for (const auto &[name, text] : documents) {
        Xapian::Document document;
        document.set_data(name);
        generator.set_document(document);
        generator.index_text(text);
        database.add_document(document);
    }
    return database;
}

void print(const Xapian::MSet &matches, const std::string &topic)
{
    for (auto match = matches.begin(); match != matches.end(); ++match)
        std::cout << topic << " Q0 " << match.get_document().get_data() << ' ' << match.get_rank() + 1 << ' '
                  << match.get_weight() << " xapian\n";
}

/* Document numbers by name; a name that is nowhere has none. */
using numbers = std::map<std::string, Xapian::docid>;

numbers number_documents(const rows &documents)
{
    numbers known;
    for (const auto &[name, text] : documents)
        known.emplace(name, static_cast<Xapian::docid>(known.size() + 1));
    return known;
}

Xapian::Query query_like(Xapian::Enquire &enquire, const numbers &known, const std::string &names)
{
    Xapian::RSet sources;
    std::istringstream each(names);
    for (std::string name; each >> name;)
        if (const auto found = known.find(name); found != known.end())
            sources.add_document(found->second);
    Xapian::ExpandDeciderFilterPrefix stems("Z");
    const Xapian::ESet expanded = enquire.get_eset(EXPANDED, sources, 0, &stems);
    return {Xapian::Query::OP_OR, expanded.begin(), expanded.end()};
}

void run(const language &in, const rows &documents, const rows &questions, bool is_like)
{
    const numbers known = number_documents(documents);
    const Xapian::WritableDatabase database = make_index(in, documents);
    std::istringstream words(in.stopwords);
    Xapian::SimpleStopper stopper{std::istream_iterator<std::string>(words),
                                  std::istream_iterator<std::string>()};
    Xapian::QueryParser parser;
    parser.set_stemmer(Xapian::Stem(in.stemmer));
    parser.set_stopper(&stopper);
    parser.set_database(database);
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(Xapian::BM25Weight());
    for (const auto &[topic, question] : questions) {
        enquire.set_query(is_like ? query_like(enquire, known, question) : parser.parse_query(question, 0));
        print(enquire.get_mset(0, is_like ? DEPTH_LIKE : DEPTH), topic);
    }
}

} // namespace

int main(int argc, char **argv)
{
    const bool is_like = argc == 5 && std::string(argv[1]) == "--like";
    if (argc != 4 && !is_like) {
        std::cerr << "Usage: cfa-peer-xapian [--like] LANG DOCS QUERIES\n";
        return EXIT_USAGE;
    }
    try {
        char **const rest = argv + (is_like ? 2 : 1);
        run(find_language(rest[0]), read_rows(rest[1]), read_rows(rest[2]), is_like);
    } catch (const Xapian::Error &error) {
        std::cerr << "cfa-peer-xapian: " << error.get_description() << '\n';
        return EXIT_INPUT;
    } catch (const std::exception &error) {
        std::cerr << "cfa-peer-xapian: " << error.what() << '\n';
        return EXIT_INPUT;
    }
    return 0;
}
