#ifndef VEEDOR_CMAPPINGS_H
#define VEEDOR_CMAPPINGS_H

#include <stdbool.h>
#include <stddef.h>

// Mapped files that another program may cut short: reading behind the new end is then zeros and a mark, where the system
// would end the process (SIGBUS).

/// A file's bytes in memory, watched for being cut short.
struct veedor_mapping;

/// Maps the first `size` bytes of the open file `file` for reading; null, with `errno` set, where that fails.
struct veedor_mapping *veedor_map(int file, size_t size);

/// Where the bytes begin.
const void *veedor_mapping_start(const struct veedor_mapping *mapping);

/// Whether bytes were asked for that the file had no more.
bool veedor_mapping_is_broken(const struct veedor_mapping *mapping);

/// Gives back the memory of `size` bytes of a mapping from `from` on, but for a part of a page at their end. They are read
/// from the file again where somebody asks for them.
void veedor_mapping_give_back(const void *from, size_t size);

/// Gives up the mapping.
void veedor_unmap(struct veedor_mapping *mapping);

#endif
