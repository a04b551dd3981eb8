#include "forward.h"

struct cfa_forward {
    GArray *keys; /* guint32: one for each word */
    GByteArray *bytes;
};

cfa_forward *cfa_forward_new(void)
{
    cfa_forward *forward = g_new0(cfa_forward, 1);
    forward->keys = g_array_new(FALSE, FALSE, sizeof(guint32));
    forward->bytes = g_byte_array_new();
    return forward;
}

void cfa_forward_free(cfa_forward *forward)
{
    if (forward == NULL)
        return;
    g_array_unref(forward->keys);
    g_byte_array_unref(forward->bytes);
    g_free(forward);
}

guint32 cfa_forward_key(const char *term)
{
    guint32 key = 2166136261u;
    for (const char *at = term; *at != '\0'; at++)
        key = (key ^ (guint8)*at) * 16777619u;
    return key;
}

void cfa_forward_add(cfa_forward *forward, const char *term)
{
    const guint32 key = cfa_forward_key(term);
    g_array_append_val(forward->keys, key);
}

/* ---- writing ---- */

static void put_number(GByteArray *bytes, guint64 number)
{
    guint8 each[10];
    guint count = 0;
    do {
        each[count] = (guint8)((number & 0x7f) | (number > 0x7f ? 0x80 : 0));
        count++;
        number >>= 7;
    } while (number != 0);
    g_byte_array_append(bytes, each, count);
}

static int compare_keys(gconstpointer a, gconstpointer b)
{
    const guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;
    return left < right ? -1 : left > right;
}

const char *cfa_forward_encode(cfa_forward *forward, const cfa_forward_head *head, gsize *size)
{
    guint32 before = 0;
    g_byte_array_set_size(forward->bytes, 0);
    put_number(forward->bytes, head->language);
    put_number(forward->bytes, head->section);
    put_number(forward->bytes, head->case_text);
    put_number(forward->bytes, head->order);
    g_array_sort(forward->keys, compare_keys);
    for (guint i = 0, count; i < forward->keys->len; i += count) {
        const guint32 key = g_array_index(forward->keys, guint32, i);
        count = 1;
        while (i + count < forward->keys->len && g_array_index(forward->keys, guint32, i + count) == key)
            count++;
        put_number(forward->bytes, (guint64)(key - before) << 1 | (count > 1));
        if (count > 1)
            put_number(forward->bytes, count);
        before = key;
    }
    g_array_set_size(forward->keys, 0);
    *size = forward->bytes->len;
    return (const char *)forward->bytes->data;
}

/* ---- reading ---- */

static gboolean get_number(cfa_forward_reader *reader, guint64 *number)
{
    *number = 0;
    for (guint shift = 0; shift < 64 && reader->at < reader->end; shift += 7) {
        const guint8 byte = *reader->at++;
        *number |= (guint64)(byte & 0x7f) << shift;
        if ((byte & 0x80) == 0)
            return TRUE;
    }
    return FALSE;
}

gboolean cfa_forward_open(cfa_forward_reader *reader, const char *bytes, gsize size)
{
    guint64 language, section, case_text, order;
    *reader = (cfa_forward_reader){.at = (const guint8 *)bytes, .end = (const guint8 *)bytes + size};
    if (!get_number(reader, &language) || !get_number(reader, &section) || !get_number(reader, &case_text) ||
        !get_number(reader, &order) || language > CFA_LANGUAGES || section > CFA_SECTION_RECOMMENDATIONS) {
        reader->at = reader->end;
        return FALSE;
    }
    reader->head =
        (cfa_forward_head){(cfa_language)language, (cfa_section)section, (guint32)case_text, order};
    return TRUE;
}

gboolean cfa_forward_next(cfa_forward_reader *reader, cfa_forward_entry *entry)
{
    guint64 step, count = 1;
    if (!get_number(reader, &step) || ((step & 1) != 0 && !get_number(reader, &count)))
        return FALSE;
    const guint64 key = reader->key + (step >> 1);
    if (key > G_MAXUINT32 || count == 0) {
        reader->at = reader->end;
        return FALSE;
    }
    reader->key = (guint32)key;
    *entry = (cfa_forward_entry){reader->key, (guint32)MIN(count, G_MAXUINT32)};
    return TRUE;
}
