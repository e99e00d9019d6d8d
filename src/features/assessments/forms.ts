import { z } from 'zod';
import { Id } from '#platform/ids.ts';

export const OpenAttemptForm = z.object({
  code: z.string().min(1).max(20),
  attemptId: Id,
});

const NOTHING_CHOSEN = 'Choisissez une réponse, ou passez cette question pour y revenir plus tard.';

export const AnswerQuestionForm = z.object({
  attemptId: Id,
  position: z.coerce.number().int().min(1).max(1000),
  eventId: Id,
  choices: z.array(z.string().max(20), { error: NOTHING_CHOSEN }).min(1, NOTHING_CHOSEN).max(20),
});

export const FinishAttemptForm = z.object({ attemptId: Id });
