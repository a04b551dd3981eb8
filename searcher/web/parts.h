/* What pages load, style.css and script.js, as they were compiled in: each with a NUL after it. */
#ifndef CFA_WEB_PARTS_H
#define CFA_WEB_PARTS_H

#include <stddef.h>

extern const char cfa_style[], cfa_script[];
extern const size_t cfa_style_length, cfa_script_length;
extern const char cfa_style_version[], cfa_script_version[]; /* another one for another content */

#endif
