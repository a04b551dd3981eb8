#include "sequence.h"

#include <string.h>

enum { GAP_MOST = 5, SAME_BYTES = 40 };

/* For each number the place after its last appearance, 0 where it never appears. */
static guint *last_places(const cfa_candidate *candidates, guint count, gboolean weak, guint size)
{
    guint *places = g_new0(guint, size);
    for (guint i = 0; i < count; i++) {
        if (weak || !candidates[i].weak)
            places[candidates[i].number] = i + 1;
    }
    return places;
}

static gboolean same_words(const cfa_candidate *a, const cfa_candidate *b)
{
    gsize length = MIN(MIN(a->length, b->length), SAME_BYTES);
    return memcmp(a->text, b->text, length) == 0 && (length == SAME_BYTES || a->length == b->length);
}

guint cfa_sequence_decide(cfa_candidate *candidates, guint count)
{
    guint paragraphs = 0;
    guint highest = 0;
    gboolean all_weak = TRUE;
    for (guint i = 0; i < count; i++) {
        highest = MAX(highest, candidates[i].number);
        all_weak = all_weak && candidates[i].weak;
    }
    guint *any = last_places(candidates, count, TRUE, highest + 2);
    guint *strong = last_places(candidates, count, FALSE, highest + 2);
    const cfa_candidate *last = NULL;
    for (guint i = 0; i < count; i++) {
        cfa_candidate *one = &candidates[i];
        guint next = last != NULL ? last->number + 1 : 0;
        one->verdict = CFA_VERDICT_TEXT;
        if (last == NULL) {
            if (!one->weak || all_weak || any[one->number + 1] > i)
                one->verdict = CFA_VERDICT_PARAGRAPH;
        } else if (one->number == next) {
            if (!one->weak || strong[next] <= i)
                one->verdict = CFA_VERDICT_PARAGRAPH;
        } else if (one->number == last->number && same_words(one, last)) {
            one->verdict = CFA_VERDICT_SECOND_PRINT;
        } else if (!one->weak && one->number > next && (one->opens || one->number <= next + GAP_MOST) &&
                   any[next] <= i) {
            one->verdict = CFA_VERDICT_PARAGRAPH;
        }
        if (one->verdict == CFA_VERDICT_PARAGRAPH) {
            paragraphs++;
            last = one;
        }
    }
    g_free(any);
    g_free(strong);
    return paragraphs;
}
