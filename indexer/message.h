/*
 * Messages: what the worker tells the indexing process, one after the other.
 *
 *     g_autoptr(GByteArray) bytes = cfa_message_pack(&message);        four bytes of length, then the message
 *     g_auto(cfa_message) same = {0};
 *     if (!cfa_message_unpack(&wire, &same))
 *         … it cannot be trusted any more …
 *
 * First comes CFA_MESSAGE_FENCE; then each file that is met, and behind it its documents in their order; and
 * what a document holds when it was read, in any order.
 */
#ifndef CFA_MESSAGE_H
#define CFA_MESSAGE_H

#include "wire.h"

typedef enum cfa_message_kind {
    CFA_MESSAGE_FENCE,    /* the worker is confined: fence */
    CFA_MESSAGE_FILE,     /* a file was met: file, time, unchanged */
    CFA_MESSAGE_DOCUMENT, /* a document was met: path (its name), bytes_read, state, and digest or error */
    CFA_MESSAGE_HOLDING,  /* a document was read: document, and holding or error */
    CFA_MESSAGE_WARNING   /* something is odd in a file that is no document: path, error */
} cfa_message_kind;

/* What becomes of a document. */
typedef enum cfa_document_state {
    CFA_DOCUMENT_REFUSED, /* it never came out of its file: error */
    CFA_DOCUMENT_KNOWN,   /* it is in the index, and is not read */
    CFA_DOCUMENT_AGAIN,   /* it is in the index, and is read all the same */
    CFA_DOCUMENT_NEW      /* it is read */
} cfa_document_state;

typedef struct cfa_message {
    cfa_message_kind kind;
    guint fence;          /* the parts that hold: fence.h */
    cfa_source_file file; /* its path is borrowed from what follows, where it was unpacked */
    char *path;
    gint64 time;        /* microseconds since 1970 */
    gboolean unchanged; /* the file is as it was, and is not opened */
    guint64 bytes_read;
    cfa_document_state state;
    char *digest;        /* by which a document is known, of CFA_LAYOUT_DIGEST digits */
    guint32 document;    /* its number, from 0 in the order in which they were met */
    cfa_holding holding; /* one that is empty comes with an error */
    cfa_error error;
} cfa_message;

/* A message, after a guint32 with its length. The caller frees. */
GByteArray *cfa_message_pack(const cfa_message *message);

/* Takes a message without its length into an empty one. FALSE for what is none; then it is to be cleared,
 * too. */
gboolean cfa_message_unpack(cfa_wire *wire, cfa_message *message);

/* Frees what is in it, and leaves it empty. */
void cfa_message_clear(cfa_message *message);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(cfa_message, cfa_message_clear)

#endif
