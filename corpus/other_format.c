#include "other_format.h"

#include <string.h>

enum { ZIP_NAME_AT = 30 }; /* where a zip has the name of its first member */

#define OFFICE "a document of an office program; save it as plain text or as HTML"
#define WEB_ARCHIVE "a page with its pictures in one file; save it as HTML"
#define PICTURE "a picture"
#define ARCHIVE "an archive of another kind than gzip, tar and zip"
#define SIGNATURE(at, bytes, name)                                                                           \
    {                                                                                                        \
        at, sizeof(bytes) - 1, bytes, name                                                                   \
    }

static const struct {
    gsize at, length;
    const char *bytes;
    const char *name;
} FORMATS[] = {
    SIGNATURE(0, "%PDF-", "a PDF document; make text of it, as by pdftotext"),
    SIGNATURE(0, "{\\rtf", OFFICE),
    SIGNATURE(0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", OFFICE),
    SIGNATURE(ZIP_NAME_AT, "[Content_Types].xml", OFFICE),
    SIGNATURE(ZIP_NAME_AT, "_rels/", OFFICE),
    SIGNATURE(ZIP_NAME_AT, "docProps/", OFFICE),
    SIGNATURE(ZIP_NAME_AT, "word/", OFFICE),
    SIGNATURE(ZIP_NAME_AT, "mimetypeapplication/", OFFICE),
    SIGNATURE(0, "From: <Saved by ", WEB_ARCHIVE),
    SIGNATURE(0, "MIME-Version: ", WEB_ARCHIVE),
    SIGNATURE(0, "bplist00", WEB_ARCHIVE),
    SIGNATURE(0, "\x89PNG\r\n", PICTURE),
    SIGNATURE(0, "\xFF\xD8\xFF", PICTURE),
    SIGNATURE(0, "GIF8", PICTURE),
    SIGNATURE(0,
              "\xFD"
              "7zXZ",
              ARCHIVE),
    SIGNATURE(0, "BZh", ARCHIVE),
    SIGNATURE(0, "7z\xBC\xAF", ARCHIVE),
    SIGNATURE(0, "Rar!\x1A", ARCHIVE),
    SIGNATURE(0, "\x28\xB5\x2F\xFD", ARCHIVE),
};

const char *cfa_other_format_find(const guint8 *bytes, gsize length)
{
    const gboolean is_zip = length >= 4 && memcmp(bytes, "PK\3\4", 4) == 0;
    for (gsize i = 0; i < G_N_ELEMENTS(FORMATS); i++) {
        const gsize at = FORMATS[i].at, count = FORMATS[i].length;
        if (is_zip == (at == ZIP_NAME_AT) && length >= at + count &&
            memcmp(bytes + at, FORMATS[i].bytes, count) == 0)
            return FORMATS[i].name;
    }
    return NULL;
}
