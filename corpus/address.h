/*
 * Addresses of the pages: which page, and which text, an address names.
 *
 *     cfa_address address =
 *         cfa_address_read("…/f?p=NORMLEXPUB:50002:0::NO:50002:P50002_COMPLAINT_TEXT_ID:9000001");
 *     // address.page 50002, address.text_id "9000001"
 */
#ifndef CFA_ADDRESS_H
#define CFA_ADDRESS_H

#include <glib.h>

enum { CFA_TEXT_ID_SIZE = 21 }; /* twenty digits and an end */

typedef struct cfa_address {
    guint page;                     /* 0 where the address has none */
    char text_id[CFA_TEXT_ID_SIZE]; /* digits, or "" */
    gboolean has_language;          /* it asks for the text in a language of its own */
} cfa_address;

/* Reads an address, percent-encoded or not, whole or relative. What it does not say stays empty. */
cfa_address cfa_address_read(const char *url);

/* Whether it is a whole address of the web, fit to be linked: http or https, no blank, no control, at most
 * 2,000 bytes. */
gboolean cfa_address_is_web(const char *url);

#endif
