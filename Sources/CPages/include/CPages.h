#ifndef CPAGES_H
#define CPAGES_H

#include <stddef.h>

/// The bytes of a page in a language: Markdown in UTF-8, not ended by a zero. NULL where there is no such edition.
struct veedor_edition {
  const unsigned char *bytes;
  size_t size;
};

/// A page of Docs, as it stood when the executable was built.
struct veedor_page {
  const char *name;
  struct veedor_edition english, spanish;
};

/// How many pages there are.
size_t veedor_page_count(void);

/// The page at `index`, which is below the count; in the order in which they are listed.
const struct veedor_page *veedor_page_at(size_t index);

#endif
