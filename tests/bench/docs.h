/*
 * The paragraphs as the peers of the benchmark read them: lines in gzip, of name, section, year and text,
 * parted by tabs.
 *
 *     docs *paragraphs = docs_open("docs.tsv.gz");
 *     while (paragraphs != NULL && docs_next(paragraphs))
 *         … paragraphs->text …
 *     docs_close(paragraphs);
 */
#ifndef BENCH_DOCS_H
#define BENCH_DOCS_H

#ifdef __cplusplus
extern "C" {
#endif

typedef struct docs {
    const char *name, *section, *year, *text; /* of the last line read; valid until the next */
    void *file;
    char *line;
} docs;

/* NULL, with a line on standard error, where the file cannot be read. */
docs *docs_open(const char *path);

/* The next line; 0 at the end. A line that is not of this form ends the program: we wrote it ourselves. */
int docs_next(docs *from);

void docs_close(docs *from);

#ifdef __cplusplus
}
#endif

#endif
