#include "spool.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

struct cfa_spool {
    GMutex lock;
    int file;
    guint64 length;
};

cfa_spool *cfa_spool_new(const char *folder, cfa_error *error)
{
    g_autofree char *path = g_build_filename(folder, "spool", NULL);
    const int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) {
        cfa_error_set(error, CFA_IO, "unwritable", -1, "%s: %s", path, g_strerror(errno));
        return NULL;
    }
    unlink(path);
    cfa_spool *spool = g_new0(cfa_spool, 1);
    g_mutex_init(&spool->lock);
    spool->file = file;
    return spool;
}

void cfa_spool_free(cfa_spool *spool)
{
    if (spool == NULL)
        return;
    close(spool->file);
    g_mutex_clear(&spool->lock);
    g_free(spool);
}

/* ---- a case text as bytes: for this process alone ---- */

/* Each number as it lies in memory, each text by its length and bytes; no text is told from an empty one. */

static void put_number(GByteArray *bytes, guint32 number)
{
    g_byte_array_append(bytes, (const guint8 *)&number, sizeof number);
}

static void put_text(GByteArray *bytes, const char *text)
{
    put_number(bytes, text != NULL ? (guint32)strlen(text) + 1 : 0);
    if (text != NULL)
        g_byte_array_append(bytes, (const guint8 *)text, (guint)strlen(text));
}

static void put_date(GByteArray *bytes, cfa_date date)
{
    g_byte_array_append(bytes, (const guint8 *)&date, sizeof date);
}

static void put_case(GByteArray *bytes, const cfa_case *one)
{
    put_number(bytes, one->number);
    put_text(bytes, one->country);
    put_text(bytes, one->country_code);
    put_date(bytes, one->complaint_date);
    put_number(bytes, one->status);
}

static void put_paragraph(GByteArray *bytes, const cfa_paragraph *paragraph)
{
    put_number(bytes, paragraph->number);
    put_number(bytes, paragraph->section);
    put_text(bytes, paragraph->text);
    put_number(bytes, paragraph->mentions->len);
    g_byte_array_append(bytes, (const guint8 *)paragraph->mentions->data,
                        paragraph->mentions->len * (guint)sizeof(cfa_mention));
}

static GByteArray *encode(const cfa_case_text *text)
{
    GByteArray *bytes = g_byte_array_new();
    put_text(bytes, text->source);
    put_text(bytes, text->text_id);
    put_text(bytes, text->url);
    put_text(bytes, text->subject);
    put_text(bytes, text->digest);
    put_number(bytes, text->report);
    put_date(bytes, text->report_date);
    put_number(bytes, text->type);
    put_number(bytes, text->language);
    put_number(bytes, text->languages);
    put_number(bytes, text->cases->len);
    for (guint i = 0; i < text->cases->len; i++)
        put_case(bytes, g_ptr_array_index(text->cases, i));
    put_number(bytes, text->paragraphs->len);
    for (guint i = 0; i < text->paragraphs->len; i++)
        put_paragraph(bytes, g_ptr_array_index(text->paragraphs, i));
    return bytes;
}

/* Bytes being read back; after the end, all is nothing. */
typedef struct reading {
    const char *at, *end;
    gboolean failed;
} reading;

static void take(reading *in, void *into, gsize size)
{
    if ((gsize)(in->end - in->at) < size) {
        in->failed = TRUE;
        in->at = in->end;
        memset(into, 0, size);
        return;
    }
    memcpy(into, in->at, size);
    in->at += size;
}

static guint32 take_number(reading *in)
{
    guint32 number;
    take(in, &number, sizeof number);
    return number;
}

static char *take_text(reading *in)
{
    const guint32 size = take_number(in);
    if (size == 0)
        return NULL;
    if ((gsize)(in->end - in->at) < size - 1) {
        in->failed = TRUE;
        return NULL;
    }
    char *text = g_strndup(in->at, size - 1);
    in->at += size - 1;
    return text;
}

static cfa_date take_date(reading *in)
{
    cfa_date date;
    take(in, &date, sizeof date);
    return date;
}

static void take_case(reading *in, cfa_case_text *text)
{
    cfa_case *one = cfa_case_text_add_case(text, take_number(in));
    one->country = take_text(in);
    g_autofree char *code = take_text(in);
    g_strlcpy(one->country_code, code != NULL ? code : "", sizeof one->country_code);
    one->complaint_date = take_date(in);
    one->status = (cfa_case_status)take_number(in);
}

static void take_mention(reading *in, cfa_paragraph *paragraph)
{
    cfa_mention mention;
    take(in, &mention, sizeof mention);
    if (!in->failed)
        cfa_paragraph_add_mention(paragraph, &mention);
}

static void take_paragraph(reading *in, cfa_case_text *text)
{
    cfa_paragraph *paragraph = cfa_case_text_add_paragraph(text, take_number(in));
    paragraph->section = (cfa_section)take_number(in);
    paragraph->text = take_text(in);
    for (guint32 left = take_number(in); left > 0 && !in->failed; left--)
        take_mention(in, paragraph);
}

static cfa_case_text *decode(const char *bytes, gsize length)
{
    reading in = {bytes, bytes + length, FALSE};
    cfa_case_text *text = cfa_case_text_new();
    text->source = take_text(&in);
    text->text_id = take_text(&in);
    text->url = take_text(&in);
    text->subject = take_text(&in);
    text->digest = take_text(&in);
    text->report = take_number(&in);
    text->report_date = take_date(&in);
    text->type = (cfa_report_type)take_number(&in);
    text->language = (cfa_language)take_number(&in);
    text->languages = take_number(&in);
    for (guint32 left = take_number(&in); left > 0 && !in.failed; left--)
        take_case(&in, text);
    for (guint32 left = take_number(&in); left > 0 && !in.failed; left--)
        take_paragraph(&in, text);
    if (in.failed || in.at != in.end)
        g_clear_pointer(&text, cfa_case_text_free);
    return text;
}

/* ---- the file ---- */

static gboolean write_all(int file, const char *bytes, gsize length, guint64 offset)
{
    while (length > 0) {
        const ssize_t written = pwrite(file, bytes, length, (off_t)offset);
        if (written < 0 && errno != EINTR)
            return FALSE;
        if (written > 0) {
            bytes += written;
            length -= (gsize)written;
            offset += (guint64)written;
        }
    }
    return TRUE;
}

gboolean cfa_spool_put(cfa_spool *spool, const cfa_case_text *text, cfa_spool_place *place, cfa_error *error)
{
    g_autoptr(GByteArray) bytes = encode(text);
    place->length = bytes->len;
    g_mutex_lock(&spool->lock);
    place->offset = spool->length;
    spool->length += place->length;
    g_mutex_unlock(&spool->lock);
    if (!write_all(spool->file, (const char *)bytes->data, place->length, place->offset))
        return cfa_error_set(error, CFA_IO, "unwritable", -1, "working files: %s", g_strerror(errno));
    return TRUE;
}

static gboolean read_all(int file, char *bytes, gsize length, guint64 offset)
{
    while (length > 0) {
        const ssize_t got = pread(file, bytes, length, (off_t)offset);
        if (got == 0 || (got < 0 && errno != EINTR))
            return FALSE;
        if (got > 0) {
            bytes += got;
            length -= (gsize)got;
            offset += (guint64)got;
        }
    }
    return TRUE;
}

cfa_case_text *cfa_spool_get(const cfa_spool *spool, cfa_spool_place place, cfa_error *error)
{
    g_autofree char *bytes = g_malloc(place.length);
    cfa_case_text *text = NULL;
    if (read_all(spool->file, bytes, place.length, place.offset))
        text = decode(bytes, place.length);
    if (text == NULL)
        cfa_error_set(error, CFA_IO, "unreadable", -1, "working files cannot be read back");
    return text;
}
