#ifndef CFILEMAP_H
#define CFILEMAP_H

#include <stdbool.h>
#include <stddef.h>

/* Files mapped into memory, for programs that have to outlive them. A file that becomes shorter while it is mapped raises SIGBUS where
 * its end was; Swift can't handle a signal that a load raises, so this is C. */

/* Maps a file to be read, from its beginning; NULL with errno where that can't be done, or too many are mapped already. What lies behind
 * the file's end when it is looked at reads as zeros, and fm_is_torn tells. Any thread may map, unmap and ask. */
const void *fm_map(int file, size_t length);

/* Ends a mapping of fm_map. */
void fm_unmap(const void *start, size_t length);

/* Whether bytes of a mapping were looked at that the file no longer has. */
bool fm_is_torn(const void *start);

/* Whether a fault at an address is one of a mapping, and was mended: the load that raised it may be tried again. For handlers of SIGBUS
 * that take the place of the one of fm_map. Async-signal-safe. */
bool fm_mend(void *address);

#endif
