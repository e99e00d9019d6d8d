import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Columns, Field } from '#domain/organisation/columns.ts';
import type { KnownPerson } from '#domain/organisation/known-person.ts';
import { planPerson, type PersonPlan, type PlanRules } from '#domain/organisation/plan-person.ts';
import { readPersonLine, type Line, type ReadLine } from '#domain/organisation/read-lines.ts';
import type { RefusedLine } from '#domain/organisation/refused-line.ts';
import type { PersonStatement } from '#domain/organisation/statements.ts';
import { unitFinder, type NamedUnit } from '#domain/organisation/unit-finder.ts';
import type { PersonStatus } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { inPieces } from '#platform/db/rows-of.ts';
import {
  addBearer,
  listKnownPeople,
  listPresent,
  nameKey,
  readNameBearers,
  streamNumbered,
  type NameBearers,
  type PersonLeft,
} from './known-people-queries.ts';
import { listUnitNames } from './known-units-queries.ts';
import type { OpenedCsv } from './open-csv.ts';

/** As many lines as are looked up at once. */
const LINES_IN_A_PIECE = 1000;

export interface PlannedPiece {
  plans: PersonPlan[];
  /** The persons these plans are of, by id. */
  known: ReadonlyMap<string, KnownPerson>;
  /** How much of the file has been read. */
  share: number;
}

export interface PeopleFile {
  csv: OpenedCsv;
  columns: Columns;
  defaultStatus: PersonStatus;
  /** Null when the file designates nobody. */
  programmeId: string | null;
  today: CivilDate;
}

export interface PeopleFilePlan {
  /** The plan of each line, in order; read once. */
  pieces(): AsyncGenerator<PlannedPiece>;
  /** Who has a number and a unit and is not in the file; after every piece. */
  left(): AsyncGenerator<PersonLeft>;
}

/**
 * What a file of people would change, for what `reader` sees: while an import is written through another connection, that
 * is what stood before it, so that a preview and its application plan the same.
 */
export async function planPeopleFile(reader: Kysely<Database>, file: PeopleFile): Promise<PeopleFilePlan> {
  const layout = { header: file.csv.header, columns: file.columns };
  const rules = rulesOf(file, await listUnitNames(reader));
  const bearers = await readNameBearers(reader);
  const seen = seenLines();

  async function planLines(lines: readonly Line[], share: number): Promise<PlannedPiece> {
    const read = lines.map((line) => seen.refuseAgain(readPersonLine(layout, line), rules));
    const statements = read.flatMap((line) => ('statement' in line ? line.statement : []));
    const lookup = lookupOf(await listKnownPeople(reader, { ...identitiesOf(statements), ...file }));
    const plans = read.map((line): PersonPlan => {
      if (!('statement' in line)) return { kind: 'refused', refusals: line.refusals };
      const plan = planPerson(line.statement, candidatesFor(line.statement, lookup, bearers), rules);
      if (plan.kind === 'new')
        addBearer(bearers, nameKey(plan.fields.familyName, plan.fields.givenName), plan.hrNumber !== null);
      return plan;
    });
    return { plans, known: lookup.byId, share };
  }

  return {
    async *pieces() {
      let lines: Line[] = [];
      let read = 0;
      for await (const { share, ...line } of file.csv.lines()) {
        lines.push(line);
        read = share;
        if (lines.length < LINES_IN_A_PIECE) continue;
        yield await planLines(lines, share);
        lines = [];
      }
      if (lines.length > 0) yield await planLines(lines, read);
    },
    left: () => streamLeft(reader, seen.hasNumber),
  };
}

function rulesOf(file: PeopleFile, units: readonly NamedUnit[]): PlanRules {
  const headingOf = (field: Field) => file.csv.header[file.columns.indexOf(field)] ?? null;
  return { today: file.today, defaultStatus: file.defaultStatus, findUnit: unitFinder(units), headingOf };
}

function identitiesOf(statements: readonly PersonStatement[]) {
  return {
    hrNumbers: statements.flatMap(({ hrNumber }) => hrNumber ?? []),
    emails: statements.flatMap(({ email }) => email ?? []),
  };
}

/** Which line of the file has named each person: the second one is refused. */
function seenLines() {
  const lineOfNumber = new Map<string, number>();
  const lineOfEmail = new Map<string, number>();
  return {
    /** True for the numbers of refused lines too: whoever has one is in the file, and has not left. */
    hasNumber: (hrNumber: string) => lineOfNumber.has(hrNumber),
    refuseAgain(read: ReadLine<PersonStatement>, rules: PlanRules): ReadLine<PersonStatement> {
      if (!('statement' in read)) return read;
      const { statement } = read;
      const { hrNumber, email, line } = statement;
      const refusals: RefusedLine[] = [];
      const again = (column: string | null, what: string, first: number) =>
        refusals.push({
          line,
          column,
          reason: `${what} est déjà à la ligne ${first}`,
          remedy: 'gardez une seule ligne par personne',
        });
      const sameNumber = hrNumber === null ? undefined : lineOfNumber.get(hrNumber);
      if (sameNumber !== undefined) again(null, `le matricule ${hrNumber}`, sameNumber);
      const sameEmail = hrNumber !== null || email === null ? undefined : lineOfEmail.get(email);
      if (sameEmail !== undefined) again(rules.headingOf('email'), `le courriel ${email}`, sameEmail);
      if (hrNumber !== null && sameNumber === undefined) lineOfNumber.set(hrNumber, line);
      if (email !== null && !lineOfEmail.has(email)) lineOfEmail.set(email, line);
      return refusals.length > 0 ? { refusals } : read;
    },
  };
}

function lookupOf(people: readonly KnownPerson[]) {
  const byEmail = new Map<string, KnownPerson[]>();
  for (const person of people)
    if (person.email !== null) byEmail.set(person.email, [...(byEmail.get(person.email) ?? []), person]);
  return {
    byId: new Map(people.map((person) => [person.personId, person])),
    byNumber: new Map(people.flatMap((person) => (person.hrNumber === null ? [] : [[person.hrNumber, person]]))),
    byEmail,
  };
}

function candidatesFor(
  { hrNumber, email, familyName, givenName }: PersonStatement,
  { byNumber, byEmail }: ReturnType<typeof lookupOf>,
  bearers: NameBearers,
) {
  const bearer = familyName !== null && givenName !== null ? bearers.get(nameKey(familyName, givenName)) : undefined;
  return {
    withHrNumber: hrNumber === null ? null : (byNumber.get(hrNumber) ?? null),
    withEmail: email === null ? [] : (byEmail.get(email) ?? []),
    namesakes: { withNumber: bearer?.withNumber ?? false, withoutNumber: bearer?.withoutNumber ?? false },
  };
}

async function* streamLeft(
  reader: Kysely<Database>,
  isInFile: (hrNumber: string) => boolean,
): AsyncGenerator<PersonLeft> {
  const absent: string[] = [];
  for await (const { personId, hrNumber } of streamNumbered(reader)) if (!isInFile(hrNumber)) absent.push(personId);
  for (const piece of inPieces(absent)) yield* await listPresent(reader, piece);
}
