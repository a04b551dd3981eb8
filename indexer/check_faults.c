/* A check and the faults that it finds: what the other files of check.h share. */
#include "check.h"
#include "log.h"

#include <stdio.h>

enum { FAULTS_LISTED = 100 };

void cfa_check_begin(cfa_check *check, gboolean json)
{
    *check = (cfa_check){.languages = cfa_paragraph_languages_new(),
                         .stemmer = cfa_stemmer_new(),
                         .contents = cfa_contents_new(),
                         .expected = xc_document_new(NULL),
                         .shortest = G_MAXUINT,
                         .sums = g_array_new(FALSE, TRUE, sizeof(guint64)),
                         .found = json_array(),
                         .json = json};
}

void cfa_check_end(cfa_check *check)
{
    for (guint slot = 0; slot < CFA_SLOTS; slot++) {
        g_bytes_unref(check->slots[slot].lowest);
        g_bytes_unref(check->slots[slot].highest);
    }
    xc_database_free(check->database);
    xc_document_free(check->expected);
    cfa_contents_free(check->contents);
    cfa_stemmer_free(check->stemmer);
    cfa_paragraph_languages_free(check->languages);
    g_array_unref(check->sums);
    json_decref(check->found);
}

/* What a damaged index says may be no text; new. */
static char *printable(const char *said)
{
    g_autofree char *valid = g_utf8_make_valid(said, -1);
    GString *text = g_string_new(NULL);
    cfa_log_add_text(text, valid, G_MAXUINT);
    return g_string_free(text, FALSE);
}

void cfa_check_fault(cfa_check *check, const char *said_place, const char *said_reason)
{
    check->faults++;
    if (check->faults > FAULTS_LISTED)
        return;
    g_autofree char *place = printable(said_place), *reason = printable(said_reason);
    if (check->json) {
        json_t *fault = json_object();
        json_object_set_new(fault, "where", cfa_text_json(place));
        json_object_set_new(fault, "reason", cfa_text_json(reason));
        json_array_append_new(check->found, fault);
    } else {
        printf("%s: %s\n", place, reason);
    }
}
