#define _GNU_SOURCE
#include "CMappings.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

struct veedor_mapping {
  /// 0 while the entry is free.
  atomic_uintptr_t start, end;
  atomic_bool is_broken;
  /// All entries there ever were. They are used again and never freed, so that the handler can walk them at any time.
  struct veedor_mapping *next;
  struct veedor_mapping *next_free;
};

static _Atomic(struct veedor_mapping *) all;
static struct veedor_mapping *free_entries;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static struct sigaction before;
static uintptr_t page;

/// Puts zeros where the file has no more bytes. Only calls that a handler may make: atomics, mmap, sigaction.
static void on_bus_error(int number, siginfo_t *info, void *context) {
  (void)context;
  uintptr_t place = (uintptr_t)info->si_addr;
  for (struct veedor_mapping *it = atomic_load(&all); it; it = it->next) {
    uintptr_t start = atomic_load(&it->start), end = atomic_load(&it->end);
    if (start == 0 || place < start || place >= end) continue;
    atomic_store(&it->is_broken, true);
    uintptr_t from = place / page * page;
    void *zeros = mmap((void *)from, end - from, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    if (zeros != MAP_FAILED) return;
  }
  // Not one of ours: whoever was there before sees it again, at the same instruction.
  sigaction(number, &before, NULL);
}

static void begin(void) {
  page = (uintptr_t)sysconf(_SC_PAGESIZE);
  struct sigaction action = {.sa_sigaction = on_bus_error, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  sigaction(SIGBUS, &action, &before);
}

struct veedor_mapping *veedor_map(int file, size_t size) {
  pthread_once(&once, begin);
  void *start = mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
  if (start == MAP_FAILED) return NULL;
  pthread_mutex_lock(&lock);
  struct veedor_mapping *entry = free_entries;
  if (entry) free_entries = entry->next_free;
  else if ((entry = calloc(1, sizeof *entry))) {
    entry->next = atomic_load(&all);
    atomic_store(&all, entry);
  }
  pthread_mutex_unlock(&lock);
  if (!entry) {
    munmap(start, size);
    return NULL;
  }
  atomic_store(&entry->is_broken, false);
  // The end first: as long as the start is 0, the handler passes it over.
  atomic_store(&entry->end, (uintptr_t)start + size);
  atomic_store(&entry->start, (uintptr_t)start);
  return entry;
}

const void *veedor_mapping_start(const struct veedor_mapping *mapping) {
  return (const void *)atomic_load(&mapping->start);
}

bool veedor_mapping_is_broken(const struct veedor_mapping *mapping) { return atomic_load(&mapping->is_broken); }

void veedor_mapping_give_back(const void *from, size_t size) {
  uintptr_t start = (uintptr_t)from / page * page, end = ((uintptr_t)from + size) / page * page;
  // Only advice: without it the system takes the memory back when it needs it.
  if (start < end) madvise((void *)start, end - start, MADV_DONTNEED);
}

void veedor_unmap(struct veedor_mapping *mapping) {
  uintptr_t start = atomic_load(&mapping->start), end = atomic_load(&mapping->end);
  // Passed over before the addresses can be another's.
  atomic_store(&mapping->start, 0);
  munmap((void *)start, end - start);
  pthread_mutex_lock(&lock);
  mapping->next_free = free_entries;
  free_entries = mapping;
  pthread_mutex_unlock(&lock);
}
