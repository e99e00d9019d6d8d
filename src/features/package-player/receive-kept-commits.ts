import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '#db/schema.ts';
import { withoutElement } from '#domain/packaging/without-element.ts';
import type { Instant } from '#domain/time/instant.ts';
import { Id } from '#platform/ids.ts';
import { CommitBody } from './commit-schema.ts';
import { findAttempt } from './commit-queries.ts';
import { receiveCommit, type ReceivedCommit } from './receive-commit.ts';

/** What a page kept in the browser while the packages' origin could not be reached. */
export const KeptCommits = z.object({ attempt: Id, commits: z.array(CommitBody).max(200) });

export interface KeptReceipt {
  item: string;
  launch: number;
  sequence: number;
}

/**
 * Takes the commits that a page had kept, for the person's own attempt alone. Returns those the browser need not keep any
 * more, because they were received or never will be; null when the attempt is not theirs.
 */
export async function receiveKeptCommits(
  db: Kysely<Database>,
  {
    personId,
    kept,
    now,
    requestId,
  }: {
    personId: string;
    kept: z.output<typeof KeptCommits>;
    now: Instant;
    requestId: string | null;
  },
): Promise<KeptReceipt[] | null> {
  const attempt = await findAttempt(db, kept.attempt);
  if (attempt?.personId !== personId) return null;
  for (const commit of kept.commits) await receiveWhatIsValid(db, { attemptId: kept.attempt, commit, now, requestId });
  return kept.commits.map(({ item, launch, sequence }) => ({ item, launch, sequence }));
}

const MOST_ELEMENTS_TO_DROP = 20;

/** One value that is not valid loses none of the others. */
async function receiveWhatIsValid(db: Kysely<Database>, received: ReceivedCommit): Promise<void> {
  let { commit } = received;
  for (let dropped = 0; dropped <= MOST_ELEMENTS_TO_DROP; dropped += 1) {
    const result = await receiveCommit(db, { ...received, commit });
    const rest = result.kind === 'refused' ? withoutElement(commit, result.element) : null;
    if (!rest) return;
    commit = rest;
  }
}
