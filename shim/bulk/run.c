#include "collected.h"

#include "positions.h"

#include <stdlib.h>
#include <string.h>

enum {
    DEFLATE_LEVEL =
        1, /* the higher ones gain half a percent of such short texts, and take half as long again */
    FIRST_SLOTS = 1 << 14,
    SLOT_MAX = 255, /* statistics of more would not stand in the order of their numbers */
    NO_ENTRY = -1
};

/* ---- making ---- */

/* Notes what went wrong, if it is the first thing. */
static void note(xb_run *run, xc_status status)
{
    if (run->status == XC_OK)
        run->status = status;
}

xb_run *xb_run_new(xb_builder *builder, xc_docid first, xc_error *error)
{
    xb_run *run = calloc(1, sizeof *run);
    if (run != NULL) {
        run->builder = builder;
        run->first = first;
        run->table_size = FIRST_SLOTS;
        run->table = calloc(run->table_size, sizeof *run->table);
        run->deflater = libdeflate_alloc_compressor(DEFLATE_LEVEL);
    }
    if (run == NULL || run->table == NULL || run->deflater == NULL) {
        xb_run_free(run);
        fail_memory(error);
        return NULL;
    }
    return run;
}

void xb_run_free(xb_run *run)
{
    if (run == NULL)
        return;
    bytes *const buffers[] = {&run->term_bytes,  &run->terms,       &run->entries,  &run->positions,
                              &run->occurrences, &run->values,      &run->payloads, &run->document_data,
                              &run->slot_lists,  &run->slot_starts, &run->deflated, &run->scratch};
    for (size_t i = 0; i < sizeof buffers / sizeof *buffers; i++)
        bytes_free(buffers[i]);
    for (int i = 0; i < SECTIONS; i++)
        bytes_free(&run->sections[i]);
    for (size_t i = 0; i < run->slot_count; i++) {
        bytes_free(&run->slots[i].values);
        bytes_free(&run->slots[i].least);
        bytes_free(&run->slots[i].greatest);
    }
    libdeflate_free_compressor(run->deflater);
    free(run->slots);
    free(run->table);
    free(run);
}

/* ---- the parts of a document ---- */

/* FNV-1a. */
static uint32_t hash_of(const char *text, size_t length)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (uint8_t)text[i]) * 16777619u;
    return hash;
}

static void grow_table(xb_run *run)
{
    const size_t size = run->table_size * 2;
    uint32_t *table = calloc(size, sizeof *table);
    if (table == NULL) {
        note(run, XC_MEMORY);
        return;
    }
    for (uint32_t i = 0; i < term_count(run); i++) {
        size_t at = term_at(run, i)->hash & (size - 1);
        while (table[at] != 0)
            at = (at + 1) & (size - 1);
        table[at] = i + 1;
    }
    free(run->table);
    run->table = table;
    run->table_size = size;
}

/* The number of a term, a new one where it was not met before. Where that goes wrong the run's status says
 * so. */
static uint32_t find_term(xb_run *run, const char *text, size_t length)
{
    const uint32_t hash = hash_of(text, length);
    size_t at = hash & (run->table_size - 1);
    for (; run->table[at] != 0; at = (at + 1) & (run->table_size - 1)) {
        const term *found = term_at(run, run->table[at] - 1);
        if (found->hash == hash && found->length == length &&
            memcmp(run->term_bytes.data + found->offset, text, length) == 0)
            return run->table[at] - 1;
    }
    const uint32_t number = term_count(run);
    const term fresh = {.offset = (uint32_t)run->term_bytes.length, .hash = hash, .length = (uint16_t)length};
    bytes_add(&run->term_bytes, text, length);
    bytes_add(&run->terms, &fresh, sizeof fresh);
    if (run->terms.failed || run->term_bytes.failed)
        note(run, XC_MEMORY);
    if (run->term_bytes.length > UINT32_MAX)
        note(run, XC_LIMIT);
    run->table[at] = number + 1;
    if (term_count(run) > run->table_size / 2)
        grow_table(run);
    return number;
}

/* Bytes of a term in a key, where each zero byte counts twice. */
static size_t key_length(const char *text, size_t length)
{
    size_t zeros = 0;
    for (const char *at = text; (at = memchr(at, 0, (size_t)(text + length - at))) != NULL; at++)
        zeros++;
    return length + zeros;
}

/* The entry of a term in the document under way, or NO_ENTRY: always that once something went wrong, since
 * what follows would lean on what is not there. */
static int64_t add_entry(xb_run *run, const char *text, size_t length, uint32_t wdf)
{
    if (run->status != XC_OK)
        return NO_ENTRY;
    if (length == XC_NUL)
        length = strlen(text);
    if (length == 0 || length > XC_TERM_MAX || key_length(text, length) > XC_TERM_MAX) {
        note(run, XC_LIMIT);
        return NO_ENTRY;
    }
    const uint32_t number = find_term(run, text, length);
    if (run->status != XC_OK)
        return NO_ENTRY;
    term *found = term_at(run, number);
    if (found->document == run->documents + 1) {
        entry_at(run, found->entry)->wdf += wdf;
        return found->entry;
    }
    const entry fresh = {.term = number, .document = run->documents, .wdf = wdf};
    found->document = run->documents + 1;
    found->entry = entry_count(run);
    found->postings++;
    bytes_add(&run->entries, &fresh, sizeof fresh);
    if (run->entries.failed)
        note(run, XC_MEMORY);
    return run->entries.failed ? NO_ENTRY : (int64_t)found->entry;
}

void xb_run_add_term(xb_run *run, const char *text, size_t length, uint32_t wdf)
{
    add_entry(run, text, length, wdf);
}

void xb_run_add_posting(xb_run *run, const char *text, size_t length, uint32_t position, uint32_t wdf)
{
    const int64_t number = add_entry(run, text, length, wdf);
    const occurrence one = {.entry = (uint32_t)number, .position = position};
    if (number != NO_ENTRY)
        bytes_add(&run->occurrences, &one, sizeof one);
}

void xb_run_add_value(xb_run *run, xc_valueno number, const char *text, size_t length)
{
    value *values = (value *)(void *)run->values.data;
    if (number > SLOT_MAX)
        note(run, XC_LIMIT);
    if (length == XC_NUL)
        length = strlen(text);
    const value one = {number, (uint32_t)run->payloads.length, (uint32_t)length};
    bytes_add(&run->payloads, text, length);
    if (run->payloads.length > UINT32_MAX)
        note(run, XC_LIMIT);
    for (size_t i = 0; i < run->values.length / sizeof one; i++)
        if (values[i].slot == number) {
            values[i] = one;
            return;
        }
    bytes_add(&run->values, &one, sizeof one);
}

void xb_run_set_data(xb_run *run, const char *data, size_t length)
{
    run->document_data.length = 0;
    bytes_add(&run->document_data, data, length == XC_NUL ? strlen(data) : length);
}

/* ---- a document ends ---- */

static int compare_occurrences(const void *a, const void *b)
{
    const occurrence *left = a, *right = b;
    if (left->entry != right->entry)
        return left->entry < right->entry ? -1 : 1;
    return (left->position > right->position) - (left->position < right->position);
}

/* Sorts by entries, of which there are `entries`, by counting. Positions mostly come in their order, and then
 * stay in it. */
static bool sort_occurrences(xb_run *run, uint32_t entries)
{
    const size_t count = run->occurrences.length / sizeof(occurrence);
    const size_t starts_size = (entries + 1) * sizeof(uint32_t);
    run->scratch.length = 0;
    if (!bytes_reserve(&run->scratch, run->occurrences.length + starts_size))
        return false;
    const occurrence *from = (const occurrence *)(const void *)run->occurrences.data;
    occurrence *to = (occurrence *)(void *)run->scratch.data;
    uint32_t *next = (uint32_t *)(void *)(run->scratch.data + run->occurrences.length);
    memset(next, 0, starts_size);
    bool ordered = true;
    for (size_t i = 0; i < count; i++) {
        next[from[i].entry - run->document_start + 1]++;
        ordered = ordered && (i == 0 || from[i - 1].position < from[i].position);
    }
    for (uint32_t i = 0; i < entries; i++)
        next[i + 1] += next[i];
    for (size_t i = 0; i < count; i++)
        to[next[from[i].entry - run->document_start]++] = from[i];
    if (!ordered)
        qsort(to, count, sizeof *to, compare_occurrences);
    return true;
}

/* Encodes the positions of each entry of the document, and tells the entry where. */
static bool add_positions(xb_run *run)
{
    const uint32_t end = entry_count(run);
    const size_t count = run->occurrences.length / sizeof(occurrence);
    if (!sort_occurrences(run, end - run->document_start))
        return false;
    const occurrence *sorted = (const occurrence *)(const void *)run->scratch.data;
    uint32_t *list = (uint32_t *)(void *)run->occurrences.data; /* no longer needed, and room enough */
    size_t at = 0;
    for (uint32_t i = run->document_start; i < end; i++) {
        uint32_t positions = 0;
        entry_at(run, i)->positions = (uint32_t)run->positions.length;
        for (; at < count && sorted[at].entry == i; at++)
            if (positions == 0 || list[positions - 1] != sorted[at].position)
                list[positions++] = sorted[at].position;
        if (positions > 0)
            positions_encode(&run->positions, list, positions);
    }
    return !run->positions.failed;
}

void run_add_tag(xb_run *run, bytes *section, const bytes *tag, uint32_t compress_min)
{
    size_t length = 0; /* of the compressed tag; 0 where it would not be shorter */
    if (compress_min > 0 && tag->length > compress_min) {
        run->deflated.length = 0;
        if (!bytes_reserve(&run->deflated, tag->length)) {
            note(run, XC_MEMORY);
            return;
        }
        length = libdeflate_deflate_compress(run->deflater, tag->data, tag->length, run->deflated.data,
                                             tag->length - 1);
    }
    bytes_add_byte(section, length > 0);
    if (length > 0)
        bytes_add_string(section, run->deflated.data, length);
    else
        bytes_add_string(section, tag->data, tag->length);
}

static int compare_values(const void *a, const void *b)
{
    const value *left = a, *right = b;
    return (left->slot > right->slot) - (left->slot < right->slot);
}

static slot *find_slot(xb_run *run, xc_valueno number)
{
    for (size_t i = 0; i < run->slot_count; i++)
        if (run->slots[i].number == number)
            return &run->slots[i];
    slot *slots = realloc(run->slots, (run->slot_count + 1) * sizeof *slots);
    if (slots == NULL)
        return NULL;
    run->slots = slots;
    slots[run->slot_count] = (slot){.number = number};
    return &slots[run->slot_count++];
}

static void replace_bytes(bytes *buffer, const uint8_t *data, size_t length)
{
    buffer->length = 0;
    bytes_add(buffer, data, length);
}

static void add_value(xb_run *run, const value *one)
{
    slot *into = find_slot(run, one->slot);
    if (into == NULL) {
        note(run, XC_MEMORY);
        return;
    }
    const uint8_t *text = run->payloads.data + one->offset;
    bytes_add_uint(&into->values, run->documents - into->last_document);
    bytes_add_string(&into->values, text, one->length);
    into->last_document = run->documents;
    if (into->documents == 0 || compare_bytes(into->least.data, into->least.length, text, one->length) > 0)
        replace_bytes(&into->least, text, one->length);
    if (into->documents == 0 ||
        compare_bytes(into->greatest.data, into->greatest.length, text, one->length) < 0)
        replace_bytes(&into->greatest, text, one->length);
    into->documents++;
}

/* Files the values by slot, and packs the list of slots that goes with the term list. */
static void add_values(xb_run *run)
{
    value *values = (value *)(void *)run->values.data;
    const size_t count = run->values.length / sizeof *values;
    const uint32_t start = (uint32_t)run->slot_lists.length;
    bytes_add(&run->slot_starts, &start, sizeof start);
    if (count > 1)
        qsort(values, count, sizeof *values, compare_values);
    xc_valueno next = 0;
    for (size_t i = 0; i < count; i++) {
        if (values[i].length == 0)
            continue;
        bytes_add_uint(&run->slot_lists, values[i].slot - next);
        next = values[i].slot + 1;
        add_value(run, &values[i]);
    }
}

static void add_length(xb_run *run)
{
    uint64_t length = 0;
    for (uint32_t i = run->document_start; i < entry_count(run); i++) {
        const uint32_t wdf = entry_at(run, i)->wdf;
        length += wdf;
        if (wdf > run->greatest_wdf)
            run->greatest_wdf = wdf;
    }
    const uint32_t short_length = (uint32_t)length;
    if (length > UINT32_MAX)
        note(run, XC_LIMIT);
    bytes_add_uint(&run->sections[SECTION_LENGTHS], short_length);
    run->total_length += length;
    if (short_length > run->greatest_length)
        run->greatest_length = short_length;
    if (short_length > 0 && (run->least_length == 0 || short_length < run->least_length))
        run->least_length = short_length;
}

/* Whether anything that was added did not fit into memory, or into 32 bits. */
bool run_is_well(xb_run *run, xc_error *error)
{
    bool failed = run->term_bytes.failed || run->terms.failed || run->entries.failed ||
                  run->positions.failed || run->occurrences.failed || run->values.failed ||
                  run->payloads.failed || run->document_data.failed || run->slot_lists.failed ||
                  run->slot_starts.failed || run->scratch.failed;
    for (int i = 0; i < SECTIONS; i++)
        failed = failed || run->sections[i].failed;
    for (size_t i = 0; i < run->slot_count; i++)
        failed = failed || run->slots[i].values.failed || run->slots[i].least.failed ||
                 run->slots[i].greatest.failed;
    if (failed)
        note(run, XC_MEMORY);
    if (run->entries.length / sizeof(entry) > UINT32_MAX - 1 || run->positions.length > UINT32_MAX ||
        run->slot_lists.length > UINT32_MAX || run->document_data.length > UINT32_MAX)
        note(run, XC_LIMIT);
    if (run->status == XC_MEMORY)
        return fail_memory(error);
    return run->status == XC_OK ||
           fail(error, run->status,
                "a term that is empty or over %d bytes, a slot over %d, or a run of over 4 GiB", XC_TERM_MAX,
                SLOT_MAX);
}

bool xb_run_end_document(xb_run *run, xc_error *error)
{
    if (!run_is_well(run, error))
        return false;
    if (!add_positions(run))
        return fail_memory(error);
    add_length(run);
    add_values(run);
    run_add_tag(run, &run->sections[SECTION_DATA], &run->document_data,
                run->builder->compress_min[TABLE_DOCDATA]);
    run->documents++;
    run->document_start = entry_count(run);
    run->occurrences.length = run->values.length = run->payloads.length = run->document_data.length = 0;
    return run_is_well(run, error);
}
