/* The measures against numbers worked by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "measures.h"

/* Found at ranks 2, 4 and 5, one of four never. */
static const char judged[] = "q 0 a 3\nq 0 b 1\nq 0 c 2\nq 0 d 0\nq 0 e 1\n";
static const char ranked[] =
    "q Q0 d 1 9.5 us\nq Q0 a 2 9.1 us\nq Q0 x 3 8 us\nq Q0 b 4 7 us\nq Q0 c 5 6 us\n";

static void check(const char *name, double found, double expected)
{
    if (fabs(found - expected) > 0.0000005)
        fail_msg("%s is %.7f, not %.7f", name, found, expected);
}

static cfa_judgements *judge(const char *text)
{
    g_autoptr(GError) error = NULL;
    cfa_judgements *judgements = cfa_judgements_parse(text, &error);
    if (judgements == NULL)
        fail_msg("%s", error->message);
    return judgements;
}

static cfa_run *rank(const char *text)
{
    g_autoptr(GError) error = NULL;
    cfa_run *run = cfa_run_parse(text, &error);
    if (run == NULL)
        fail_msg("%s", error->message);
    return run;
}

static cfa_measures mean_of(const char *judgements_text, const char *run_text)
{
    g_autoptr(cfa_judgements) judgements = judge(judgements_text);
    g_autoptr(cfa_run) run = rank(run_text);
    return cfa_measures_mean(judgements, run, NULL, NULL);
}

static void ndcg_is_grade_by_logarithm_of_rank_over_the_best_order(void **state)
{
    (void)state;
    /* 3/log2(3) + 1/log2(5) + 2/log2(6) = 1.8927893 + 0.4306766 + 0.7737056 = 3.0971714
     * best: 3/1 + 2/log2(3) + 1/2 + 1/log2(5) = 3 + 1.2618595 + 0.5 + 0.4306766 = 5.1925361 */
    check("nDCG@10", mean_of(judged, ranked).ndcg_10, 0.5964661);
}

static void average_precision_divides_by_all_that_is_relevant(void **state)
{
    (void)state;
    /* (1/2 + 2/4 + 3/5) / 4 */
    check("AP", mean_of(judged, ranked).average_precision, 0.4);
}

static void the_other_measures_of_one_topic_are_as_by_hand(void **state)
{
    (void)state;
    const cfa_measures mean = mean_of(judged, ranked);
    check("RR", mean.reciprocal_rank, 1.0 / 2);
    check("P@5", mean.precision_5, 3.0 / 5);
    check("recall@100", mean.recall_100, 3.0 / 4);
}

static void a_perfect_run_has_one_in_everything(void **state)
{
    (void)state;
    const cfa_measures mean = mean_of("q 0 a 2\nq 0 b 1\nq 0 c 1\nq 0 d 1\nq 0 e 1\n",
                                      "q Q0 a 1 5 us\nq Q0 b 2 4 us\nq Q0 c 3 3 us\nq Q0 d 4 2 us\n"
                                      "q Q0 e 5 1 us\n");
    check("nDCG@10", mean.ndcg_10, 1);
    check("AP", mean.average_precision, 1);
    check("RR", mean.reciprocal_rank, 1);
    check("P@5", mean.precision_5, 1);
    check("recall@100", mean.recall_100, 1);
}

static void precision_counts_ranks_that_a_short_run_leaves_empty(void **state)
{
    (void)state;
    check("P@5", mean_of("q 0 a 1\n", "q Q0 a 1 5 us\n").precision_5, 1.0 / 5);
}

/* `unjudged` documents, then the one relevant. */
static cfa_measures found_after(guint unjudged)
{
    g_autoptr(GString) run = g_string_new(NULL);
    for (guint i = 1; i <= unjudged; i++)
        g_string_append_printf(run, "q Q0 x%u %u 1 us\n", i, i);
    g_string_append_printf(run, "q Q0 a %u 1 us\n", unjudged + 1);
    return mean_of("q 0 a 1\n", run->str);
}

static void ndcg_ends_at_the_tenth_rank(void **state)
{
    (void)state;
    check("nDCG@10 at rank 10", found_after(9).ndcg_10, 0.2890648); /* 1/log2(11) */
    check("nDCG@10 at rank 11", found_after(10).ndcg_10, 0);
}

static void precision_ends_at_the_fifth_rank(void **state)
{
    (void)state;
    check("P@5 at rank 5", found_after(4).precision_5, 0.2);
    check("P@5 at rank 6", found_after(5).precision_5, 0);
}

static void recall_ends_at_the_hundredth_rank(void **state)
{
    (void)state;
    check("recall@100 at rank 100", found_after(99).recall_100, 1);
    check("recall@100 at rank 101", found_after(100).recall_100, 0);
    check("AP at rank 101", found_after(100).average_precision, 1.0 / 101);
    check("RR at rank 101", found_after(100).reciprocal_rank, 1.0 / 101);
}

static void an_ideal_of_more_than_ten_documents_has_ten(void **state)
{
    (void)state;
    g_autoptr(GString) judgements = g_string_new(NULL);
    g_autoptr(GString) run = g_string_new(NULL);
    for (guint i = 1; i <= 12; i++) {
        g_string_append_printf(judgements, "q 0 a%u 1\n", i);
        g_string_append_printf(run, "q Q0 a%u %u 1 us\n", i, i);
    }
    check("nDCG@10", mean_of(judgements->str, run->str).ndcg_10, 1);
}

static void the_rank_orders_and_neither_line_nor_score(void **state)
{
    (void)state;
    const cfa_measures mean = mean_of("q 0 a 1\n", "q Q0 x 2 9 us\nq Q0 a 1 1 us\n");
    check("RR", mean.reciprocal_rank, 1);
}

static void of_equal_ranks_the_earlier_line_is_first(void **state)
{
    (void)state;
    const cfa_measures mean = mean_of("q 0 a 1\n", "q Q0 x 1 1 us\nq Q0 a 1 2 us\n");
    check("RR", mean.reciprocal_rank, 0.5);
}

static void a_document_found_twice_counts_once(void **state)
{
    (void)state;
    const cfa_measures mean = mean_of("q 0 a 1\nq 0 b 1\n", "q Q0 a 1 1 us\nq Q0 a 2 1 us\nq Q0 b 3 1 us\n");
    check("AP", mean.average_precision, 1); /* b moves up to rank 2 */
    check("P@5", mean.precision_5, 2.0 / 5);
}

static void a_topic_without_an_answer_counts_zero(void **state)
{
    (void)state;
    check("MRR", mean_of("q 0 a 1\nr 0 b 1\n", "q Q0 a 1 1 us\n").reciprocal_rank, 0.5);
}

static void a_topic_without_a_relevant_document_is_left_out(void **state)
{
    (void)state;
    check("MRR", mean_of("q 0 a 1\nr 0 b 0\n", "q Q0 a 1 1 us\nr Q0 b 1 1 us\n").reciprocal_rank, 1);
}

static void an_answer_to_no_topic_changes_nothing(void **state)
{
    (void)state;
    check("MRR", mean_of("q 0 a 1\n", "q Q0 a 1 1 us\nr Q0 b 1 1 us\n").reciprocal_rank, 1);
}

static void nothing_judged_is_zero_and_not_a_division_by_it(void **state)
{
    (void)state;
    check("MRR", mean_of("", "q Q0 a 1 1 us\n").reciprocal_rank, 0);
}

static void a_prefix_picks_topics(void **state)
{
    (void)state;
    g_autoptr(cfa_judgements) judgements = judge("en-1 0 a 1\nfr-1 0 a 1\nfr-2 0 a 1\n");
    g_autoptr(cfa_run) run = rank("en-1 Q0 a 1 1 us\nfr-1 Q0 a 2 1 us\nfr-1 Q0 x 1 2 us\n");
    guint topics;
    check("MRR", cfa_measures_mean(judgements, run, "fr-", &topics).reciprocal_rank, 0.25);
    assert_int_equal(topics, 2);
}

static void check_refused(const char *expected, gboolean read, const GError *error)
{
    if (read || strcmp(error->message, expected) != 0)
        fail_msg("refused with \"%s\", not \"%s\"", read ? "" : error->message, expected);
}

static void check_judgements_refused(const char *text, const char *expected)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(cfa_judgements) judgements = cfa_judgements_parse(text, &error);
    check_refused(expected, judgements != NULL, error);
}

static void check_run_refused(const char *text, const char *expected)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(cfa_run) run = cfa_run_parse(text, &error);
    check_refused(expected, run != NULL, error);
}

static void a_line_of_another_form_is_refused_by_its_number(void **state)
{
    (void)state;
    check_judgements_refused("q 0 a 1\nq 0 b\n", "line 2: not TOPIC 0 DOCUMENT GRADE");
    check_judgements_refused("q 0 a good\n", "line 1: a grade is a whole number up to 1000");
    check_judgements_refused("q 0 a 1\nq 0 a 2\n", "line 2: the document is judged a second time");
    check_run_refused("q Q0 a 1 1 us us\n", "line 1: not TOPIC Q0 DOCUMENT RANK SCORE NAME");
    check_run_refused("\n\nq Q0 a -1 1 us\n", "line 3: a rank is a whole number from 0 to 1000000");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ndcg_is_grade_by_logarithm_of_rank_over_the_best_order),
        cmocka_unit_test(average_precision_divides_by_all_that_is_relevant),
        cmocka_unit_test(the_other_measures_of_one_topic_are_as_by_hand),
        cmocka_unit_test(a_perfect_run_has_one_in_everything),
        cmocka_unit_test(precision_counts_ranks_that_a_short_run_leaves_empty),
        cmocka_unit_test(ndcg_ends_at_the_tenth_rank),
        cmocka_unit_test(precision_ends_at_the_fifth_rank),
        cmocka_unit_test(recall_ends_at_the_hundredth_rank),
        cmocka_unit_test(an_ideal_of_more_than_ten_documents_has_ten),
        cmocka_unit_test(the_rank_orders_and_neither_line_nor_score),
        cmocka_unit_test(of_equal_ranks_the_earlier_line_is_first),
        cmocka_unit_test(a_document_found_twice_counts_once),
        cmocka_unit_test(a_topic_without_an_answer_counts_zero),
        cmocka_unit_test(a_topic_without_a_relevant_document_is_left_out),
        cmocka_unit_test(an_answer_to_no_topic_changes_nothing),
        cmocka_unit_test(nothing_judged_is_zero_and_not_a_division_by_it),
        cmocka_unit_test(a_prefix_picks_topics),
        cmocka_unit_test(a_line_of_another_form_is_refused_by_its_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
