import type { GlobalObjective } from '#domain/packaging/commit.ts';
import type { EngineObjectives } from './run-time-2004.ts';

/** What the engine knows of the global objectives, as it is kept: what it does not know is null. */
export function keptObjectives(known: EngineObjectives): Record<string, GlobalObjective> {
  return Object.fromEntries(
    Object.entries(known)
      .map(([id, entry]): [string, GlobalObjective] => [
        id,
        {
          satisfied: entry.satisfiedStatusKnown ? (entry.satisfiedStatus ?? null) : null,
          measure: entry.normalizedMeasureKnown ? (entry.normalizedMeasure ?? null) : null,
          completed: entry.completionStatusKnown ? entry.completionStatus === 'completed' : null,
          progress: entry.progressMeasureKnown ? (entry.progressMeasure ?? null) : null,
          raw: entry.rawScoreKnown ? Number(entry.rawScore) : null,
          min: entry.minScoreKnown ? Number(entry.minScore) : null,
          max: entry.maxScoreKnown ? Number(entry.maxScore) : null,
        },
      ])
      .filter(([, state]) => Object.values(state).some((value) => value !== null)),
  );
}

/** The same for the engine. */
export function engineObjectives(kept: Record<string, GlobalObjective>): EngineObjectives {
  return Object.fromEntries(
    Object.entries(kept).map(([id, { satisfied, measure, completed, progress, raw, min, max }]) => [
      id,
      {
        id,
        satisfiedStatus: satisfied ?? false,
        satisfiedStatusKnown: satisfied !== null,
        normalizedMeasure: measure ?? 0,
        normalizedMeasureKnown: measure !== null,
        completionStatus: completed === null ? 'unknown' : completed ? 'completed' : 'incomplete',
        completionStatusKnown: completed !== null,
        progressMeasure: progress ?? 0,
        progressMeasureKnown: progress !== null,
        rawScore: raw === null ? '' : String(raw),
        rawScoreKnown: raw !== null,
        minScore: min === null ? '' : String(min),
        minScoreKnown: min !== null,
        maxScore: max === null ? '' : String(max),
        maxScoreKnown: max !== null,
      },
    ]),
  );
}
