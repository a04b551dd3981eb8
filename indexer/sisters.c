#include "sisters.h"

#include "stored.h"

#include <string.h>

/* What a text says of itself, or was told: of an entry, or of a text. */
typedef struct facts {
    guint *report;
    cfa_date *report_date;
    cfa_report_type *type;
    GPtrArray *cases; /* cfa_case * */
    guint *told;
    cfa_language language;
    guint first, last; /* its paragraphs */
} facts;

void cfa_sisters_add_numbers(GHashTable *numbers, const GPtrArray *text_ids)
{
    for (guint i = 0; i < text_ids->len; i++) {
        const char *text_id = g_ptr_array_index(text_ids, i);
        g_hash_table_add(numbers, g_strndup(text_id, strcspn(text_id, "/")));
    }
}

static guint case_number(const GPtrArray *cases)
{
    return cases->len > 0 ? ((const cfa_case *)g_ptr_array_index(cases, 0))->number : 0;
}

static gboolean lacks_something(const facts *one)
{
    return *one->report == 0 || one->report_date->year == 0 || *one->type == CFA_TYPE_UNKNOWN ||
           case_number(one->cases) == 0;
}

/* Whether one may be a rendering of the other. */
static gboolean are_sisters(const facts *one, const facts *other)
{
    return one->language != other->language && one->first <= other->last && other->first <= one->last;
}

static void tell(facts *one, const facts *sister)
{
    const guint told = *sister->told; /* only what a page says of itself is told on */
    if (*one->report == 0 && *sister->report != 0 && (told & CFA_TOLD_REPORT) == 0) {
        *one->report = *sister->report;
        *one->told |= CFA_TOLD_REPORT;
    }
    if (one->report_date->year == 0 && sister->report_date->year != 0 && (told & CFA_TOLD_DATE) == 0) {
        *one->report_date = *sister->report_date;
        *one->told |= CFA_TOLD_DATE;
    }
    if (*one->type == CFA_TYPE_UNKNOWN && *sister->type != CFA_TYPE_UNKNOWN && (told & CFA_TOLD_TYPE) == 0) {
        *one->type = *sister->type;
        *one->told |= CFA_TOLD_TYPE;
    }
    if (case_number(one->cases) == 0 && case_number(sister->cases) != 0 && (told & CFA_TOLD_CASES) == 0) {
        g_ptr_array_set_size(one->cases, 0);
        cfa_cases_join(one->cases, sister->cases);
        *one->told |= CFA_TOLD_CASES;
    }
}

/* Takes back what was told. A case that was told stood in the place of one without number, or of none. */
static void take_back(facts *one)
{
    if ((*one->told & CFA_TOLD_REPORT) != 0)
        *one->report = 0;
    if ((*one->told & CFA_TOLD_DATE) != 0)
        *one->report_date = (cfa_date){0};
    if ((*one->told & CFA_TOLD_TYPE) != 0)
        *one->type = CFA_TYPE_UNKNOWN;
    if ((*one->told & CFA_TOLD_CASES) != 0)
        g_ptr_array_set_size(one->cases, 0);
    *one->told = 0;
}

static int compare_facts(gconstpointer a, gconstpointer b)
{
    const facts *left = *(facts *const *)a, *right = *(facts *const *)b;
    if (left->language != right->language)
        return (int)left->language - (int)right->language;
    if (left->first != right->first)
        return left->first < right->first ? -1 : 1;
    return left->last < right->last ? -1 : left->last > right->last;
}

/* Tells the members of a family, which is all that has one page's number. */
static void tell_family(GPtrArray *family)
{
    g_ptr_array_sort(family, compare_facts);
    for (guint i = 0; i < family->len; i++) {
        facts *one = g_ptr_array_index(family, i);
        for (guint j = 0; j < family->len && lacks_something(one); j++) {
            const facts *other = g_ptr_array_index(family, j);
            if (are_sisters(one, other))
                tell(one, other);
        }
    }
}

/* ---- a batch ---- */

static facts *facts_of_entry(cfa_entry *entry)
{
    facts *one = g_new0(facts, 1);
    *one = (facts){.report = &entry->report,
                   .report_date = &entry->report_date,
                   .type = &entry->type,
                   .cases = entry->cases,
                   .told = &entry->told,
                   .language = entry->language,
                   .first = entry->numbers[0],
                   .last = entry->numbers[entry->paragraphs - 1]};
    return one;
}

static GHashTable *families_of(cfa_batch *batch)
{
    GHashTable *families =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < batch->entries->len; i++) {
        cfa_entry *entry = g_ptr_array_index(batch->entries, i);
        if (entry->text_id == NULL)
            continue;
        GPtrArray *family = g_hash_table_lookup(families, entry->text_id);
        if (family == NULL) {
            family = g_ptr_array_new_with_free_func(g_free);
            g_hash_table_insert(families, g_strdup(entry->text_id), family);
        }
        g_ptr_array_add(family, facts_of_entry(entry));
    }
    return families;
}

/* Whether a sister told what a warning misses. */
static gboolean is_settled(const cfa_entry *entry, const cfa_remark *warning)
{
    return entry->order == warning->order &&
           (((entry->told & CFA_TOLD_REPORT) != 0 && strcmp(warning->error.code, "report-unknown") == 0) ||
            ((entry->told & CFA_TOLD_CASES) != 0 && strcmp(warning->error.code, "case-unknown") == 0));
}

/* Both lists stand in the order of reading. */
static void drop_warnings(cfa_batch *batch)
{
    gsize count;
    g_autofree gpointer *all = g_ptr_array_steal(batch->warnings, &count);
    guint at = 0;
    for (gsize i = 0; i < count; i++) {
        cfa_remark *warning = all[i];
        while (at < batch->entries->len &&
               ((cfa_entry *)g_ptr_array_index(batch->entries, at))->order < warning->order)
            at++;
        if (at < batch->entries->len && is_settled(g_ptr_array_index(batch->entries, at), warning))
            cfa_remark_free(warning);
        else
            g_ptr_array_add(batch->warnings, warning);
    }
}

void cfa_sisters_tell_batch(cfa_batch *batch)
{
    g_autoptr(GHashTable) families = families_of(batch);
    GHashTableIter each;
    gpointer family;
    g_hash_table_iter_init(&each, families);
    while (g_hash_table_iter_next(&each, NULL, &family))
        tell_family(family);
    for (guint i = 0; i < batch->entries->len; i++)
        cfa_entry_rename(g_ptr_array_index(batch->entries, i));
    drop_warnings(batch);
}

/* ---- an index ---- */

/* A case text of the index, and the head of its records as it was. */
typedef struct member {
    cfa_stored *stored;
    char *head;
} member;

typedef struct telling {
    cfa_writer *writer;
    const xc_database *database;
    GHashTable *touched;
    gboolean changed;
    xc_error failure;
} telling;

static void member_free(gpointer data)
{
    member *one = data;
    cfa_stored_free(one->stored);
    g_free(one->head);
    g_free(one);
}

static facts *facts_of_text(cfa_case_text *text)
{
    facts *one = g_new0(facts, 1);
    *one = (facts){.report = &text->report,
                   .report_date = &text->report_date,
                   .type = &text->type,
                   .cases = text->cases,
                   .told = &text->told,
                   .language = text->language,
                   .first = cfa_case_text_first(text),
                   .last = cfa_case_text_last(text)};
    return one;
}

/* The identifiers of all case texts of pages of a number. */
static GPtrArray *case_texts_of(telling *this, const char *number)
{
    GPtrArray *ids = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) pages =
        cfa_filter_values_below(this->database, CFA_FILTER_TEXT_ID, number, &this->failure);
    for (guint i = 0; i < pages->len; i++) {
        g_autoptr(GArray) docids =
            cfa_filter_documents(this->database, CFA_FILTER_TEXT_ID, pages->pdata[i], &this->failure);
        for (guint j = 0; j < docids->len; j++) {
            g_autoptr(GPtrArray) of_one = cfa_filter_values_of(
                this->database, g_array_index(docids, xc_docid, j), CFA_FILTER_CASE_TEXT, &this->failure);
            cfa_filter_add_all_once(of_one, ids);
        }
    }
    return ids;
}

/* Notes the paragraphs of a text under an identifier that it had, or has. */
static void touch(telling *this, const cfa_case_text *text, const char *id)
{
    g_autofree char *stem = g_strndup(id, strcspn(id, "/"));
    for (guint i = 0; i < text->paragraphs->len; i++) {
        const guint number = ((const cfa_paragraph *)g_ptr_array_index(text->paragraphs, i))->number;
        g_hash_table_add(this->touched, cfa_id_make(stem, number, number, CFA_LANGUAGE_UNKNOWN));
    }
}

/* Where another text has the identifier already, the two become one: its words, the cases and sources of
 * both. */
static gboolean join_other(telling *this, member *one, const char *id, cfa_error *error)
{
    cfa_error failure = {0};
    cfa_stored *other =
        strcmp(id, one->stored->id) != 0 ? cfa_stored_load(this->database, id, &failure) : NULL;
    if (other == NULL && failure.status != CFA_OK) {
        *error = failure;
        return FALSE;
    }
    if (other == NULL)
        return TRUE;
    cfa_cases_join(other->text->cases, one->stored->text->cases);
    cfa_origin_join(&other->origin, &one->stored->origin);
    cfa_stored_free(one->stored);
    one->stored = other;
    return cfa_writer_remove(this->writer, CFA_FILTER_CASE_TEXT, id, error);
}

static gboolean rewrite(telling *this, member *one, cfa_error *error)
{
    g_autofree char *id = cfa_case_text_id(one->stored->text);
    this->changed = TRUE;
    touch(this, one->stored->text, one->stored->id);
    touch(this, one->stored->text, id);
    if (!cfa_writer_remove(this->writer, CFA_FILTER_CASE_TEXT, one->stored->id, error) ||
        !join_other(this, one, id, error))
        return FALSE;
    return cfa_writer_add(this->writer, one->stored->text, &one->stored->origin, NULL, error);
}

/* Whether any of the case texts lacks something, or was told it. One paragraph of each tells; most pages say
 * all of it themselves. */
static gboolean may_be_told(telling *this, const GPtrArray *ids)
{
    for (guint i = 0; i < ids->len; i++) {
        g_autoptr(GArray) docids =
            cfa_filter_documents(this->database, CFA_FILTER_CASE_TEXT, ids->pdata[i], &this->failure);
        g_autoptr(cfa_record) record =
            docids->len > 0
                ? cfa_stored_record(this->database, g_array_index(docids, xc_docid, 0), &this->failure, NULL)
                : NULL;
        if (record == NULL)
            return TRUE; /* what is wrong is told when all of it is loaded */
        g_autofree facts *known = facts_of_text(record->text);
        if (record->text->told != 0 || lacks_something(known))
            return TRUE;
    }
    return FALSE;
}

static gboolean load_family(telling *this, const GPtrArray *ids, GPtrArray *members, GPtrArray *family,
                            cfa_error *error)
{
    for (guint i = 0; i < ids->len; i++) {
        member *one = g_new0(member, 1);
        g_ptr_array_add(members, one);
        one->stored = cfa_stored_load(this->database, ids->pdata[i], error);
        if (one->stored == NULL)
            return FALSE;
        one->head = cfa_record_head(one->stored->text);
        facts *known = facts_of_text(one->stored->text);
        take_back(known);
        g_ptr_array_add(family, known);
    }
    return TRUE;
}

static gboolean tell_number(telling *this, const char *number, cfa_error *error)
{
    g_autoptr(GPtrArray) ids = case_texts_of(this, number);
    g_autoptr(GPtrArray) members = g_ptr_array_new_with_free_func(member_free);
    g_autoptr(GPtrArray) family = g_ptr_array_new_with_free_func(g_free);
    if (!may_be_told(this, ids))
        return TRUE;
    if (!load_family(this, ids, members, family, error))
        return FALSE;
    tell_family(family);
    gboolean well = TRUE;
    for (guint i = 0; well && i < members->len; i++) {
        member *one = g_ptr_array_index(members, i);
        g_autofree char *head = cfa_record_head(one->stored->text);
        if (strcmp(head, one->head) != 0)
            well = rewrite(this, one, error);
    }
    return well;
}

void cfa_sisters_take_back(cfa_case_text *text)
{
    g_autofree facts *known = facts_of_text(text);
    take_back(known);
}

gboolean cfa_sisters_tell_index(cfa_writer *writer, GHashTable *numbers, GHashTable *touched,
                                gboolean *changed, cfa_error *error)
{
    telling this = {.writer = writer,
                    .database = cfa_writer_database(writer),
                    .touched = touched,
                    .failure = XC_ERROR_INIT};
    GHashTableIter each;
    gpointer number;
    gboolean well = TRUE;
    g_hash_table_iter_init(&each, numbers);
    while (well && g_hash_table_iter_next(&each, &number, NULL))
        well = tell_number(&this, number, error);
    *changed = this.changed;
    if (this.failure.status != XC_OK)
        return cfa_database_error(error, &this.failure);
    return well;
}
