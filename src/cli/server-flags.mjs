/**
 * For the process that serves pages. By default the memory that pages have used grows to several hundred MiB before it is
 * tidied, whatever the server really holds; tidied sooner, a page costs some hundredths more and the server half as much.
 */
export const SERVER_FLAGS = ['--max-semi-space-size=8', '--heap-growing-percent=50'];
