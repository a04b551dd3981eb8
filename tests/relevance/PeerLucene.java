import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.QueryBuilder;

/**
 * The same questions through Lucene: {@code java PeerLucene LANG docs.LANG.tsv queries.LANG.tsv >run}
 *
 * <p>BM25 with k1 1.2 and b 0.75, every word wanted, none needed. Each language has the filters of Lucene's own
 * analyzer for it, with its stopwords, but for the stemmer, which is Snowball's in all three, as everywhere in
 * this comparison.
 */
public final class PeerLucene {
    private static final int EXIT_USAGE = 2;
    private static final int DEPTH = 100;
    private static final String TEXT = "text";
    private static final String NAME = "name";

    private PeerLucene() {}

    /** The analysis of one language. */
    private static final class StemmingAnalyzer extends Analyzer {
        private final String language;

        StemmingAnalyzer(String language) {
            this.language = language;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokens = new StandardTokenizer();
            TokenStream words = tokens;
            if (language.equals("en")) {
                words = new EnglishPossessiveFilter(words);
            } else if (language.equals("fr")) {
                words = new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES);
            }
            words = new StopFilter(new LowerCaseFilter(words), stopwords(language));
            return new TokenStreamComponents(tokens, new SnowballFilter(words, stemmer(language)));
        }
    }

    private static CharArraySet stopwords(String language) {
        switch (language) {
            case "en":
                return EnglishAnalyzer.getDefaultStopSet();
            case "fr":
                return FrenchAnalyzer.getDefaultStopSet();
            case "es":
                return SpanishAnalyzer.getDefaultStopSet();
            default:
                throw new IllegalArgumentException(language + ": not en, fr or es");
        }
    }

    private static String stemmer(String language) {
        return language.equals("en") ? "English" : language.equals("fr") ? "French" : "Spanish";
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(Path.of(file), StandardCharsets.UTF_8);
    }

    private static void addDocuments(Directory directory, Analyzer analyzer, List<String> documents)
            throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (String line : documents) {
                String[] cells = line.split("\t", 2);
                Document document = new Document();
                document.add(new StoredField(NAME, cells[0]));
                document.add(new TextField(TEXT, cells[1], Field.Store.NO));
                writer.addDocument(document);
            }
        }
    }

    private static void answer(IndexSearcher searcher, Analyzer analyzer, String line, PrintStream out)
            throws IOException {
        String[] cells = line.split("\t", 2);
        Query query = new QueryBuilder(analyzer).createBooleanQuery(TEXT, cells[1]);
        if (query == null) {
            return;
        }
        int rank = 0;
        for (ScoreDoc hit : searcher.search(query, DEPTH).scoreDocs) {
            rank++;
            String name = searcher.doc(hit.doc).get(NAME);
            out.println(cells[0] + " Q0 " + name + " " + rank + " " + hit.score + " lucene");
        }
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("Usage: PeerLucene LANG DOCS QUERIES");
            System.exit(EXIT_USAGE);
        }
        try (Analyzer analyzer = new StemmingAnalyzer(arguments[0]);
                Directory directory = new ByteBuffersDirectory();
                BufferedOutputStream buffer = new BufferedOutputStream(System.out);
                PrintStream out = new PrintStream(buffer, false, StandardCharsets.UTF_8)) {
            addDocuments(directory, analyzer, lines(arguments[1]));
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                searcher.setSimilarity(new BM25Similarity(1.2f, 0.75f));
                for (String line : lines(arguments[2])) {
                    answer(searcher, analyzer, line, out);
                }
            }
        }
    }
}
