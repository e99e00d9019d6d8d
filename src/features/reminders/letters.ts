import { typeset } from '#domain/authoring/typography.ts';
import { completionRate, concernedIn, type ObligationCounts } from '#domain/obligation/obligation-counts.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { frenchDate } from '#domain/time/french-dates.ts';
import { frenchCount, frenchRate, rateInWords } from '#features/follow-up/french-figures.ts';

/**
 * What letters say: nothing that tells a passer-by what the training is about, neither in the subject, which shows on a
 * locked screen, nor in the text; programmes are told apart by their deadlines.
 */
export interface Letter {
  subject: string;
  body: string;
}

export interface LetterContext {
  /** The day it is written on. */
  today: CivilDate;
  /** The address of the installation. */
  origin: string;
}

/** What a person gets who still has modules before them; the same for everybody, after the salutation. */
export function reminderLetter(deadline: CivilDate, { today, origin }: LetterContext): Letter {
  const when =
    deadline >= today
      ? `La date prévue pour les terminer est le ${frenchDate(deadline)}.`
      : `La date prévue pour les terminer était le ${frenchDate(deadline)} ; ils restent ouverts.`;
  return letter('Un module vous attend sur Repères', [
    `Il vous reste un ou plusieurs modules à suivre sur Repères. ${when}`,
    `Pour reprendre où vous en êtes :\n${origin}/parcours`,
    'Vous avancez à votre rythme, en plusieurs fois si vous le souhaitez. Si vous avez terminé entre-temps, ne tenez pas compte de ce message.',
    AUTOMATIC,
  ]);
}

/** A unit as a letter to its manager tells it: counts, and nobody's name. */
export interface UnitPoint {
  unitName: string;
  counts: ObligationCounts;
}

/** What a manager gets at a step of the schedule: how many are left in each of their units. */
export function escalationLetter(
  deadline: CivilDate,
  units: readonly UnitPoint[],
  { today, origin }: LetterContext,
): Letter {
  const when = deadline >= today ? `est le ${frenchDate(deadline)}` : `était le ${frenchDate(deadline)}`;
  return letter('Repères : des modules restent à suivre dans vos unités', [
    `La date prévue pour terminer les modules en cours ${when}.`,
    ...units.map(({ unitName, counts }) => `${unitName} : ${remainingWords(counts)}`),
    `La liste des personnes n’est donnée que sur Repères :\n${origin}/suivi`,
    AUTOMATIC,
  ]);
}

/** The units of a manager in one programme. */
export interface ProgrammePoint {
  deadline: CivilDate;
  units: readonly UnitPoint[];
}

/** What a manager gets every week: the figures of their units, with what they are figures of. */
export function digestLetter(programmes: readonly ProgrammePoint[], { today, origin }: LetterContext): Letter {
  return letter('Repères : le point de la semaine', [
    `Voici où en sont vos unités le ${frenchDate(today)}.`,
    ...programmes.flatMap(({ deadline, units }) => [
      `Modules à terminer pour le ${frenchDate(deadline)}`,
      ...units.map(({ unitName, counts }) => `${unitName}\n${pointWords(counts)}`),
    ]),
    RATE_WORDS,
    `Le détail, et la liste derrière chaque chiffre :\n${origin}/suivi`,
    `Pour ne plus recevoir ce point :\n${origin}/suivi/rappels`,
    AUTOMATIC,
  ]);
}

/** A letter as it leaves: what is said to everybody, after « Bonjour » and the name. */
export function addressedText(name: string, body: string): string {
  return `${typeset(`Bonjour ${name},`)}\n\n${body}\n`;
}

export const RATE_WORDS =
  'Taux : (achevés + équivalences) ÷ (concernés − dispenses), arrondi au dixième inférieur. Concernés : personnes distinctes désignées et ' +
  'affectées à l’unité, ou au-dessous d’elle, à cette date. Chacune compte dans un seul état, le premier qui s’applique : achevé, équivalence, ' +
  'dispense, absent, en cours, non commencé.';

const AUTOMATIC = 'Ce message est envoyé automatiquement : il n’attend pas de réponse.';

function letter(subject: string, paragraphs: string[]): Letter {
  return { subject: typeset(subject), body: paragraphs.map(typeset).join('\n\n') };
}

function pointWords(counts: ObligationCounts): string {
  const states = [
    ['achevés', counts.done],
    ['équivalences', counts['done-elsewhere']],
    ['dispenses', counts.exempt],
    ['absents', counts.absent],
    ['en cours', counts['in-progress']],
    ['non commencés', counts['not-started']],
  ] as const;
  const listed = states.map(([name, count]) => `${name} ${frenchCount(count)}`).join(', ');
  return `Taux : ${frenchRate(completionRate(counts))}, ${rateInWords(counts)}.\nConcernés ${frenchCount(concernedIn(counts))} : ${listed}.`;
}

function remainingWords(counts: ObligationCounts): string {
  const left = counts['in-progress'] + counts['not-started'];
  const base = concernedIn(counts) - counts.exempt;
  const absent = counts.absent;
  const people = (count: number) => `${frenchCount(count)} personne${count > 1 ? 's' : ''}`;
  const away = absent === 0 ? '' : ` Les personnes absentes (${frenchCount(absent)}) n’y sont pas comptées.`;
  return `${people(left)} sur ${frenchCount(base)} concernée${base > 1 ? 's' : ''} hors dispenses, dont ${frenchCount(counts['not-started'])} sans avoir commencé.${away}`;
}
