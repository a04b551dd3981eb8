/*
 * What the tests of sources share: the files and containers put into the folder of the test, and what a
 * walk gives of them.
 *
 *     source_put_text("a", "1");
 *     source_put_bytes("b.tar", source_tar_of_two());
 *     source_expect(support_folder, "a=1|b.tar/a.html=one|b.tar/394/b.html=two");
 *
 * Whatever fails here fails the test that called it.
 */
#ifndef SOURCE_FIXTURE_H
#define SOURCE_FIXTURE_H

#include "source.h"
#include "support.h"

#define SOURCE_PAGE "<p>603. The porters of Ruritania wrote again.</p>\n"

/* What a walk gave: one line a visit, "name=bytes" or "name!code". */
typedef struct source_visits {
    GPtrArray *lines;
    GPtrArray *errors; /* of cfa_error */
    guint64 bytes_read;
    guint stop_after;
    const char *country; /* of the last document's facts */
} source_visits;

/* The visitor, whose data are the visits; and a walk with it, which the caller clears. */
gboolean source_note(const cfa_document *document, const cfa_error *error, gpointer data);
source_visits source_walk(const char *path, const cfa_source_limits *limits);
void source_visits_clear(source_visits *seen);

/* Walks and compares all the lines, joined by "|". */
void source_expect_within(const char *path, const cfa_source_limits *limits, const char *expected);
void source_expect(const char *path, const char *expected);

/* A path below the folder, which the caller frees; and what is put there. Bytes are consumed. */
char *source_path_of(const char *name);
void source_make_folder(const char *name);
void source_put(const char *name, const void *bytes, gsize length);
void source_put_bytes(const char *name, GByteArray *bytes);
void source_put_text(const char *name, const char *text);

/* One gzip member; source_gzip_bytes consumes what it packs. */
GByteArray *source_gzip(const void *bytes, gsize length);
GByteArray *source_gzip_text(const char *text);
GByteArray *source_gzip_bytes(GByteArray *bytes);

/* A member of an archive under construction. */
typedef struct source_member {
    const char *name;
    const void *bytes;
    gsize length;
    unsigned type; /* AE_IFREG where zero */
    const char *link;
} source_member;

/* A zip or a tar; source_pack_one consumes the bytes of its only member. */
GByteArray *source_pack(gboolean as_zip, const source_member *members, gsize count);
GByteArray *source_pack_one(gboolean as_zip, const char *name, GByteArray *bytes);

/* a.html, which is "one", and 394/b.html, which is "two". */
GByteArray *source_tar_of_two(void);

#endif
