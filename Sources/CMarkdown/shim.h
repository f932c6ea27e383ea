#ifndef VEEDOR_CMARKDOWN_SHIM_H
#define VEEDOR_CMARKDOWN_SHIM_H

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

// The options are macros, which Swift does not import reliably.
static inline int veedor_cmark_options(void) { return CMARK_OPT_FOOTNOTES; }

#endif
