#include "slip.h"

#include "word.h"

#include <string.h>

/* tests/relevance/README.md has how these fared. */
static const double swapped = 0.65, doubled = 0.6, missing = 0.8, too_many = 1.5, sounds_alike = 0.9,
                    next_key = 0.75, another = 1.8, silent = 0.8, first_letter = 0.6, ending = 0.25;

const double cfa_slip_blank = 0.85, cfa_slip_new_letter = 0.75;

/* The keys around each letter, a to z, on an English or Spanish (QWERTY) or a French (AZERTY) keyboard. */
static const char *const neighbours[26] = {
    "qswz",    "ghnv",  "dfvx", "cefrsx", "drswz", "cdgrtv", "bfhtvy", "bgjnuy", "jkou",
    "hikmnu",  "ijlmo", "kmop", "jklnp",  "bhjm",  "iklp",   "lmo",    "aswz",   "deft",
    "adeqwxz", "fgry",  "hijy", "bcfg",   "aeqsx", "cdswz",  "ghtu",   "aeqsx"};

/* Letters that one of the three languages says alike, or that are taken for each other. */
static const char *const alike[] = {"aeiou", "csz", "ckq", "bv", "gj", "iy", "mn", "sx", "uw"};

/* For each letter those that are easily typed for it, a bit for each. */
typedef struct likeness {
    guint32 alike['z' - 'a' + 1], near['z' - 'a' + 1];
} likeness;

static guint32 bit(char letter)
{
    return 1u << (guint)(letter - 'a');
}

static guint32 bits_of(const char *letters)
{
    guint32 bits = 0;
    for (; *letters != '\0'; letters++)
        bits |= bit(*letters);
    return bits;
}

/* The tables above as bits; made once and never changed. */
static const likeness *like(void)
{
    static likeness table;
    static gsize made;
    if (g_once_init_enter(&made)) {
        for (gsize i = 0; i < G_N_ELEMENTS(table.near); i++) {
            table.near[i] = bits_of(neighbours[i]);
            for (gsize j = 0; j < G_N_ELEMENTS(alike); j++)
                if ((bits_of(alike[j]) & (1u << i)) != 0)
                    table.alike[i] |= bits_of(alike[j]);
        }
        g_once_init_leave(&made, 1);
    }
    return &table;
}

/* On top of a slip at the first letter, which is seldom wrong, and at the last two, which are more often
 * those of another form. */
static double at_edge(gsize at, gsize length)
{
    return at == 0 ? first_letter : at + 2 >= length ? ending : 0;
}

/* The weight of a letter at `at` that stands in one word alone; `single` is the weight of an ordinary one. */
static double alone(const char *word, gsize length, gsize at, double single)
{
    if ((at > 0 && word[at - 1] == word[at]) || (at + 1 < length && word[at + 1] == word[at]))
        return doubled;
    return at == 0 && word[0] == 'h' ? silent : single + at_edge(at, length);
}

static double replaced(const char *typed, gsize length, gsize at, char meant)
{
    if (typed[at] == meant)
        return 0;
    const likeness *table = like();
    const gsize letter = (gsize)(typed[at] - 'a');
    const double weight = (table->near[letter] & bit(meant)) != 0    ? next_key
                          : (table->alike[letter] & bit(meant)) != 0 ? sounds_alike
                                                                     : another;
    return weight + at_edge(at, length);
}

double cfa_slip_distance(const char *typed, gsize typed_length, const char *meant, gsize meant_length,
                         double most)
{
    double rows[3][CFA_WORD_MAX + 1];
    double *before = rows[0], *above = rows[1], *row = rows[2], least_above = 0;
    above[0] = 0;
    for (gsize j = 0; j < meant_length; j++)
        above[j + 1] = above[j] + alone(meant, meant_length, j, missing);
    for (gsize i = 0; i < typed_length; i++) {
        const double more = alone(typed, typed_length, i, too_many);
        double least = row[0] = above[0] + more;
        for (gsize j = 0; j < meant_length; j++) {
            row[j + 1] = MIN(above[j] + replaced(typed, typed_length, i, meant[j]),
                             MIN(above[j + 1] + more, row[j] + alone(meant, meant_length, j, missing)));
            if (i > 0 && j > 0 && typed[i] == meant[j - 1] && typed[i - 1] == meant[j])
                row[j + 1] = MIN(row[j + 1], before[j - 1] + swapped + (i == 1 ? first_letter : 0));
            least = MIN(least, row[j + 1]);
        }
        if (MIN(least, least_above) > most) /* two letters in the wrong order step over a row */
            return MIN(least, least_above);
        least_above = least;
        double *last = before;
        before = above;
        above = row;
        row = last;
    }
    return above[meant_length];
}

/* ---- names ---- */

/* So much of a name may be wrong: these slips, and of a short one this many for each letter. */
static const double most_slips = 2, slips_a_letter = 0.3;

/* The letters of a name alone, in the form that slips are counted in. The caller frees. */
static GString *letters_of(const char *name)
{
    g_autofree char *folded = cfa_word_fold(name, strlen(name));
    GString *letters = g_string_new(NULL);
    for (const char *at = folded; *at != '\0' && letters->len < CFA_WORD_MAX; at++)
        if (g_ascii_islower(*at))
            g_string_append_c(letters, *at);
    return letters;
}

void cfa_nearest_init(cfa_nearest *nearest, const char *typed)
{
    nearest->letters = letters_of(typed);
    nearest->least = MIN(most_slips, slips_a_letter * (double)nearest->letters->len);
}

void cfa_nearest_clear(cfa_nearest *nearest)
{
    g_string_free(nearest->letters, TRUE);
}

gboolean cfa_nearest_try(cfa_nearest *nearest, const char *name)
{
    g_autoptr(GString) letters = letters_of(name);
    const double slips = cfa_slip_distance(nearest->letters->str, nearest->letters->len, letters->str,
                                           letters->len, nearest->least);
    if (slips >= nearest->least)
        return FALSE;
    nearest->least = slips;
    return TRUE;
}
