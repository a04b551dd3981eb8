#include "facet_table.h"

#include <string.h>

enum { COUNT_COLUMNS = 7, GAP = 2 };

static const char *label_of(cfa_facet facet, const cfa_facet_count *count)
{
    const char *label = cfa_facet_label(facet, count->value, CFA_ENGLISH);
    return label != NULL ? label : count->value;
}

/* Columns of the widest entry: a count, a gap, a label, and a gap behind it. */
static guint width_of_entry(cfa_facet facet, const GArray *counts)
{
    guint widest = 0;
    for (guint i = 0; i < counts->len; i++)
        widest = MAX(widest, cfa_filler_width(label_of(facet, &g_array_index(counts, cfa_facet_count, i))));
    return COUNT_COLUMNS + GAP + widest + GAP;
}

static void add_entry(cfa_filler *fill, guint column, const cfa_facet_count *count, const char *label)
{
    g_autofree char *number = g_strdup_printf("%u", count->count);
    cfa_filler_column(fill, column + COUNT_COLUMNS - MIN((guint)strlen(number), COUNT_COLUMNS));
    cfa_filler_text(fill, number);
    cfa_filler_column(fill, column + COUNT_COLUMNS + GAP);
    cfa_filler_text(fill, label);
}

static void add_table(cfa_filler *fill, cfa_facet facet, const GArray *counts)
{
    const guint entry = width_of_entry(facet, counts);
    const guint in_line = MAX(fill->width / entry, 1);
    /* That of a language may be more than all that is found in whichever of them. */
    cfa_filler_heading(fill,
                       facet == CFA_FACET_LANGUAGE ? "language, searched alone" : cfa_facet_name(facet));
    for (guint i = 0; i < counts->len; i++) {
        const cfa_facet_count *count = &g_array_index(counts, cfa_facet_count, i);
        if (i % in_line == 0)
            cfa_filler_line(fill, 0);
        add_entry(fill, i % in_line * entry, count, label_of(facet, count));
    }
}

void cfa_facet_table_add(cfa_filler *fill, const cfa_facets *facets)
{
    for (cfa_facet facet = 0; facet < CFA_FACETS; facet++)
        if (facets->counts[facet]->len > 0)
            add_table(fill, facet, facets->counts[facet]);
}
