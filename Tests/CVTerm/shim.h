#ifndef CVTERM_SHIM_H
#define CVTERM_SHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <vterm.h>

/* The C library has these, but shows them only to those who define a macro first, and Swift's importer does not. */
int posix_openpt(int flags);
int grantpt(int file);
int unlockpt(int file);
int ptsname_r(int file, char *name, size_t size);

/* What a program tells its terminal beside text. libvterm gives it by callbacks over a union, so it is kept in C. */
typedef struct {
  bool cursor_visible;
  bool alternate_screen;
  /* 0 none, 1 clicks, 2 drags too, 3 every move. */
  int mouse;
  int bells;
  char title[256];
} vt_state;

static inline void vt_set_title(vt_state *state, VTermValue *value) {
#if VTERM_VERSION_MAJOR > 0 || VTERM_VERSION_MINOR >= 2
  /* Newer versions give it in pieces. */
  size_t at = value->string.initial ? 0 : strlen(state->title), count = value->string.len;
  if (count > sizeof state->title - 1 - at) count = sizeof state->title - 1 - at;
  memcpy(state->title + at, value->string.str, count);
  state->title[at + count] = 0;
#else
  strncpy(state->title, value->string, sizeof state->title - 1);
#endif
}

static inline int vt_on_property(VTermProp property, VTermValue *value, void *user) {
  vt_state *state = (vt_state *)user;
  if (property == VTERM_PROP_CURSORVISIBLE) state->cursor_visible = value->boolean;
  if (property == VTERM_PROP_ALTSCREEN) state->alternate_screen = value->boolean;
  if (property == VTERM_PROP_MOUSE) state->mouse = value->number;
  if (property == VTERM_PROP_TITLE) vt_set_title(state, value);
  return 1;
}

static inline int vt_on_bell(void *user) {
  ((vt_state *)user)->bells++;
  return 1;
}

/* Starts a screen that tells of itself in state, which has to stay where it is. */
static inline VTermScreen *vt_start(VTerm *terminal, vt_state *state) {
  static const VTermScreenCallbacks callbacks = {.settermprop = vt_on_property, .bell = vt_on_bell};
  vterm_set_utf8(terminal, 1);
  VTermScreen *screen = vterm_obtain_screen(terminal);
  vterm_screen_set_callbacks(screen, &callbacks, state);
  vterm_screen_enable_altscreen(screen, 1);
  vterm_screen_reset(screen, 1);
  return screen;
}

/* One cell without unions, bit fields and arrays, of which Swift makes little. */
typedef struct {
  /* The number of characters; 0 in an empty cell, and -1 in the right half of a wide one. */
  int count;
  /* 0 to 255 in the palette, -1 the terminal's own, -2 another. */
  int letter, ground;
  bool bold, reverse, underline;
} vt_cell;

static inline int vt_palette_number(const VTermColor *color, bool own) {
  return own ? -1 : VTERM_COLOR_IS_INDEXED(color) ? color->indexed.idx : -2;
}

/* Reads a cell; characters takes up to 6. */
static inline vt_cell vt_read_cell(VTermScreen *screen, int row, int column, uint32_t *characters) {
  VTermScreenCell cell;
  vt_cell read = {0, -1, -1, false, false, false};
  if (!vterm_screen_get_cell(screen, (VTermPos){row, column}, &cell)) return read;
  if (cell.chars[0] == (uint32_t)-1) {
    read.count = -1;
  } else {
    while (read.count < VTERM_MAX_CHARS_PER_CELL && cell.chars[read.count]) {
      characters[read.count] = cell.chars[read.count];
      read.count++;
    }
  }
  read.letter = vt_palette_number(&cell.fg, VTERM_COLOR_IS_DEFAULT_FG(&cell.fg));
  read.ground = vt_palette_number(&cell.bg, VTERM_COLOR_IS_DEFAULT_BG(&cell.bg));
  read.bold = cell.attrs.bold;
  read.reverse = cell.attrs.reverse;
  read.underline = cell.attrs.underline != 0;
  return read;
}

#endif
