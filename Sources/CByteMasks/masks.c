#include "CByteMasks.h"
#include <stdbool.h>
#include <string.h>

enum { width = 64 };

/* On x86 each function is built for AVX2 as well, and the loader takes the one that the processor has. */
#if defined(__x86_64__) && defined(__GLIBC__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

/* The compiler makes of these what the processor has: AVX2, SSE2, NEON, or plain numbers. */
typedef uint8_t block __attribute__((ext_vector_type(width)));
typedef bool bits __attribute__((ext_vector_type(width)));

#define MASK(vector) __extension__({ \
    bits chosen = __builtin_convertvector(vector, bits); \
    uint64_t mask; \
    memcpy(&mask, &chosen, sizeof mask); \
    mask; \
  })

__attribute__((always_inline)) static inline bm_masks look(const void *bytes, uint8_t separator) {
  block text;
  memcpy(&text, bytes, width);
  bm_masks masks = {
      .separators = MASK(text == separator),
      .quotes = MASK(text == '"'),
      .lines = MASK((text == '\n') | (text == '\r')),
  };
  masks.others = MASK((text < ' ') | (text > '~')) & ~(masks.separators | masks.lines | MASK(text == '\t'));
  return masks;
}

FOR_EACH_PROCESSOR
bm_masks bm_look(const uint8_t *bytes, size_t count, uint8_t separator) {
  if (count >= width) return look(bytes, separator);
  uint8_t last[width] = {0};
  memcpy(last, bytes, count);
  bm_masks masks = look(last, separator);
  uint64_t there = ((uint64_t)1 << count) - 1;
  masks.separators &= there;
  masks.quotes &= there;
  masks.lines &= there;
  masks.others &= there;
  return masks;
}

FOR_EACH_PROCESSOR
size_t bm_line_ends(const uint8_t *bytes, size_t count, size_t from, size_t to) {
  size_t ends = 0;
  for (; from + width < count && from + width <= to; from += width) {
    block text, next;
    memcpy(&text, bytes + from, width);
    memcpy(&next, bytes + from + 1, width);
    ends += __builtin_popcountll(MASK((text == '\n') | ((text == '\r') & (next != '\n'))));
  }
  for (; from < to; from++)
    ends += bytes[from] == '\n' || (bytes[from] == '\r' && (from + 1 == count || bytes[from + 1] != '\n'));
  return ends;
}
