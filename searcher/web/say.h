/*
 * The strings of the pages, in the three languages of pages.
 *
 *     cfa_say(CFA_SAY_NEXT, CFA_FRENCH);                                     // "Suivant"
 *     g_autofree char *text = cfa_say_filled(CFA_SAY_PARAGRAPH, language, "83", NULL);   // "Paragraph 83"
 */
#ifndef CFA_WEB_SAY_H
#define CFA_WEB_SAY_H

#include "searcher.h"

typedef enum cfa_saying {
    CFA_SAY_SITE,
    CFA_SAY_SKIP,
    CFA_SAY_PAGE_LANGUAGE,
    CFA_SAY_SEARCH_LABEL,
    CFA_SAY_SEARCH,
    CFA_SAY_TEXT_LANGUAGES,
    CFA_SAY_ALL_LANGUAGES,
    CFA_SAY_SUGGESTIONS,
    CFA_SAY_COUNTRY,
    CFA_SAY_COPY,
    CFA_SAY_COPIED,
    CFA_SAY_EXAMPLES,
    CFA_SAY_EXAMPLE_FIRST,
    CFA_SAY_EXAMPLE_LAST = CFA_SAY_EXAMPLE_FIRST + 4,
    CFA_SAY_ONE_CASE_TEXT,
    CFA_SAY_CASE_TEXTS,
    CFA_SAY_ONE_PARAGRAPH,
    CFA_SAY_PARAGRAPHS,
    CFA_SAY_ABOUT,
    CFA_SAY_FOUND_FOR,
    CFA_SAY_READ_AS,
    CFA_SAY_DID_YOU_MEAN,
    CFA_SAY_RELAXED,
    CFA_SAY_EVERY_FIRST,
    CFA_SAY_UNKNOWN,
    CFA_SAY_LEFT_OUT,
    CFA_SAY_CUT,
    CFA_SAY_WORDS,
    CFA_SAY_TRANSLATED,
    CFA_SAY_AS_TYPED,
    CFA_SAY_SORT,
    CFA_SAY_SORT_RELEVANCE,
    CFA_SAY_SORT_NEWEST,
    CFA_SAY_SORT_OLDEST,
    CFA_SAY_SORT_REPORT,
    CFA_SAY_BY,
    CFA_SAY_BY_CASE,
    CFA_SAY_BY_PARAGRAPH,
    CFA_SAY_FILTERS,
    CFA_SAY_FILTER_REMOVE,
    CFA_SAY_FROM,
    CFA_SAY_TO,
    CFA_SAY_CONVENTION,
    CFA_SAY_MATCH_ALL,
    CFA_SAY_MATCH_ANY,
    CFA_SAY_NARROW,
    CFA_SAY_FACET_COUNTRY,
    CFA_SAY_FACET_TYPE,
    CFA_SAY_FACET_STATUS,
    CFA_SAY_FACET_LANGUAGE,
    CFA_SAY_FACET_SECTION,
    CFA_SAY_FACET_CONVENTION,
    CFA_SAY_MORE,
    CFA_SAY_BY_YEAR,
    CFA_SAY_IN_YEAR,
    CFA_SAY_RESULTS,
    CFA_SAY_CITES_NONE,
    CFA_SAY_CITES_ONE,
    CFA_SAY_CITES,
    CFA_SAY_CITED_BY_ONE,
    CFA_SAY_CITED_BY,
    CFA_SAY_SIMILAR,
    CFA_SAY_SIMILAR_TO,
    CFA_SAY_COMPARED_BY,
    CFA_SAY_NOTHING_SIMILAR,
    CFA_SAY_PAGES,
    CFA_SAY_PREVIOUS,
    CFA_SAY_NEXT,
    CFA_SAY_RANGE,
    CFA_SAY_READ_IN,
    CFA_SAY_CITATION,
    CFA_SAY_PERMANENT_LINK,
    CFA_SAY_OTHER_FORMS,
    CFA_SAY_TAKE_AWAY,
    CFA_SAY_FEED,
    CFA_SAY_SHORT_NAME,
    CFA_SAY_NOTHING,
    CFA_SAY_NOTHING_SEARCHED,
    CFA_SAY_HINT_FEWER,
    CFA_SAY_HINT_LANGUAGES,
    CFA_SAY_HINT_FILTERS,
    CFA_SAY_HINT_ANY,
    CFA_SAY_PAST_END,
    CFA_SAY_FIRST_PAGE,
    CFA_SAY_PARAGRAPH,
    CFA_SAY_IN_LANGUAGES,
    CFA_SAY_CASE_TEXT,
    CFA_SAY_TO_CASE_TEXT,
    CFA_SAY_WITHOUT_MARKS,
    CFA_SAY_WITH_MARKS,
    CFA_SAY_SIDE_BY_SIDE,
    CFA_SAY_WITHOUT_LANGUAGE,
    CFA_SAY_ABSENT_LANGUAGES,
    CFA_SAY_BACK,
    CFA_SAY_NEIGHBOURS,
    CFA_SAY_PREVIOUS_PARAGRAPH,
    CFA_SAY_NEXT_PARAGRAPH,
    CFA_SAY_CASE,
    CFA_SAY_CASE_HISTORY,
    CFA_SAY_HISTORY_OF,
    CFA_SAY_COMPLAINT,
    CFA_SAY_COMPLAINT_OF,
    CFA_SAY_STATUS_DISAGREES,
    CFA_SAY_JOINED,
    CFA_SAY_ONE_EXAMINATION,
    CFA_SAY_EXAMINATIONS,
    CFA_SAY_TIMELINE,
    CFA_SAY_TIMELINE_TEXT,
    CFA_SAY_UNDRAWN,
    CFA_SAY_DATE,
    CFA_SAY_DATE_UNKNOWN,
    CFA_SAY_STEP,
    CFA_SAY_REPORT,
    CFA_SAY_TYPE,
    CFA_SAY_AFTER_COMPLAINT,
    CFA_SAY_LATER,
    CFA_SAY_ONE_YEAR,
    CFA_SAY_YEARS,
    CFA_SAY_ONE_MONTH,
    CFA_SAY_MONTHS,
    CFA_SAY_YEARS_AND_MONTHS,
    CFA_SAY_ABOUT_YEARS,
    CFA_SAY_LESS_THAN_MONTH,
    CFA_SAY_LESS_THAN_YEAR,
    CFA_SAY_NO_RECOMMENDATIONS,
    CFA_SAY_OLDEST_ONLY,
    CFA_SAY_CONTENTS_OF,
    CFA_SAY_DOCUMENT_CONTENTS,
    CFA_SAY_REPORT_UNKNOWN,
    CFA_SAY_NEIGHBOUR_REPORTS,
    CFA_SAY_PREVIOUS_REPORT,
    CFA_SAY_NEXT_REPORT,
    CFA_SAY_WHO_CITES_CASE,
    CFA_SAY_COMPLAINANT,
    CFA_SAY_PRINCIPLE,
    CFA_SAY_PRINCIPLES,
    CFA_SAY_PRINCIPLES_APPLIED,
    CFA_SAY_APPLIED_ONCE,
    CFA_SAY_APPLIED,
    CFA_SAY_APPLIED_IN,
    CFA_SAY_APPLIED_ABSENT,
    CFA_SAY_CITED_BY_NUMBER,
    CFA_SAY_PROBLEM_400,
    CFA_SAY_PROBLEM_404,
    CFA_SAY_PROBLEM_405,
    CFA_SAY_PROBLEM_414,
    CFA_SAY_PROBLEM_503,
    CFA_SAY_PROBLEM_500,
    CFA_SAY_ADVICE_400,
    CFA_SAY_ADVICE_404,
    CFA_SAY_ADVICE_405,
    CFA_SAY_ADVICE_414,
    CFA_SAY_ADVICE_503,
    CFA_SAY_ADVICE_500,
    CFA_SAY_TO_SEARCH,
    CFA_SAY_FOOTER,
    CFA_SAYINGS
} cfa_saying;

/* Static. */
const char *cfa_say(cfa_saying name, cfa_language language);

/* The same with "{1}", "{2}" … replaced by what follows, NULL after the last. The caller frees. */
char *cfa_say_filled(cfa_saying name, cfa_language language, ...) G_GNUC_NULL_TERMINATED;

/* What stands for a value of the model: static, NULL for what is unknown. */
const char *cfa_say_section(cfa_section section, cfa_language language);
const char *cfa_say_type(cfa_report_type type, cfa_language language);
const char *cfa_say_status(cfa_case_status status, cfa_language language);

/* A language's own name: "Français"; NULL for an unknown one. Static. */
const char *cfa_say_language(cfa_language language);

/* "16 June 2000", "1er mars 2021", "marzo de 2021", "1960"; "" for an unknown date. The caller frees. */
char *cfa_say_date(cfa_date date, cfa_language language);

/* "1 year and 9 months", "environ 2 ans", "menos de un mes"; "" for an unknown interval. The caller frees. */
char *cfa_say_interval(cfa_interval interval, cfa_language language);

/* "12,345", "12 345", "12 345". The caller frees. */
char *cfa_say_number(guint number, cfa_language language);

#endif
