import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * Lucene in the benchmark.
 *
 * <p>{@code java BenchLucene build FOLDER docs.tsv.gz}: a document a paragraph, English analyzer, positions, stored
 * text, merged into one segment. {@code java BenchLucene ask FOLDER QUESTIONS}: the best ten with the passages of the
 * unified highlighter, milliseconds of each question, as the peers in C print them; asked twice, the second counts.
 */
public final class BenchLucene {
    private static final int EXIT_USAGE = 2;
    private static final int HITS = 10;
    private static final int BUFFER_MEGABYTES = 256;
    private static final int READ_AHEAD = 1 << 18;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2010;
    private static final double NANOSECONDS = 1e6;
    private static final String TEXT = "text";
    private static final String SECTION = "section";
    private static final String YEAR = "year";

    private BenchLucene() {}

    private static void build(Path folder, String docs) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(new EnglishAnalyzer());
        config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
        config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(new FileInputStream(docs), READ_AHEAD), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", 4);
                Document document = new Document();
                document.add(new StringField("name", cells[0], Field.Store.YES));
                document.add(new StringField(SECTION, cells[1], Field.Store.YES));
                document.add(new IntPoint(YEAR, Integer.parseInt(cells[2])));
                document.add(new TextField(TEXT, cells[3], Field.Store.YES));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
            writer.commit();
        }
    }

    private static Query query(QueryBuilder builder, String kind, String words) {
        switch (kind) {
            case "phrase":
                return builder.createPhraseQuery(TEXT, words);
            case "prefix":
                return new PrefixQuery(new Term(TEXT, words));
            case "fields":
                return new BooleanQuery.Builder()
                        .add(builder.createBooleanQuery(TEXT, words), BooleanClause.Occur.MUST)
                        .add(new TermQuery(new Term(SECTION, "conclusions")), BooleanClause.Occur.FILTER)
                        .add(IntPoint.newRangeQuery(YEAR, FIRST_YEAR, LAST_YEAR), BooleanClause.Occur.FILTER)
                        .build();
            default:
                return builder.createBooleanQuery(TEXT, words);
        }
    }

    private static void ask(Path folder, String questions) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(questions), StandardCharsets.UTF_8);
        try (Analyzer analyzer = new EnglishAnalyzer();
                FSDirectory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            UnifiedHighlighter highlighter = new UnifiedHighlighter(searcher, analyzer);
            QueryBuilder builder = new QueryBuilder(analyzer);
            StringBuilder printed = new StringBuilder();
            for (int turn = 0; turn < 2; turn++) {
                for (String line : lines) {
                    String[] cells = line.split("\t");
                    long started = System.nanoTime();
                    Query query = query(builder, cells[0], cells[1]);
                    if (query != null) { // else all are stopwords
                        TopDocs hits = searcher.search(query, HITS);
                        for (int i = 0; i < hits.scoreDocs.length; i++) {
                            searcher.doc(hits.scoreDocs[i].doc).get("name");
                        }
                        highlighter.highlight(TEXT, query, hits);
                    }
                    double took = (System.nanoTime() - started) / NANOSECONDS;
                    if (turn == 1) {
                        printed.append(String.format(Locale.ROOT, "%s\t%.3f%n", cells[0], took));
                    }
                }
            }
            System.out.print(printed);
        }
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("Usage: BenchLucene build|ask FOLDER FILE");
            System.exit(EXIT_USAGE);
        }
        if (arguments[0].equals("build")) {
            build(Path.of(arguments[1]), arguments[2]);
        } else {
            ask(Path.of(arguments[1]), arguments[2]);
        }
    }
}
