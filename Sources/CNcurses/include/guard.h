#ifndef CNCURSES_GUARD_H
#define CNCURSES_GUARD_H

/* Gives the terminal back however the program ends, and tells of signals through a pipe.
 *
 * In C because a signal handler may run at any instruction, where Swift code may not: it could allocate, retain or trap.
 * One guard for the process, as there is one table of signal handlers. */

#include <stdbool.h>

/* Notes the terminal's modes and the program's signal handlers. Before newterm, which changes both.
 * False when the guard is armed already: the process has but one terminal. */
bool cn_guard_remember(void);

/* Takes over the signals and holds back standard error. After newterm.
 * leave is sent to the terminal before the library's own sequences when the program dies.
 * Returns the end of a pipe that gives each caught signal's number as a byte, or -1 with errno set. */
int cn_guard_arm(const char *leave);

/* Gives signals and standard error back. After endwin. Does nothing when the guard isn't armed. */
void cn_guard_disarm(void);

/* Says that the signals from the pipe are being answered: until then a second one that ends the program does so at once. */
void cn_guard_answered(void);

/* Stops the process as SIGTSTP does by default; returns when it goes on. After endwin. */
void cn_guard_stop(void);

#endif
