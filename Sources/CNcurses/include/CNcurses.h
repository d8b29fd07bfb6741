#ifndef CNCURSES_H
#define CNCURSES_H

/* Must come before curses.h: the build's own -D flags do not reach Swift's importer, so the wide API is chosen here. */
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stdio.h>
#include <string.h>
#include <term.h>
#include <wchar.h>

#include "guard.h"

/* Variables of the library, which Swift 6 refuses as shared mutable state. */
static inline WINDOW *cn_stdscr(void) { return stdscr; }
static inline int cn_colors(void) { return COLORS; }
static inline int cn_color_pairs(void) { return COLOR_PAIRS; }

static inline TERMINAL *cn_cur_term(void) { return cur_term; }

static inline bool cn_text_is(const char *text, const char *other) {
  return text && text != (const char *)-1 && strcmp(text, other) == 0;
}

/* Takes a FILE, and stdin and stdout are refused like them. NULL when the name is of no usable terminal. */
static inline SCREEN *cn_newterm(const char *name) { return newterm((char *)name, stdout, stdin); }

/* True if the numbers of colours are red, green and blue in eight bits each, and none of a palette: the flag or the
 * number RGB of newer entries, whose number says how many bits a colour has. */
static inline bool cn_has_rgb(void) {
  if (COLORS != 1 << 24) return false;
  return tigetflag("RGB") > 0 || tigetnum("RGB") == 8 || cn_text_is(tigetstr("RGB"), "8/8/8");
}

/* Macros with casts, which Swift does not import. */
static const attr_t cn_bold = A_BOLD;
static const attr_t cn_dim = A_DIM;
static const attr_t cn_reverse = A_REVERSE;
static const attr_t cn_underline = A_UNDERLINE;

/* A string capability; the library says "none" with NULL and "no such name" with -1, and here both are NULL. */
static inline const char *cn_capability(const char *name) {
  const char *text = tigetstr((char *)name);
  return text == (char *)-1 ? NULL : text;
}

/* One cell. Swift could call setcchar, but its pair is a short: numbers above 32767 go through the last argument. */
static inline void cn_cell(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
  setcchar(cell, text, attributes, (short)pair, &pair);
}

/* The same for a single character, so that Swift need not end an array with 0 for every cell of a screen. */
static inline void cn_cell_of(cchar_t *cell, wchar_t character, attr_t attributes, int pair) {
  const wchar_t text[2] = {character, 0};
  cn_cell(cell, text, attributes, pair);
}

/* wcwidth, which Swift's module of the C library lacks. */
int cn_width(wchar_t character);

#endif
