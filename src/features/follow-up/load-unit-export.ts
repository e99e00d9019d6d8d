import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#domain/identity/roles.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { ExportQueryValues } from './forms.ts';
import type { ExportFormat } from '#domain/exports/export-formats.ts';
import { loadSituation } from './load-situation.ts';
import { findUnitInScope } from './scope-queries.ts';
import type { Situation, Unit } from './situation.ts';

/** What a file is to hold: people of a unit and of all below it, or these units, for a programme and a day. */
export interface UnitExport {
  unit: Unit;
  situation: Situation;
  query: ExportQueryValues;
  preparedAt: Instant;
  /** The name of whoever asks for it. */
  author: string;
  format: ExportFormat;
}

export interface ExportRequest {
  code: string;
  query: ExportQueryValues;
  format: ExportFormat;
  today: CivilDate;
  now: Instant;
}

/** Checks that the actor may have this file; null when the unit or the programme is not there, or not theirs. */
export async function loadUnitExport(
  db: Kysely<Database>,
  actor: Actor,
  { code, query, format, today, now }: ExportRequest,
): Promise<UnitExport | null> {
  const unit = await findUnitInScope(db, actor, code);
  const asked = unit && (await loadSituation(db, query, today));
  if (!unit || !asked || asked.isDayRefused) return null;
  const author = `${actor.givenName} ${actor.familyName}`;
  return { unit, situation: asked.situation, query, preparedAt: now, author, format };
}

/** « suivi-FT-1-2026-11-23.csv ». */
export function exportFileName({ unit, situation, format, query }: UnitExport): string {
  return listFileName(unit.code, situation.day, format, query);
}

/** The name of a unit's file of a day. */
export function listFileName(
  code: string,
  day: CivilDate,
  format: ExportFormat,
  { lignes }: Pick<ExportQueryValues, 'lignes'>,
): string {
  const kind = lignes === 'unites' && format !== 'pdf' ? 'unites' : 'suivi';
  return `${kind}-${code.replace(/[^A-Za-z0-9-]+/g, '-')}-${day}.${format}`;
}
