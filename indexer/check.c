/*
 * cfa-index check: reads the whole index back. libxapian checks its tables; then every document's record is
 * decoded, and what the document should hold is made of it once more and compared, term by term and value by
 * value.
 */
#include "commands.h"
#include "document.h"
#include "publish.h"
#include "siblings.h"

#include <stdio.h>
#include <string.h>

typedef struct check {
    xc_database *database;
    cfa_siblings *siblings;
    cfa_stemmer *stemmer;
    cfa_contents *contents;
    xc_document *expected; /* what a document should be */
    guint documents, faults;
    json_t *found; /* faults as JSON */
    gboolean json;
} check;

enum { FAULTS_LISTED = 100 };

static void add_fault(check *this, const char *place, const char *reason)
{
    this->faults++;
    if (this->faults > FAULTS_LISTED)
        return;
    if (this->json) {
        json_t *fault = json_object();
        json_object_set_new(fault, "where", cfa_text_json(place));
        json_object_set_new(fault, "reason", cfa_text_json(reason));
        json_array_append_new(this->found, fault);
    } else {
        printf("%s: %s\n", place, reason);
    }
}

/* The terms that name sources are of no record: they are what the comparison passes over. */
static gboolean names_source(const char *term)
{
    return g_str_has_prefix(term, cfa_layout_prefix(CFA_FILTER_SOURCE)) ||
           g_str_has_prefix(term, cfa_layout_prefix(CFA_FILTER_TEXT_ID));
}

static const char *next_term(xc_term_iterator *terms, xc_error *failure)
{
    const char *term;
    do
        term = xc_term_iterator_next(terms, NULL, failure);
    while (term != NULL && names_source(term));
    return term;
}

/* The first term in which the two lists differ, or NULL; new. */
static char *first_difference(xc_term_iterator *found, xc_term_iterator *expected, xc_error *failure)
{
    for (;;) {
        const char *left = next_term(found, failure);
        const char *right = next_term(expected, failure);
        if (left == NULL && right == NULL)
            return NULL;
        if (left == NULL || right == NULL || strcmp(left, right) != 0)
            return g_strdup(right != NULL ? right : left);
        if (xc_term_iterator_get_wdf(found, failure) != xc_term_iterator_get_wdf(expected, failure))
            return g_strdup(left);
    }
}

static void compare_terms(check *this, xc_docid docid, const char *id, xc_error *failure)
{
    xc_term_iterator *found = xc_database_termlist(this->database, docid, failure);
    xc_term_iterator *expected = xc_document_termlist(this->expected, failure);
    g_autofree char *term = first_difference(found, expected, failure);
    if (term != NULL && failure->status == XC_OK) {
        g_autofree char *reason =
            g_strdup_printf("its terms are not those of its text, from \"%s\" on", term);
        add_fault(this, id, reason);
    }
    xc_term_iterator_free(found);
    xc_term_iterator_free(expected);
}

static void compare_values(check *this, xc_document *document, const char *id, xc_error *failure)
{
    for (guint slot = 0; slot < CFA_SLOTS; slot++) {
        size_t found_size = 0, expected_size = 0;
        const char *found = xc_document_get_value(document, slot, &found_size, failure);
        const char *expected = xc_document_get_value(this->expected, slot, &expected_size, failure);
        if (found == NULL || expected == NULL || found_size != expected_size ||
            memcmp(found, expected, found_size) != 0)
            add_fault(this, id, "a value is not that of its record");
    }
}

static void check_record(check *this, xc_docid docid, xc_document *document, const char *place,
                         xc_error *failure)
{
    size_t length = 0;
    cfa_error error = {0};
    const char *data = xc_document_get_data(document, &length, failure);
    g_autoptr(cfa_record) record = data != NULL ? cfa_record_decode(data, length, &error) : NULL;
    if (record == NULL) {
        add_fault(this, place, data != NULL ? error.reason : failure->message);
        return;
    }
    const char *paragraph = xc_document_get_value(document, CFA_SLOT_PARAGRAPH, NULL, failure);
    const cfa_language_set missing = cfa_siblings_missing(this->siblings, paragraph != NULL ? paragraph : "");
    xc_document_clear(this->expected, failure);
    const cfa_placed_paragraph placed = {.text = record->text,
                                         .paragraph = record->paragraph,
                                         .first = record->first,
                                         .last = record->last,
                                         .missing = missing};
    cfa_contents_fill(this->contents, this->stemmer, &placed);
    if (!cfa_contents_put(this->contents, this->expected, &error)) {
        add_fault(this, record->id, error.reason);
        return;
    }
    compare_terms(this, docid, record->id, failure);
    compare_values(this, document, record->id, failure);
}

static void check_documents(check *this)
{
    xc_error failure = XC_ERROR_INIT;
    xc_posting_iterator *all = xc_database_postlist(this->database, "", 0, &failure);
    xc_docid docid;
    while ((docid = xc_posting_iterator_next(all, &failure)) != 0) {
        xc_error inner = XC_ERROR_INIT;
        g_autofree char *place = g_strdup_printf("document %u", docid);
        xc_document *document = xc_database_get_document(this->database, docid, &inner);
        this->documents++;
        if (document != NULL)
            check_record(this, docid, document, place, &inner);
        if (inner.status != XC_OK)
            add_fault(this, place, inner.message);
        xc_document_free(document);
    }
    if (failure.status != XC_OK)
        add_fault(this, "the list of documents", failure.message);
    xc_posting_iterator_free(all);
}

static void check_tables(check *this, const cfa_current *current)
{
    for (guint i = 0; i < current->shards->len; i++) {
        const cfa_shard *shard = g_ptr_array_index(current->shards, i);
        xc_error failure = XC_ERROR_INIT;
        size_t faults = 0;
        if (shard->path == NULL)
            continue; /* another machine's: checked there */
        if (!xc_database_check(shard->path, &faults, &failure))
            add_fault(this, shard->path, failure.message);
        else if (faults > 0)
            add_fault(this, shard->path, "its tables are damaged");
    }
}

static void check_translations(check *this, const cfa_current *current)
{
    cfa_error error = {0};
    if (current->translations == NULL)
        return;
    g_autoptr(cfa_translations) translations = cfa_translations_open(current->translations, &error);
    if (translations == NULL)
        add_fault(this, current->translations, error.reason);
    else if (!cfa_translations_verify(translations))
        add_fault(this, current->translations, "it is not what was written");
}

static void check_vocabulary(check *this, const cfa_current *current)
{
    cfa_error error = {0};
    if (current->vocabulary == NULL)
        return;
    g_autoptr(cfa_vocabulary) vocabulary = cfa_vocabulary_open(current->vocabulary, &error);
    if (vocabulary == NULL)
        add_fault(this, current->vocabulary, error.reason);
    else if (!cfa_vocabulary_verify(vocabulary))
        add_fault(this, current->vocabulary, "it is not what was written");
}

static void print_result(const check *this, const cfa_command *command, guint64 generation)
{
    if (!this->json) {
        if (!command->quiet)
            fprintf(stderr, "check: generation %" G_GUINT64_FORMAT ", %u paragraphs, %u faults\n", generation,
                    this->documents, this->faults);
        return;
    }
    json_t *object = json_object();
    json_object_set_new(object, "schema", json_integer(1));
    json_object_set_new(object, "command", json_string("check"));
    json_object_set_new(object, "generation", json_integer((json_int_t)generation));
    json_object_set_new(object, "paragraphs", json_integer(this->documents));
    json_object_set_new(object, "faults", json_integer(this->faults));
    json_object_set(object, "found", this->found);
    g_autofree char *line = cfa_json_line(object);
    puts(line);
    json_decref(object);
}

int cfa_command_check(const cfa_command *command)
{
    cfa_error error = {0};
    g_autoptr(cfa_current) current = cfa_current_read(command->index, &error);
    if (current == NULL)
        return cfa_command_fail(&error);
    check this = {.siblings = cfa_siblings_new(),
                  .stemmer = cfa_stemmer_new(),
                  .contents = cfa_contents_new(),
                  .expected = xc_document_new(NULL),
                  .found = json_array(),
                  .json = command->json};
    check_tables(&this, current);
    check_translations(&this, current);
    check_vocabulary(&this, current);
    this.database = cfa_database_open(current, &error);
    if (this.database != NULL && cfa_siblings_read(this.siblings, this.database, &error))
        check_documents(&this);
    else
        add_fault(&this, command->index, error.reason);
    print_result(&this, command, current->generation);
    xc_database_free(this.database);
    xc_document_free(this.expected);
    cfa_contents_free(this.contents);
    cfa_stemmer_free(this.stemmer);
    cfa_siblings_free(this.siblings);
    json_decref(this.found);
    return this.faults > 0 ? 1 : 0;
}
