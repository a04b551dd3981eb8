#include "table.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    REVISION = 1,   /* of a database at its first commit */
    LEVELS = 10,    /* libxapian opens no deeper tree */
    DIRECTORY = 11, /* where a block's directory begins, after revision, level, two free spaces and its end */
    ENTRY = 2,      /* bytes of an entry of the directory: where its item stands */
    ITEM_LENGTH = 2,   /* bytes of an item's length, less 3; its highest bits are flags */
    KEY_LENGTH = 1,    /* of a key's length */
    COMPONENT = 2,     /* of the number that a key of a tag's second item, and of any branch, ends with */
    BLOCK_NUMBER = 4,  /* of the block that a branch item names */
    ITEMS_A_BLOCK = 4, /* of the longest */
    LONGEST_ITEM = (TABLE_BLOCK - DIRECTORY - ITEMS_A_BLOCK * ENTRY) / ITEMS_A_BLOCK,
    WORTH_FILLING = 34, /* a tag is begun in a block's rest that has so many bytes more than its key:
                           libxapian's own measure */
    FLAG_COMPRESSED = 0x80,
    FLAG_LAST = 0x40,
    FLAG_FIRST = 0x20
};

typedef struct block {
    uint8_t data[TABLE_BLOCK];
    uint32_t number;
    unsigned directory_end, items_start; /* what lies between is free */
} block;

struct table {
    int file;
    char *path;
    uint32_t blocks, compress_min;
    uint64_t items;
    unsigned top; /* the highest level there is */
    block *levels[LEVELS];
    uint8_t last_key[TABLE_KEY_MAX];
    size_t last_length;
};

/* A part of a tag on its way into a leaf. */
typedef struct item {
    const uint8_t *key;
    size_t key_length;
    const uint8_t *tag;
    size_t tag_length;
    unsigned component; /* from 1 */
    uint8_t flags;
} item;

static void put_number(uint8_t *at, uint32_t value, unsigned length)
{
    for (unsigned i = 0; i < length; i++)
        at[i] = (uint8_t)(value >> 8 * (length - 1 - i));
}

static size_t free_space(const block *one)
{
    return one->items_start - one->directory_end;
}

static void begin_block(table *one, unsigned level)
{
    block *fresh = one->levels[level];
    memset(fresh->data, 0, sizeof fresh->data);
    fresh->number = one->blocks++;
    fresh->directory_end = DIRECTORY;
    fresh->items_start = TABLE_BLOCK;
    put_number(fresh->data, REVISION, 4);
    fresh->data[4] = (uint8_t)level;
}

static bool write_block(const table *one, block *full, xc_error *error)
{
    const uint32_t space = (uint32_t)free_space(full);
    put_number(full->data + 5, space, 2);
    put_number(full->data + 7, space, 2);
    put_number(full->data + 9, full->directory_end, 2);
    return write_all(one->file, full->data, TABLE_BLOCK, (uint64_t)full->number * TABLE_BLOCK) ||
           fail_errno(error, one->path);
}

/* Makes room for an item of a block that has it, and returns where it goes. */
static uint8_t *place_item(block *one, size_t length)
{
    one->items_start -= (unsigned)length;
    put_number(one->data + one->directory_end, one->items_start, ENTRY);
    one->directory_end += ENTRY;
    return one->data + one->items_start;
}

static void place_branch_item(block *one, const uint8_t *key, size_t length, unsigned component,
                              uint32_t child)
{
    uint8_t *at = place_item(one, BLOCK_NUMBER + KEY_LENGTH + length + COMPONENT);
    put_number(at, child, BLOCK_NUMBER);
    at[BLOCK_NUMBER] = (uint8_t)length;
    if (length > 0)
        memcpy(at + BLOCK_NUMBER + KEY_LENGTH, key, length);
    put_number(at + BLOCK_NUMBER + KEY_LENGTH + length, component, COMPONENT);
}

static bool add_level(table *one, xc_error *error)
{
    if (one->top + 1 == LEVELS)
        return fail(error, XC_LIMIT, "%.300s: too many blocks", one->path);
    block *fresh = malloc(sizeof *fresh);
    if (fresh == NULL)
        return fail_memory(error);
    one->levels[++one->top] = fresh;
    begin_block(one, one->top);
    return true;
}

/* Tells the branches that the block `child` of the level below begins with a key; `before` is the block left
 * of it. A branch's first key says nothing, and is left out. */
static bool add_branch(table *one, unsigned level, const uint8_t *key, size_t length, unsigned component,
                       uint32_t before, uint32_t child, xc_error *error)
{
    if (level > one->top) {
        if (!add_level(one, error))
            return false;
        place_branch_item(one->levels[level], NULL, 0, 0, before);
    }
    block *branch = one->levels[level];
    if (free_space(branch) >= BLOCK_NUMBER + KEY_LENGTH + length + COMPONENT + ENTRY) {
        place_branch_item(branch, key, length, component, child);
        return true;
    }
    const uint32_t full = branch->number;
    if (!write_block(one, branch, error))
        return false;
    begin_block(one, level);
    place_branch_item(branch, NULL, 0, 0, child);
    return add_branch(one, level + 1, key, length, component, full, branch->number, error);
}

/* The shortest beginning of a key that sorts after the last one of the block before. */
static size_t dividing_length(const table *one, const item *next)
{
    size_t same = 0;
    while (same < next->key_length && same < one->last_length && one->last_key[same] == next->key[same])
        same++;
    return same < next->key_length ? same + 1 : same;
}

static bool add_leaf_item(table *one, const item *next, xc_error *error)
{
    block *leaf = one->levels[0];
    const size_t head = ITEM_LENGTH + KEY_LENGTH + next->key_length + (next->component > 1 ? COMPONENT : 0);
    const size_t length = head + next->tag_length;
    if (free_space(leaf) < length + ENTRY) {
        const uint32_t full = leaf->number;
        if (!write_block(one, leaf, error))
            return false;
        begin_block(one, 0);
        if (!add_branch(one, 1, next->key, dividing_length(one, next), next->component, full, leaf->number,
                        error))
            return false;
    }
    uint8_t *at = place_item(leaf, length);
    put_number(at, (uint32_t)length - 3, ITEM_LENGTH);
    at[0] |= next->flags;
    at[ITEM_LENGTH] = (uint8_t)next->key_length;
    if (next->key_length > 0)
        memcpy(at + ITEM_LENGTH + KEY_LENGTH, next->key, next->key_length);
    if (next->component > 1)
        put_number(at + head - COMPONENT, next->component, COMPONENT);
    if (next->tag_length > 0)
        memcpy(at + head, next->tag, next->tag_length);
    if (next->key_length > 0)
        memcpy(one->last_key, next->key, next->key_length);
    one->last_length = next->key_length;
    return true;
}

/* How much of a tag goes into its first item: all of it, or what fills the block that is under way, or what
 * the longest item holds. */
static size_t first_part(const table *one, size_t key_length, size_t tag_length, size_t longest)
{
    const size_t head = key_length + KEY_LENGTH + ITEM_LENGTH + COMPONENT;
    if (tag_length <= longest + COMPONENT)
        return tag_length;
    size_t rest = free_space(one->levels[0]) % (LONGEST_ITEM + ENTRY);
    if (rest <= ENTRY + head)
        return longest + COMPONENT;
    rest -= ENTRY + head;
    const size_t last = (tag_length - COMPONENT) % longest;
    return rest >= last || rest >= key_length + WORTH_FILLING ? rest + COMPONENT : longest + COMPONENT;
}

bool table_add(table *one, const void *key, size_t key_length, const void *tag, size_t tag_length,
               bool compressed, xc_error *error)
{
    if (key_length > TABLE_KEY_MAX)
        return fail(error, XC_LIMIT, "%.300s: a key of %zu bytes", one->path, key_length);
    if (compare_bytes(one->last_key, one->last_length, key, key_length) >= 0)
        return fail(error, XC_INTERNAL, "%.300s: keys out of order", one->path);
    const size_t longest = LONGEST_ITEM - (key_length + KEY_LENGTH + ITEM_LENGTH + COMPONENT);
    item next = {.key = key, .key_length = key_length, .tag = tag, .component = 1, .flags = FLAG_FIRST};
    next.tag_length = first_part(one, key_length, tag_length, longest);
    if (compressed)
        next.flags |= FLAG_COMPRESSED;
    for (size_t left = tag_length;;) {
        left -= next.tag_length;
        if (left == 0)
            next.flags |= FLAG_LAST;
        if (!add_leaf_item(one, &next, error))
            return false;
        if (left == 0)
            break;
        if (++next.component > UINT16_MAX)
            return fail(error, XC_LIMIT, "%.300s: a tag of %zu bytes", one->path, tag_length);
        next.flags = (uint8_t)(next.flags & ~FLAG_FIRST);
        next.tag += next.tag_length;
        next.tag_length = left < longest ? left : longest;
    }
    one->items++;
    return true;
}

table *table_new(const char *folder, const char *name, uint32_t compress_min, xc_error *error)
{
    table *one = calloc(1, sizeof *one);
    const size_t length = strlen(folder) + strlen(name) + sizeof "/.glass";
    if (one != NULL) {
        one->file = -1;
        one->path = malloc(length);
        one->levels[0] = malloc(sizeof *one->levels[0]);
    }
    if (one == NULL || one->path == NULL || one->levels[0] == NULL) {
        fail_memory(error);
        table_free(one);
        return NULL;
    }
    snprintf(one->path, length, "%s/%s.glass", folder, name);
    one->compress_min = compress_min;
    one->file = open(one->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (one->file < 0) {
        fail_errno(error, one->path);
        table_free(one);
        return NULL;
    }
    begin_block(one, 0);
    /* Every table begins with an item without key or tag. */
    const item null = {.component = 1, .flags = FLAG_FIRST | FLAG_LAST};
    add_leaf_item(one, &null, error);
    return one;
}

static void add_root(bytes *root, const table *one)
{
    bytes free_list = {0};
    bytes_add_uint(&free_list, REVISION);
    bytes_add_uint(&free_list, one->blocks);
    bytes_add(&free_list, "\0\0\0\0", 4); /* the places of a list of free blocks that is empty */
    bytes_add_uint(root, one->levels[one->top]->number);
    bytes_add_uint(root, (uint64_t)one->top << 2 | 2); /* 2: leaves stand in order */
    bytes_add_uint(root, one->items);
    bytes_add_uint(root, TABLE_BLOCK >> 11);
    bytes_add_uint(root, one->compress_min);
    bytes_add_string(root, free_list.data, free_list.length);
    root->failed |= free_list.failed;
    bytes_free(&free_list);
}

bool table_finish(table *one, bytes *root, xc_error *error)
{
    for (unsigned level = 0; level <= one->top; level++)
        if (!write_block(one, one->levels[level], error))
            return false;
    const int file = one->file;
    one->file = -1;
    if (close(file) != 0)
        return fail_errno(error, one->path);
    add_root(root, one);
    return !root->failed || fail_memory(error);
}

void table_free(table *one)
{
    if (one == NULL)
        return;
    if (one->file >= 0)
        close(one->file);
    for (unsigned level = 0; level <= one->top; level++)
        free(one->levels[level]);
    free(one->path);
    free(one);
}

void table_absent(bytes *root, uint32_t compress_min)
{
    bytes_add_uint(root, 0);
    bytes_add_uint(root, 2 | 1); /* no leaf out of order, and no root */
    bytes_add_uint(root, 0);
    bytes_add_uint(root, TABLE_BLOCK >> 11);
    bytes_add_uint(root, compress_min);
    bytes_add_uint(root, 0);
}
