/*
 * Learning: which words of one language stand for which of another, from the paragraphs that an index has in
 * both. The pair (report, paragraph) names the same paragraph in every language, so that the reports are
 * their own dictionary.
 *
 *     cfa_learn(database, jobs, "gen-000006/translations", "gen-000007/translations", &error);
 *
 * What is learned is written as a text file that translations.h reads: a line a word, its best translations
 * with their probability.
 *
 * The method is IBM model 1 (Brown et al., The Mathematics of Statistical Machine Translation, 1993), each
 * word's candidates being chosen first by how often they stand in the same paragraphs (Dice's coefficient): a
 * hundred times less work than all pairs, and the rest never comes to anything. Cost and memory are bounded
 * whatever the size of the index: see training_set.h.
 */
#ifndef CFA_LEARN_H
#define CFA_LEARN_H

#include "layout.h"

/* Learns from an index, with so many workers, and writes the file, with the concepts (concepts.h) merged in;
 * one without any paragraph in two languages gives a file of the concepts alone. The result depends on what
 * is in the index alone: so where `last` (NULL for none) was learned from the same training set and concepts,
 * it is copied. FALSE with *error: as the database has it, or CFA_IO. */
gboolean cfa_learn(const xc_database *database, guint jobs, const char *last, const char *path,
                   cfa_error *error);

#endif
