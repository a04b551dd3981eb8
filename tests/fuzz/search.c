/*
 * Searches in the sample's index: whatever is asked, in whatever way, is answered, and a format, told by the
 * length of the input, writes the answer as it should be. The first two bytes are the options.
 */
#include "fuzz.h"

#include "searcher.h"

#include <string.h>

static cfa_request request_of(guint options, guint more)
{
    cfa_request request = CFA_REQUEST_INIT;
    request.match = (cfa_match)(options % 3);
    request.by_paragraph = (options >> 2 & 1) != 0;
    request.as_typed = (options >> 3 & 1) != 0;
    request.sort = (cfa_sort)(options >> 4 & 3);
    request.explain = (options >> 6 & 1) != 0;
    request.facets = (options >> 7 & 1) != 0;
    request.languages = (more & 7) << 1;
    request.limit = (more >> 3 & 1) != 0 ? 50 : CFA_LIMIT_DEFAULT;
    request.offset = (more >> 4 & 1) != 0 ? 5 : 0;
    request.passages = (more >> 5 & 1) != 0 ? CFA_PASSAGES_MAX : CFA_PASSAGES_DEFAULT;
    request.preferred = (cfa_language)(more >> 6 & 3);
    return request;
}

static void check_written(const cfa_answer *answer, const cfa_format *format)
{
    g_autofree char *lines = cfa_text_answer(answer, (cfa_text_style){.width = 80});
    g_autofree char *written = cfa_format_answer(format, answer);
    fuzz_check(g_utf8_validate(lines, -1, NULL), "an answer as text is no UTF-8");
    fuzz_check(g_utf8_validate(written, -1, NULL), "an answer as %s is no UTF-8", format->name);
    if (strcmp(format->extension, "json") == 0)
        fuzz_check_json(written);
}

static void check_hits(const cfa_answer *answer, const cfa_request *request)
{
    fuzz_check(answer->hits->len <= request->limit, "%u hits where %u were asked for", answer->hits->len,
               request->limit);
    fuzz_check(answer->lower <= answer->estimated && answer->estimated <= answer->upper &&
                   (answer->hits->len == 0 || answer->hits->len + answer->offset <= answer->upper),
               "%u hits from %u on, of %u, %u or %u", answer->hits->len, answer->offset, answer->lower,
               answer->estimated, answer->upper);
    for (guint i = 0; i < answer->hits->len; i++) {
        const cfa_hit *hit = g_ptr_array_index(answer->hits, i);
        fuzz_check(hit->rank == answer->offset + i + 1 && hit->passages->len > 0, "hit %u has the rank %u", i,
                   hit->rank);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    cfa_error error = {0};
    fuzz_input input = {bytes, length};
    const guint options = fuzz_take_byte(&input);
    cfa_request request = request_of(options, fuzz_take_byte(&input));
    g_autofree char *query = fuzz_take_rest(&input);
    request.query = query;
    g_autoptr(cfa_answer) answer = cfa_search(fuzz_sample_index(), &request, &error);
    if (answer == NULL) {
        fuzz_check_error(&error);
        fuzz_check(error.status == CFA_USAGE, "a search fails: %s", error.reason);
        return 0;
    }
    check_hits(answer, &request);
    check_written(answer, cfa_format_at((guint)length % cfa_format_count()));
    return 0;
}
