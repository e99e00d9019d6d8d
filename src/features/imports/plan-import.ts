import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { planUnits, type KnownUnit, type UnitsPlan } from '#domain/organisation/plan-units.ts';
import { readUnitLine } from '#domain/organisation/read-lines.ts';
import type { RefusedLine } from '#domain/organisation/refused-line.ts';
import type { UnitStatement } from '#domain/organisation/statements.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Findings, ImportSettings } from './batch.ts';
import { FindingsTally } from './findings-tally.ts';
import type { PersonLeft } from './known-people-queries.ts';
import { listKnownUnits, listUnitNames } from './known-units-queries.ts';
import type { OpenedImport } from './open-import.ts';
import { planPeopleFile, type PlannedPiece } from './plan-people-file.ts';
import { listOpenProgrammes } from './queries.ts';

/** What is done with the plan as it comes; a preview does nothing. */
export interface PlanHearer {
  units(plan: UnitsPlan, known: readonly KnownUnit[]): Promise<void>;
  people(piece: PlannedPiece, programmeId: string | null): Promise<void>;
  left(person: PersonLeft): Promise<void>;
}

export const NOBODY_HEARS: PlanHearer = {
  units: () => Promise.resolve(),
  people: () => Promise.resolve(),
  left: () => Promise.resolve(),
};

/** Works out what an import would change, and tells it as it goes; the same facts and the same day give the same findings. */
export async function planImport(
  reader: Kysely<Database>,
  opened: OpenedImport,
  { settings, today }: { settings: ImportSettings; today: CivilDate },
  hearer: PlanHearer,
  progress: (share: number) => void,
): Promise<Findings> {
  const names = new Map((await listUnitNames(reader)).map(({ unitId, code }) => [unitId, code]));
  const tally = new FindingsTally((unitId) => names.get(unitId) ?? '');
  if (opened.kind === 'units') {
    const units = await listKnownUnits(reader);
    const plan = await planUnitsFile(opened, units, progress);
    tally.addUnits(plan);
    await hearer.units(plan, units);
    return tally.findings(null);
  }
  const programme = opened.columns.includes('designated') ? await findProgramme(reader, settings) : null;
  const { csv, columns } = opened;
  const file = { csv, columns, defaultStatus: settings.defaultStatus, programmeId: programme?.id ?? null, today };
  const plan = await planPeopleFile(reader, file);
  for await (const piece of plan.pieces()) {
    tally.addPiece(piece);
    await hearer.people(piece, file.programmeId);
    progress(piece.share);
  }
  for await (const person of plan.left()) {
    tally.addLeft(person);
    await hearer.left(person);
  }
  return tally.findings(programme?.name ?? null);
}

async function findProgramme(reader: Kysely<Database>, { programme }: ImportSettings) {
  const programmes = await listOpenProgrammes(reader);
  return (programme === null ? programmes[0] : programmes.find(({ slug }) => slug === programme)) ?? null;
}

async function planUnitsFile(
  { csv, columns }: OpenedImport,
  known: readonly KnownUnit[],
  progress: (share: number) => void,
): Promise<UnitsPlan> {
  const layout = { header: csv.header, columns };
  const statements: UnitStatement[] = [];
  const refusals: RefusedLine[] = [];
  for await (const { share, ...line } of csv.lines()) {
    const read = readUnitLine(layout, line);
    if ('statement' in read) statements.push(read.statement);
    else refusals.push(...read.refusals);
    progress(share);
  }
  const heading = (field: 'code' | 'name' | 'parent') => csv.header[columns.indexOf(field)] ?? null;
  const headings = { code: heading('code'), name: heading('name'), parent: heading('parent') };
  const plan = planUnits(statements, known, headings);
  return { ...plan, refusals: [...refusals, ...plan.refusals] };
}
