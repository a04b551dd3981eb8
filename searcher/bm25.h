/*
 * BM25: what a word that stands in a text so often, and in so many others, weighs there. Its constants are
 * those of Lucene and of the groups of TREC (Robertson and Zaragoza, The Probabilistic Relevance Framework,
 * 2009); tests/relevance/README.md has others that were tried.
 *
 *     cfa_bm25_set_weight(enquire, &failure);                  libxapian weighs so, without lengths
 *     weight = cfa_bm25_idf(documents, 31) * cfa_bm25_saturation(2, CFA_BM25_K1, 0.8);
 */
#ifndef CFA_BM25_H
#define CFA_BM25_H

#include <xapian-c.h>

/* How soon it hardly matters how often a word is there: the lower, the sooner. */
#define CFA_BM25_K1 1.2

/* Has an enquire weigh by it. Lengths count for nothing there: to read them takes as long as all the rest. */
void cfa_bm25_set_weight(xc_enquire *enquire, xc_error *error);

/* How much a word tells that so many documents of all have, as Lucene has it: never below 0. */
double cfa_bm25_idf(double documents, double frequency);

/* What it weighs for being there so often, from 0 to k1 + 1; 1 for once in a text of the mean length, which
 * is 1. */
double cfa_bm25_saturation(double count, double k1, double length);

#endif
