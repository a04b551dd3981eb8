/* The wire and the messages on it: what is put comes out the same, and what was not put there is refused. */
#include "message.h"

#include "library_json.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static cfa_case_text *text_new(void)
{
    cfa_case_text *text = support_text_new(401, CFA_FRENCH, "2023-03");
    text->subject = g_strdup("Grève au dépôt");
    support_add_case(text, 9901, "Ruritania", CFA_CASE_CLOSED);
    support_add_paragraph(text, 10, CFA_SECTION_CONCLUSIONS, "Voir le 306e rapport, paragr. 123.", "306/123");
    support_add_paragraph(text, 11, CFA_SECTION_OTHER, "", NULL);
    return text;
}

/* The bytes of a message without its length, as they are received. */
static cfa_wire wire_of(const GByteArray *bytes)
{
    guint32 length;
    memcpy(&length, bytes->data, sizeof length);
    assert_int_equal(length, bytes->len - sizeof length);
    return cfa_wire_of(bytes->data + sizeof length, length);
}

static void a_case_text_comes_out_as_it_was_put(void **state)
{
    (void)state;
    g_autoptr(cfa_case_text) before = text_new();
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    cfa_wire_put_case_text(bytes, before);
    cfa_wire wire = cfa_wire_of(bytes->data, bytes->len);
    g_autoptr(cfa_case_text) after = cfa_wire_take_case_text(&wire);
    assert_non_null(after);
    assert_true(cfa_wire_ended(&wire));
    g_autofree char *expected = cfa_case_text_to_json(before), *found = cfa_case_text_to_json(after);
    assert_string_equal(found, expected);
    const cfa_paragraph *first = g_ptr_array_index(after->paragraphs, 0);
    assert_int_equal(first->mentions->len, 1);
    assert_string_equal(g_ptr_array_index(first->cites, 0), "306/123");
}

/* Whether the wire takes a case text that is what it should be but for one change. */
static gboolean is_taken(void (*change)(cfa_case_text *text))
{
    g_autoptr(cfa_case_text) text = text_new();
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    change(text);
    cfa_wire_put_case_text(bytes, text);
    cfa_wire wire = cfa_wire_of(bytes->data, bytes->len);
    g_autoptr(cfa_case_text) after = cfa_wire_take_case_text(&wire);
    assert_true((after != NULL) == cfa_wire_ended(&wire));
    return after != NULL;
}

static cfa_paragraph *paragraph_of(cfa_case_text *text, guint index)
{
    return g_ptr_array_index(text->paragraphs, index);
}

static void change_nothing(cfa_case_text *text)
{
    (void)text;
}

static void name_a_language_that_is_none(cfa_case_text *text)
{
    text->language = (cfa_language)(CFA_LANGUAGES + 1);
}

static void name_a_section_that_is_none(cfa_case_text *text)
{
    paragraph_of(text, 0)->section = (cfa_section)77;
}

static void name_a_status_that_is_none(cfa_case_text *text)
{
    ((cfa_case *)g_ptr_array_index(text->cases, 0))->status = (cfa_case_status)77;
}

static void date_it_in_a_month_that_is_none(cfa_case_text *text)
{
    text->report_date.month = 13;
}

static void leave_no_paragraph(cfa_case_text *text)
{
    g_ptr_array_set_size(text->paragraphs, 0);
}

static void put_paragraphs_out_of_order(cfa_case_text *text)
{
    paragraph_of(text, 1)->number = 10;
}

static void leave_a_paragraph_without_text(cfa_case_text *text)
{
    g_clear_pointer(&paragraph_of(text, 1)->text, g_free);
}

static void write_what_is_no_text(cfa_case_text *text)
{
    text->subject[0] = (char)0xFF;
}

static void cite_beyond_the_end(cfa_case_text *text)
{
    g_array_index(paragraph_of(text, 0)->mentions, cfa_mention, 0).length = 1000;
}

static void cite_what_is_no_kind(cfa_case_text *text)
{
    cfa_citation *citation = &g_array_index(paragraph_of(text, 0)->mentions, cfa_mention, 0).citation;
    *citation = (cfa_citation){.kind = (cfa_citation_kind)77};
}

static void name_it_by_a_path(cfa_case_text *text)
{
    text->report = 0;
    text->text_id = g_strdup("../../etc/passwd");
}

static void what_no_reader_makes_is_refused(void **state)
{
    void (*const changes[])(cfa_case_text * text) = {name_a_language_that_is_none,
                                                     name_a_section_that_is_none,
                                                     name_a_status_that_is_none,
                                                     date_it_in_a_month_that_is_none,
                                                     leave_no_paragraph,
                                                     put_paragraphs_out_of_order,
                                                     leave_a_paragraph_without_text,
                                                     write_what_is_no_text,
                                                     cite_beyond_the_end,
                                                     cite_what_is_no_kind,
                                                     name_it_by_a_path};
    (void)state;
    assert_true(is_taken(change_nothing));
    for (gsize i = 0; i < G_N_ELEMENTS(changes); i++)
        if (is_taken(changes[i]))
            fail_msg("change %zu is taken", i);
}

static void a_text_has_no_zero_in_it(void **state)
{
    (void)state;
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    cfa_wire_put_text(bytes, "ab");
    bytes->data[sizeof(guint32)] = '\0';
    cfa_wire wire = cfa_wire_of(bytes->data, bytes->len);
    assert_null(cfa_wire_take_text(&wire));
    assert_false(cfa_wire_ended(&wire));
}

static void a_path_may_have_any_other_byte(void **state)
{
    (void)state;
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    cfa_wire_put_path(bytes, "reports/\xFF.html");
    cfa_wire wire = cfa_wire_of(bytes->data, bytes->len);
    g_autofree char *path = cfa_wire_take_path(&wire);
    assert_string_equal(path, "reports/\xFF.html");
    assert_true(cfa_wire_ended(&wire));
}

static void a_wire_that_failed_gives_nothing_more(void **state)
{
    (void)state;
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    cfa_wire_put_number(bytes, 3);
    cfa_wire_put_number(bytes, 4);
    cfa_wire wire = cfa_wire_of(bytes->data, bytes->len);
    assert_int_equal(cfa_wire_take_up_to(&wire, 2), 0);
    assert_int_equal(cfa_wire_take_number(&wire), 0);
    assert_null(cfa_wire_take_text(&wire));
    assert_false(cfa_wire_ended(&wire));
}

/* ---- messages ---- */

static cfa_holding holding_new(void)
{
    cfa_holding holding = {.texts = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_case_text_free),
                           .warnings = cfa_warnings_new(),
                           .digest = g_strdup("0123")};
    cfa_case_text *text = text_new();
    cfa_case_text_warn(text, "paragraph-gap", "after paragraph %u", 11U);
    g_ptr_array_add(holding.texts, text);
    cfa_warnings_add(holding.warnings, "bytes-replaced", "1 byte is no text");
    return holding;
}

static void a_holding_comes_with_all_that_was_found_odd(void **state)
{
    (void)state;
    g_auto(cfa_message) message = {.kind = CFA_MESSAGE_HOLDING, .document = 7, .holding = holding_new()};
    g_auto(cfa_message) same = {0};
    g_autoptr(GByteArray) bytes = cfa_message_pack(&message);
    cfa_wire wire = wire_of(bytes);
    assert_true(cfa_message_unpack(&wire, &same));
    assert_int_equal(same.kind, CFA_MESSAGE_HOLDING);
    assert_int_equal(same.document, 7);
    const cfa_case_text *text = g_ptr_array_index(same.holding.texts, 0);
    const cfa_warning *warning = g_ptr_array_index(text->warnings, 0);
    assert_string_equal(warning->code, "paragraph-gap");
    assert_string_equal(warning->reason, "after paragraph 11");
    warning = g_ptr_array_index(same.holding.warnings, 0);
    assert_string_equal(warning->code, "bytes-replaced");
    assert_string_equal(same.holding.digest, "0123");
    assert_null(same.holding.principles);
}

static cfa_principle *principle_new(const char *id)
{
    cfa_principle *principle = cfa_principle_new();
    principle->id = g_strdup(id);
    principle->source = g_strdup("pages/strikes.html");
    principle->language = CFA_SPANISH;
    principle->text = g_strdup("Las huelgas de los estibadores son legítimas.");
    cfa_principle_apply(principle, 9901, "Ruritania", 343, 469);
    return principle;
}

static void a_principle_and_a_listed_case_come_out_as_they_were_put(void **state)
{
    (void)state;
    cfa_listed_case *listed = cfa_listed_case_new();
    listed->facts.number = 9901;
    listed->source = g_strdup("pages/list.html");
    g_auto(cfa_message) message = {.kind = CFA_MESSAGE_HOLDING};
    message.holding.principles = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_principle_free);
    message.holding.cases = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_listed_case_free);
    g_ptr_array_add(message.holding.principles, principle_new("digest:2006/581"));
    g_ptr_array_add(message.holding.cases, listed);
    g_auto(cfa_message) same = {0};
    g_autoptr(GByteArray) bytes = cfa_message_pack(&message);
    cfa_wire wire = wire_of(bytes);
    assert_true(cfa_message_unpack(&wire, &same));
    const cfa_principle *principle = g_ptr_array_index(same.holding.principles, 0);
    assert_string_equal(principle->text, "Las huelgas de los estibadores son legítimas.");
    assert_int_equal(principle->language, CFA_SPANISH);
    assert_int_equal(principle->applied->len, 1);
    assert_int_equal(((const cfa_listed_case *)g_ptr_array_index(same.holding.cases, 0))->facts.number, 9901);
}

static void a_principle_of_no_name_is_refused(void **state)
{
    (void)state;
    g_auto(cfa_message) message = {.kind = CFA_MESSAGE_HOLDING};
    message.holding.principles = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_principle_free);
    g_ptr_array_add(message.holding.principles, principle_new("../current"));
    g_auto(cfa_message) same = {0};
    g_autoptr(GByteArray) bytes = cfa_message_pack(&message);
    cfa_wire wire = wire_of(bytes);
    assert_false(cfa_message_unpack(&wire, &same));
    assert_null(same.holding.principles);
}

static void an_error_comes_with_where_and_why(void **state)
{
    (void)state;
    cfa_message message = {.kind = CFA_MESSAGE_HOLDING, .document = 3}, same = {0};
    cfa_error_set(&message.error, CFA_BAD_INPUT, "gzip-truncated", 60, "the gzip stream ends early");
    g_autoptr(GByteArray) bytes = cfa_message_pack(&message);
    cfa_wire wire = wire_of(bytes);
    assert_true(cfa_message_unpack(&wire, &same));
    assert_int_equal(same.error.status, CFA_BAD_INPUT);
    assert_string_equal(same.error.code, "gzip-truncated");
    assert_int_equal(same.error.offset, 60);
    assert_string_equal(same.error.reason, "the gzip stream ends early");
    cfa_message_clear(&same);
}

static void a_file_comes_with_all_its_marks(void **state)
{
    const cfa_message message = {.kind = CFA_MESSAGE_FILE,
                                 .file = {.path = "a\xFF",
                                          .device = 1,
                                          .inode = 2,
                                          .size = 3,
                                          .modified = -4,
                                          .changed = 5,
                                          .facts = G_MAXUINT64,
                                          .manifests = 7},
                                 .time = 8,
                                 .unchanged = TRUE};
    g_auto(cfa_message) same = {0};
    (void)state;
    g_autoptr(GByteArray) bytes = cfa_message_pack(&message);
    cfa_wire wire = wire_of(bytes);
    assert_true(cfa_message_unpack(&wire, &same));
    assert_string_equal(same.file.path, "a\xFF");
    assert_int_equal(same.file.device, 1);
    assert_int_equal(same.file.inode, 2);
    assert_int_equal(same.file.size, 3);
    assert_int_equal(same.file.modified, -4);
    assert_int_equal(same.file.changed, 5);
    assert_true(same.file.facts == G_MAXUINT64);
    assert_int_equal(same.file.manifests, 7);
    assert_int_equal(same.time, 8);
    assert_true(same.unchanged);
}

/* Whether a document is believed of which the worker tells this. */
static gboolean is_believed(cfa_document_state told, const char *digest, cfa_status status)
{
    cfa_message message = {.kind = CFA_MESSAGE_DOCUMENT, .state = told};
    g_auto(cfa_message) same = {0};
    if (status != CFA_OK)
        cfa_error_set(&message.error, status, "empty", 0, "there is nothing in it");
    message.path = g_strdup("a.html");
    message.digest = g_strdup(digest);
    g_autoptr(GByteArray) bytes = cfa_message_pack(&message);
    cfa_message_clear(&message);
    cfa_wire wire = wire_of(bytes);
    return cfa_message_unpack(&wire, &same);
}

static void a_document_is_refused_or_has_a_digest(void **state)
{
    g_autofree char *digest = g_strnfill(CFA_LAYOUT_DIGEST, 'a'),
                    *letters = g_strnfill(CFA_LAYOUT_DIGEST, 'z');
    (void)state;
    assert_true(is_believed(CFA_DOCUMENT_NEW, digest, CFA_OK));
    assert_true(is_believed(CFA_DOCUMENT_REFUSED, NULL, CFA_BAD_INPUT));
    assert_false(is_believed(CFA_DOCUMENT_NEW, digest + 1, CFA_OK));
    assert_false(is_believed(CFA_DOCUMENT_NEW, letters, CFA_OK));
    assert_false(is_believed(CFA_DOCUMENT_KNOWN, NULL, CFA_OK));
    assert_false(is_believed(CFA_DOCUMENT_AGAIN, digest, CFA_BAD_INPUT));
    assert_false(is_believed(CFA_DOCUMENT_REFUSED, NULL, CFA_OK));
}

static void a_warning_comes_with_its_file_and_reason(void **state)
{
    cfa_message message = {.kind = CFA_MESSAGE_WARNING, .path = g_strdup("manifest.tsv")}, same = {0};
    (void)state;
    cfa_error_set(&message.error, CFA_BAD_INPUT, "manifest-no-file", -1, "2 of its 3 rows name no file");
    g_autoptr(GByteArray) bytes = cfa_message_pack(&message);
    cfa_message_clear(&message);
    cfa_wire wire = wire_of(bytes);
    assert_true(cfa_message_unpack(&wire, &same));
    assert_string_equal(same.path, "manifest.tsv");
    assert_string_equal(same.error.code, "manifest-no-file");
    assert_string_equal(same.error.reason, "2 of its 3 rows name no file");
    cfa_message_clear(&same);
}

static void a_message_that_is_cut_or_too_long_is_none(void **state)
{
    (void)state;
    g_auto(cfa_message) message = {.kind = CFA_MESSAGE_HOLDING, .holding = holding_new()};
    g_autoptr(GByteArray) bytes = cfa_message_pack(&message);
    const cfa_wire whole = wire_of(bytes);
    const gsize length = (gsize)(whole.end - whole.at);
    for (gsize cut = 0; cut < length; cut++) {
        g_auto(cfa_message) same = {0};
        g_autofree char *part = g_memdup2(whole.at, cut);
        cfa_wire wire = cfa_wire_of(part, cut);
        assert_false(cfa_message_unpack(&wire, &same));
    }
    g_auto(cfa_message) same = {0};
    g_autofree char *more = g_malloc0(length + 1);
    memcpy(more, whole.at, length);
    cfa_wire wire = cfa_wire_of(more, length + 1);
    assert_false(cfa_message_unpack(&wire, &same));
}

static void a_kind_that_is_none_is_refused(void **state)
{
    const guint32 kind = CFA_MESSAGE_WARNING + 1;
    g_auto(cfa_message) message = {0};
    (void)state;
    cfa_wire wire = cfa_wire_of(&kind, sizeof kind);
    assert_false(cfa_message_unpack(&wire, &message));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_case_text_comes_out_as_it_was_put),
        cmocka_unit_test(what_no_reader_makes_is_refused),
        cmocka_unit_test(a_text_has_no_zero_in_it),
        cmocka_unit_test(a_path_may_have_any_other_byte),
        cmocka_unit_test(a_wire_that_failed_gives_nothing_more),
        cmocka_unit_test(a_holding_comes_with_all_that_was_found_odd),
        cmocka_unit_test(a_principle_and_a_listed_case_come_out_as_they_were_put),
        cmocka_unit_test(a_principle_of_no_name_is_refused),
        cmocka_unit_test(an_error_comes_with_where_and_why),
        cmocka_unit_test(a_file_comes_with_all_its_marks),
        cmocka_unit_test(a_warning_comes_with_its_file_and_reason),
        cmocka_unit_test(a_document_is_refused_or_has_a_digest),
        cmocka_unit_test(a_message_that_is_cut_or_too_long_is_none),
        cmocka_unit_test(a_kind_that_is_none_is_refused),
    };
    return cmocka_run_group_tests_name("wire", tests, NULL, NULL);
}
