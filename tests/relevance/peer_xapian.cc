/*
 * cfa-peer-xapian: the same questions through libxapian's own TermGenerator and QueryParser.
 *
 *     cfa-peer-xapian LANG docs.LANG.tsv queries.LANG.tsv >run
 *
 * Its default BM25, the Snowball stemmer of the language, every word wanted, none needed, no operators.
 * libxapian comes without stopwords: English has Lucene's default list, the other two one of the same kind.
 */
#include <xapian.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace
{

constexpr int EXIT_USAGE = 2, EXIT_INPUT = 74;
constexpr Xapian::doccount DEPTH = 100;

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

void answer(Xapian::Enquire &enquire, Xapian::QueryParser &parser, const std::string &topic,
            const std::string &question)
{
    enquire.set_query(parser.parse_query(question, 0));
    const Xapian::MSet matches = enquire.get_mset(0, DEPTH);
    for (auto match = matches.begin(); match != matches.end(); ++match)
        std::cout << topic << " Q0 " << match.get_document().get_data() << ' ' << match.get_rank() + 1 << ' '
                  << match.get_weight() << " xapian\n";
}

void run(const language &in, const rows &documents, const rows &questions)
{
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
    for (const auto &[topic, question] : questions)
        answer(enquire, parser, topic, question);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4) {
        std::cerr << "Usage: cfa-peer-xapian LANG DOCS QUERIES\n";
        return EXIT_USAGE;
    }
    try {
        run(find_language(argv[1]), read_rows(argv[2]), read_rows(argv[3]));
    } catch (const Xapian::Error &error) {
        std::cerr << "cfa-peer-xapian: " << error.get_description() << '\n';
        return EXIT_INPUT;
    } catch (const std::exception &error) {
        std::cerr << "cfa-peer-xapian: " << error.what() << '\n';
        return EXIT_INPUT;
    }
    return 0;
}
