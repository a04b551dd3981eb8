/*
 * example.c - three lines of text are indexed, one question is asked of them
 *
 *     cc example.c $(pkg-config --cflags --libs xapian-c)
 *
 * One error is shared by all calls and looked at in the end: a call that was handed NULL, because
 * an earlier one had failed, leaves the earlier one's error as it is.
 */
#include "xapian-c.h"

#include <stdio.h>
#include <string.h>

static const char *const lines[] = {
    "workers may strike to defend their interests",
    "the right to organize is recognized",
    "no union may be dissolved by the administration",
};

/* Adds a line as a document: its words as terms with their positions, itself as data. */
static void add_line(xc_writable *index, const char *line, xc_error *error)
{
    xc_document *document = xc_document_new(error);
    uint32_t position = 1;

    for (const char *word = line; *word != '\0';) {
        size_t length = strcspn(word, " ");
        xc_document_add_posting(document, word, length, position++, 1, error);
        word += length + strspn(word + length, " ");
    }
    xc_document_set_data(document, line, XC_NUL, error);
    xc_writable_add_document(index, document, error);
    xc_document_free(document);
}

/* The documents with both words. */
static xc_query *both(const char *first, const char *second, xc_error *error)
{
    xc_query *words[] = {
        xc_query_term(first, XC_NUL, 1, error),
        xc_query_term(second, XC_NUL, 1, error),
    };
    return xc_query_combine(XC_OP_AND, words, 2, 0, error);
}

static void print_hits(xc_mset *hits, xc_error *error)
{
    for (uint32_t i = 0; i < xc_mset_size(hits); i++) {
        xc_document *document = xc_mset_get_document(hits, i, error);
        const char *data = xc_document_get_data(document, NULL, error);
        printf("%u. %s\n", (unsigned)i + 1, data != NULL ? data : "?");
        xc_document_free(document);
    }
}

int main(void)
{
    xc_error error = XC_ERROR_INIT;

    xc_writable *index = xc_writable_open_memory(&error);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        add_line(index, lines[i], &error);

    xc_enquire *enquire = xc_enquire_new(xc_writable_get_database(index), &error);
    xc_query *query = both("right", "organize", &error);
    xc_enquire_set_query(enquire, query, &error);
    xc_mset *hits = xc_enquire_get_mset(enquire, 0, 10, 0, &error);
    print_hits(hits, &error);

    xc_mset_free(hits);
    xc_query_free(query);
    xc_enquire_free(enquire);
    xc_writable_free(index);
    if (error.status != XC_OK)
        fprintf(stderr, "example: %s: %s\n", xc_status_name(error.status), error.message);
    return error.status == XC_OK ? 0 : 1;
}
