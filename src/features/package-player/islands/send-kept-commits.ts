import type { Commit } from '#domain/packaging/commit.ts';
import { forgetCommits, listKeptCommits } from './kept-commits.ts';

/** Sends what an earlier opening could not; returns when it was received. */
export async function sendKeptCommits(attempt: string, href: string): Promise<string | null> {
  const commits = await listKeptCommits(attempt);
  if (commits.length === 0) return null;
  const response = await fetch(href, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ attempt, commits }),
  }).catch(() => null);
  if (!response?.ok) return null;
  const { receipts, received } = (await response.json()) as {
    receipts: Pick<Commit, 'item' | 'launch' | 'sequence'>[];
    received: string;
  };
  await forgetCommits(attempt, receipts);
  return received;
}
