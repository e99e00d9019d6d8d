/**
 * For the process that serves pages. By default the memory that pages have used grows to several hundred MiB before it is
 * tidied, whatever the server really holds; tidied sooner, a page costs some hundredths more and the server half as much.
 * Whoever has read a large organisation may ask for it at once.
 */
export const SERVER_FLAGS = ['--max-semi-space-size=8', '--heap-growing-percent=50', '--expose-gc'];

/**
 * For the C library that most Linux systems have, and unknown to others: what is freed goes back to the machine, instead of
 * being kept for each thread.
 */
export const SERVER_ENVIRONMENT = {
  MALLOC_MMAP_THRESHOLD_: '65536',
  MALLOC_TRIM_THRESHOLD_: '65536',
  MALLOC_ARENA_MAX: '1',
};
