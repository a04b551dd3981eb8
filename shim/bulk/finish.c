/* How a run ends: sorted, and written to the working file as run.h has it. */
#include "collected.h"

#include <stdlib.h>
#include <string.h>

/* For sorting: the first bytes of a term tell most of them apart. */
typedef struct sortable_term {
    uint64_t beginning;
    const uint8_t *text;
    uint32_t number;
    uint16_t length;
} sortable_term;

static int compare_terms(const void *a, const void *b)
{
    const sortable_term *left = a, *right = b;
    if (left->beginning != right->beginning)
        return left->beginning < right->beginning ? -1 : 1;
    return compare_bytes(left->text, left->length, right->text, right->length);
}

static sortable_term *sort_terms(const xb_run *run)
{
    const uint32_t count = term_count(run);
    sortable_term *sorted = malloc((count + 1) * sizeof *sorted);
    for (uint32_t i = 0; sorted != NULL && i < count; i++) {
        const term *one = term_at(run, i);
        sorted[i] =
            (sortable_term){.text = run->term_bytes.data + one->offset, .number = i, .length = one->length};
        for (unsigned j = 0; j < 8; j++)
            sorted[i].beginning = sorted[i].beginning << 8 | (j < one->length ? sorted[i].text[j] : 0);
    }
    if (sorted != NULL)
        qsort(sorted, count, sizeof *sorted, compare_terms);
    return sorted;
}

/* The numbers of entries, those of each term together, in the order of documents. `starts` is where each term
 * begins. */
static uint32_t *group_by_term(const xb_run *run, uint32_t *starts)
{
    const uint32_t entries = entry_count(run), terms = term_count(run);
    uint32_t *grouped = malloc((entries + 1) * sizeof *grouped);
    if (grouped == NULL)
        return NULL;
    starts[0] = 0;
    for (uint32_t i = 0; i < terms; i++)
        starts[i + 1] = starts[i] + term_at(run, i)->postings;
    for (uint32_t i = 0; i < entries; i++)
        grouped[starts[entry_at(run, i)->term]++] = i;
    memmove(starts + 1, starts,
            terms * sizeof *starts); /* each start was moved to its end: the next one's start */
    starts[0] = 0;
    return grouped;
}

static void add_postings(xb_run *run, const sortable_term *one, const uint32_t *entries, uint32_t count)
{
    bytes *section = &run->sections[SECTION_POSTINGS];
    uint64_t wdf = 0;
    uint32_t before = 0;
    for (uint32_t i = 0; i < count; i++)
        wdf += entry_at(run, entries[i])->wdf;
    bytes_add_string(section, one->text, one->length);
    bytes_add_uint(section, count);
    bytes_add_uint(section, wdf);
    for (uint32_t i = 0; i < count; i++) {
        const entry *each = entry_at(run, entries[i]);
        const uint32_t end = each[1].positions; /* there is always one more: see xb_run_finish() */
        bytes_add_uint(section, each->document - before);
        bytes_add_uint(section, each->wdf);
        const uint8_t *positions = run->positions.data; /* nothing is added to NULL */
        bytes_add_string(section, positions != NULL ? positions + each->positions : NULL,
                         end - each->positions);
        before = each->document;
    }
}

/* A document's place in its list of terms, which come to it in their order. */
typedef struct term_list {
    uint32_t start, count;
} term_list;

/* The entries of each document in the byte order of their terms: dealt out term by term, so that nothing is
 * sorted twice. */
static uint32_t *group_by_document(const xb_run *run, const sortable_term *sorted, const uint32_t *grouped,
                                   const uint32_t *starts, term_list *lists)
{
    const uint32_t entries = entry_count(run) - 1, terms = term_count(run);
    uint32_t *dealt = malloc((entries + 1) * sizeof *dealt);
    if (dealt == NULL)
        return NULL;
    memset(lists, 0, run->documents * sizeof *lists);
    for (uint32_t i = 0; i < entries; i++)
        lists[entry_at(run, i)->document].start++;
    for (uint32_t i = 0, start = 0; i < run->documents; i++) {
        const uint32_t count = lists[i].start;
        lists[i].start = start;
        start += count;
    }
    for (uint32_t i = 0; i < terms; i++) {
        const uint32_t number = sorted[i].number;
        for (uint32_t j = starts[number]; j < starts[number + 1]; j++) {
            term_list *list = &lists[entry_at(run, grouped[j])->document];
            dealt[list->start + list->count++] = grouped[j];
        }
    }
    return dealt;
}

/* A term list: its length, the number of terms, and each term by what it does not share with the one
 * before. */
static void pack_term_list(const xb_run *run, const uint32_t *entries, uint32_t count, bytes *list)
{
    const uint8_t *before = NULL;
    size_t before_length = 0;
    uint64_t length = 0;
    for (uint32_t i = 0; i < count; i++)
        length += entry_at(run, entries[i])->wdf;
    list->length = 0;
    if (count == 0)
        return;
    bytes_add_uint(list, length);
    bytes_add_uint(list, count);
    for (uint32_t i = 0; i < count; i++) {
        const entry *each = entry_at(run, entries[i]);
        const term *one = term_at(run, each->term);
        const uint8_t *text = run->term_bytes.data + one->offset;
        size_t same = 0;
        while (same < before_length && same < one->length && before[same] == text[same])
            same++;
        /* A small wdf shares a byte with the length of what is shared. */
        const size_t packed = each->wdf < 127 ? (each->wdf + 1) * (before_length + 1) + same : 0;
        const bool is_packed = i > 0 && packed > 0 && packed < 256;
        if (i > 0)
            bytes_add_byte(list, (uint8_t)(is_packed ? packed : same));
        bytes_add_byte(list, (uint8_t)(one->length - same));
        bytes_add(list, text + same, one->length - same);
        if (!is_packed)
            bytes_add_uint(list, each->wdf);
        before = text;
        before_length = one->length;
    }
}

static void add_term_lists(xb_run *run, const uint32_t *dealt, const term_list *lists)
{
    const uint32_t *starts = (const uint32_t *)(const void *)run->slot_starts.data;
    for (uint32_t i = 0; i < run->documents; i++) {
        const size_t end = i + 1 < run->documents ? starts[i + 1] : run->slot_lists.length;
        pack_term_list(run, dealt + lists[i].start, lists[i].count, &run->scratch);
        run_add_tag(run, &run->sections[SECTION_TERMS], &run->scratch,
                    run->builder->compress_min[TABLE_TERMLIST]);
        bytes_add_string(&run->sections[SECTION_TERMS], run->slot_lists.data + starts[i], end - starts[i]);
    }
}

static int compare_slots(const void *a, const void *b)
{
    const slot *left = a, *right = b;
    return (left->number > right->number) - (left->number < right->number);
}

static void write_values(xb_run *run)
{
    bytes *section = &run->sections[SECTION_VALUES];
    if (run->slot_count > 1)
        qsort(run->slots, run->slot_count, sizeof *run->slots, compare_slots);
    for (size_t i = 0; i < run->slot_count; i++) {
        const slot *one = &run->slots[i];
        bytes_add_uint(section, one->number);
        bytes_add_uint(section, one->documents);
        bytes_add_string(section, one->least.data, one->least.length);
        bytes_add_string(section, one->greatest.data, one->greatest.length);
        bytes_add_string(section, one->values.data, one->values.length);
    }
}

static void merge_statistics(statistics *all, const xb_run *run)
{
    const uint32_t last = run->first + run->documents - 1;
    all->documents += run->documents;
    all->total_length += run->total_length;
    if (run->documents > 0 && last > all->last_docid)
        all->last_docid = last;
    if (run->greatest_length > all->greatest_length)
        all->greatest_length = run->greatest_length;
    if (run->greatest_wdf > all->greatest_wdf)
        all->greatest_wdf = run->greatest_wdf;
    if (run->least_length > 0 && (all->least_length == 0 || run->least_length < all->least_length))
        all->least_length = run->least_length;
}

/* Reserves room in the working file and enters the run. */
static bool enter_run(xb_run *run, finished_run *finished)
{
    xb_builder *builder = run->builder;
    bool entered = false;
    pthread_mutex_lock(&builder->lock);
    finished_run *runs = realloc(builder->runs, (builder->run_count + 1) * sizeof *runs);
    if (runs != NULL) {
        finished->starts[0] = builder->work_length;
        for (int i = 0; i < SECTIONS; i++)
            finished->starts[i + 1] = finished->starts[i] + run->sections[i].length;
        builder->work_length = finished->starts[SECTIONS];
        builder->runs = runs;
        runs[builder->run_count++] = *finished;
        merge_statistics(&builder->all, run);
        entered = true;
    }
    pthread_mutex_unlock(&builder->lock);
    return entered;
}

static bool write_run(xb_run *run, xc_error *error)
{
    finished_run finished = {.first = run->first, .documents = run->documents};
    if (!run_is_well(run, error))
        return false;
    if (!enter_run(run, &finished))
        return fail_memory(error);
    for (int i = 0; i < SECTIONS; i++)
        if (!write_all(run->builder->work, run->sections[i].data, run->sections[i].length,
                       finished.starts[i]))
            return fail_errno(error, run->builder->path);
    return true;
}

bool xb_run_finish(xb_run *run, xc_error *error)
{
    if (!run_is_well(run, error))
        return false;
    const entry end = {.positions = (uint32_t)run->positions.length};
    const uint32_t terms = term_count(run);
    sortable_term *sorted = sort_terms(run);
    uint32_t *starts = malloc((terms + 2) * sizeof *starts);
    term_list *lists = malloc((run->documents + 1) * sizeof *lists);
    uint32_t *grouped = starts != NULL ? group_by_term(run, starts) : NULL;
    uint32_t *dealt = NULL;
    bytes_add(&run->entries, &end, sizeof end);
    if (sorted != NULL && grouped != NULL && lists != NULL && !run->entries.failed)
        dealt = group_by_document(run, sorted, grouped, starts, lists);
    for (uint32_t i = 0; dealt != NULL && i < terms; i++) {
        const uint32_t number = sorted[i].number;
        add_postings(run, &sorted[i], grouped + starts[number], starts[number + 1] - starts[number]);
    }
    if (dealt != NULL)
        add_term_lists(run, dealt, lists);
    const bool sorted_well = dealt != NULL;
    free(sorted);
    free(starts);
    free(lists);
    free(grouped);
    free(dealt);
    write_values(run);
    return sorted_well ? write_run(run, error) : fail_memory(error);
}
