/* Everything that a handler needs is prepared while the program is healthy. The handlers themselves call nothing but
 * what POSIX calls async-signal-safe. */
#define _GNU_SOURCE
#include "CNcurses.h"
#include "CFileMap.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

/* The program's own faults, of which Swift traps by SIGILL or SIGTRAP; then what else would end it on the spot. */
static const int fatal[] = {SIGILL,  SIGTRAP, SIGSEGV, SIGBUS,  SIGFPE,    SIGSYS,  SIGABRT,
                            SIGXCPU, SIGALRM, SIGUSR1, SIGUSR2, SIGVTALRM, SIGPROF, SIGPIPE};
/* What others ask of it. */
static const int asked[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT};
enum { fatal_count = sizeof fatal / sizeof *fatal, asked_count = sizeof asked / sizeof *asked };

static struct sigaction fatal_before[fatal_count], asked_before[asked_count];
static struct termios modes_before;
static bool have_modes;

static char leave_sequence[1024];
static size_t leave_length;
static int signal_pipe[2] = {-1, -1};
static int tty = -1, nowhere = -1, real_stderr = -1, held_stderr = -1;
static char fatal_stack[64 * 1024];
static volatile sig_atomic_t armed, unanswered;

static int append_byte(int byte) {
  if (leave_length < sizeof leave_sequence) leave_sequence[leave_length++] = (char)byte;
  return byte;
}

static void append_capability(const char *name) {
  const char *text = cn_capability(name);
  if (text) tputs(text, 1, append_byte);
}

static void prepare_leave_sequence(const char *leave) {
  leave_length = 0;
  for (; *leave; leave++) append_byte(*leave);
  append_capability("sgr0");
  append_capability("rmkx");
  append_capability("cnorm");
  if (cn_capability("rmcup")) {
    append_capability("rmcup");
  } else if (cn_capability("cup")) {
    /* No second screen to leave: the shell goes on below ours. */
    tputs(tparm((char *)cn_capability("cup"), LINES - 1, 0), 1, append_byte);
    append_byte('\n');
  }
}

static void write_all(int file, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(file, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

/* What was written to standard error while the screen was up would have ended up in the middle of it. */
static void release_stderr(void) {
  char bytes[4096];
  ssize_t count;
  if (held_stderr < 0) return;
  lseek(held_stderr, 0, SEEK_SET);
  while ((count = read(held_stderr, bytes, sizeof bytes)) > 0) write_all(real_stderr, bytes, (size_t)count);
  dup2(real_stderr, STDERR_FILENO);
}

/* The way out for a program that cannot go on. */
static void give_terminal_back(void) {
  if (!armed) return;
  armed = 0;
  dup2(nowhere, STDOUT_FILENO); /* another thread may still be drawing, and would draw over the shell */
  tcflow(tty, TCOON);           /* Ctrl-S would hold the sequence, and us with it */
  write_all(tty, leave_sequence, leave_length);
  if (have_modes) tcsetattr(tty, TCSANOW, &modes_before);
  release_stderr();
}

static void on_fatal(int signal, siginfo_t *info, void *context) {
  (void)context;
  if (signal == SIGBUS && info->si_code > 0 && fm_mend(info->si_addr)) return; /* a mapped file became shorter */
  give_terminal_back();
  for (int i = 0; i < fatal_count; i++)
    if (fatal[i] == signal) sigaction(signal, &fatal_before[i], NULL); /* the default, or Swift's backtracer */
  /* A real fault repeats when we return; what kill, abort or a clock sent does not. */
  bool repeats = signal == SIGILL || signal == SIGTRAP || signal == SIGSEGV || signal == SIGBUS || signal == SIGFPE;
  if (info->si_code <= 0 || !repeats) raise(signal);
}

static bool ends_program(int signal) {
  return signal == SIGTERM || signal == SIGHUP || signal == SIGINT || signal == SIGQUIT;
}

static void on_asked(int signal) {
  int error = errno;
  char byte = (char)signal;
  if (ends_program(signal)) {
    if (unanswered) { /* asked before, and the program does not come round to it */
      give_terminal_back();
      _exit(128 + signal);
    }
    unanswered = 1;
  }
  (void)!write(signal_pipe[1], &byte, 1);
  errno = error;
}

static void take_signals(void) {
  stack_t stack = {.ss_sp = fatal_stack, .ss_size = sizeof fatal_stack}; /* for overflows of the stack */
  sigaltstack(&stack, NULL);
  struct sigaction action = {.sa_flags = SA_ONSTACK | SA_SIGINFO, .sa_sigaction = on_fatal};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < fatal_count; i++)
    if (fatal_before[i].sa_handler != SIG_IGN) sigaction(fatal[i], &action, NULL);

  struct sigaction ask = {.sa_flags = SA_RESTART | SA_ONSTACK, .sa_handler = on_asked};
  sigfillset(&ask.sa_mask);
  for (int i = 0; i < asked_count; i++)
    if (asked_before[i].sa_handler != SIG_IGN) sigaction(asked[i], &ask, NULL); /* nohup means it */
}

static void give_signals_back(void) {
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &fatal_before[i], NULL);
  for (int i = 0; i < asked_count; i++) sigaction(asked[i], &asked_before[i], NULL);
}

static void close_files(void) {
  int *files[] = {&signal_pipe[0], &signal_pipe[1], &tty, &nowhere, &real_stderr, &held_stderr};
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    if (*files[i] >= 0) close(*files[i]);
    *files[i] = -1;
  }
}

static bool open_files(void) {
  if (pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) < 0) return false;
  tty = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  real_stderr = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (tty < 0 || nowhere < 0) return false;
  if (real_stderr >= 0 && isatty(STDERR_FILENO)) held_stderr = memfd_create("stderr", MFD_CLOEXEC);
  if (held_stderr >= 0) dup2(held_stderr, STDERR_FILENO);
  return true;
}

bool cn_guard_remember(void) {
  if (armed) return false;
  have_modes = tcgetattr(STDOUT_FILENO, &modes_before) == 0;
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], NULL, &fatal_before[i]);
  for (int i = 0; i < asked_count; i++) sigaction(asked[i], NULL, &asked_before[i]);
  return true;
}

int cn_guard_arm(const char *leave) {
  static bool at_exit;
  if (!open_files()) {
    int error = errno;
    close_files();
    give_signals_back();
    errno = error;
    return -1;
  }
  prepare_leave_sequence(leave);
  unanswered = 0;
  armed = 1;
  take_signals();
  if (!at_exit) at_exit = atexit(give_terminal_back) == 0; /* exit in the depth of some library */
  return signal_pipe[0];
}

void cn_guard_disarm(void) {
  if (!armed) return;
  armed = 0;
  give_signals_back();
  release_stderr();
  close_files();
}

void cn_guard_answered(void) { unanswered = 0; }

void cn_guard_stop(void) {
  struct sigaction stop = {.sa_handler = SIG_DFL}, ours;
  sigaction(SIGTSTP, &stop, &ours);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}
