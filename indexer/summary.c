#include "summary.h"

#include "confine.h"
#include "fence.h"
#include "log.h"

/* Many pages of one kind lack the same thing: a line for each would bury the rest. */
static void append_warnings(GString *text, const GPtrArray *warnings)
{
    g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) firsts = g_ptr_array_new();
    for (guint i = 0; i < warnings->len; i++) {
        cfa_remark *remark = g_ptr_array_index(warnings, i);
        const guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, remark->error.code));
        if (count == 0)
            g_ptr_array_add(firsts, remark);
        g_hash_table_insert(counts, remark->error.code, GUINT_TO_POINTER(count + 1));
    }
    for (guint i = 0; i < firsts->len; i++) {
        const cfa_remark *remark = g_ptr_array_index(firsts, i);
        const guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, remark->error.code));
        cfa_log_add_warning(text, remark->source, &remark->error);
        if (count > 1)
            g_string_append_printf(text, ", and %u more", count - 1);
        g_string_append_c(text, '\n');
    }
}

static void append_number(GString *text, guint number, const char *noun)
{
    g_string_append_printf(text, "%u %s%s", number, noun, number == 1 ? "" : "s");
}

/* What the index holds. */
static void append_counts(GString *text, const cfa_summary *summary)
{
    append_number(text, summary->case_texts, "case text");
    g_string_append(text, ", ");
    append_number(text, summary->paragraphs, "paragraph");
    if (summary->principles > 0) {
        g_string_append(text, ", ");
        append_number(text, summary->principles, "principle");
    }
    if (summary->listed_cases > 0) {
        g_string_append(text, ", ");
        append_number(text, summary->listed_cases, "listed case");
    }
}

char *cfa_summary_text(const cfa_summary *summary, gboolean quiet)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < summary->batch->rejected->len; i++) {
        const cfa_remark *remark = g_ptr_array_index(summary->batch->rejected, i);
        cfa_log_add_rejected(text, remark->source, &remark->error);
    }
    if (summary->batch->rejected->len == summary->batch->read)
        g_string_append(text,
                        "cfa-index: nothing in the sources can be read: nothing is published [nothing]\n");
    if (quiet)
        return g_string_free(text, FALSE);
    cfa_confine_tell(text, summary->batch->fence);
    append_warnings(text, summary->batch->warnings);
    if (summary->dry_run)
        g_string_append(text, "dry run, nothing is published; ");
    if (summary->generation == 0) {
        g_string_append(text, "nothing is in service; ");
    } else {
        g_string_append_printf(text, "%s generation %" G_GUINT64_FORMAT ": ",
                               summary->published ? "published" : "in service:", summary->generation);
        append_counts(text, summary);
        g_string_append(text, "; ");
    }
    append_number(text, summary->batch->read, "source");
    g_string_append_printf(
        text,
        summary->dry_run
            ? " read, %u unchanged, %u to add, %u to change, %u to remove, %u rejected (%.1f s)\n"
            : " read, %u unchanged, %u added, %u changed, %u removed, %u rejected (%.1f s)\n",
        summary->batch->unchanged, summary->changes->added, summary->changes->changed,
        summary->changes->removed, summary->batch->rejected->len, summary->seconds);
    return g_string_free(text, FALSE);
}

static json_t *sources_json(const cfa_summary *summary)
{
    json_t *sources = json_object();
    json_object_set_new(sources, "read", json_integer(summary->batch->read));
    json_object_set_new(sources, "unchanged", json_integer(summary->batch->unchanged));
    json_object_set_new(sources, "added", json_integer(summary->changes->added));
    json_object_set_new(sources, "changed", json_integer(summary->changes->changed));
    json_object_set_new(sources, "removed", json_integer(summary->changes->removed));
    json_object_set_new(sources, "rejected", json_integer(summary->batch->rejected->len));
    return sources;
}

static json_t *remarks_json(const GPtrArray *remarks, gboolean with_offset)
{
    json_t *list = json_array();
    for (guint i = 0; i < remarks->len; i++) {
        const cfa_remark *remark = g_ptr_array_index(remarks, i);
        json_t *object = json_object();
        json_object_set_new(object, "source", cfa_text_json(remark->source));
        if (with_offset)
            json_object_set_new(object, "offset",
                                remark->error.offset >= 0 ? json_integer(remark->error.offset) : json_null());
        json_object_set_new(object, "code", cfa_text_json(remark->error.code));
        json_object_set_new(object, "reason", cfa_text_json(remark->error.reason));
        json_array_append_new(list, object);
    }
    return list;
}

/* The parts of the fence that held around the worker. */
static json_t *fence_json(guint held)
{
    json_t *parts = json_array();
    for (guint part = 1; part < 1U << CFA_FENCE_PARTS; part <<= 1)
        if ((held & part) != 0)
            json_array_append_new(parts, json_string(cfa_fence_part_name((cfa_fence_part)part)));
    return parts;
}

char *cfa_summary_json(const cfa_summary *summary)
{
    json_auto_t *object = json_object();
    json_object_set_new(object, "schema", json_integer(1));
    json_object_set_new(object, "command", json_string(summary->command));
    json_object_set_new(object, "generation", json_integer((json_int_t)summary->generation));
    json_object_set_new(object, "published", json_boolean(summary->published));
    json_object_set_new(object, "seconds", json_real(summary->seconds));
    json_object_set_new(object, "seconds_learning", json_real(summary->seconds_learning));
    json_object_set_new(object, "sources", sources_json(summary));
    json_object_set_new(object, "case_texts", json_integer(summary->case_texts));
    json_object_set_new(object, "paragraphs", json_integer(summary->paragraphs));
    json_object_set_new(object, "principles", json_integer(summary->principles));
    json_object_set_new(object, "listed_cases", json_integer(summary->listed_cases));
    json_object_set_new(object, "bytes_read", json_integer((json_int_t)summary->batch->bytes_read));
    json_object_set_new(object, "bytes_text", json_integer((json_int_t)summary->bytes_text));
    json_object_set_new(object, "rejected", remarks_json(summary->batch->rejected, TRUE));
    json_object_set_new(object, "warnings", remarks_json(summary->batch->warnings, FALSE));
    json_object_set_new(object, "fence", fence_json(summary->batch->fence));
    g_autofree char *line = cfa_json_line(object);
    return g_strconcat(line, "\n", NULL);
}

char *cfa_summary_failed_json(const char *command, const cfa_error *error)
{
    json_t *what = json_object();
    json_object_set_new(what, "code", cfa_text_json(error->code));
    json_object_set_new(what, "reason", cfa_text_json(error->reason));
    json_auto_t *object = json_object();
    json_object_set_new(object, "schema", json_integer(1));
    json_object_set_new(object, "command", json_string(command));
    json_object_set_new(object, "error", what);
    g_autofree char *line = cfa_json_line(object);
    return g_strconcat(line, "\n", NULL);
}
