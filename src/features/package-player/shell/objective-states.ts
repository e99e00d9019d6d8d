import type { GlobalObjective } from '#domain/packaging/commit.ts';
import type { EngineGlobalObjective } from './run-time-2004.ts';

/** A global objective as it is kept. */
export function keptObjective(engine: EngineGlobalObjective): GlobalObjective {
  return {
    satisfied: engine.satisfiedStatusKnown ? engine.satisfiedStatus === true : null,
    measure: known(engine.normalizedMeasureKnown, engine.normalizedMeasure),
    completed:
      engine.completionStatusKnown && engine.completionStatus !== 'unknown'
        ? engine.completionStatus === 'completed'
        : null,
    progress: known(engine.progressMeasureKnown, engine.progressMeasure),
    raw: known(engine.rawScoreKnown, engine.rawScore),
    min: known(engine.minScoreKnown, engine.minScore),
    max: known(engine.maxScoreKnown, engine.maxScore),
  };
}

function known(isKnown: boolean | undefined, value: string | number | undefined): number | null {
  const number = value === '' ? NaN : Number(value);
  return isKnown && Number.isFinite(number) ? number : null;
}

/** A kept global objective as the engine takes it: what was never said is left out. */
export function engineObjective(id: string, kept: GlobalObjective): EngineGlobalObjective {
  return {
    id,
    ...(kept.satisfied !== null && { satisfiedStatus: kept.satisfied, satisfiedStatusKnown: true }),
    ...(kept.measure !== null && { normalizedMeasure: kept.measure, normalizedMeasureKnown: true }),
    ...(kept.completed !== null && {
      completionStatus: kept.completed ? 'completed' : 'incomplete',
      completionStatusKnown: true,
    }),
    ...(kept.progress !== null && { progressMeasure: kept.progress, progressMeasureKnown: true }),
    ...(kept.raw !== null && { rawScore: String(kept.raw), rawScoreKnown: true }),
    ...(kept.min !== null && { minScore: String(kept.min), minScoreKnown: true }),
    ...(kept.max !== null && { maxScore: String(kept.max), maxScoreKnown: true }),
  };
}
