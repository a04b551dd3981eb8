/*
 * cfa-peer-fts5: the same questions through SQLite's FTS5.
 *
 *     cfa-peer-fts5 LANG docs.LANG.tsv queries.LANG.tsv >run
 *
 * Ranked by bm25() with its own k1 and b (1.2 and 0.75), every word wanted, none needed. English is stemmed
 * by the porter tokenizer; FTS5 has no stemmer for other languages, where words lose their accents
 * alone. */
#include "table.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

enum { EXIT_USAGE = 2, EXIT_INPUT = 74, DEPTH = 100 };

static const char create_english[] =
    "CREATE VIRTUAL TABLE docs USING fts5(name UNINDEXED, text, tokenize='porter unicode61')";
static const char create_other[] =
    "CREATE VIRTUAL TABLE docs USING fts5(name UNINDEXED, text, tokenize='unicode61 remove_diacritics 2')";
static const char insert_document[] = "INSERT INTO docs(name, text) VALUES (?, ?)";
static const char ask[] =
    "SELECT name, -bm25(docs) FROM docs WHERE docs MATCH ? ORDER BY bm25(docs), rowid LIMIT ?";

static gboolean add_documents(sqlite3 *database, const GPtrArray *documents)
{
    sqlite3_stmt *statement = NULL;
    gboolean well = sqlite3_exec(database, "BEGIN", NULL, NULL, NULL) == SQLITE_OK &&
                    sqlite3_prepare_v2(database, insert_document, -1, &statement, NULL) == SQLITE_OK;
    for (guint i = 0; well && i < documents->len; i++)
        well = sqlite3_bind_text(statement, 1, cfa_table_cell(documents, i, 0), -1, NULL) == SQLITE_OK &&
               sqlite3_bind_text(statement, 2, cfa_table_cell(documents, i, 1), -1, NULL) == SQLITE_OK &&
               sqlite3_step(statement) == SQLITE_DONE && sqlite3_reset(statement) == SQLITE_OK;
    sqlite3_finalize(statement);
    return well && sqlite3_exec(database, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
}

/* The words of the question, each quoted, with OR between: what is no letter or digit parts them. */
static char *match_of(const char *question)
{
    GString *match = g_string_new(NULL);
    gboolean in_word = FALSE;
    for (const char *at = question; *at != '\0'; at += g_utf8_skip[(guchar)*at]) {
        const gunichar letter = g_utf8_get_char(at);
        const gboolean is_word = g_unichar_isalnum(letter) || g_unichar_ismark(letter);
        if (is_word && !in_word)
            g_string_append(match, match->len > 0 ? " OR \"" : "\"");
        if (!is_word && in_word)
            g_string_append_c(match, '"');
        if (is_word)
            g_string_append_unichar(match, letter);
        in_word = is_word;
    }
    if (in_word)
        g_string_append_c(match, '"');
    return g_string_free(match, FALSE);
}

static gboolean print_answer(sqlite3_stmt *statement, const char *topic, const char *question)
{
    g_autofree char *valid = g_utf8_make_valid(question, -1);
    g_autofree char *match = match_of(valid);
    if (match[0] == '\0')
        return TRUE;
    if (sqlite3_bind_text(statement, 1, match, -1, NULL) != SQLITE_OK ||
        sqlite3_bind_int(statement, 2, DEPTH) != SQLITE_OK)
        return FALSE;
    int status;
    for (guint rank = 1; (status = sqlite3_step(statement)) == SQLITE_ROW; rank++)
        printf("%s Q0 %s %u %.6f fts5\n", topic, (const char *)sqlite3_column_text(statement, 0), rank,
               sqlite3_column_double(statement, 1));
    return status == SQLITE_DONE && sqlite3_reset(statement) == SQLITE_OK;
}

static gboolean run(sqlite3 *database, const char *language, const GPtrArray *documents,
                    const GPtrArray *questions)
{
    const char *create = strcmp(language, "en") == 0 ? create_english : create_other;
    sqlite3_stmt *statement = NULL;
    gboolean well = sqlite3_exec(database, create, NULL, NULL, NULL) == SQLITE_OK &&
                    add_documents(database, documents) &&
                    sqlite3_prepare_v2(database, ask, -1, &statement, NULL) == SQLITE_OK;
    for (guint i = 0; well && i < questions->len; i++)
        well = print_answer(statement, cfa_table_cell(questions, i, 0), cfa_table_cell(questions, i, 1));
    if (!well)
        fprintf(stderr, "cfa-peer-fts5: %s\n", sqlite3_errmsg(database));
    sqlite3_finalize(statement);
    return well;
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    sqlite3 *database = NULL;
    if (argc != 4) {
        fputs("Usage: cfa-peer-fts5 LANG DOCS QUERIES\n", stderr);
        return EXIT_USAGE;
    }
    g_autoptr(GPtrArray) documents = cfa_table_read(NULL, argv[2], 2, &error);
    g_autoptr(GPtrArray) questions = documents != NULL ? cfa_table_read(NULL, argv[3], 2, &error) : NULL;
    if (questions == NULL) {
        fprintf(stderr, "cfa-peer-fts5: %s\n", error->message);
        return EXIT_INPUT;
    }
    const gboolean well =
        sqlite3_open(":memory:", &database) == SQLITE_OK && run(database, argv[1], documents, questions);
    sqlite3_close(database);
    return well ? 0 : EXIT_INPUT;
}
