import { ROLE_NAMES } from '#domain/identity/roles.ts';
import { parseCivilDate } from '#domain/time/civil-date.ts';
import { shortFrenchDate } from '#domain/time/french-dates.ts';
import type { DetailReader } from './detail-reader.ts';

/** Part of a sentence; null when the detail says nothing of it. */
type Phrase = string | null;
/** Tells a detail, one phrase after the other. */
export type Tell = (detail: DetailReader) => Phrase[];

const say = (words: string, value: Phrase): Phrase => (value === null ? null : `${words} ${value}`);
const french = new Intl.NumberFormat('fr-FR');
/** « 1 personne », « 1 200 personnes »; zero is singular in French. */
const counted = (count: number, one: string, several = `${one}s`): string =>
  `${french.format(count)} ${count < 2 ? one : several}`;
const countedIn = (detail: DetailReader, key: string, one: string, several = `${one}s`): Phrase => {
  const count = detail.text(key);
  return count === null ? null : counted(Number(count), one, several);
};

const FIELDS: Record<string, string> = {
  hrNumber: 'matricule',
  givenName: 'prénom',
  familyName: 'nom',
  status: 'statut',
  email: 'courriel',
  rankGroup: 'catégorie',
  job: 'fonction',
  name: 'nom',
  deadline: 'échéance',
  year: 'année',
  graceDays: 'jours de grâce',
  countsFrom: 'date à partir de laquelle compter',
  modules: 'modules',
};
const KINDS: Record<string, string> = { exemption: 'dispense', credit: 'équivalence', absence: 'absence' };
const RELEASES: Record<string, string> = { correction: 'correction', material: 'nouvelle édition' };
const STATUSES: Record<string, string> = { military: 'militaires', civilian: 'civils', student: 'élèves' };
const inFrench = (words: Record<string, string>, value: Phrase): Phrase => value && (words[value] ?? value);

/** « champs changés : nom, statut ». */
export const tellFields: Tell = (detail) => [
  say(
    'champs changés :',
    detail
      .text('fields')
      ?.split(', ')
      .map((field) => FIELDS[field] ?? field)
      .join(', ') ?? null,
  ),
];

export const tellProgramme = (detail: DetailReader) => say('parcours', detail.named('programme', 'programme'));

/** A fact of a programme, from a day; to a day when the detail has an end. */
export const tellPeriod: Tell = (detail) => [tellProgramme(detail), detail.period('from', 'to')];

/** What ends: with a last day, or taken back before it counted. */
export const tellEnd: Tell = (detail) => {
  const [programme, from, end] = [tellProgramme(detail), detail.text('from'), detail.text('to')];
  if (end === null) return [programme, from && 'retirée avant d’avoir compté'];
  return [programme, detail.period('from', 'to')];
};

export const tellAbsenceEnd: Tell = (detail) => {
  const [end, was] = [detail.text('end'), say('auparavant jusqu’au', detail.dayBefore('was'))];
  if (end === 'open') return [detail.period('from', 'to'), 'sans fin connue', was];
  return [...tellEnd(detail), was];
};

export const tellCredit: Tell = (detail) => [tellProgramme(detail), say('suivie le', detail.day('doneOn'))];

export const tellDecision: Tell = (detail) => [
  inFrench(KINDS, detail.text('kind')),
  say('proposée par', detail.named('person', 'proposedBy')),
  say('référence', detail.reference('decision')),
];

export const tellGroup: Tell = (detail) => [
  tellProgramme(detail),
  say('à partir du', detail.day('on')),
  countedIn(detail, 'count', 'personne'),
  say('unité', detail.named('unit', 'unit')),
  inFrench(STATUSES, detail.text('status')),
  say('catégorie', detail.text('rankGroup')),
  say('fonction', detail.text('job')),
  say('d’une liste de', countedIn(detail, 'listed', 'matricule')),
];

export const tellRole: Tell = (detail) => [
  inFrench(ROLE_NAMES, detail.text('role')),
  say('unité', detail.named('unit', 'unit')),
];

export const tellUnitPeriod: Tell = (detail) => [
  say('unité', detail.named('unit', 'unit')),
  detail.period('from', 'to'),
];

export const tellUnitDay: Tell = (detail) => [
  say('unité', detail.named('unit', 'unit')),
  say('à partir du', detail.day('on')),
];

export const tellVersion: Tell = (detail) => [
  say('édition', detail.text('edition')),
  say('version', detail.reference('version')),
  say('achèvement', detail.reference('completion')),
];

export const tellPublication: Tell = (detail) => [
  inFrench(RELEASES, detail.text('kind')),
  say('édition', detail.text('edition')),
  say('révision', detail.text('revision')),
  detail.number('redo') === 1 ? 'à refaire' : null,
  detail.text('note') || null,
  say('empreinte', detail.reference('hash')),
];

export const tellPackage: Tell = (detail) => [
  detail.text('fileName'),
  detail.text('standard'),
  say('identifiant', detail.text('identifier')),
  countedIn(detail, 'files', 'fichier'),
  say('empreinte', detail.reference('hash')),
];

export const tellSession: Tell = (detail) => [
  say('le', detail.day('on')),
  say('auparavant le', detail.day('from')),
  say('module', detail.named('module', 'module')),
  countedIn(detail, 'seats', 'place offerte', 'places offertes'),
];

/** What a list of presences or enrolments became; of whom, the journal does not say. */
export const tellList: Tell = (detail) => [
  countedIn(detail, 'present', 'personne présente', 'personnes présentes'),
  countedIn(detail, 'added', 'ajout'),
  countedIn(detail, 'removed', 'retrait')?.replace(/^0 .*/, '') ?? null,
  tellCompletions(detail),
];

function tellCompletions(detail: DetailReader): Phrase {
  const completions = detail.text('completions');
  if (completions === null) return null;
  return completions === 'kept' ? 'achèvements gardés' : counted(Number(completions), 'achèvement');
}

/** « motif : … ». */
export const tellReason: Tell = (detail) => [say('motif :', detail.text('reason')), tellCompletions(detail)];

export const tellMeeting: Tell = (detail) => [
  say('le', detail.day('on')),
  say('unité', detail.named('unit', 'unit')),
  say('public de', countedIn(detail, 'audience', 'personne')),
];

export const tellHouse: Tell = (detail) => [
  say('nom :', detail.text('name')),
  say('n’est plus proposée depuis le', detail.day('retired')),
];

const AUDIENCES: Record<string, string> = { person: 'aux personnes', manager: 'aux responsables' };

export const tellSending: Tell = (detail) => [
  tellProgramme(detail),
  occasionWords(detail.text('occasion')),
  countedIn(detail, 'recipients', 'lettre'),
  countedIn(detail, 'stopped', 'lettre arrêtée', 'lettres arrêtées'),
  countedIn(detail, 'retried', 'lettre'),
  say('référence', detail.reference('sending')),
];

/** « digest 2026-11-23 », « step … ». */
function occasionWords(occasion: Phrase): Phrase {
  if (occasion === null) return null;
  const monday = parseCivilDate(occasion.slice('digest '.length));
  return monday === null ? 'étape du calendrier' : `point de la semaine du ${shortFrenchDate(monday)}`;
}

export const tellStep: Tell = (detail) => [
  inFrench(AUDIENCES, detail.text('audience')),
  `${countedIn(detail, 'daysBefore', 'jour')} avant l’échéance`,
];

export const tellImport: Tell = (detail) => {
  const told = [
    countedIn(detail, 'new', 'ajout'),
    countedIn(detail, 'changed', 'changement'),
    countedIn(detail, 'moved', 'affectation changée', 'affectations changées'),
    countedIn(detail, 'left', 'départ'),
    countedIn(detail, 'skipped', 'ligne laissée de côté', 'lignes laissées de côté'),
  ];
  return told.filter((phrase) => phrase?.startsWith('0 ') === false);
};

export const tellFile: Tell = (detail) => [
  say('liste', detail.text('list')),
  tellProgramme(detail),
  say('unité', detail.named('unit', 'unit')),
  say('situation au', detail.day('day')),
  detail.text('format')?.toUpperCase() ?? null,
  say('empreinte', detail.reference('fingerprint')),
];

export const tellDeparture: Tell = (detail) => [say('à partir du', detail.day('on'))];
