#ifndef CBYTEMASKS_H
#define CBYTEMASKS_H

#include <stddef.h>
#include <stdint.h>

/* Looks at 64 bytes of a text at once. Swift has no way to make a number of a vector's comparison, so this is C. */

/* A bit for each of 64 bytes, the lowest for the first. */
typedef struct {
  /* Bytes that stand between fields. */
  uint64_t separators;
  /* Double quotes. */
  uint64_t quotes;
  /* Line feeds and carriage returns. */
  uint64_t lines;
  /* Bytes that are no printable ASCII and none of the above; tabs are none of these either. */
  uint64_t others;
} bm_masks;

/* The masks of 64 bytes, or of fewer at the end of a text: there are no bits for those that are not there. */
bm_masks bm_look(const uint8_t *bytes, size_t count, uint8_t separator);

/* How many lines end in a range of a text: with LF, CR LF at its LF, or a lone CR. */
size_t bm_line_ends(const uint8_t *bytes, size_t count, size_t from, size_t to);

#endif
