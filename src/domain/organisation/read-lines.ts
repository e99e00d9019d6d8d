import {
  readAbsenceReason,
  readDate,
  readDesignated,
  readEmail,
  readHrNumber,
  readStatus,
  readText,
  readUnitCode,
  type Reading,
} from './cells.ts';
import type { Columns, Field } from './columns.ts';
import type { RefusedLine } from './refused-line.ts';
import type { PersonStatement, StatedAbsence, UnitStatement } from './statements.ts';

export interface Line {
  /** As a spreadsheet numbers it. */
  line: number;
  cells: readonly string[];
}

export interface Layout {
  header: readonly string[];
  columns: Columns;
}

export type ReadLine<Statement> = { statement: Statement } | { refusals: RefusedLine[] };

/** What a line says of a person. */
export function readPersonLine(layout: Layout, line: Line): ReadLine<PersonStatement> {
  const reader = lineReader(layout, line);
  const { read, refuse } = reader;
  const statement: PersonStatement = {
    line: line.line,
    hrNumber: read('hrNumber', readHrNumber),
    familyName: read('familyName', readText),
    givenName: read('givenName', readText),
    email: read('email', readEmail),
    status: read('status', readStatus),
    unit: read('unit', readText),
    since: read('since', readDate),
    rankGroup: read('rankGroup', readText),
    job: read('job', readText),
    designated: read('designated', readDesignated),
    absence: readAbsence(reader),
  };
  if (reader.refusals.length === 0 && statement.hrNumber === null && statement.email === null)
    refuse('hrNumber', 'la ligne ne dit pas qui c’est', 'écrivez le matricule, ou le courriel de qui n’en a pas');
  return reader.refusals.length > 0 ? { refusals: reader.refusals } : { statement };
}

/** What a line says of a unit. */
export function readUnitLine(layout: Layout, line: Line): ReadLine<UnitStatement> {
  const { read, refuse, refusals } = lineReader(layout, line);
  const code = read('code', readUnitCode);
  const statement = { line: line.line, name: read('name', readText), parent: read('parent', readText) };
  if (code === null && refusals.length === 0)
    refuse('code', 'le code de l’unité manque', 'écrivez un code comme FM-11');
  return refusals.length > 0 || code === null ? { refusals } : { statement: { ...statement, code } };
}

type LineReader = ReturnType<typeof lineReader>;

function readAbsence({ read, refuse, refusals }: LineReader): StatedAbsence | null {
  const before = refusals.length;
  const reason = read('absence', readAbsenceReason);
  const from = read('absenceFrom', readDate);
  const through = read('absenceTo', readDate);
  if (refusals.length > before) return null;
  if (reason === null) {
    if (from !== null || through !== null)
      refuse('absence', 'une absence est datée sans motif', 'écrivez mission, congé ou maladie');
    return null;
  }
  if (from !== null && through !== null && through < from) {
    refuse('absenceTo', 'l’absence finit avant de commencer', 'corrigez l’une des deux dates');
    return null;
  }
  return { reason, from, through };
}

function lineReader({ header, columns }: Layout, { line, cells }: Line) {
  const refusals: RefusedLine[] = [];
  const placeOf = (field: Field) => columns.indexOf(field);
  const refuse = (field: Field | null, reason: string, remedy: string) => {
    const column = field === null ? null : (header[placeOf(field)] ?? null);
    refusals.push({ line, column, reason, remedy });
  };
  const extra = cells.slice(header.length).some((cell) => cell.trim() !== '');
  if (cells.length < header.length || extra)
    refuse(
      null,
      `la ligne a ${cells.length} ${cells.length > 1 ? 'cellules' : 'cellule'}, l’en-tête en a ${header.length}`,
      cells.length < header.length
        ? 'complétez-la : le fichier a peut-être été coupé'
        : 'entourez de guillemets la cellule qui contient un séparateur',
    );
  const read = <Value>(field: Field, reading: (cell: string) => Reading<Value>): Value | null => {
    const place = placeOf(field);
    if (place === -1 || cells.length < header.length) return null;
    const result = reading(cells[place] ?? '');
    if ('value' in result) return result.value;
    refuse(field, result.reason, result.remedy);
    return null;
  };
  return { read, refuse, refusals };
}
