import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#domain/identity/roles.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { UnitQueryValues } from './forms.ts';
import { loadSituation } from './load-situation.ts';
import { findUnitInScope } from './scope-queries.ts';
import type { Situation, Unit } from './situation.ts';

/** What a file is to hold: people of a unit and of all below it, for a programme and a day. */
export interface UnitExport {
  unit: Unit;
  situation: Situation;
  query: UnitQueryValues;
  preparedAt: Instant;
}

/** Checks that the actor may have this file; null when the unit or the programme is not there, or not theirs. */
export async function loadUnitExport(
  db: Kysely<Database>,
  actor: Actor,
  { code, query, today, now }: { code: string; query: UnitQueryValues; today: CivilDate; now: Instant },
): Promise<UnitExport | null> {
  const unit = await findUnitInScope(db, actor, code);
  const asked = unit && (await loadSituation(db, query, today));
  if (!unit || !asked || asked.isDayRefused) return null;
  return { unit, situation: asked.situation, query, preparedAt: now };
}

/** « suivi-FT-1-2026-11-23.csv ». */
export function exportFileName({ unit, situation }: UnitExport): string {
  return `suivi-${unit.code.replace(/[^A-Za-z0-9-]+/g, '-')}-${situation.day}.csv`;
}
