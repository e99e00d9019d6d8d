import type { Commit } from '#domain/packaging/commit.ts';
import { forgetCommits, listKeptCommits } from './kept-commits.ts';

/** What the server will never take, whoever sends it again: it is no commit, or is too large. */
const NEVER_TAKEN = new Set([400, 413]);

/**
 * Sends what an earlier opening could not, one commit after the other: one that the server cannot take holds up no other.
 * Returns when the last was received.
 */
export async function sendKeptCommits(attempt: string, href: string): Promise<string | null> {
  let received: string | null = null;
  for (const commit of await listKeptCommits(attempt)) {
    const answer = await send(attempt, href, commit);
    if (answer === 'later') return received;
    await forgetCommits(attempt, [commit]);
    if (answer !== 'never') received = answer;
  }
  return received;
}

async function send(attempt: string, href: string, commit: Commit): Promise<string> {
  const response = await fetch(href, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ attempt, commits: [commit] }),
  }).catch(() => null);
  if (response && NEVER_TAKEN.has(response.status)) return 'never';
  const answer = (await response?.json().catch(() => null)) as { received?: unknown } | null;
  return response?.ok && typeof answer?.received === 'string' ? answer.received : 'later';
}
