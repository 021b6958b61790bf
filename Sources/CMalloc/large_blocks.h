// What the C library of GNU can be told about memory: Swift's module of it leaves that header out.
#ifndef EMPREINTE_LARGE_BLOCKS_H
#define EMPREINTE_LARGE_BLOCKS_H

#include <stdlib.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

// Blocks of so many bytes and more go back to the system as soon as they are free; elsewhere nothing is said.
static inline void empreinte_give_back_blocks(int bytes) {
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, bytes);
#else
  (void)bytes;
#endif
}

#endif
