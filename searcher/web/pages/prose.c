#include "prose.h"

#include <string.h>

/* A text being written, and which of its bytes are marked. */
typedef struct prose {
    cfa_draft *draft;
    const cfa_index *index;
    const char *text;
    GArray *marked; /* span, in order */
    guint next;     /* of them that does not end before what is written */
} prose;

typedef struct span {
    gsize from, to;
} span;

static GArray *find_marked(const cfa_draft *draft, const cfa_record *record)
{
    GArray *marked = g_array_new(FALSE, FALSE, sizeof(span));
    if (draft->marks == NULL)
        return marked;
    g_autoptr(GPtrArray) runs =
        cfa_passage_snippet(record->paragraph->text, record->text->language, draft->marks, 0);
    gsize at = 0;
    for (guint i = 0; i < runs->len; i++) {
        const cfa_run *run = g_ptr_array_index(runs, i);
        const span one = {at, at + strlen(run->text)};
        if (run->match)
            g_array_append_val(marked, one);
        at = one.to;
    }
    return marked;
}

static void write_element(prose *this, const char *name, gsize from, gsize to)
{
    g_autofree char *bytes = g_strndup(this->text + from, to - from);
    if (name != NULL && to > from)
        cfa_html_element(this->draft->html, name, bytes, NULL);
    else
        cfa_html_text(this->draft->html, bytes);
}

/* Bytes of the text, each of which comes once and in order. */
static void write_bytes(prose *this, gsize from, gsize to)
{
    while (this->next < this->marked->len && from < to) {
        const span *one = &g_array_index(this->marked, span, this->next);
        if (one->from >= to)
            break;
        const gsize begin = MAX(one->from, from), end = MIN(one->to, to);
        write_element(this, NULL, from, begin);
        if (end > begin)
            write_element(this, "mark", begin, end);
        from = MAX(end, from);
        if (one->to > to)
            break;
        this->next++;
    }
    write_element(this, NULL, from, to);
}

static void write_mention(prose *this, const cfa_mention *mention)
{
    const gsize end = mention->offset + mention->length;
    xc_error failure = XC_ERROR_INIT;
    const gboolean exists = cfa_target_exists(this->index, &mention->citation, &failure);
    if (failure.status != XC_OK)
        cfa_database_error(&this->draft->problem, &failure);
    if (!exists) {
        write_bytes(this, mention->offset, end);
        return;
    }
    g_autofree char *path = cfa_target_path(&mention->citation);
    g_autofree char *address = cfa_link_page(this->draft->request, path);
    cfa_html_open(this->draft->html, "a", "href", address, NULL);
    write_bytes(this, mention->offset, end);
    cfa_html_close(this->draft->html, "a");
}

void cfa_prose_write(cfa_draft *draft, const cfa_index *index, const cfa_record *record)
{
    const char *lang = cfa_frame_lang(draft, record->text->language), *text = record->paragraph->text;
    const GArray *mentions = record->paragraph->mentions;
    guint next = 0; /* of the mentions */
    g_autoptr(GArray) marked = find_marked(draft, record);
    prose this = {.draft = draft, .index = index, .text = text, .marked = marked};
    for (gsize at = 0; text[at] != '\0'; at += text[at] == '\n') {
        const gsize end = at + strcspn(text + at, "\n");
        if (end == at)
            continue;
        cfa_html_open(draft->html, "p", "class", at == 0 ? "body" : "body item", "lang", lang, NULL);
        for (; next < mentions->len; next++) {
            const cfa_mention *mention = &g_array_index(mentions, cfa_mention, next);
            if (mention->offset + mention->length > end)
                break;
            if (mention->offset < at) /* it began on the line before: a link ends with its line */
                continue;
            write_bytes(&this, at, mention->offset);
            write_mention(&this, mention);
            at = mention->offset + mention->length;
        }
        write_bytes(&this, at, end);
        cfa_html_close(draft->html, "p");
        at = end;
    }
}

void cfa_prose_plain(cfa_draft *draft, const char *text, cfa_language language)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++)
        cfa_html_element(draft->html, "p", lines[i], "class", i == 0 ? "body" : "body item", "lang",
                         cfa_frame_lang(draft, language), NULL);
}
