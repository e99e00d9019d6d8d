import { STATUS_NAMES } from '#domain/identity/person-status.ts';
import {
  completionRate,
  concernedIn,
  remainingIn,
  type ObligationCounts,
} from '#domain/obligation/obligation-counts.ts';
import { OBLIGATION_STATES } from '#domain/obligation/obligation-state.ts';
import { frenchDateTime, shortFrenchDate } from '#domain/time/french-dates.ts';
import type { Cell, ExportColumn } from '#platform/lists/export-document.ts';
import type { ExportQueryValues } from './forms.ts';
import { frenchRate } from './french-figures.ts';
import type { UnitExport } from './load-unit-export.ts';
import type { PersonLine } from './person-line.ts';
import { STATE_CHOICES, STATE_NAMES, STATE_PLURALS } from './state-words.ts';
import { versionNumbers } from './version-words.ts';

export const RATE_DEFINITION =
  '(achevés + équivalences) ÷ (concernés − dispenses), arrondi au dixième inférieur. Concernés : personnes distinctes désignées ' +
  'pour ce parcours et affectées à l’unité, ou au-dessous d’elle, à la date indiquée, chacune dans un seul état, le premier qui ' +
  's’applique dans l’ordre où les états sont donnés ici.';

/** What the first lines of a file state: what it is of, when it was made, how the rate is defined, and the figures. */
export function exportHeading(
  { unit, situation, query, preparedAt, author }: UnitExport,
  counts: ObligationCounts,
): [label: string, value: string][] {
  const { programme, day, onlyModule } = situation;
  return [
    ['Parcours', programme.name],
    ...(onlyModule ? ([['Module seul', onlyModule.toUpperCase()]] satisfies [string, string][]) : []),
    ['Unité', `${unit.name} (${unit.code}), avec tout ce qui est au-dessous`],
    ['Situation au', shortFrenchDate(day)],
    ['Échéance', shortFrenchDate(programme.deadline)],
    ['Fichier établi le', plain(frenchDateTime(preparedAt))],
    ['Établi par', author],
    ['Définition du taux', RATE_DEFINITION],
    ['Concernés', String(concernedIn(counts))],
    ...OBLIGATION_STATES.map((state): [string, string] => [STATE_PLURALS[state], String(counts[state])]),
    ['Restants', String(remainingIn(counts))],
    ['Taux', plain(frenchRate(completionRate(counts)))],
    ['Liste', listWords(query)],
  ];
}

export const PERSON_COLUMNS: readonly ExportColumn[] = [
  { title: 'Nom', kind: 'text', width: 24 },
  { title: 'Prénom', kind: 'text', width: 20 },
  { title: 'Matricule', kind: 'text', width: 14 },
  { title: 'Statut', kind: 'text', width: 12 },
  { title: 'Catégorie', kind: 'text', width: 18 },
  { title: 'Fonction', kind: 'text', width: 18 },
  { title: 'Unité', kind: 'text', width: 32 },
  { title: 'État', kind: 'text', width: 16 },
  { title: 'Date', kind: 'date', width: 12 },
  { title: 'En retard', kind: 'flag', width: 10 },
  { title: 'Version', kind: 'text', width: 20 },
];

/** A person of the list; of their units a file has the names. */
export type WrittenPerson = Omit<PersonLine, 'units'> & { units: { name: string }[] };

/** One line of the list: obligation facts alone, in the order of PERSON_COLUMNS. */
export function personCells({ standing, ...person }: WrittenPerson): Cell[] {
  return [
    person.familyName,
    person.givenName,
    person.hrNumber,
    STATUS_NAMES[person.status],
    person.rankGroup,
    person.job,
    person.units.map(({ name }) => name).join(', '),
    standing ? STATE_NAMES[standing.state] : 'Non concerné',
    standing?.since ?? null,
    person.isLate,
    versionNumbers(person.versions) || null,
  ];
}

/** Whom or what a file lists: its figures are of everybody concerned all the same. */
export function listWords(query: ExportQueryValues): string {
  if (query.lignes === 'unites') return 'Unités, à tous les niveaux';
  const { etat, statut, categorie, fonction, depuis, retard, recherche } = query;
  const words: string[] = [STATE_CHOICES[etat].label];
  if (statut) words.push(`statut : ${STATUS_NAMES[statut]}`);
  if (categorie) words.push(`catégorie : ${categorie}`);
  if (fonction) words.push(`fonction : ${fonction}`);
  if (depuis) words.push(`arrivées depuis le : ${depuis}`);
  if (retard) words.push('en retard');
  if (recherche) words.push(`recherche : ${recherche}`);
  return words.join(', ');
}

/** No-break spaces keep a line together on a screen; in a cell they make a figure unreadable to a spreadsheet. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}
