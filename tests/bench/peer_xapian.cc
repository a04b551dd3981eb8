/*
 * libxapian as plainly as it goes, in the benchmark: its own TermGenerator with the English stemmer, a
 * document a paragraph, one writer and its usual flush of 10,000 documents; the text is the document's data.
 *
 *     cfa-bench-xapian DATABASE docs.tsv.gz
 */
#include "docs.h"

#include <xapian.h>

#include <iostream>

int main(int argc, char **argv)
{
    constexpr int EXIT_USAGE = 2, EXIT_INPUT = 74;
    if (argc != 3) {
        std::cerr << "Usage: cfa-bench-xapian DATABASE DOCS\n";
        return EXIT_USAGE;
    }
    docs *paragraphs = docs_open(argv[2]);
    if (paragraphs == nullptr)
        return EXIT_INPUT;
    try {
        Xapian::WritableDatabase database(argv[1], Xapian::DB_CREATE_OR_OVERWRITE);
        Xapian::TermGenerator generator;
        generator.set_stemmer(Xapian::Stem("english"));
        while (docs_next(paragraphs)) {
            Xapian::Document document;
            document.set_data(paragraphs->text);
            document.add_boolean_term(std::string("Q") + paragraphs->name);
            generator.set_document(document);
            generator.index_text(paragraphs->text);
            database.add_document(document);
        }
        database.commit();
    } catch (const Xapian::Error &error) {
        std::cerr << "cfa-bench-xapian: " << error.get_description() << '\n';
        return EXIT_INPUT;
    }
    docs_close(paragraphs);
    return 0;
}
