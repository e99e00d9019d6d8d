import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '#db/schema.ts';
import type { Instant } from '#domain/time/instant.ts';
import { Id } from '#platform/ids.ts';
import { CommitBody } from './commit-schema.ts';
import { findAttempt } from './commit-queries.ts';
import { receiveCommit } from './receive-commit.ts';

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
  for (const commit of kept.commits) await receiveCommit(db, { attemptId: kept.attempt, commit, now, requestId });
  return kept.commits.map(({ item, launch, sequence }) => ({ item, launch, sequence }));
}
