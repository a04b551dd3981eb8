#include "catalogue_entry.h"

#include "filters.h"

#include <stdlib.h>
#include <string.h>

enum { LOST_ELISION_LETTERS = 4 /* that are left of a word, at least */ };

static cfa_catalogue_entry *entry_new(const char *id, cfa_language language, const char *source,
                                      const json_t *record)
{
    cfa_catalogue_entry *entry = g_new0(cfa_catalogue_entry, 1);
    entry->document = G_MAXUINT;
    entry->id = g_strdup(id);
    entry->language = language;
    entry->source = g_strdup(source != NULL ? source : "");
    entry->record = cfa_json_line(record);
    return entry;
}

void cfa_catalogue_entry_free(cfa_catalogue_entry *entry)
{
    if (entry == NULL)
        return;
    g_free(entry->digest);
    g_free(entry->source);
    g_free(entry->id);
    g_free(entry->record);
    g_free(entry);
}

cfa_catalogue_entry *cfa_catalogue_entry_of_principle(const cfa_principle *principle, const char *digest,
                                                      guint document)
{
    json_auto_t *record = cfa_principle_json(principle);
    cfa_catalogue_entry *entry = entry_new(principle->id, principle->language, principle->source, record);
    entry->digest = g_strdup(digest);
    entry->document = document;
    return entry;
}

cfa_catalogue_entry *cfa_catalogue_entry_of_case(const cfa_listed_case *one, const char *digest,
                                                 guint document)
{
    g_autofree char *id = cfa_library_case_id(one->facts.number);
    json_auto_t *record = cfa_listed_case_json(one);
    cfa_catalogue_entry *entry = entry_new(id, one->language, one->source, record);
    entry->digest = g_strdup(digest);
    entry->document = document;
    return entry;
}

cfa_catalogue_entry *cfa_catalogue_entry_stored(const xc_database *library, xc_docid docid, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    json_auto_t *record = cfa_library_record(library, docid, error);
    if (record == NULL)
        return NULL;
    char *id = xc_database_get_value(library, docid, CFA_LIBRARY_ID, NULL, &failure);
    cfa_catalogue_entry *entry = entry_new(id, cfa_language_parse(cfa_json_text(record, "lang")),
                                           cfa_json_text(record, "source"), record);
    g_autoptr(GPtrArray) sources = cfa_filter_values_of(library, docid, CFA_FILTER_SOURCE, &failure);
    if (sources->len > 0)
        entry->digest = g_strdup(g_ptr_array_index(sources, sources->len - 1));
    free(id);
    if (failure.status == XC_OK && entry->digest != NULL)
        return entry;
    cfa_catalogue_entry_free(entry);
    if (failure.status != XC_OK)
        cfa_database_error(error, &failure);
    else
        cfa_error_set(error, CFA_CORRUPT, "record-corrupt", -1, "document %u of the library has no source",
                      docid);
    return NULL;
}

int cfa_catalogue_entry_compare(gconstpointer a, gconstpointer b)
{
    const cfa_catalogue_entry *left = *(cfa_catalogue_entry *const *)a,
                              *right = *(cfa_catalogue_entry *const *)b;
    int order = strcmp(left->id, right->id);
    if (order == 0)
        order = (int)left->language - (int)right->language;
    if (order == 0)
        order = strcmp(left->digest, right->digest);
    return order != 0 ? order : strcmp(left->record, right->record);
}

/* ---- what a document holds ---- */

/* A document that is being filled. */
typedef struct filling {
    xc_document *document;
    cfa_stemmer *stemmer;
    cfa_language language;
    GString *term;
    xc_error failure;
} filling;

static void add_filter(filling *fill, cfa_filter filter, const char *value)
{
    if (value == NULL)
        return;
    cfa_layout_filter(fill->term, filter, value);
    xc_document_add_boolean_term(fill->document, fill->term->str, fill->term->len, &fill->failure);
}

static void add_stem(filling *fill, const char *word, gsize length)
{
    const char *stem = cfa_stemmer_stem_content(fill->stemmer, fill->language, word, length);
    if (stem == NULL)
        return;
    cfa_layout_stem(fill->term, fill->language, stem);
    xc_document_add_term(fill->document, fill->term->str, fill->term->len, 1, &fill->failure);
}

/* The bytes of an elision whose apostrophe the page lost: one of "daucune", which is "d'aucune"; 0 for
 * none. */
static gsize lost_elision(const char *word, gsize length)
{
    static const char vowels[] = "aeiouyh";
    const gsize elided = g_str_has_prefix(word, "qu") ? 2 : strchr("cdjlmnst", word[0]) != NULL ? 1 : 0;
    return elided > 0 && length >= elided + LOST_ELISION_LETTERS && strchr(vowels, word[elided]) != NULL
               ? elided
               : 0;
}

static void add_words(filling *fill, const char *text)
{
    cfa_word_reader reader;
    cfa_word word;
    if (text == NULL)
        return;
    cfa_word_reader_init(&reader, text, strlen(text));
    while (cfa_word_next(&reader, &word)) {
        add_stem(fill, word.text, word.length);
        const gsize elided = fill->language == CFA_FRENCH ? lost_elision(word.text, word.length) : 0;
        if (elided > 0)
            add_stem(fill, word.text + elided, word.length - elided);
    }
}

static void add_principle(filling *fill, const cfa_principle *principle)
{
    for (guint i = 0; i < principle->numbers->len; i++)
        add_filter(fill, CFA_FILTER_ID, g_ptr_array_index(principle->numbers, i));
    for (guint i = 0; i < principle->applied->len; i++) {
        const cfa_applied *one = g_ptr_array_index(principle->applied, i);
        g_autofree char *paragraph = g_strdup_printf("%u/%u", one->report, one->paragraph);
        add_filter(fill, CFA_FILTER_PARAGRAPH, paragraph);
    }
    add_words(fill, principle->text);
    add_words(fill, principle->chapter);
    add_words(fill, principle->heading);
}

static void add_value(filling *fill, cfa_library_slot slot, const char *value)
{
    xc_document_add_value(fill->document, slot, value, strlen(value), &fill->failure);
}

gboolean cfa_catalogue_entry_fill(const cfa_catalogue_entry *entry, cfa_stemmer *stemmer,
                                  xc_document *document, cfa_error *error)
{
    filling fill = {.document = document,
                    .stemmer = stemmer,
                    .language = entry->language,
                    .term = g_string_new(NULL),
                    .failure = XC_ERROR_INIT};
    g_autofree char *seal = cfa_library_seal(entry->record);
    json_auto_t *record = json_loads(entry->record, 0, NULL);
    g_autoptr(cfa_principle) principle = cfa_principle_from_json(record);
    add_filter(&fill, CFA_FILTER_ID, entry->id);
    add_filter(&fill, CFA_FILTER_LANGUAGE, cfa_language_code(entry->language));
    add_filter(&fill, CFA_FILTER_SOURCE, entry->digest);
    add_value(&fill, CFA_LIBRARY_ID, entry->id);
    add_value(&fill, CFA_LIBRARY_SEAL, seal);
    if (principle != NULL)
        add_principle(&fill, principle);
    xc_document_set_data(document, entry->record, strlen(entry->record), &fill.failure);
    g_string_free(fill.term, TRUE);
    return fill.failure.status == XC_OK || cfa_database_error(error, &fill.failure);
}
