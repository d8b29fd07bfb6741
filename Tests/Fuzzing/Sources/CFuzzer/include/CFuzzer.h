#ifndef CFUZZER_H
#define CFUZZER_H

#include <stddef.h>
#include <stdint.h>

// Of libFuzzer, which the sanitizer's flag links: its loop, for a program that has a main of its own.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*body)(const uint8_t *, size_t));

#endif
