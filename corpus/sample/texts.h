/*
 * Sample texts: one case text in three languages, and the reader of the form that README.md describes.
 *
 *     g_autoptr(sample_text) text = sample_text_read("texts/394-2090.txt", &error);
 */
#ifndef SAMPLE_TEXTS_H
#define SAMPLE_TEXTS_H

#include <glib.h>

/* The first three are languages of a body; a page can be shown in all four. */
typedef enum sample_language { ENGLISH, FRENCH, SPANISH, GERMAN } sample_language;
enum { BODY_LANGUAGES = 3, PAGE_LANGUAGES = 4 };

typedef enum sample_type { DEFINITIVE, INTERIM, INFORMED, FOLLOW_UP, SAMPLE_TYPES } sample_type;

/* SILENT is closed for want of information: the page has a long label of its own for it. */
typedef enum sample_status { ACTIVE, FOLLOWED, CLOSED, SILENT, SAMPLE_STATUSES } sample_status;

typedef enum sample_kind {
    INTRODUCTION,
    PREVIOUS,
    ALLEGATIONS,
    REPLY,
    CONCLUSIONS,
    RECOMMENDATIONS,
    EFFECT,
    OTHER_HEADING,
    SAMPLE_KINDS
} sample_kind;

/* Month and day are 0 where only the year, or the month, is known. */
typedef struct sample_date {
    guint year, month, day;
} sample_date;

typedef struct sample_case {
    guint number;
    char *country[BODY_LANGUAGES];
    sample_date complaint;
    sample_status status;
} sample_case;

typedef struct sample_paragraph {
    guint number;
    char *text[BODY_LANGUAGES];       /* NULL in a language that the collection lacks */
    GPtrArray *items[BODY_LANGUAGES]; /* of char *, each with its own "(a) "; NULL when there are none */
} sample_paragraph;

typedef struct sample_section {
    sample_kind kind;
    char *heading[BODY_LANGUAGES]; /* of OTHER_HEADING alone */
    GPtrArray *paragraphs;         /* of sample_paragraph */
} sample_section;

typedef struct sample_text {
    guint report;
    sample_date date;
    sample_type type;
    GPtrArray *cases;                  /* of sample_case; more than one in joined cases */
    char *allegations[BODY_LANGUAGES]; /* may be NULL */
    GPtrArray *sections;               /* of sample_section, the introduction first */
    gboolean curly;                    /* apostrophes are U+2019, as in newer texts */
} sample_text;

sample_text *sample_text_new(void);
void sample_text_free(sample_text *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(sample_text, sample_text_free)

/* What is added belongs to the text and comes back to be filled in. */
sample_case *sample_text_add_case(sample_text *text, guint number);
sample_section *sample_text_add_section(sample_text *text, sample_kind kind);
sample_paragraph *sample_section_add_paragraph(sample_section *section, guint number);
void sample_paragraph_take_item(sample_paragraph *paragraph, sample_language language, char *item);

/* The first and the last paragraph number, 0 in a text without paragraphs. */
void sample_text_range(const sample_text *text, guint *first, guint *last);

/* Reads one file. NULL with *error (which names the file and the line) if it cannot be read or is not of the
 * form. */
sample_text *sample_text_read(const char *path, GError **error);

/* Reads every .txt of a folder, by report and first case number. */
GPtrArray *sample_texts_read(const char *folder, GError **error);

#endif
