/* The style sheet, style.css, as it was compiled in. */
#ifndef CFA_WEB_STYLE_H
#define CFA_WEB_STYLE_H

#include <stddef.h>

extern const char cfa_style[]; /* with a NUL after it */
extern const size_t cfa_style_length;
extern const char cfa_style_version[]; /* another one for another content */

#endif
