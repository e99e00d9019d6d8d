import type { Actor } from '#domain/identity/roles.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { SituationQueryValues } from './forms.ts';
import type { FigureSource } from './load-follow-up-page.ts';
import { loadSituation } from './load-situation.ts';
import { listAskedModules } from './programme-queries.ts';
import { listScopeRoots } from './scope-queries.ts';
import { sealFingerprint } from './seal-fingerprint.ts';
import { listSealedUnits, listSeals, type Seal, type SealedUnit } from './seal-queries.ts';
import type { Programme } from './situation.ts';
import { everyUnitTask } from './tasks/every-unit-task.ts';

export interface SealLine extends Seal {
  /** What the seal keeps of the units the actor follows. */
  units: SealedUnit[];
  /** The rows kept give the fingerprint kept, and it continues the one before. */
  isIntact: boolean;
  /** Units whose figures, counted again today as of that day, differ; null when that was not asked for. */
  differing: string[] | null;
}

export interface SealsPage {
  programme: Programme;
  programmes: Programme[];
  seals: SealLine[];
}

/** The sealed months of a programme, for the units that the actor follows; null without such a programme. */
export async function loadSealsPage(
  { db, tasks }: FigureSource,
  actor: Actor,
  { query, today, isRecounted }: { query: SituationQueryValues; today: CivilDate; isRecounted: boolean },
): Promise<SealsPage | null> {
  const asked = await loadSituation(db, query, today);
  if (!asked) return null;
  const { programme } = asked.situation;
  const mine = new Set((await listScopeRoots(db, actor)).map(({ code }) => code));
  const seals: SealLine[] = [];
  let previous: string | null = null;
  for (const seal of await listSeals(db, programme.programmeId)) {
    const units = await listSealedUnits(db, seal.sealId);
    const found = sealFingerprint({ programme: programme.slug, day: seal.day, previous: seal.previous, units });
    seals.push({
      ...seal,
      units: units.filter(({ code }) => mine.has(code)),
      isIntact: found === seal.fingerprint && seal.previous === previous,
      differing: isRecounted ? differences(units, await recount(seal)) : null,
    });
    previous = seal.fingerprint;
  }
  return { programme, programmes: asked.programmes, seals };

  async function recount({ day }: Seal): Promise<SealedUnit[]> {
    const modules = await listAskedModules(db, programme.programmeId, day);
    return tasks.run(everyUnitTask, { programme, day, modules, onlyModule: null });
  }
}

/** The codes of the units whose counts are not what they were; a unit that is no longer known differs when it had anybody. */
function differences(sealed: readonly SealedUnit[], counted: readonly SealedUnit[]): string[] {
  const now = new Map(counted.map((unit) => [unit.code, JSON.stringify(Object.entries(unit.counts).sort())]));
  return sealed
    .filter(({ code, counts }) => {
      const known = now.get(code);
      return known === undefined
        ? Object.values(counts).some((count) => count > 0)
        : known !== JSON.stringify(Object.entries(counts).sort());
    })
    .map(({ code }) => code);
}
