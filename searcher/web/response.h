/*
 * A response: status, headers, body. Every one of them carries the same guards.
 *
 *     cfa_web_response *response = cfa_web_response_new();
 *     if (!cfa_web_response_tag(response, request, index->identity))
 *         … fill response->body …
 *     GString *bytes = cfa_web_response_print(response, request->head);
 */
#ifndef CFA_WEB_RESPONSE_H
#define CFA_WEB_RESPONSE_H

#include "request.h"

/* For how long a copy of a response may serve without asking. */
typedef enum cfa_web_keep {
    CFA_KEEP_ASKING, /* a copy may be kept, and is good as long as its tag is */
    CFA_KEEP_LONG,   /* its address changes with it */
    CFA_KEEP_NOT     /* no copies */
} cfa_web_keep;

typedef struct cfa_web_response {
    guint status;          /* 200 until something else is said */
    const char *type;      /* static: the media type of the body */
    cfa_language language; /* of the body; unknown where it has none */
    cfa_web_keep keep;
    char *tag;         /* the entity tag without its quotes, or NULL */
    char *file;        /* the name to save the body by, of letters, digits, hyphens and dots; or NULL */
    gboolean is_shown; /* it is saved only by who asks for that */
    gboolean weak;     /* bodies of one tag mean the same but may differ in a byte, such as the time taken */
    GString *body;
} cfa_web_response;

cfa_web_response *cfa_web_response_new(void);
void cfa_web_response_free(cfa_web_response *response);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_web_response, cfa_web_response_free)

/* Tags the response with all that decides its body: what it is made of (an index's identity), program,
 * address, parameters, language, status. TRUE when the client has this very body: then the status is 304, and
 * there is nothing to fill. */
gboolean cfa_web_response_tag(cfa_web_response *response, const cfa_web_request *request,
                              const char *identity);

/* Adds a finished text to the body, and frees it. */
void cfa_web_response_take(cfa_web_response *response, GString *text);

/* The response as CGI/1.1 has it, headers and body. New. Without its body where `head` is set or
 * the status has none. */
GString *cfa_web_response_print(const cfa_web_response *response, gboolean head);

#endif
