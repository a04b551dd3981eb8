/*
 * Slips of the pen and of the keyboard: how far what was typed is from what may have been meant.
 *
 * The distance is that of optimal string alignment (Damerau's four slips: a letter too many, too few, another
 * one, two in the wrong order), each weighed by how easily it is made: a doubled letter more easily than any
 * other, a neighbouring key or a letter that sounds alike more easily than a distant one. About 1 for one
 * slip.
 *
 *     cfa_slip_distance("compulsary", 10, "compulsory", 10, 2);         // 0.9: a vowel for another
 *     cfa_slip_distance("arbitration", 11, "ratification", 12, 2);      // above 2
 */
#ifndef CFA_SLIP_H
#define CFA_SLIP_H

#include <glib.h>

/* The weights of one slip that other modules count, too. */
extern const double cfa_slip_blank;      /* a blank too many or too few */
extern const double cfa_slip_new_letter; /* the least that a letter weighs which only one of the words has */

/* The distance between two words of the letters a to z, at most CFA_WORD_MAX of them each. One above `most`
 * is only known to be above it. */
double cfa_slip_distance(const char *typed, gsize typed_length, const char *meant, gsize meant_length,
                         double most);

/* A search for the name nearest to what was typed. Letters alone count, whatever their case and accents, and
 * no name that is more than two slips away, or of a short one fewer. */
typedef struct cfa_nearest {
    GString *letters; /* of what was typed */
    double least;     /* slips of the nearest so far */
} cfa_nearest;

void cfa_nearest_init(cfa_nearest *nearest, const char *typed);
void cfa_nearest_clear(cfa_nearest *nearest);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(cfa_nearest, cfa_nearest_clear)

/* Whether a name is nearer than all that were tried before. */
gboolean cfa_nearest_try(cfa_nearest *nearest, const char *name);

#endif
