#include "message.h"

#include "layout.h"

#include <string.h>

/* ---- errors ---- */

static void put_error(GByteArray *bytes, const cfa_error *error)
{
    cfa_wire_put_number(bytes, error->status);
    cfa_wire_put_text(bytes, error->code);
    cfa_wire_put_long(bytes, (guint64)error->offset);
    cfa_wire_put_text(bytes, error->reason);
}

/* Why a document was refused tells neither field nor subject. */
static void take_error(cfa_wire *wire, cfa_error *error)
{
    const cfa_status status = (cfa_status)cfa_wire_take_up_to(wire, CFA_INTERNAL);
    g_autofree char *code = cfa_wire_take_text(wire);
    const gint64 offset = (gint64)cfa_wire_take_long(wire);
    g_autofree char *reason = cfa_wire_take_text(wire);
    if (code == NULL || reason == NULL || strlen(code) >= sizeof error->code)
        cfa_wire_fail(wire);
    else if (status != CFA_OK)
        cfa_error_set(error, status, code, offset, "%s", reason);
}

/* ---- files and documents ---- */

static void put_file(GByteArray *bytes, const cfa_message *message)
{
    const cfa_source_file *file = &message->file;
    cfa_wire_put_path(bytes, file->path);
    cfa_wire_put_long(bytes, file->device);
    cfa_wire_put_long(bytes, file->inode);
    cfa_wire_put_long(bytes, file->size);
    cfa_wire_put_long(bytes, (guint64)file->modified);
    cfa_wire_put_long(bytes, (guint64)file->changed);
    cfa_wire_put_long(bytes, file->facts);
    cfa_wire_put_long(bytes, file->manifests);
    cfa_wire_put_long(bytes, (guint64)message->time);
    cfa_wire_put_number(bytes, (guint32)message->unchanged);
}

static void take_file(cfa_wire *wire, cfa_message *message)
{
    cfa_source_file *file = &message->file;
    file->path = message->path = cfa_wire_take_path(wire);
    file->device = cfa_wire_take_long(wire);
    file->inode = cfa_wire_take_long(wire);
    file->size = cfa_wire_take_long(wire);
    file->modified = (gint64)cfa_wire_take_long(wire);
    file->changed = (gint64)cfa_wire_take_long(wire);
    file->facts = cfa_wire_take_long(wire);
    file->manifests = cfa_wire_take_long(wire);
    message->time = (gint64)cfa_wire_take_long(wire);
    message->unchanged = (gboolean)cfa_wire_take_up_to(wire, TRUE);
    if (message->path == NULL)
        cfa_wire_fail(wire);
}

static gboolean is_digest(const char *digest)
{
    return digest != NULL && strlen(digest) == CFA_LAYOUT_DIGEST &&
           strspn(digest, "0123456789abcdef") == CFA_LAYOUT_DIGEST;
}

static void put_document(GByteArray *bytes, const cfa_message *message)
{
    cfa_wire_put_text(bytes, message->path);
    cfa_wire_put_long(bytes, message->bytes_read);
    cfa_wire_put_number(bytes, message->state);
    cfa_wire_put_text(bytes, message->digest);
    put_error(bytes, &message->error);
}

static void take_document(cfa_wire *wire, cfa_message *message)
{
    message->path = cfa_wire_take_text(wire);
    message->bytes_read = cfa_wire_take_long(wire);
    message->state = (cfa_document_state)cfa_wire_take_up_to(wire, CFA_DOCUMENT_NEW);
    message->digest = cfa_wire_take_text(wire);
    take_error(wire, &message->error);
    const gboolean refused = message->state == CFA_DOCUMENT_REFUSED;
    if (message->path == NULL || (message->error.status != CFA_OK) != refused ||
        (!refused && !is_digest(message->digest)))
        cfa_wire_fail(wire);
}

static void put_holding(GByteArray *bytes, const cfa_message *message)
{
    cfa_wire_put_number(bytes, message->document);
    put_error(bytes, &message->error);
    if (message->error.status == CFA_OK)
        cfa_wire_put_holding(bytes, &message->holding);
}

static void take_holding(cfa_wire *wire, cfa_message *message)
{
    message->document = cfa_wire_take_number(wire);
    take_error(wire, &message->error);
    if (message->error.status == CFA_OK)
        cfa_wire_take_holding(wire, &message->holding);
}

static void put_warning(GByteArray *bytes, const cfa_message *message)
{
    cfa_wire_put_text(bytes, message->path);
    put_error(bytes, &message->error);
}

static void take_warning(cfa_wire *wire, cfa_message *message)
{
    message->path = cfa_wire_take_text(wire);
    take_error(wire, &message->error);
    if (message->path == NULL || message->error.status == CFA_OK)
        cfa_wire_fail(wire);
}

/* ---- messages ---- */

static void put_fence(GByteArray *bytes, const cfa_message *message)
{
    cfa_wire_put_number(bytes, message->fence);
}

static void take_fence(cfa_wire *wire, cfa_message *message)
{
    message->fence = cfa_wire_take_number(wire);
}

static const struct {
    void (*put)(GByteArray *bytes, const cfa_message *message);
    void (*take)(cfa_wire *wire, cfa_message *message);
} kinds[] = {[CFA_MESSAGE_FENCE] = {put_fence, take_fence},
             [CFA_MESSAGE_FILE] = {put_file, take_file},
             [CFA_MESSAGE_DOCUMENT] = {put_document, take_document},
             [CFA_MESSAGE_HOLDING] = {put_holding, take_holding},
             [CFA_MESSAGE_WARNING] = {put_warning, take_warning}};

GByteArray *cfa_message_pack(const cfa_message *message)
{
    GByteArray *bytes = g_byte_array_new();
    cfa_wire_put_number(bytes, 0);
    cfa_wire_put_number(bytes, message->kind);
    kinds[message->kind].put(bytes, message);
    const guint32 length = bytes->len - (guint)sizeof length;
    memcpy(bytes->data, &length, sizeof length);
    return bytes;
}

gboolean cfa_message_unpack(cfa_wire *wire, cfa_message *message)
{
    message->kind = (cfa_message_kind)cfa_wire_take_up_to(wire, G_N_ELEMENTS(kinds) - 1);
    if (!wire->failed)
        kinds[message->kind].take(wire, message);
    return cfa_wire_ended(wire);
}

void cfa_message_clear(cfa_message *message)
{
    g_free(message->path);
    g_free(message->digest);
    cfa_holding_clear(&message->holding);
    *message = (cfa_message){0};
}
