import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type {
  Block,
  OrderingBlock,
  QuestionBlock,
  SituationBlock,
  SortingBlock,
} from '#domain/module/compiled-module.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { findAnswer, type ExerciseKey } from './answer-queries.ts';
import { findBegun, followedKey, type NotFollowing } from './followed-version.ts';

export interface ExerciseAddress {
  code: string;
  /** The block's id, unique in its module. */
  block: string;
  /** The edition that the page showed; the one the person follows when left out. */
  edition?: number | undefined;
}

interface ExerciseBlocks {
  question: QuestionBlock;
  situation: SituationBlock;
  classer: SortingBlock;
  ordonner: OrderingBlock;
}

export type ExerciseNotFound = NotFollowing | { outcome: 'no-such-exercise' };

export type FoundExercise<Kind extends keyof ExerciseBlocks> = {
  outcome: 'found';
  block: ExerciseBlocks[Kind];
  lessonNumber: number;
  key: ExerciseKey;
  /** JSON; null without an answer. */
  stored: string | null;
};

/** An exercise of the edition that the person follows, with their stored answer. */
export async function findExercise<Kind extends keyof ExerciseBlocks>(
  trx: Transaction<Database>,
  personId: string,
  kind: Kind,
  address: ExerciseAddress & { today: CivilDate },
): Promise<FoundExercise<Kind> | ExerciseNotFound> {
  const found = await findBegun(trx, personId, address);
  if (found.outcome !== 'begun') return found;
  for (const lesson of found.version.module.lessons) {
    const isAsked = (known: Block): known is ExerciseBlocks[Kind] & Block =>
      known.kind === kind && 'id' in known && known.id === address.block;
    const block = lesson.blocks.find(isAsked);
    if (!block) continue;
    const key = { ...followedKey(personId, found), blockId: block.id };
    return { outcome: 'found', block, lessonNumber: lesson.number, key, stored: await findAnswer(trx, key) };
  }
  return { outcome: 'no-such-exercise' };
}
