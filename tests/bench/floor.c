/*
 * The floor: what an index of the same pages costs at least.
 *
 *     find PAGES -type f | cfa-floor OUTPUT
 *
 * Inflates each page, strips its markup, cuts and folds words, stems them (each word once), and counts them
 * into inverted lists with positions, a document for each paragraph; these it writes once, in the order of
 * their stems, as variable bytes. Nothing is parsed, stored or learned, and no answer can be given from it:
 * it is there to be compared with.
 */
#include <glib.h>
#include <libstemmer.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { EXIT_USAGE = 2, EXIT_INPUT = 74, WORD_MAX = 64, FIRST_SLOTS = 1 << 16, FIRST_PAGE = 1 << 16 };

/* An inverted list: for each occurrence what is added to the last position of the document, times two; or
 * what is added to the number of the document, times two and one, and then the position. */
typedef struct postings {
    char *stem;
    guint8 *bytes;
    gsize length, room;
    guint document, position;
} postings;

/* Word to the list of its stem: open addressing, a power of two of slots. */
typedef struct slot {
    char *word;
    postings *list;
    guint hash;
} slot;

typedef struct inverter {
    slot *slots;
    guint slot_count, words;
    GHashTable *lists; /* of postings, by stem */
    struct sb_stemmer *stemmer;
    guint document, position;
} inverter;

static void add_number(postings *list, guint number)
{
    if (list->length + 5 > list->room) {
        list->room = MAX(list->room * 2, 16);
        list->bytes = g_realloc(list->bytes, list->room);
    }
    for (; number >= 0x80; number >>= 7)
        list->bytes[list->length++] = (guint8)(number | 0x80);
    list->bytes[list->length++] = (guint8)number;
}

static postings *list_of_word(inverter *this, const char *word, guint length)
{
    const sb_symbol *symbols = sb_stemmer_stem(this->stemmer, (const sb_symbol *)word, (int)length);
    g_autofree char *stem = g_strndup((const char *)symbols, (gsize)sb_stemmer_length(this->stemmer));
    postings *list = g_hash_table_lookup(this->lists, stem);
    if (list == NULL) {
        list = g_new0(postings, 1);
        list->stem = g_steal_pointer(&stem);
        g_hash_table_insert(this->lists, list->stem, list);
    }
    return list;
}

static slot *find_slot(slot *slots, guint count, guint hash, const char *word, guint length)
{
    guint at = hash & (count - 1);
    while (slots[at].word != NULL && (slots[at].hash != hash || strncmp(slots[at].word, word, length) != 0 ||
                                      slots[at].word[length] != '\0'))
        at = (at + 1) & (count - 1);
    return &slots[at];
}

static void double_slots(inverter *this)
{
    slot *larger = g_new0(slot, this->slot_count * 2);
    for (guint i = 0; i < this->slot_count; i++) {
        const slot *old = &this->slots[i];
        if (old->word != NULL)
            *find_slot(larger, this->slot_count * 2, old->hash, old->word, (guint)strlen(old->word)) = *old;
    }
    g_free(this->slots);
    this->slots = larger;
    this->slot_count *= 2;
}

static void add_word(inverter *this, const char *word, guint length, guint hash)
{
    slot *found = find_slot(this->slots, this->slot_count, hash, word, length);
    if (found->word == NULL) {
        *found = (slot){g_strndup(word, length), list_of_word(this, word, length), hash};
        if (++this->words > this->slot_count / 2) {
            double_slots(this);
            found = find_slot(this->slots, this->slot_count, hash, word, length);
        }
    }
    postings *list = found->list;
    if (list->document == this->document) {
        add_number(list, (this->position - list->position) << 1);
    } else {
        add_number(list, (this->document - list->document) << 1 | 1);
        add_number(list, this->position);
    }
    list->document = this->document;
    list->position = this->position++;
}

/* Skips a tag from its '<'; a paragraph or an item begins a document. */
static const char *skip_tag(inverter *this, const char *at)
{
    if (g_ascii_strncasecmp(at, "<p>", 3) == 0 || g_ascii_strncasecmp(at, "<li", 3) == 0) {
        this->document++;
        this->position = 1;
    }
    const char *end = strchr(at, '>');
    return end != NULL ? end + 1 : at + strlen(at);
}

static void add_page(inverter *this, const char *page)
{
    char word[WORD_MAX];
    for (const char *at = page; *at != '\0';) {
        guint length = 0, hash = 2166136261U;
        for (; g_ascii_isalnum(*at) || (guchar)*at >= 0x80; at++) {
            if (length < WORD_MAX) {
                word[length] = g_ascii_tolower(*at);
                hash = (hash ^ (guchar)word[length++]) * 16777619U;
            }
        }
        if (length > 0)
            add_word(this, word, length, hash);
        else if (*at == '<')
            at = skip_tag(this, at);
        else
            at++;
    }
}

/* A whole file, inflated, into a buffer that grows. */
static gboolean read_page(const char *path, char **page, gsize *room)
{
    gzFile file = gzopen(path, "rb");
    gsize length = 0;
    int got = file != NULL ? 0 : -1;
    while (file != NULL && (got = gzread(file, *page + length, (unsigned)(*room - length - 1))) > 0) {
        length += (gsize)got;
        if (length + 1 == *room) {
            *room *= 2;
            *page = g_realloc(*page, *room);
        }
    }
    (*page)[length] = '\0';
    return file != NULL && gzclose(file) == Z_OK && got == 0;
}

static void free_list(gpointer list)
{
    g_free(((postings *)list)->bytes);
    g_free(((postings *)list)->stem);
    g_free(list);
}

static void free_all(inverter *this)
{
    for (guint i = 0; i < this->slot_count; i++)
        g_free(this->slots[i].word);
    g_free(this->slots);
    g_hash_table_unref(this->lists);
    sb_stemmer_delete(this->stemmer);
}

static int compare_stems(gconstpointer a, gconstpointer b)
{
    const postings *const *left = a, *const *right = b;
    return strcmp((*left)->stem, (*right)->stem);
}

static gboolean write_lists(const inverter *this, const char *path)
{
    g_autoptr(GPtrArray) lists = g_ptr_array_new();
    GHashTableIter all;
    gpointer one;
    g_hash_table_iter_init(&all, this->lists);
    while (g_hash_table_iter_next(&all, NULL, &one))
        g_ptr_array_add(lists, one);
    g_ptr_array_sort(lists, compare_stems);
    FILE *file = fopen(path, "wb");
    if (file == NULL)
        return FALSE;
    for (guint i = 0; i < lists->len; i++) {
        const postings *list = g_ptr_array_index(lists, i);
        const guint32 length = (guint32)list->length;
        fputs(list->stem, file);
        fputc('\0', file);
        fwrite(&length, sizeof length, 1, file);
        fwrite(list->bytes, 1, list->length, file);
    }
    const gboolean well = !ferror(file);
    return fclose(file) == 0 && well;
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fputs("Usage: cfa-floor OUTPUT <PATHS\n", stderr);
        return EXIT_USAGE;
    }
    inverter this = {.slots = g_new0(slot, FIRST_SLOTS),
                     .slot_count = FIRST_SLOTS,
                     .lists = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_list),
                     .stemmer = sb_stemmer_new("english", NULL)};
    gsize room = FIRST_PAGE;
    char *page = g_malloc(room), *path = NULL;
    size_t path_room = 0;
    gboolean well = TRUE;
    for (ssize_t length; well && (length = getline(&path, &path_room, stdin)) > 0;) {
        path[length - 1] = '\0';
        well = read_page(path, &page, &room);
        if (well)
            add_page(&this, page);
    }
    if (!well)
        fprintf(stderr, "cfa-floor: %s: cannot be read\n", path);
    else if (!(well = write_lists(&this, argv[1])))
        perror(argv[1]);
    free(path);
    g_free(page);
    free_all(&this);
    return well ? 0 : EXIT_INPUT;
}
