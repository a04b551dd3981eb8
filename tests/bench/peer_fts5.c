/*
 * SQLite's FTS5 in the benchmark.
 *
 *     cfa-bench-fts5 build DATABASE docs.tsv.gz   a row a paragraph, porter, one transaction, optimized to
 *                                                 one segment
 *     cfa-bench-fts5 ask DATABASE QUESTIONS       milliseconds of each question: best ten by bm25(), with
 *                                                 snippet()
 *
 * QUESTIONS are lines of kind, words, and the words as our own syntax has them, parted by tabs; they are
 * asked twice, and the second time counts. It prints "KIND TAB MILLISECONDS" a line.
 */
#include "docs.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { EXIT_USAGE = 2, EXIT_INPUT = 74, LONGEST = 4096 };

static const char create[] = "PRAGMA journal_mode = OFF; PRAGMA cache_size = -262144;"
                             "CREATE VIRTUAL TABLE docs USING fts5(name UNINDEXED, section UNINDEXED, year "
                             "UNINDEXED, text, tokenize = 'porter unicode61'); BEGIN";
static const char insert[] = "INSERT INTO docs VALUES (?, ?, ?, ?)";
static const char finish[] = "INSERT INTO docs(docs) VALUES ('optimize'); COMMIT";
static const char search[] =
    "SELECT name, snippet(docs, 3, '<b>', '</b>', '…', 40) FROM docs WHERE docs MATCH "
    "? ORDER BY rank LIMIT 10";
static const char search_fields[] =
    "SELECT name, snippet(docs, 3, '<b>', '</b>', '…', 40) FROM docs WHERE docs MATCH ? "
    "AND section = 'conclusions' AND year BETWEEN '1990' AND '2010' ORDER BY rank LIMIT 10";

static void check(sqlite3 *database, int status)
{
    if (status == SQLITE_OK || status == SQLITE_ROW || status == SQLITE_DONE)
        return;
    fprintf(stderr, "cfa-bench-fts5: %s\n", sqlite3_errmsg(database));
    exit(EXIT_INPUT);
}

static int build(sqlite3 *database, const char *path)
{
    docs *paragraphs = docs_open(path);
    if (paragraphs == NULL)
        return EXIT_INPUT;
    sqlite3_stmt *statement = NULL;
    check(database, sqlite3_exec(database, create, NULL, NULL, NULL));
    check(database, sqlite3_prepare_v2(database, insert, -1, &statement, NULL));
    while (docs_next(paragraphs)) {
        sqlite3_bind_text(statement, 1, paragraphs->name, -1, SQLITE_STATIC);
        sqlite3_bind_text(statement, 2, paragraphs->section, -1, SQLITE_STATIC);
        sqlite3_bind_text(statement, 3, paragraphs->year, -1, SQLITE_STATIC);
        sqlite3_bind_text(statement, 4, paragraphs->text, -1, SQLITE_STATIC);
        check(database, sqlite3_step(statement));
        check(database, sqlite3_reset(statement));
    }
    sqlite3_finalize(statement);
    docs_close(paragraphs);
    check(database, sqlite3_exec(database, finish, NULL, NULL, NULL));
    return 0;
}

/* Words as FTS5 wants them: any of them; a phrase, or a prefix. */
static void write_match(char *match, size_t room, const char *kind, const char *words)
{
    if (strcmp(kind, "phrase") == 0) {
        snprintf(match, room, "\"%s\"", words);
    } else if (strcmp(kind, "prefix") == 0) {
        snprintf(match, room, "%s*", words);
    } else {
        size_t length = 0;
        for (const char *at = words; *at != '\0' && length + 8 < room; at++)
            length += (size_t)snprintf(match + length, room - length, *at == ' ' ? " OR " : "%c", *at);
    }
}

static double ask_one(sqlite3 *database, sqlite3_stmt *statement, const char *match)
{
    struct timespec from, to;
    int status;
    clock_gettime(CLOCK_MONOTONIC, &from);
    check(database, sqlite3_bind_text(statement, 1, match, -1, SQLITE_STATIC));
    while ((status = sqlite3_step(statement)) == SQLITE_ROW)
        (void)sqlite3_column_text(statement, 1);
    check(database, status);
    check(database, sqlite3_reset(statement));
    clock_gettime(CLOCK_MONOTONIC, &to);
    return (double)(to.tv_sec - from.tv_sec) * 1e3 + (double)(to.tv_nsec - from.tv_nsec) / 1e6;
}

static int ask(sqlite3 *database, const char *path)
{
    char line[LONGEST], match[LONGEST];
    sqlite3_stmt *plain = NULL, *fields = NULL;
    check(database, sqlite3_exec(database, "PRAGMA cache_size = -262144", NULL, NULL, NULL));
    check(database, sqlite3_prepare_v2(database, search, -1, &plain, NULL));
    check(database, sqlite3_prepare_v2(database, search_fields, -1, &fields, NULL));
    for (int turn = 0; turn < 2; turn++) {
        FILE *file = fopen(path, "r");
        if (file == NULL) {
            perror(path);
            return EXIT_INPUT;
        }
        while (fgets(line, sizeof line, file) != NULL) {
            const char *kind = strtok(line, "\t"), *words = strtok(NULL, "\t");
            write_match(match, sizeof match, kind, words);
            const double took = ask_one(database, strcmp(kind, "fields") == 0 ? fields : plain, match);
            if (turn == 1)
                printf("%s\t%.3f\n", kind, took);
        }
        fclose(file);
    }
    sqlite3_finalize(plain);
    sqlite3_finalize(fields);
    return 0;
}

int main(int argc, char **argv)
{
    sqlite3 *database = NULL;
    if (argc != 4 || (strcmp(argv[1], "build") != 0 && strcmp(argv[1], "ask") != 0)) {
        fputs("Usage: cfa-bench-fts5 build DATABASE DOCS\n       cfa-bench-fts5 ask DATABASE QUESTIONS\n",
              stderr);
        return EXIT_USAGE;
    }
    check(database, sqlite3_open(argv[2], &database));
    const int status = strcmp(argv[1], "build") == 0 ? build(database, argv[3]) : ask(database, argv[3]);
    sqlite3_close(database);
    return status;
}
