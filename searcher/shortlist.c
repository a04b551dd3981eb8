#include "shortlist.h"

#include "bm25.h"

#include <math.h>

enum {
    ASKED_LEAST = 300,   /* paragraphs, from which is estimated how many groups there are */
    ASKED_COUNTED = 100, /* where that is counted */
    ASKED_EACH = 2,      /* for each that is wanted: others of its group come with it */
    ASKED_AGAIN = 4      /* times as many, where those were too few */
};

static xc_enquire *enquire_new(const cfa_index *index, const xc_query *query, xc_error *failure)
{
    xc_enquire *enquire = xc_enquire_new(index->database, failure);
    xc_enquire_set_query(enquire, query, failure);
    cfa_bm25_set_weight(enquire, failure);
    return enquire;
}

/* ---- by columns ---- */

/* A paragraph that was found, and where it stands among equal ones. */
typedef struct found {
    cfa_shortlist_entry entry;
    guint32 time, paragraph, text;
} found;

static int compare_found(gconstpointer a, gconstpointer b)
{
    const found *left = a, *right = b;
    if (left->entry.weight != right->entry.weight)
        return left->entry.weight > right->entry.weight ? -1 : 1;
    if (left->time != right->time)
        return left->time > right->time ? -1 : 1;
    if (left->paragraph != right->paragraph)
        return left->paragraph < right->paragraph ? -1 : 1;
    return left->text < right->text ? -1 : left->text > right->text;
}

/* A list under way. */
typedef struct listing {
    cfa_shortlist *list;
    const cfa_shortlist_request *request;
    const cfa_columns *columns;
    xc_enquire *enquire;
    guint asked; /* paragraphs that libxapian is asked for */
    gboolean is_damaged;
    xc_error failure;
} listing;

/* All that an mset lists, but for what the columns lack. */
static GArray *read_found(listing *this, const xc_mset *mset)
{
    GArray *all = g_array_new(FALSE, FALSE, sizeof(found));
    for (guint i = 0; i < xc_mset_size(mset); i++) {
        const xc_docid docid = xc_mset_get_docid(mset, i, &this->failure);
        cfa_columns_row row;
        if (!cfa_columns_read(this->columns, docid, &row)) {
            this->is_damaged = TRUE;
            break;
        }
        const found one = {.entry = {.docid = docid,
                                     .weight = xc_mset_get_weight(mset, i, &this->failure),
                                     .group = this->request->by_paragraph ? row.paragraph : row.run},
                           .time = row.time,
                           .paragraph = row.paragraph,
                           .text = row.text};
        g_array_append_val(all, one);
    }
    return all;
}

/* Drops what may stand behind something that is not listed. Of those as light as the last one the list ends
 * amid the highest numbers: those newer than it are there, wherever an update put them; of its time, and of
 * older ones, some may be missing. */
static void drop_incomplete(GArray *all, const cfa_columns *columns)
{
    const found last = g_array_index(all, found, all->len - 1);
    const gboolean is_in_order = last.entry.docid <= cfa_columns_chronological(columns);
    guint kept = 0;
    for (guint i = 0; i < all->len; i++) {
        const found *one = &g_array_index(all, found, i);
        if (one->entry.weight > last.entry.weight || (is_in_order && one->time > last.time))
            g_array_index(all, found, kept++) = *one;
    }
    g_array_set_size(all, kept);
}

/* Lists the first of each group; how many groups there are. */
static guint take_first(cfa_shortlist *list, const GArray *all, const cfa_shortlist_request *request)
{
    g_autoptr(GHashTable) taken = g_hash_table_new(g_direct_hash, g_direct_equal);
    g_array_set_size(list->entries, 0);
    for (guint i = 0; i < all->len; i++) {
        const found *one = &g_array_index(all, found, i);
        gpointer group = GUINT_TO_POINTER(one->entry.group);
        const guint before = GPOINTER_TO_UINT(g_hash_table_lookup(taken, group));
        g_hash_table_insert(taken, group, GUINT_TO_POINTER(before + 1));
        if (before < request->each && list->entries->len < request->most)
            g_array_append_val(list->entries, one->entry);
    }
    return g_hash_table_size(taken);
}

/* How many groups are found, by how many are among the paragraphs that are known; `all` is how many the index
 * has, or G_MAXUINT. What is found far and wide comes again and again in the same case texts: as often as if
 * it were strewn over all of them. */
static void estimate_groups(cfa_shortlist *list, guint groups, guint paragraphs, guint all,
                            const xc_mset *mset)
{
    const double share = paragraphs > 0 ? (double)groups / paragraphs : 0;
    const double apart = xc_mset_get_matches_estimated(mset) * share;
    const gboolean comes_again = list->slot == CFA_SLOT_RUN && all < G_MAXUINT;
    const double estimated = comes_again ? -expm1(-apart / all) * all : apart;
    list->paragraphs = xc_mset_get_matches_upper_bound(mset);
    list->lower = groups;
    list->upper = MAX(groups, MIN(list->paragraphs, all));
    list->estimated = CLAMP((guint)(estimated + 0.5), groups, list->upper);
}

/* How many paragraphs to ask for where these were too few. What only filters find all weighs nothing, and of
 * that all but the newest is dropped: to ask for all of it at once is soonest done. */
static guint more_than(const listing *this, const GArray *all)
{
    const guint64 most = (guint64)cfa_columns_documents(this->columns) + 1;
    const gboolean is_weighed = g_array_index(all, found, 0).entry.weight > 0;
    return (guint)(is_weighed ? MIN((guint64)this->asked * ASKED_AGAIN, most) : most);
}

/* Lists the best of the paragraphs asked for; FALSE where they are too few, and more are to be asked for. */
static gboolean list_best(listing *this)
{
    g_autoptr(xc_mset) mset = xc_enquire_get_mset(this->enquire, 0, this->asked, 0, &this->failure);
    g_autoptr(GArray) all = read_found(this, mset);
    const gboolean is_all = all->len < this->asked;
    if (!is_all) {
        this->asked = more_than(this, all);
        drop_incomplete(all, this->columns);
    }
    g_array_sort(all, compare_found);
    const guint groups = take_first(this->list, all, this->request);
    this->list->paragraphs = all->len;
    if (is_all)
        this->list->lower = this->list->estimated = this->list->upper = groups;
    else
        estimate_groups(this->list, groups, all->len,
                        this->request->by_paragraph ? cfa_columns_paragraphs(this->columns)
                                                    : cfa_columns_runs(this->columns),
                        mset);
    return is_all || this->is_damaged || this->list->entries->len >= this->request->most;
}

static gboolean list_by_columns(cfa_shortlist *list, const cfa_shortlist_request *request,
                                const cfa_columns *columns, cfa_error *error)
{
    listing this = {.list = list, .request = request, .columns = columns, .failure = XC_ERROR_INIT};
    const guint64 asked =
        MAX(request->is_counted ? ASKED_COUNTED : ASKED_LEAST, (guint64)request->most * ASKED_EACH);
    this.asked = (guint)MIN(asked, (guint64)cfa_columns_documents(columns) + 1);
    g_autoptr(xc_enquire) enquire = enquire_new(list->index, request->query, &this.failure);
    this.enquire = enquire;
    xc_enquire_set_docid_order(enquire, XC_DOCID_DESCENDING, &this.failure);
    while (this.failure.status == XC_OK && !list_best(&this))
        ;
    if (this.failure.status != XC_OK)
        return cfa_database_error(error, &this.failure);
    return !this.is_damaged || cfa_error_set(error, CFA_CORRUPT, "columns-corrupt", -1,
                                             "the columns of the index lack a paragraph that was found");
}

/* ---- by libxapian ---- */

static gboolean list_by_collapsing(cfa_shortlist *list, const cfa_shortlist_request *request,
                                   cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    g_autoptr(GHashTable) groups = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(xc_enquire) enquire = enquire_new(list->index, request->query, &failure);
    xc_enquire_set_collapse_key(enquire, list->slot, request->each, &failure);
    xc_enquire_set_sort_by_relevance_then_value(enquire, CFA_SLOT_NEWEST, TRUE, &failure);
    const guint asked = MAX(request->most, ASKED_LEAST);
    g_autoptr(xc_mset) mset = xc_enquire_get_mset(enquire, 0, asked, asked, &failure);
    for (guint i = 0; i < xc_mset_size(mset); i++) {
        const char *name = xc_mset_get_collapse_key(mset, i, NULL, &failure);
        gpointer group;
        if (!g_hash_table_lookup_extended(groups, name != NULL ? name : "", NULL, &group)) {
            group = GUINT_TO_POINTER(g_hash_table_size(groups));
            g_hash_table_insert(groups, g_strdup(name != NULL ? name : ""), group);
        }
        const cfa_shortlist_entry one = {.docid = xc_mset_get_docid(mset, i, &failure),
                                         .weight = xc_mset_get_weight(mset, i, &failure),
                                         .group = GPOINTER_TO_UINT(group)};
        if (i < request->most)
            g_array_append_val(list->entries, one);
    }
    estimate_groups(list, g_hash_table_size(groups), xc_mset_size(mset), G_MAXUINT, mset);
    if (xc_mset_size(mset) < asked)
        list->estimated = list->upper = list->lower;
    return failure.status == XC_OK || cfa_database_error(error, &failure);
}

/* ---- the whole ---- */

cfa_shortlist *cfa_shortlist_find(const cfa_index *index, const cfa_shortlist_request *request,
                                  cfa_error *error)
{
    const cfa_columns *columns;
    if (!cfa_counts_columns(index->counts, &columns, error))
        return NULL;
    g_autoptr(cfa_shortlist) list = g_new0(cfa_shortlist, 1);
    list->entries = g_array_new(FALSE, FALSE, sizeof(cfa_shortlist_entry));
    list->index = index;
    list->slot = request->by_paragraph ? CFA_SLOT_PARAGRAPH : CFA_SLOT_RUN;
    const gboolean well = columns != NULL ? list_by_columns(list, request, columns, error)
                                          : list_by_collapsing(list, request, error);
    return well ? g_steal_pointer(&list) : NULL;
}

void cfa_shortlist_free(cfa_shortlist *list)
{
    if (list == NULL)
        return;
    g_array_unref(list->entries);
    g_free(list);
}

char *cfa_shortlist_name(const cfa_shortlist *list, guint i, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    const xc_docid docid = g_array_index(list->entries, cfa_shortlist_entry, i).docid;
    g_autoptr(xc_document) document = xc_database_get_document(list->index->database, docid, &failure);
    size_t size = 0;
    const char *value = xc_document_get_value(document, list->slot, &size, &failure);
    char *name = value != NULL ? g_strndup(value, size) : NULL;
    if (failure.status != XC_OK)
        cfa_database_error(error, &failure);
    return name;
}
