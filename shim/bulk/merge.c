#include "merge.h"

#include "reader.h"
#include "table.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum {
    CHUNK = 2000 /* bytes of a posting list, or of a stream of values, after which another is begun: as
                    libxapian */
};

static bool fail_reading(const xb_builder *builder, const reader *in, xc_error *error)
{
    errno = in->reason;
    return errno != 0
               ? fail_errno(error, builder->path)
               : fail(error, XC_IO, "%.300s: the working file is not as it was written", builder->path);
}

static void open_section(const xb_builder *builder, size_t run, int section, reader *into)
{
    reader_open(into, builder->work, builder->runs[run].starts[section],
                builder->runs[run].starts[section + 1]);
}

/* ---- by documents ---- */

/* Adds the tags of one run's section to a table: data, or term lists each with its list of slots. */
static bool add_tags(const xb_builder *builder, size_t run, int section, table *into, xc_error *error)
{
    reader in;
    bytes key = {0};
    bool well = bytes_reserve(&key, TABLE_KEY_MAX) || fail_memory(error);
    open_section(builder, run, section, &in);
    for (uint32_t i = 0; well && i < builder->runs[run].documents; i++) {
        const uint8_t *tag;
        size_t length;
        const bool compressed = reader_byte(&in) != 0;
        reader_string(&in, &tag, &length);
        key.length = 0;
        bytes_add_sortable_uint(&key, builder->runs[run].first + i);
        /* A document without data has no item; one without terms has an empty list. */
        if (length > 0 || section == SECTION_TERMS)
            well = table_add(into, key.data, key.length, tag, length, compressed, error);
        if (section != SECTION_TERMS)
            continue;
        reader_string(&in, &tag, &length);
        bytes_add_byte(&key, 0);
        if (well && length > 0)
            well = table_add(into, key.data, key.length, tag, length, false, error);
    }
    if (well && in.failed)
        well = fail_reading(builder, &in, error);
    bytes_free(&key);
    reader_close(&in);
    return well;
}

static bool merge_tags(const xb_builder *builder, int section, const char *name, int which,
                       bytes roots[TABLES], xc_error *error)
{
    table *into = table_new(builder->path, name, builder->compress_min[which], error);
    bool well = into != NULL;
    for (size_t run = 0; well && run < builder->run_count; run++)
        well = add_tags(builder, run, section, into, error);
    well = well && table_finish(into, &roots[which], error);
    table_free(into);
    return well;
}

bool merge_documents(const xb_builder *builder, bytes roots[TABLES], xc_error *error)
{
    return merge_tags(builder, SECTION_DATA, "docdata", TABLE_DOCDATA, roots, error) &&
           merge_tags(builder, SECTION_TERMS, "termlist", TABLE_TERMLIST, roots, error);
}

/* ---- by terms ---- */

/* A run on its way through its sections, and where it stands among its terms. */
typedef struct source {
    reader in;
    bytes term;
    uint64_t documents, wdf; /* of the term */
    size_t run;
} source;

typedef struct merging {
    const xb_builder *builder;
    table *postlist, *position;
    source *sources;
    source **heap; /* those that have a term left; the least term first, and of the same one the first run */
    size_t heap_length;
    bytes key, chunk, tag;
    uint32_t first, last; /* of the chunk */
    bool is_first_chunk;
} merging;

static bool add_item(merging *this, table *into, const bytes *tag, xc_error *error)
{
    if (this->key.failed || tag->failed)
        return fail_memory(error);
    return table_add(into, this->key.data, this->key.length, tag->data, tag->length, false, error);
}

/* What libxapian puts under keys that begin with a zero byte: statistics of values, values, lengths. */
static void begin_key(merging *this, uint8_t kind)
{
    this->key.length = 0;
    bytes_add_byte(&this->key, 0);
    bytes_add_byte(&this->key, kind);
}

/* The key of a posting list, the empty term being that of all documents with their lengths. */
static void posting_key(merging *this, const bytes *term, bool is_first, uint32_t docid)
{
    this->key.length = 0;
    if (term->length == 0)
        begin_key(this, 0xe0);
    else
        bytes_add_sortable_string(&this->key, term->data, term->length, is_first);
    if (!is_first)
        bytes_add_sortable_uint(&this->key, docid);
}

/* Writes the chunk under way. `documents` and `wdf` stand before the first one of a list. */
static bool flush_chunk(merging *this, const bytes *term, uint64_t documents, uint64_t wdf, bool is_last,
                        xc_error *error)
{
    posting_key(this, term, this->is_first_chunk, this->first);
    this->tag.length = 0;
    if (this->is_first_chunk) {
        bytes_add_uint(&this->tag, documents);
        bytes_add_uint(&this->tag, wdf);
        bytes_add_uint(&this->tag, this->first - 1);
    }
    bytes_add_byte(&this->tag, is_last ? '1' : '0');
    bytes_add_uint(&this->tag, this->last - this->first);
    bytes_add(&this->tag, this->chunk.data, this->chunk.length);
    this->tag.failed |= this->chunk.failed;
    this->is_first_chunk = false;
    this->chunk.length = 0;
    return add_item(this, this->postlist, &this->tag, error);
}

/* Adds a posting to the list under way. */
static bool add_posting(merging *this, const bytes *term, uint64_t documents, uint64_t wdf, uint32_t docid,
                        uint64_t count, xc_error *error)
{
    if (this->chunk.length >= CHUNK && !flush_chunk(this, term, documents, wdf, false, error))
        return false;
    if (this->chunk.length == 0)
        this->first = docid;
    else
        bytes_add_uint(&this->chunk, docid - this->last - 1);
    bytes_add_uint(&this->chunk, count);
    this->last = docid;
    return true;
}

static bool merge_lengths(merging *this, xc_error *error)
{
    const bytes none = {0};
    bool well = true;
    this->is_first_chunk = true;
    for (size_t run = 0; well && run < this->builder->run_count; run++) {
        const finished_run *one = &this->builder->runs[run];
        reader in;
        open_section(this->builder, run, SECTION_LENGTHS, &in);
        for (uint32_t i = 0; well && i < one->documents; i++)
            well = add_posting(this, &none, 0, 0, one->first + i, reader_uint(&in), error);
        if (well && in.failed)
            well = fail_reading(this->builder, &in, error);
        reader_close(&in);
    }
    return well && (this->chunk.length == 0 || flush_chunk(this, &none, 0, 0, true, error));
}

/* ---- values ---- */

/* One slot of one run. */
typedef struct slot_part {
    size_t run;
    xc_valueno slot;
    uint32_t documents;
    bytes least, greatest;
    uint64_t start, end; /* of its values in the working file */
} slot_part;

typedef struct slot_parts {
    slot_part *parts;
    size_t count;
} slot_parts;

static void free_parts(slot_parts *all)
{
    for (size_t i = 0; i < all->count; i++) {
        bytes_free(&all->parts[i].least);
        bytes_free(&all->parts[i].greatest);
    }
    free(all->parts);
}

/* Reads where the values of a slot stand, and passes over them. */
static bool read_part(reader *in, size_t run, slot_parts *all)
{
    const uint8_t *text;
    size_t length;
    slot_part *parts = realloc(all->parts, (all->count + 1) * sizeof *parts);
    if (parts == NULL)
        return false;
    slot_part *one = &parts[all->count++];
    all->parts = parts;
    *one =
        (slot_part){.run = run, .slot = (xc_valueno)reader_uint(in), .documents = (uint32_t)reader_uint(in)};
    reader_string(in, &text, &length);
    bytes_add(&one->least, text, length);
    reader_string(in, &text, &length);
    bytes_add(&one->greatest, text, length);
    reader_string(in, &text, &length);
    one->end = in->next - (in->buffer.length - in->at);
    one->start = one->end - length;
    return !one->least.failed && !one->greatest.failed;
}

static int compare_parts(const void *a, const void *b)
{
    const slot_part *left = a, *right = b;
    if (left->slot != right->slot)
        return left->slot < right->slot ? -1 : 1;
    return (left->run > right->run) - (left->run < right->run);
}

static bool read_parts(const xb_builder *builder, slot_parts *all, xc_error *error)
{
    bool well = true;
    for (size_t run = 0; well && run < builder->run_count; run++) {
        reader in;
        open_section(builder, run, SECTION_VALUES, &in);
        while (well && !reader_at_end(&in))
            well = read_part(&in, run, all) || fail_memory(error);
        if (well && in.failed)
            well = fail_reading(builder, &in, error);
        reader_close(&in);
    }
    if (all->count > 1)
        qsort(all->parts, all->count, sizeof *all->parts, compare_parts);
    return well;
}

/* The parts of the same slot as the first of them. */
static size_t same_slot(const slot_part *parts, size_t count)
{
    size_t same = 1;
    while (same < count && parts[same].slot == parts->slot)
        same++;
    return same;
}

static int compare(const bytes *left, const bytes *right)
{
    return compare_bytes(left->data, left->length, right->data, right->length);
}

/* How many documents have a value in a slot, the least and the greatest; the greatest is left out where it is
 * the least. */
static bool add_slot_statistics(merging *this, const slot_part *parts, size_t count, xc_error *error)
{
    const bytes *least = &parts->least, *greatest = &parts->greatest;
    uint64_t documents = 0;
    for (size_t i = 0; i < count; i++) {
        documents += parts[i].documents;
        if (compare(&parts[i].least, least) < 0)
            least = &parts[i].least;
        if (compare(&parts[i].greatest, greatest) > 0)
            greatest = &parts[i].greatest;
    }
    begin_key(this, 0xd0);
    bytes_add_uint_last(&this->key, parts->slot);
    this->tag.length = 0;
    bytes_add_uint(&this->tag, documents);
    bytes_add_string(&this->tag, least->data, least->length);
    if (compare(least, greatest) != 0)
        bytes_add(&this->tag, greatest->data, greatest->length);
    return add_item(this, this->postlist, &this->tag, error);
}

static bool flush_values(merging *this, xc_valueno slot, xc_error *error)
{
    if (this->chunk.length == 0)
        return true;
    begin_key(this, 0xd8);
    bytes_add_uint(&this->key, slot);
    bytes_add_sortable_uint(&this->key, this->first);
    const bool well = add_item(this, this->postlist, &this->chunk, error);
    this->chunk.length = 0;
    return well;
}

static bool add_values(merging *this, const slot_part *part, xc_error *error)
{
    reader in;
    uint32_t docid = this->builder->runs[part->run].first;
    bool well = true;
    reader_open(&in, this->builder->work, part->start, part->end);
    for (uint32_t i = 0; well && i < part->documents; i++) {
        const uint8_t *text;
        size_t length;
        docid += (uint32_t)reader_uint(&in);
        reader_string(&in, &text, &length);
        if (this->chunk.length == 0)
            this->first = docid;
        else
            bytes_add_uint(&this->chunk, docid - this->last - 1);
        bytes_add_string(&this->chunk, text, length);
        this->last = docid;
        if (this->chunk.length >= CHUNK)
            well = flush_values(this, part->slot, error);
    }
    if (well && in.failed)
        well = fail_reading(this->builder, &in, error);
    reader_close(&in);
    return well;
}

static bool merge_values(merging *this, xc_error *error)
{
    slot_parts all = {0};
    bool well = read_parts(this->builder, &all, error);
    for (size_t i = 0, same; well && i < all.count; i += same) {
        same = same_slot(&all.parts[i], all.count - i);
        well = add_slot_statistics(this, &all.parts[i], same, error);
    }
    for (size_t i = 0, same; well && i < all.count; i += same) {
        same = same_slot(&all.parts[i], all.count - i);
        for (size_t j = 0; well && j < same; j++)
            well = add_values(this, &all.parts[i + j], error);
        well = well && flush_values(this, all.parts[i].slot, error);
    }
    free_parts(&all);
    return well;
}

/* ---- postings ---- */

static bool comes_before(const source *left, const source *right)
{
    const int order = compare(&left->term, &right->term);
    return order != 0 ? order < 0 : left->run < right->run;
}

static void sift_down(merging *this, size_t at)
{
    for (;;) {
        size_t least = at;
        for (size_t child = 2 * at + 1; child <= 2 * at + 2 && child < this->heap_length; child++)
            if (comes_before(this->heap[child], this->heap[least]))
                least = child;
        if (least == at)
            return;
        source *moved = this->heap[at];
        this->heap[at] = this->heap[least];
        this->heap[least] = moved;
        at = least;
    }
}

/* Moves a run to its next term; false at its end. */
static bool read_term(source *from)
{
    const uint8_t *text;
    size_t length;
    if (reader_at_end(&from->in))
        return false;
    reader_string(&from->in, &text, &length);
    from->term.length = 0;
    bytes_add(&from->term, text, length);
    from->documents = reader_uint(&from->in);
    from->wdf = reader_uint(&from->in);
    return !from->in.failed && !from->term.failed;
}

/* Whether a run that moves no further is at its end. */
static bool ended_well(const merging *this, const source *from, xc_error *error)
{
    if (from->term.failed)
        return fail_memory(error);
    return !from->in.failed || fail_reading(this->builder, &from->in, error);
}

static bool add_positions(merging *this, const bytes *term, uint32_t docid, const uint8_t *code,
                          size_t length, xc_error *error)
{
    this->key.length = 0;
    bytes_add_sortable_string(&this->key, term->data, term->length, false);
    bytes_add_sortable_uint(&this->key, docid);
    if (this->key.failed)
        return fail_memory(error);
    return table_add(this->position, this->key.data, this->key.length, code, length, false, error);
}

/* Adds the postings that one run has of the term under way. */
static bool copy_postings(merging *this, source *from, uint64_t documents, uint64_t wdf, xc_error *error)
{
    uint32_t docid = this->builder->runs[from->run].first;
    for (uint64_t i = 0; i < from->documents; i++) {
        const uint8_t *code;
        size_t length;
        docid += (uint32_t)reader_uint(&from->in);
        const uint64_t count = reader_uint(&from->in);
        reader_string(&from->in, &code, &length);
        if (from->in.failed)
            return fail_reading(this->builder, &from->in, error);
        if (!add_posting(this, &from->term, documents, wdf, docid, count, error) ||
            (length > 0 && !add_positions(this, &from->term, docid, code, length, error)))
            return false;
    }
    return true;
}

/* Takes the runs that have the least term off the heap, in their order, into `same`. */
static size_t take_least(merging *this, source **same)
{
    size_t count = 0;
    do {
        same[count++] = this->heap[0];
        this->heap[0] = this->heap[--this->heap_length];
        sift_down(this, 0);
    } while (this->heap_length > 0 && compare(&this->heap[0]->term, &same[0]->term) == 0);
    return count;
}

static void put_back(merging *this, source *one)
{
    size_t at = this->heap_length++;
    for (; at > 0 && comes_before(one, this->heap[(at - 1) / 2]); at = (at - 1) / 2)
        this->heap[at] = this->heap[(at - 1) / 2];
    this->heap[at] = one;
}

static bool merge_term(merging *this, source **same, xc_error *error)
{
    const size_t count = take_least(this, same);
    uint64_t documents = 0, wdf = 0;
    bool well = true;
    for (size_t i = 0; i < count; i++) {
        documents += same[i]->documents;
        wdf += same[i]->wdf;
    }
    this->is_first_chunk = true;
    for (size_t i = 0; well && i < count; i++)
        well = copy_postings(this, same[i], documents, wdf, error);
    well = well && flush_chunk(this, &same[0]->term, documents, wdf, true, error);
    for (size_t i = 0; well && i < count; i++) {
        if (read_term(same[i]))
            put_back(this, same[i]);
        else
            well = ended_well(this, same[i], error);
    }
    return well;
}

static bool merge_postings(merging *this, xc_error *error)
{
    const size_t count = this->builder->run_count;
    source **same = malloc((count + 1) * sizeof *same);
    bool well = same != NULL || fail_memory(error);
    this->sources = calloc(count + 1, sizeof *this->sources);
    this->heap = malloc((count + 1) * sizeof(source *));
    if (well && (this->sources == NULL || this->heap == NULL))
        well = fail_memory(error);
    for (size_t run = 0; well && run < count; run++) {
        source *one = &this->sources[run];
        one->run = run;
        open_section(this->builder, run, SECTION_POSTINGS, &one->in);
        if (read_term(one))
            put_back(this, one);
        else
            well = ended_well(this, one, error);
    }
    while (well && this->heap_length > 0)
        well = merge_term(this, same, error);
    for (size_t run = 0; this->sources != NULL && run < count; run++) {
        reader_close(&this->sources[run].in);
        bytes_free(&this->sources[run].term);
    }
    free(this->sources);
    free(this->heap);
    free(same);
    return well;
}

bool merge_terms(const xb_builder *builder, bytes roots[TABLES], xc_error *error)
{
    merging this = {.builder = builder};
    this.postlist = table_new(builder->path, "postlist", builder->compress_min[TABLE_POSTLIST], error);
    if (this.postlist != NULL)
        this.position = table_new(builder->path, "position", builder->compress_min[TABLE_POSITION], error);
    const bool well = this.position != NULL && merge_values(&this, error) && merge_lengths(&this, error) &&
                      merge_postings(&this, error) &&
                      table_finish(this.postlist, &roots[TABLE_POSTLIST], error) &&
                      table_finish(this.position, &roots[TABLE_POSITION], error);
    table_free(this.postlist);
    table_free(this.position);
    bytes_free(&this.key);
    bytes_free(&this.chunk);
    bytes_free(&this.tag);
    return well;
}
