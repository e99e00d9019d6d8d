import type { KnownPersonPlan, Move, NewPersonPlan, PersonFields } from '#domain/organisation/plan-person.ts';
import { STATUS_NAMES } from '#domain/identity/person-status.ts';
import { addDays, type CivilDate } from '#domain/time/civil-date.ts';
import { shortFrenchDate } from '#domain/time/french-dates.ts';

const FIELD_WORDS: Record<keyof PersonFields, string> = {
  familyName: 'nom',
  givenName: 'prénom',
  email: 'courriel',
  status: 'statut',
  rankGroup: 'catégorie',
  job: 'fonction',
};

/** « unité FM-11 depuis le 01/09/2026, désignée ». */
export function fieldsWords({ from, designateFrom, absence }: NewPersonPlan, unit: string): string {
  const words = [`${unit} depuis le ${shortFrenchDate(from)}`];
  if (designateFrom !== null) words.push(`désignation au ${shortFrenchDate(designateFrom)}`);
  if (absence) words.push(`absence du ${periodWords(absence)}`);
  return words.join(' ; ');
}

/** « FM-11 → FM-12 le 23/11/2026 ». */
export function moveWords(move: Move, unitName: (unitId: string) => string): string {
  const left = move.kind === 'move' ? move.closed.map(({ unitId }) => unitId) : [move.beforeUnitId];
  const from = left.length > 0 ? left.map(unitName).join(', ') : 'sans unité';
  return `${from} → ${unitName(move.unitId)} le ${shortFrenchDate(move.on)}`;
}

/** « courriel : a@exemple.fr → b@exemple.fr ; désignation au 23/11/2026 ». */
export function changedWords({ fields, designateFrom, absence }: KnownPersonPlan): string {
  const words = fields ? fieldChanges(fields) : [];
  if (designateFrom !== null) words.push(`désignation au ${shortFrenchDate(designateFrom)}`);
  if (absence.open) words.push(`absence du ${periodWords(absence.open)}`);
  else if (absence.change) words.push(`absence ${endWords(absence.change.to)}`);
  return words.join(' ; ');
}

function fieldChanges({ before, after }: NonNullable<KnownPersonPlan['fields']>): string[] {
  const shown = (value: string | null, field: keyof PersonFields) =>
    value === null ? 'rien' : field === 'status' ? STATUS_NAMES[value as PersonFields['status']] : value;
  return (Object.keys(FIELD_WORDS) as (keyof PersonFields)[])
    .filter((field) => before[field] !== after[field])
    .map((field) => `${FIELD_WORDS[field]} : ${shown(before[field], field)} → ${shown(after[field], field)}`);
}

function periodWords({ from, to }: { from: CivilDate; to: CivilDate | null }): string {
  return `${shortFrenchDate(from)} ${endWords(to)}`;
}

/** People read the last day; a period stops at the day after it. */
function endWords(to: CivilDate | null): string {
  return to === null ? 'sans fin connue' : `au ${shortFrenchDate(addDays(to, -1))}`;
}
