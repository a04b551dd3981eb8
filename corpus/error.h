/*
 * What went wrong, told once and handed up.
 *
 * A function that can fail takes a cfa_error as its last argument and returns false or NULL. The status says
 * what a program can do about it, the code names the fault for machines, offset and reason tell a person
 * where and why:
 *
 *     cfa_error error = {0};
 *     if (cfa_manifest_read("reports/manifest.tsv", &error) == NULL)
 *         g_printerr("cfa-index: %s (%s)\n", error.reason, error.code);
 *
 * Libraries never print and never exit; only programs do. Memory exhaustion is GLib's: it ends the process.
 */
#ifndef CFA_ERROR_H
#define CFA_ERROR_H

#include <glib.h>
#include <stdint.h>

typedef enum cfa_status {
    CFA_OK = 0,
    CFA_USAGE,       /* the caller asked for what cannot be: a bad value, or a limit passed */
    CFA_NOT_FOUND,   /* what was asked for is not in the index */
    CFA_BAD_INPUT,   /* a source is not what it says, or is beyond a bound; other sources go on */
    CFA_NOTHING,     /* nothing readable in all the sources */
    CFA_UNAVAILABLE, /* no index there, or another writer holds the lock */
    CFA_CORRUPT,     /* the index is damaged, or of another format */
    CFA_IO,          /* the system refused a read or a write */
    CFA_INTERNAL     /* a fault of ours */
} cfa_status;

typedef struct cfa_error {
    cfa_status status;
    char code[40];     /* "gzip-truncated": stable, lower case, hyphens */
    int64_t offset;    /* in bytes of the source named with the error, or -1 where it means nothing */
    char reason[400];  /* one English sentence without a final stop, valid UTF-8, cut where too long */
    char field[24];    /* the parameter or field that is at fault: "sort"; "" for none */
    char subject[104]; /* what is at fault or is not there, as it was asked for: "up", "394/999"; "" for none;
                          as the reason, valid and cut */
    char meant[104];   /* what was probably meant by the subject: "Belarus"; "" for none; as the subject */
} cfa_error;

/* Fills *error, if it is not NULL. `format` makes the reason. Always returns false, so that a caller can
 * `return cfa_error_set(...)`. */
gboolean cfa_error_set(cfa_error *error, cfa_status status, const char *code, int64_t offset,
                       const char *format, ...) G_GNUC_PRINTF(5, 6);

/* The same of a path, by errno: CFA_IO, "<path>: Permission denied". Always returns false. */
gboolean cfa_error_system(cfa_error *error, const char *code, const char *path);

/* Adds what a filled *error, if it is not NULL, is about, so that it can be told in other words than those of
 * the reason. Always returns false. */
gboolean cfa_error_about(cfa_error *error, const char *field, const char *subject);

/* Adds what was probably meant by the subject. Always returns false. */
gboolean cfa_error_meant(cfa_error *error, const char *meant);

/* The exit status of a program that ends for this reason, as the manual pages list them:
 * 0, 1 not found, 2 usage, 3 nothing, 4 unavailable, 5 corrupt, 70 internal, 74 input and output. */
int cfa_status_exit(cfa_status status);

#endif
