#include "document.h"

#include <stdio.h>
#include <string.h>

enum {
    LAST_NUMBER = 99999 /* of a paragraph, as far as order goes */
};

/* A term, at a position or, where that is 0, without one. */
typedef struct posting {
    guint32 offset, length; /* of the term among the bytes */
    guint32 position, wdf;
} posting;

typedef struct slot_value {
    cfa_slot slot;
    guint32 offset, length;
} slot_value;

struct cfa_contents {
    GString *bytes;
    GArray *postings, *values; /* posting; slot_value */
    GString *term;
    cfa_forward *forward;
};

cfa_contents *cfa_contents_new(void)
{
    cfa_contents *contents = g_new0(cfa_contents, 1);
    contents->bytes = g_string_sized_new(4096);
    contents->postings = g_array_new(FALSE, FALSE, sizeof(posting));
    contents->values = g_array_new(FALSE, FALSE, sizeof(slot_value));
    contents->term = g_string_sized_new(64);
    contents->forward = cfa_forward_new();
    return contents;
}

void cfa_contents_free(cfa_contents *contents)
{
    if (contents == NULL)
        return;
    g_string_free(contents->bytes, TRUE);
    g_array_unref(contents->postings);
    g_array_unref(contents->values);
    g_string_free(contents->term, TRUE);
    cfa_forward_free(contents->forward);
    g_free(contents);
}

/* ---- what a document holds ---- */

/* Contents that are being filled, and with what. */
typedef struct filling {
    cfa_contents *contents;
    cfa_stemmer *stemmer;
    const cfa_case_text *text;
    const cfa_paragraph *paragraph;
    GString *term;
} filling;

static void add_posting(filling *fill, const char *term, gsize length, guint position, guint wdf)
{
    const posting one = {(guint32)fill->contents->bytes->len, (guint32)length, position, wdf};
    g_string_append_len(fill->contents->bytes, term, (gssize)length);
    g_array_append_val(fill->contents->postings, one);
}

static void add_value_bytes(filling *fill, cfa_slot slot, const char *bytes, gsize length)
{
    const slot_value one = {slot, (guint32)fill->contents->bytes->len, (guint32)length};
    g_string_append_len(fill->contents->bytes, bytes, (gssize)length);
    g_array_append_val(fill->contents->values, one);
}

static void add_filter(filling *fill, cfa_filter filter, const char *value)
{
    if (value == NULL || value[0] == '\0')
        return;
    cfa_layout_filter(fill->term, filter, value);
    add_posting(fill, fill->term->str, fill->term->len, 0, 0);
}

/* A filter that a search can also prefer: it weighs as a word does. */
static void add_preference(filling *fill, cfa_filter filter, const char *value)
{
    if (value == NULL)
        return;
    cfa_layout_filter(fill->term, filter, value);
    add_posting(fill, fill->term->str, fill->term->len, 0, 1);
}

static void add_number_filter(filling *fill, cfa_filter filter, guint number)
{
    char value[16];
    snprintf(value, sizeof value, "%u", number);
    add_filter(fill, filter, value);
}

static void add_cited(filling *fill)
{
    const GArray *mentions = fill->paragraph->mentions;
    for (guint i = 0; i < fill->paragraph->cites->len; i++)
        add_preference(fill, CFA_FILTER_CITES, g_ptr_array_index(fill->paragraph->cites, i));
    for (guint i = 0; i < mentions->len; i++) {
        const cfa_citation *citation = &g_array_index(mentions, cfa_mention, i).citation;
        if (citation->kind == CFA_CITES_PARAGRAPH || citation->kind == CFA_CITES_REPORT)
            add_number_filter(fill, CFA_FILTER_CITES_REPORT, citation->number);
    }
}

static void add_value(filling *fill, cfa_slot slot, const char *text)
{
    add_value_bytes(fill, slot, text, strlen(text));
}

/* Where a paragraph stands in the order of time, by its number or by what is counted down instead. */
static guint64 order_of(const filling *fill, guint paragraph)
{
    return cfa_layout_order(cfa_layout_months(fill->text->report_date), fill->text->report, paragraph);
}

static guint64 newest_order(const filling *fill)
{
    return order_of(fill, LAST_NUMBER - MIN(fill->paragraph->number, LAST_NUMBER));
}

static void add_order_value(filling *fill, cfa_slot slot, guint64 order)
{
    char bytes[CFA_LAYOUT_ORDER];
    cfa_layout_order_bytes(order, bytes);
    add_value_bytes(fill, slot, bytes, sizeof bytes);
}

static void add_stem(filling *fill, const cfa_word *word)
{
    const cfa_language language = fill->text->language;
    const char *stem = cfa_stemmer_stem_content(fill->stemmer, language, word->text, word->length);
    if (stem == NULL)
        return;
    cfa_layout_stem(fill->term, language, stem);
    add_posting(fill, fill->term->str, fill->term->len, 0, 1);
    cfa_forward_add(fill->contents->forward, fill->term->str);
}

static void add_words(filling *fill)
{
    cfa_word_reader reader;
    cfa_word word;
    cfa_word_reader_init(&reader, fill->paragraph->text, strlen(fill->paragraph->text));
    while (cfa_word_next(&reader, &word)) {
        add_posting(fill, word.text, word.length, word.position, 1);
        add_stem(fill, &word);
    }
}

/* What the heading of the case text says and the paragraph leaves out. */
static void add_context(filling *fill, const char *text)
{
    cfa_word_reader reader;
    cfa_word word;
    if (text == NULL)
        return;
    cfa_word_reader_init(&reader, text, strlen(text));
    while (cfa_word_next(&reader, &word))
        add_stem(fill, &word);
}

static void add_country(filling *fill, const cfa_case *one)
{
    const char *code = cfa_case_country_code(one);
    g_autofree char *country = cfa_layout_country(code, one->country);
    add_filter(fill, CFA_FILTER_COUNTRY, country);
    /* The name in the language of the text: pages print it in the language of the site. */
    const char *name = code != NULL ? cfa_country_name(code, fill->text->language) : NULL;
    add_context(fill, name != NULL ? name : one->country);
}

static void add_cases(filling *fill)
{
    for (guint i = 0; i < fill->text->cases->len; i++) {
        const cfa_case *one = g_ptr_array_index(fill->text->cases, i);
        if (one->number != 0)
            add_number_filter(fill, CFA_FILTER_CASE, one->number);
        add_filter(fill, CFA_FILTER_STATUS, cfa_case_status_name(one->status));
        if (i == 0) /* joined cases are of one country; each more would weigh its name again */
            add_country(fill, one);
    }
}

/* Adds the Conventions that the text names, and to `numbers` a byte of each: CFA_CONVENTION_LAST has room in
 * it. */
static void add_conventions(filling *fill, GByteArray *numbers)
{
    const char *text = fill->paragraph->text;
    g_autoptr(GArray) named = cfa_convention_scan(text, strlen(text));
    for (guint i = 0; i < named->len; i++) {
        const guint8 number = (guint8)g_array_index(named, guint, i);
        add_number_filter(fill, CFA_FILTER_CONVENTION, number);
        g_byte_array_append(numbers, &number, 1);
    }
}

/* Under what the filters have it: one country, since joined cases are of one, and each status. */
static void add_counted(filling *fill, const char *run, const GByteArray *conventions)
{
    const cfa_case_text *text = fill->text;
    cfa_counted counted = {.run = run,
                           .run_length = strlen(run),
                           .time = cfa_layout_time(cfa_layout_months(text->report_date), text->report),
                           .year = text->report_date.year,
                           .type = text->type,
                           .language = text->language,
                           .number = fill->paragraph->number,
                           .section = fill->paragraph->section,
                           .conventions = conventions->data,
                           .convention_count = conventions->len};
    for (guint i = 0; i < text->cases->len; i++) {
        const cfa_case *one = g_ptr_array_index(text->cases, i);
        counted.statuses |= 1u << one->status;
        g_autofree char *filter = cfa_layout_country(cfa_case_country_code(one), one->country);
        if (i == 0 && filter != NULL)
            counted.country = cfa_case_country_code(one) != NULL ? cfa_case_country_code(one) : one->country;
    }
    counted.country_length = counted.country != NULL ? strlen(counted.country) : 0;
    cfa_counted_encode(fill->term, &counted);
    add_value_bytes(fill, CFA_SLOT_COUNTED, fill->term->str, fill->term->len);
}

/* The case text's names: what stands for its report, and its run of paragraphs with and without the
 * language. */
typedef struct run_names {
    char *stem, *case_text, *any_language;
} run_names;

static void add_identity(filling *fill, const run_names *run)
{
    const cfa_case_text *text = fill->text;
    const guint number = fill->paragraph->number;
    g_autofree char *id = cfa_id_make(run->stem, number, number, text->language);
    g_autofree char *any_language = cfa_id_make(run->stem, number, number, CFA_LANGUAGE_UNKNOWN);
    add_filter(fill, CFA_FILTER_ID, id);
    add_preference(fill, CFA_FILTER_PARAGRAPH, any_language);
    add_value(fill, CFA_SLOT_PARAGRAPH, any_language);
    add_filter(fill, CFA_FILTER_CASE_TEXT, run->case_text);
    add_filter(fill, CFA_FILTER_RUN, run->any_language);
    add_filter(fill, CFA_FILTER_REPORT, run->stem);
    add_number_filter(fill, CFA_FILTER_NUMBER, number);
    add_preference(fill, CFA_FILTER_LANGUAGE, cfa_language_code(text->language));
    add_filter(fill, CFA_FILTER_TYPE, cfa_report_type_name(text->type));
    add_preference(fill, CFA_FILTER_SECTION, cfa_section_name(fill->paragraph->section));
    add_cited(fill);
}

static void add_order(filling *fill)
{
    const cfa_case_text *text = fill->text;
    const guint number = MIN(fill->paragraph->number, LAST_NUMBER);
    char value[64];
    add_order_value(fill, CFA_SLOT_OLDEST, order_of(fill, number));
    add_order_value(fill, CFA_SLOT_NEWEST, newest_order(fill));
    snprintf(value, sizeof value, "%04u %05u", text->report, number);
    add_value(fill, CFA_SLOT_REPORT, value);
    if (text->report_date.year == 0)
        return;
    snprintf(value, sizeof value, "%04u", text->report_date.year);
    add_value(fill, CFA_SLOT_YEAR, value);
    add_context(fill, value);
}

/* After all that has stems. */
static void add_forward(filling *fill, const char *run)
{
    gsize size;
    const cfa_forward_head head = {.language = fill->text->language,
                                   .section = fill->paragraph->section,
                                   .case_text = cfa_forward_key(run),
                                   .order = newest_order(fill)};
    const char *bytes = cfa_forward_encode(fill->contents->forward, &head, &size);
    add_value_bytes(fill, CFA_SLOT_FORWARD, bytes, size);
}

static void add_missing(filling *fill, cfa_language_set missing)
{
    for (int l = 1; l <= CFA_LANGUAGES; l++)
        if ((missing & CFA_LANGUAGE_BIT(l)) != 0)
            add_filter(fill, CFA_FILTER_MISSING, cfa_language_code((cfa_language)l));
}

static void add_origin(filling *fill, const cfa_origin *origin)
{
    for (guint i = 0; i < origin->digests->len; i++)
        add_filter(fill, CFA_FILTER_SOURCE, g_ptr_array_index(origin->digests, i));
    for (guint i = 0; i < origin->text_ids->len; i++)
        add_filter(fill, CFA_FILTER_TEXT_ID, g_ptr_array_index(origin->text_ids, i));
}

void cfa_contents_fill(cfa_contents *contents, cfa_stemmer *stemmer, const cfa_placed_paragraph *placed)
{
    const cfa_case_text *text = placed->text;
    filling fill = {.contents = contents,
                    .stemmer = stemmer,
                    .text = text,
                    .paragraph = placed->paragraph,
                    .term = contents->term};
    run_names run = {.stem = cfa_case_text_stem(text)};
    run.case_text = cfa_id_make(run.stem, placed->first, placed->last, text->language);
    run.any_language = cfa_id_make(run.stem, placed->first, placed->last, CFA_LANGUAGE_UNKNOWN);
    g_string_truncate(contents->bytes, 0);
    g_array_set_size(contents->postings, 0);
    g_array_set_size(contents->values, 0);
    add_identity(&fill, &run);
    add_value(&fill, CFA_SLOT_RUN, run.any_language);
    add_words(&fill);
    g_autoptr(GByteArray) conventions = g_byte_array_new();
    add_conventions(&fill, conventions);
    add_cases(&fill);
    add_counted(&fill, run.any_language, conventions);
    add_order(&fill);
    add_missing(&fill, placed->missing);
    add_forward(&fill, run.any_language);
    if (placed->origin != NULL)
        add_origin(&fill, placed->origin);
    g_free(run.stem);
    g_free(run.case_text);
    g_free(run.any_language);
}

/* ---- where it goes ---- */

gboolean cfa_contents_put(const cfa_contents *contents, xc_document *document, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    for (guint i = 0; i < contents->postings->len; i++) {
        const posting *one = &g_array_index(contents->postings, posting, i);
        const char *term = contents->bytes->str + one->offset;
        if (one->position > 0)
            xc_document_add_posting(document, term, one->length, one->position, one->wdf, &failure);
        else
            xc_document_add_term(document, term, one->length, one->wdf, &failure);
    }
    for (guint i = 0; i < contents->values->len; i++) {
        const slot_value *one = &g_array_index(contents->values, slot_value, i);
        xc_document_add_value(document, one->slot, contents->bytes->str + one->offset, one->length, &failure);
    }
    return failure.status == XC_OK || cfa_database_error(error, &failure);
}

void cfa_contents_add_to_run(const cfa_contents *contents, xb_run *run)
{
    for (guint i = 0; i < contents->postings->len; i++) {
        const posting *one = &g_array_index(contents->postings, posting, i);
        const char *term = contents->bytes->str + one->offset;
        if (one->position > 0)
            xb_run_add_posting(run, term, one->length, one->position, one->wdf);
        else
            xb_run_add_term(run, term, one->length, one->wdf);
    }
    for (guint i = 0; i < contents->values->len; i++) {
        const slot_value *one = &g_array_index(contents->values, slot_value, i);
        xb_run_add_value(run, one->slot, contents->bytes->str + one->offset, one->length);
    }
}
