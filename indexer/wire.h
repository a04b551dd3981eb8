/*
 * The wire: what was read of documents as bytes, on its way from the worker to the indexing process, and to
 * the spool and back.
 *
 *     cfa_wire_put_case_text(bytes, text);
 *     cfa_wire in = cfa_wire_of(bytes->data, bytes->len);
 *     g_autoptr(cfa_case_text) same = cfa_wire_take_case_text(&in);
 *     if (!cfa_wire_ended(&in))
 *         … these are no bytes of ours …
 *
 * Numbers are as they lie in memory: the bytes never leave a machine, nor a run. What is taken back is
 * believed no more than a page is: a value that cannot be fails the wire for good, and all that is taken from
 * then on is nothing.
 */
#ifndef CFA_WIRE_H
#define CFA_WIRE_H

#include "corpus.h"

/* Bytes that are being taken apart; borrowed. */
typedef struct cfa_wire {
    const char *at, *end;
    gboolean failed;
} cfa_wire;

cfa_wire cfa_wire_of(const void *bytes, gsize length);

/* Whether all of it was taken, and all of that could be. */
gboolean cfa_wire_ended(const cfa_wire *wire);

/* Fails the wire, for what can be no value there. */
void cfa_wire_fail(cfa_wire *wire);

void cfa_wire_put_number(GByteArray *bytes, guint32 number);
void cfa_wire_put_long(GByteArray *bytes, guint64 number);
guint32 cfa_wire_take_number(cfa_wire *wire);
guint64 cfa_wire_take_long(cfa_wire *wire);

/* A number that is at most `most`; else 0, and the wire fails. */
guint32 cfa_wire_take_up_to(cfa_wire *wire, guint32 most);

/* A text, or NULL, which is not an empty one. It is taken as UTF-8; the caller frees. */
void cfa_wire_put_text(GByteArray *bytes, const char *text);
char *cfa_wire_take_text(cfa_wire *wire);

/* The same of a path, which may have any bytes but zero. */
void cfa_wire_put_path(GByteArray *bytes, const char *path);
char *cfa_wire_take_path(cfa_wire *wire);

/* A case text without its warnings. It is taken with at least one paragraph, in order of number, and with an
 * identifier that can be; NULL where the wire fails. The caller frees. */
void cfa_wire_put_case_text(GByteArray *bytes, const cfa_case_text *text);
cfa_case_text *cfa_wire_take_case_text(cfa_wire *wire);

/* All that a document holds, each thing with its source, and the warnings. Taken into an empty holding, which
 * stays empty where the wire fails; cleared by the caller. */
void cfa_wire_put_holding(GByteArray *bytes, const cfa_holding *holding);
void cfa_wire_take_holding(cfa_wire *wire, cfa_holding *holding);

#endif
