#define _GNU_SOURCE
#include "CNcurses.h"

int cn_width(wchar_t character) { return wcwidth(character); }
