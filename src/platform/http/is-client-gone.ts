/**
 * Whether a request failed because whoever sent it left before the end of its body: a tab closed in the middle of a form
 * (Node gives `ECONNRESET` to the reader). Nothing was begun, nobody waits for an answer, and nothing is wrong here.
 */
export function isClientGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === 'ECONNRESET') || isClientGone(error.cause);
}
