/* The making of columns: what documents have in common is numbered, and written down once. */
#include "columns_make.h"

#include <stdlib.h>
#include <string.h>

/* What the maker keeps of a document. */
typedef struct document {
    guint32 case_text, number, set;
} document;

/* A case text in one language. */
typedef struct case_text {
    guint32 run, stem, set, time;
} case_text;

struct cfa_columns_maker {
    GArray *documents;  /* document, by docid from 1 */
    GArray *case_texts; /* case_text */
    GHashTable *texts;  /* GBytes, the head of a value -> number of a case text */
    GHashTable *runs;   /* char *, "394/70-95" -> number */
    GHashTable *stems;  /* char *, "394" -> number */
    GHashTable *sets;   /* GBytes, what makes a set of a value -> number */
    GHashTable *values; /* char *, a value by key_of() -> number */
    GString *lines;     /* those of the values */
    GArray *starts;     /* guint32: of each set among the items */
    GArray *items;      /* guint32 */
    GBytes *last;       /* the head of the last value, borrowed from `texts`, and its case text */
    guint32 last_text;
};

cfa_columns_maker *cfa_columns_maker_new(void)
{
    cfa_columns_maker *maker = g_new0(cfa_columns_maker, 1);
    maker->documents = g_array_new(FALSE, FALSE, sizeof(document));
    maker->case_texts = g_array_new(FALSE, FALSE, sizeof(case_text));
    maker->texts = g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
    maker->runs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    maker->stems = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    maker->sets = g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
    maker->values = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    maker->lines = g_string_new(NULL);
    maker->starts = g_array_new(FALSE, FALSE, sizeof(guint32));
    maker->items = g_array_new(FALSE, FALSE, sizeof(guint32));
    return maker;
}

static void maker_free(cfa_columns_maker *maker)
{
    g_array_unref(maker->documents);
    g_array_unref(maker->case_texts);
    g_hash_table_unref(maker->texts);
    g_hash_table_unref(maker->runs);
    g_hash_table_unref(maker->stems);
    g_hash_table_unref(maker->sets);
    g_hash_table_unref(maker->values);
    g_string_free(maker->lines, TRUE);
    g_array_unref(maker->starts);
    g_array_unref(maker->items);
    g_free(maker);
}

/* ---- adding ---- */

/* The number of a key, the next one for a new key; which is taken. */
static guint32 number_of(GHashTable *numbers, gpointer key)
{
    gpointer number;
    if (!g_hash_table_lookup_extended(numbers, key, NULL, &number)) {
        number = GUINT_TO_POINTER(g_hash_table_size(numbers));
        g_hash_table_insert(numbers, key, number);
        return GPOINTER_TO_UINT(number);
    }
    g_free(key);
    return GPOINTER_TO_UINT(number);
}

/* What values that a filter takes for the same share: names of a country that differ in case alone, say. */
static char *key_of(cfa_facet facet, const char *value)
{
    g_autofree char *folded = cfa_word_fold(value, strlen(value));
    return g_strdup_printf("%d %s", (int)facet, facet == CFA_FACET_COUNTRY ? folded : value);
}

static void add_item(cfa_facet facet, const char *value, gpointer data)
{
    cfa_columns_maker *maker = data;
    const guint before = g_hash_table_size(maker->values);
    const guint32 number = number_of(maker->values, key_of(facet, value));
    if (number == before)
        g_string_append_printf(maker->lines, "%s\t%s\n", cfa_facet_name(facet), value);
    g_array_append_val(maker->items, number);
}

typedef void (*visit_values)(const cfa_counted *counted, cfa_counted_visitor visit, gpointer data);

/* The number of the set of values that part of a value stands for. */
static guint32 set_of(cfa_columns_maker *maker, const cfa_counted *counted, visit_values visit_all,
                      const char *bytes, gsize size)
{
    gpointer number;
    /* Those of a case text are never those of a paragraph: nothing may be both. */
    g_autoptr(GByteArray) key = g_byte_array_sized_new((guint)size + 1);
    const guint8 kind = visit_all == cfa_counted_visit_text;
    g_byte_array_append(key, &kind, 1);
    g_byte_array_append(key, (const guint8 *)bytes, (guint)size);
    g_autoptr(GBytes) whole = g_byte_array_free_to_bytes(g_steal_pointer(&key));
    if (g_hash_table_lookup_extended(maker->sets, whole, NULL, &number))
        return GPOINTER_TO_UINT(number);
    const guint32 set = maker->starts->len, start = maker->items->len;
    g_array_append_val(maker->starts, start);
    visit_all(counted, add_item, maker);
    g_hash_table_insert(maker->sets, g_steal_pointer(&whole), GUINT_TO_POINTER(set));
    return set;
}

/* What stands for the report in a run: "394" of "394/70-95". */
static char *stem_of(const char *run)
{
    const char *slash = strrchr(run, '/');
    return g_strndup(run, slash != NULL ? (gsize)(slash - run) : strlen(run));
}

static guint32 add_case_text(cfa_columns_maker *maker, const cfa_counted *counted, const char *head)
{
    g_autofree char *run = g_strndup(counted->run, counted->run_length);
    const gsize from = counted->facet_head;
    const case_text text = {number_of(maker->runs, g_strdup(run)), number_of(maker->stems, stem_of(run)),
                            set_of(maker, counted, cfa_counted_visit_text, head + from, counted->head - from),
                            counted->time};
    g_array_append_val(maker->case_texts, text);
    return maker->case_texts->len - 1;
}

static guint32 case_text_of(cfa_columns_maker *maker, const cfa_counted *counted, const char *head)
{
    gsize size = 0;
    const void *last = maker->last != NULL ? g_bytes_get_data(maker->last, &size) : NULL;
    if (last != NULL && size == counted->head && memcmp(last, head, size) == 0)
        return maker->last_text;
    g_autoptr(GBytes) key = g_bytes_new(head, counted->head);
    gpointer known, number;
    if (!g_hash_table_lookup_extended(maker->texts, key, &known, &number)) {
        number = GUINT_TO_POINTER(add_case_text(maker, counted, head));
        known = g_bytes_ref(key);
        g_hash_table_insert(maker->texts, known, number);
    }
    maker->last = known;
    maker->last_text = GPOINTER_TO_UINT(number);
    return maker->last_text;
}

gboolean cfa_columns_maker_add(cfa_columns_maker *maker, xc_docid docid, const char *bytes, gsize size)
{
    const document absent = {G_MAXUINT32, G_MAXUINT32, G_MAXUINT32};
    cfa_counted counted;
    if (docid == 0 || !cfa_counted_decode(&counted, bytes, size))
        return FALSE;
    const gsize own = counted.head + 3; /* after the number */
    const document one = {case_text_of(maker, &counted, bytes), counted.number,
                          set_of(maker, &counted, cfa_counted_visit_paragraph, bytes + own, size - own)};
    while (maker->documents->len < docid)
        g_array_append_val(maker->documents, absent);
    g_array_index(maker->documents, document, docid - 1) = one;
    return TRUE;
}

/* ---- numbering in order ---- */

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Heads begin with their run, after a byte with its length. Of those with a paragraph in common the one that
 * goes further comes first, and then a language after the other. */
static int compare_heads(const void *a, const void *b)
{
    GBytes *left = *(GBytes *const *)a, *right = *(GBytes *const *)b;
    const guint8 *one = g_bytes_get_data(left, NULL), *other = g_bytes_get_data(right, NULL);
    const int runs = memcmp(other + 1, one + 1, MIN(one[0], other[0]));
    if (runs != 0 || one[0] != other[0])
        return runs != 0 ? runs : other[0] - one[0];
    return g_bytes_compare(left, right);
}

/* By the number of each key its place among all of them; the caller's. */
static guint32 *places_of(GHashTable *numbers, int (*compare)(const void *, const void *))
{
    guint count;
    g_autofree gpointer *keys = g_hash_table_get_keys_as_array(numbers, &count);
    guint32 *places = g_new0(guint32, count + 1);
    qsort(keys, count, sizeof *keys, compare);
    for (guint32 i = 0; i < count; i++)
        places[GPOINTER_TO_UINT(g_hash_table_lookup(numbers, keys[i]))] = i;
    return places;
}

/* Numbers reports and case texts by what they are called, not by when they were met: so that equal hits are
 * listed alike, however the documents came in. */
static void put_in_order(cfa_columns_maker *maker)
{
    g_autofree guint32 *stems = places_of(maker->stems, compare_names),
                       *texts = places_of(maker->texts, compare_heads);
    GArray *ordered = g_array_set_size(g_array_new(FALSE, TRUE, sizeof(case_text)), maker->case_texts->len);
    for (guint i = 0; i < maker->case_texts->len; i++) {
        case_text *one = &g_array_index(ordered, case_text, texts[i]);
        *one = g_array_index(maker->case_texts, case_text, i);
        one->stem = stems[one->stem];
    }
    g_array_unref(maker->case_texts);
    maker->case_texts = ordered;
    for (guint i = 0; i < maker->documents->len; i++) {
        document *one = &g_array_index(maker->documents, document, i);
        one->case_text = one->case_text != G_MAXUINT32 ? texts[one->case_text] : G_MAXUINT32;
    }
}

/* A paragraph of whatever language: its report and number. */
typedef struct place {
    guint64 paragraph;
    guint32 document;
} place;

static int compare_places(gconstpointer a, gconstpointer b)
{
    const place *left = a, *right = b;
    return left->paragraph < right->paragraph ? -1 : left->paragraph > right->paragraph;
}

/* Puts in the place of each document's number that of its paragraph. Returns how many paragraphs there
 * are. */
static guint32 number_paragraphs(cfa_columns_maker *maker)
{
    g_autoptr(GArray) places = g_array_sized_new(FALSE, FALSE, sizeof(place), maker->documents->len);
    guint32 count = 0;
    for (guint32 i = 0; i < maker->documents->len; i++) {
        const document *one = &g_array_index(maker->documents, document, i);
        if (one->case_text == G_MAXUINT32)
            continue;
        const guint64 stem = g_array_index(maker->case_texts, case_text, one->case_text).stem;
        const place at = {stem << 32 | one->number, i};
        g_array_append_val(places, at);
    }
    g_array_sort(places, compare_places);
    for (guint i = 0; i < places->len; i++) {
        const place *at = &g_array_index(places, place, i);
        count += i == 0 || at[-1].paragraph != at->paragraph;
        g_array_index(maker->documents, document, at->document).number = count - 1;
    }
    return count;
}

/* ---- writing ---- */

static void put_number(GString *bytes, guint32 number)
{
    const guint32 ordered = GUINT32_TO_LE(number);
    g_string_append_len(bytes, (const char *)&ordered, sizeof ordered);
}

GString *cfa_columns_maker_bytes(cfa_columns_maker *maker, const char *identity)
{
    GString *bytes = g_string_sized_new(16 * (maker->documents->len + 1));
    put_in_order(maker);
    const guint32 paragraphs = number_paragraphs(maker);
    put_number(bytes, maker->documents->len);
    put_number(bytes, paragraphs);
    put_number(bytes, maker->case_texts->len);
    put_number(bytes, maker->starts->len);
    put_number(bytes, maker->items->len);
    for (guint i = 0; i < maker->documents->len; i++)
        put_number(bytes, g_array_index(maker->documents, document, i).case_text);
    for (guint i = 0; i < maker->documents->len; i++)
        put_number(bytes, g_array_index(maker->documents, document, i).number);
    for (guint i = 0; i < maker->documents->len; i++)
        put_number(bytes, g_array_index(maker->documents, document, i).set);
    for (guint i = 0; i < maker->case_texts->len; i++) {
        const case_text *one = &g_array_index(maker->case_texts, case_text, i);
        put_number(bytes, one->run);
        put_number(bytes, one->set);
        put_number(bytes, one->time);
    }
    for (guint i = 0; i < maker->starts->len; i++)
        put_number(bytes, g_array_index(maker->starts, guint32, i));
    put_number(bytes, maker->items->len);
    for (guint i = 0; i < maker->items->len; i++)
        put_number(bytes, g_array_index(maker->items, guint32, i));
    g_string_append_printf(bytes, "%s\n", identity);
    g_string_append_len(bytes, maker->lines->str, (gssize)maker->lines->len);
    maker_free(maker);
    return bytes;
}
