#define _GNU_SOURCE
#include "CFileMap.h"
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

/* More files than are ever open at once; the handler looks through all of them. */
enum { most = 128 };

/* An entry is free while its end is 0. The handler may look at it while another thread fills it: the end is written last. */
static struct {
  _Atomic(uintptr_t) start, end;
  atomic_bool torn;
} maps[most];
static pthread_mutex_t filling = PTHREAD_MUTEX_INITIALIZER;
static struct sigaction before;
static uintptr_t page;

bool fm_mend(void *address) {
  uintptr_t at = (uintptr_t)address;
  for (int i = 0; i < most; i++) {
    if (at < maps[i].start || at >= maps[i].end) continue;
    void *place = (void *)(at & ~(page - 1));
    int error = errno;
    bool mended =
        mmap(place, page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) != MAP_FAILED;
    errno = error;
    if (mended) maps[i].torn = true;
    return mended;
  }
  return false;
}

static void on_bus(int signal, siginfo_t *info, void *context) {
  (void)context;
  if (info->si_code > 0 && fm_mend(info->si_addr)) return;
  sigaction(signal, &before, NULL);
  if (info->si_code <= 0) raise(signal); /* one that was sent does not repeat by itself */
}

/* Once: who takes the signal later asks fm_mend. */
static void take_signal(void) {
  static bool taken;
  if (taken) return;
  taken = true;
  page = (uintptr_t)sysconf(_SC_PAGESIZE);
  struct sigaction action = {.sa_flags = SA_SIGINFO | SA_ONSTACK, .sa_sigaction = on_bus};
  sigfillset(&action.sa_mask);
  sigaction(SIGBUS, &action, &before);
}

const void *fm_map(int file, size_t length) {
  void *start = mmap(NULL, length, PROT_READ, MAP_PRIVATE, file, 0);
  if (start == MAP_FAILED) return NULL;
  pthread_mutex_lock(&filling);
  take_signal();
  int i = 0;
  while (i < most && maps[i].end != 0) i++;
  if (i < most) {
    maps[i].torn = false;
    maps[i].start = (uintptr_t)start;
    maps[i].end = ((uintptr_t)start + length + page - 1) & ~(page - 1);
  }
  pthread_mutex_unlock(&filling);
  if (i < most) return start;
  munmap(start, length);
  errno = EMFILE;
  return NULL;
}

void fm_unmap(const void *start, size_t length) {
  pthread_mutex_lock(&filling);
  for (int i = 0; i < most; i++)
    if (maps[i].end != 0 && maps[i].start == (uintptr_t)start) maps[i].end = 0;
  pthread_mutex_unlock(&filling);
  munmap((void *)start, length);
}

bool fm_is_torn(const void *start) {
  for (int i = 0; i < most; i++)
    if (maps[i].end != 0 && maps[i].start == (uintptr_t)start) return maps[i].torn;
  return false;
}
