/** From here on a file is prepared behind the page, and fetched when it is ready. */
export const LONG_LIST = 20_000;
