/* fixture.c - see fixture.h */
#define _XOPEN_SOURCE 700
#include "fixture.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[64];

int make_folder(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/shim-test-XXXXXX");
    return mkdtemp(folder) == NULL ? -1 : 0;
}

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *place)
{
    (void)status;
    (void)type;
    (void)place;
    return remove(path);
}

int remove_folder(void **state)
{
    (void)state;
    return nftw(folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

const char *in_folder(const char *name)
{
    static char paths[8][256];
    static unsigned turn;
    char *path = paths[turn++ % 8];
    snprintf(path, 256, "%s/%s", folder, name);
    return path;
}

void assert_ok(const xc_error *error)
{
    if (error->status != XC_OK)
        fail_msg("%s: %s: %s", xc_status_name(error->status), error->type, error->message);
}

xc_document *document_of(const char *words)
{
    xc_error error = XC_ERROR_INIT;
    xc_document *document = xc_document_new(&error);
    uint32_t position = 1;
    for (const char *word = words; *word != '\0';) {
        size_t length = strcspn(word, " ");
        xc_document_add_posting(document, word, length, position++, 1, &error);
        word += length + strspn(word + length, " ");
    }
    xc_document_set_data(document, words, XC_NUL, &error);
    assert_ok(&error);
    return document;
}

void add_three(xc_writable *writable)
{
    static const struct {
        const char *words, *kind, *name;
    } rows[] = {
        {"right to strike", "law", "Q1"},
        {"strike ballot strike", "fact", "Q2"},
        {"right to organize freely", "law", "Q3"},
    };
    xc_error error = XC_ERROR_INIT;
    for (unsigned i = 0; i < 3; i++) {
        xc_document *document = document_of(rows[i].words);
        xc_document_add_value(document, 0, rows[i].kind, XC_NUL, &error);
        xc_document_add_value_number(document, 1, (i + 1) * 10, &error);
        xc_document_add_boolean_term(document, rows[i].name, XC_NUL, &error);
        assert_int_equal(xc_writable_add_document(writable, document, &error), i + 1);
        xc_document_free(document);
    }
    assert_ok(&error);
}

void make_three(const char *path)
{
    xc_error error = XC_ERROR_INIT;
    xc_writable *writable = xc_writable_open(path, XC_DB_CREATE_OR_OVERWRITE, XC_DB_NO_SYNC, 0, &error);
    assert_ok(&error);
    add_three(writable);
    xc_writable_close(writable, &error);
    xc_writable_free(writable);
    assert_ok(&error);
}

xc_query *term(const char *word)
{
    xc_error error = XC_ERROR_INIT;
    xc_query *query = xc_query_term(word, XC_NUL, 1, &error);
    assert_ok(&error);
    return query;
}

const char *docids_of(xc_mset *mset)
{
    static char text[256];
    xc_error error = XC_ERROR_INIT;
    size_t used = 0;
    text[0] = '\0';
    for (uint32_t i = 0; i < xc_mset_size(mset); i++)
        used += (size_t)snprintf(text + used, sizeof text - used, "%s%u", i > 0 ? " " : "",
                                 (unsigned)xc_mset_get_docid(mset, i, &error));
    xc_mset_free(mset);
    assert_ok(&error);
    return text;
}

const char *hits_of(const xc_database *db, xc_query *query)
{
    xc_error error = XC_ERROR_INIT;
    xc_enquire *enquire = xc_enquire_new(db, &error);
    xc_enquire_set_query(enquire, query, &error);
    const char *docids = docids_of(xc_enquire_get_mset(enquire, 0, 20, 0, &error));
    xc_enquire_free(enquire);
    xc_query_free(query);
    assert_ok(&error);
    return docids;
}
