/*
 * A cfa-search.cgi as a web server has it: one process by FastCGI that stays, or by CGI one for each request.
 * Faults strike it as its fault_plan says.
 *
 *     responder *this = responder_new(&how, &error);
 *     GString *answer = responder_ask(this, "/case/9901", "", &ended);
 *     responder_free(this);
 */
#ifndef RESPONDER_H
#define RESPONDER_H

#include "fault.h"

#include <glib.h>

typedef struct responder_how {
    const char *program, *index;
    const char *fault;    /* the library to preload */
    const char *folder;   /* for what is of it alone: a socket, a log, a plan */
    gboolean is_fast_cgi; /* else by CGI */
} responder_how;

typedef struct responder responder;

/* Starts it, or gets ready to. NULL where the system refuses something that the test itself needs, which is
 * said on standard error. All of `how` is borrowed for as long. */
responder *responder_new(const responder_how *how);
void responder_free(responder *responder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(responder, responder_free)

/* What decides which call fails; borrowed. By CGI it counts from the start of the process, by FastCGI from
 * when it is set. */
fault_plan *responder_plan(const responder *responder);

/* What comes on a request: headers and body, as far as they came, within a minute. New. *ended tells whether
 * the answer was brought to its end: by FastCGI by the record that says so, by CGI by a process that ends
 * with status 0. */
GString *responder_ask(responder *responder, const char *path, const char *query, gboolean *ended);

/* Whether the process is there that stays, or the last one of CGI was not ended by a signal. */
gboolean responder_lives(responder *responder);

/* What it said on standard error since the last call. New. */
char *responder_said(responder *responder);

#endif
