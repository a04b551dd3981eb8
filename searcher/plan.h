/*
 * The plan: from the tree of a query to a query of libxapian, and to what is marked in the texts it finds.
 *
 *     g_autoptr(cfa_plan) plan = cfa_plan_make(index, query, &options, &error);
 *     xc_enquire_set_query(enquire, plan->query, …);
 *
 * A word is searched as its stem in each language wanted, all of them weighed as one word. A paragraph says
 * the same in all its languages: it is read in the one asked in, and in another only where the index lacks
 * that one, or where the question has a word that only the other knows. Stopwords count in phrases, and where
 * nothing else was typed. Fields and citations filter and weigh nothing; several values of one field are
 * alternatives.
 */
#ifndef CFA_PLAN_H
#define CFA_PLAN_H

#include "index.h"
#include "meaning.h"
#include "passage.h"
#include "query.h"

/* A word that gives what has it weight. */
typedef struct cfa_plan_word {
    char *word;          /* folded */
    GPtrArray *meanings; /* cfa_meaning */
    double weight;       /* beside a word that is typed once, which weighs 1 */
} cfa_plan_word;

/* A term that gives what has it weight, and is no word: a citation that a text shares (likeness.h). */
typedef struct cfa_plan_term {
    char *term, *name; /* in the index, and in the query language */
    double weight;
} cfa_plan_term;

typedef struct cfa_plan {
    xc_query *query;       /* matches nothing for an empty query */
    cfa_language language; /* that the words were typed in, as far as they tell */
    /* Languages whose texts are read only where they are missing in the first, or not at all, since nothing
     * is missing. */
    cfa_language_set behind;
    gboolean is_likeness; /* of a query that is made of a text: only what is ranked again is like it */
    gboolean in_order;    /* paragraphs were cited: they stand in the order of print */
    gboolean ranked;      /* words give hits their weight; else all weigh the same */
    guint parts;          /* words and phrases side by side of which `every` asks for all */
    GPtrArray *words; /* cfa_plan_word: all that are asked for, in phrases and brackets too, each as often as
                         it is typed */
    GPtrArray *terms; /* cfa_plan_term */
    cfa_marks *marks;
    GPtrArray *left_out;  /* char *: words over the limit, and parts that were too much */
    GHashTable *too_much; /* cfa_node *, of the query: those parts */
    GPtrArray *unknown;   /* char *: words that no text has, and that were passed over */
    GPtrArray *cut;       /* char *: prefixes ("con*") that more terms begin with than are searched */
} cfa_plan;

/* What a plan is made for. */
typedef struct cfa_plan_options {
    cfa_language_set languages; /* of the texts wanted */
    cfa_language preferred;     /* to be read first where the words do not tell which language they are in */
    gboolean as_typed;          /* words are not searched in other languages */
    gboolean every;             /* all that stands side by side must be there; else any of it */
    gboolean passes_unknown;    /* but for words that no text has, where others are left to search for */
    /* That the query may take, at every paragraph of the index; parts for which none are left are left out,
     * but for a range and some values of fields that all which is found has to have. 0: any. */
    double looks;
    /* Or a plan of the same query: what that left out is left out, and nothing else is. NULL: none. */
    const cfa_plan *like;
} cfa_plan_options;

/* Makes the plan of a query; the index is borrowed as long as the plan is used. NULL with *error when the
 * index cannot be read. */
cfa_plan *cfa_plan_make(const cfa_index *index, const cfa_query *query, const cfa_plan_options *options,
                        cfa_error *error);
void cfa_plan_free(cfa_plan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_plan, cfa_plan_free)

#endif
