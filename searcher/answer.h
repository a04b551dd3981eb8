/*
 * The answer: what a search found, which every format and page writes in its own way.
 *
 *     g_autoptr(cfa_answer) answer = cfa_search(index, &request, &error);
 *     const cfa_hit *best = g_ptr_array_index(answer->hits, 0);
 *     g_autofree char *citation = cfa_answer_cite_case_text(best->record);
 *         // "394th Report, Case No. 2090 (Belarus), paras 70–95"
 */
#ifndef CFA_ANSWER_H
#define CFA_ANSWER_H

#include "facets.h"
#include "library.h"
#include "record.h"

/* A principle, and what the index has and lacks of what speaks of it. */
typedef struct cfa_principle_view {
    cfa_library_entry *entry;
    GPtrArray *absent; /* cfa_applied *, borrowed from the entry: those that the index lacks */
    GPtrArray *cited;  /* char *, borrowed: those of its numbers that paragraphs cite */
} cfa_principle_view;

void cfa_principle_view_free(cfa_principle_view *view);

/* A piece of a paragraph's text, marked or not. */
typedef struct cfa_run {
    char *text;
    gboolean match;
} cfa_run;

/* A paragraph that was found. */
typedef struct cfa_passage {
    cfa_record *record;
    double score;
    GPtrArray *snippet; /* cfa_run * */
} cfa_passage;

/* A case text with its best passages, or one paragraph (then there is one passage, and the identifier is the
 * paragraph's). */
typedef struct cfa_hit {
    guint rank; /* from 1 */
    double score;
    char *id;
    guint cited_by;             /* how many paragraphs cite it; 0 where that was not asked for */
    GPtrArray *passages;        /* cfa_passage *, best first, at least one */
    const cfa_record *record;   /* of the first passage: what the case text says of itself */
    cfa_language_set languages; /* in which the index or the page has it */
    GPtrArray *reasons; /* cfa_reason (rank.h), the heaviest first, none where words do not rank; NULL where
                           none were asked for */
} cfa_hit;

/* A word, or a short expression, that was searched though nobody typed it. */
typedef struct cfa_also_searched {
    char *text; /* as texts write it */
    cfa_language language;
} cfa_also_searched;

typedef struct cfa_answer {
    char *query;    /* as typed */
    char *parsed;   /* as read */
    char *as_words; /* what to type to have it read as its words, where it has an idiom (idiom.h) and is no
                       citation; else NULL */
    char *like; /* the citation of what the hits are like, where that was asked for (similar.h); else NULL */
    cfa_language like_language; /* of that citation */
    gboolean relaxed;           /* few had every word: behind those stand what has some of them */
    gboolean matches_any;       /* … or what has some of them was asked for */
    guint every;                /* how many have every word, where it is relaxed */
    GPtrArray *left_out; /* char *: words that were not searched, there being too many, and costly parts */
    GPtrArray *unknown;  /* char *: words that were passed over, since no text has them */
    GPtrArray *unread;   /* char *: what was typed as a field but has no value of it, "lang:de" (query.h) */
    GPtrArray *cut;      /* char *: prefixes ("con*") of whose words only the most frequent were searched */
    GPtrArray *also_searched; /* cfa_also_searched *: what words stand for; NULL where it was not asked for */
    gboolean more_also_searched; /* and there is more than these */
    char *suggestion; /* the query as it was probably meant, where it is probably mistyped, or without what
                         leaves nothing; else NULL */
    gboolean by_paragraph;
    char *cites; /* the identifier of what all that was found cites; NULL where that was not asked for */
    gboolean has_cited; /* the index has what is cited */
    guint64 generation;
    double took_ms;
    guint lower, estimated, upper; /* how many case texts, or paragraphs, there are in all */
    guint offset, limit;
    guint passages_each;   /* the most that a hit shows, where that is less than what was asked for; else 0 */
    GPtrArray *hits;       /* cfa_hit * */
    cfa_facets *facets;    /* of all hits; NULL where they were not asked for */
    GPtrArray *principles; /* cfa_library_entry *: those that answer the query well; NULL where none were
                              looked for */
    cfa_principle_view *principle; /* on which the hits rest; NULL where none was asked for */
} cfa_answer;

void cfa_answer_free(cfa_answer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_answer, cfa_answer_free)
void cfa_hit_free(cfa_hit *hit);

/* Adds a hit without passages behind those that an answer has: with its rank, and a copy of its identifier.
 * Borrowed. */
cfa_hit *cfa_answer_add_hit(cfa_answer *answer, const char *id);

/* Its hits in the order of their identifiers, in which an index has what it tells of them side by side: so
 * looked up, each of its blocks is read once. Borrowed hits; the caller unrefs. */
GPtrArray *cfa_answer_hits_by_id(const cfa_answer *answer);

/* The citation to paste of a record's paragraph, or of its whole case text, in the record's language; the
 * caller frees. */
char *cfa_answer_cite_paragraph(const cfa_record *record);
char *cfa_answer_cite_case_text(const cfa_record *record);

/* The same of either, in the form of any language: the country, too, has its name there. The caller frees. */
char *cfa_answer_cite(const cfa_record *record, gboolean case_text, cfa_language language);

/* The citation without the report, as a title where that stands apart: "Cas no 2090 (Bélarus), paragr. 83".
 * The caller frees. */
char *cfa_answer_title(const cfa_record *record, gboolean case_text);

/* The country's name in a language, of a case, or of a record's first: the table's where it has the code,
 * else the page's own. Borrowed; NULL for unknown. */
const char *cfa_answer_case_country(const cfa_case *one, cfa_language language);
const char *cfa_answer_country(const cfa_record *record, cfa_language language);

#endif
