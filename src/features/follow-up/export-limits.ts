/** Up to here a workbook is made in memory, with its sheet of definitions and its filters; a longer list is streamed. */
export const LINES_IN_MEMORY = 50_000;
