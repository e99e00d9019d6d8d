import { hiddenGroups, hiddenParts, SMALLEST_SHOWN_GROUP } from '#domain/agreement/small-groups.ts';
import { PERSON_STATUSES, STATUS_NAMES } from '#domain/identity/person-status.ts';
import { concernedIn, type ObligationCounts } from '#domain/obligation/obligation-counts.ts';
import { frenchDate } from '#domain/time/french-dates.ts';
import type { ReviewFigures, YearFigures } from './review-figures.ts';

/** A figure of the review; null where the year has none. */
export type Figure =
  | { kind: 'count'; value: number }
  /** A group so small that one would recognise its people. */
  | { kind: 'hidden' }
  | { kind: 'rate'; done: number; base: number }
  | null;

export interface ReviewLine {
  label: string;
  current: Figure;
  previous: Figure;
}

/** A table of the review: what its figures count, and how to count them again. */
export interface ReviewSection {
  key: string;
  title: string;
  definition: string;
  lines: ReviewLine[];
}

const SMALL_GROUPS = `Un groupe de moins de ${SMALLEST_SHOWN_GROUP} personnes n’est pas montré`;

/** Every figure of the review, in the order of the page and of its files. */
export function reviewSections(figures: ReviewFigures): ReviewSection[] {
  const sections = [...trainedSections(figures), ...heldSections(figures), ...rateSections(figures)];
  return sections.filter(({ lines }) => lines.length > 0);
}

type PickFigure = (year: YearFigures) => number;

const count = (value: number): Figure => ({ kind: 'count', value });
const lineOf = ({ current, previous }: ReviewFigures, label: string, pick: PickFigure): ReviewLine => ({
  label,
  current: count(pick(current)),
  previous: previous && count(pick(previous)),
});

function trainedSections(figures: ReviewFigures): ReviewSection[] {
  const { modules } = figures;
  const line = (label: string, pick: PickFigure) => lineOf(figures, label, pick);
  return [
    {
      key: 'essentiel',
      title: 'L’essentiel',
      definition:
        'Personnes formées : personnes distinctes qui ont achevé dans l’année au moins un module d’un parcours. Modules achevés : un par personne et par édition. Séances et rencontres : voir plus bas.',
      lines: [
        line('Personnes formées', ({ people }) => people),
        line('Modules achevés', ({ completions }) => completions),
        line('Séances tenues', ({ sessions }) => sessions),
        line('Rencontres tenues', ({ meetings }) => meetings),
        line('Public des rencontres', ({ audience }) => audience),
      ],
    },
    armySection(figures),
    {
      key: 'statuts',
      title: 'Personnes formées, par statut',
      definition: `Personnes distinctes, selon leur statut au dernier jour compté : un statut changé après ne change plus le bilan. ${SMALL_GROUPS}, ni celui qui permettrait de le déduire du total.`,
      lines: hideSmall(
        figures,
        PERSON_STATUSES.map((status) => line(STATUS_NAMES[status], ({ byStatus }) => byStatus[status] ?? 0)),
        hiddenParts,
      ),
    },
    {
      key: 'themes',
      title: 'Personnes formées, par thème',
      definition: `Personnes distinctes qui ont achevé un module de ce thème, dans la version achevée. Un module a plusieurs thèmes : la somme dépasse le total. ${SMALL_GROUPS}, ni celui hors duquel il en resterait moins.`,
      lines: hideSmall(
        figures,
        themesOf(figures).map((theme) => line(theme, ({ byTheme }) => byTheme[theme] ?? 0)),
        hiddenOverlapping,
      ),
    },
    {
      key: 'modules',
      title: 'Modules donnés',
      definition: `Personnes distinctes qui ont achevé le module dans l’année, quelle que soit la manière. ${SMALL_GROUPS}, ni celui qui permettrait de le déduire des totaux.`,
      lines: hideSmall(
        figures,
        modules.map(({ moduleId, title }) => line(title, ({ byModule }) => byModule[moduleId] ?? 0)),
        hiddenModules,
      ),
    },
  ];
}

function armySection(figures: ReviewFigures): ReviewSection {
  const line = (label: string, pick: PickFigure) => lineOf(figures, label, pick);
  return {
    key: 'armees',
    title: 'Personnes formées, par armée',
    definition: `Personnes distinctes, dans l’armée où elles étaient affectées le jour de leur achèvement. Une armée est une unité placée juste au-dessous du sommet (ou l’un des sommets, s’il y en a plusieurs). Qui a changé d’armée peut compter dans deux : la somme peut dépasser le total. ${SMALL_GROUPS}, ni celui qui permettrait de le déduire du total.`,
    lines: hideSmall(
      figures,
      [
        ...figures.armies.map(({ unitId, name }) => line(name, ({ byArmy }) => byArmy[unitId] ?? 0)),
        line('Hors de ces unités ce jour-là', ({ outsideArmies }) => outsideArmies),
      ],
      hiddenParts,
    ),
  };
}

function themesOf({ current, previous }: ReviewFigures): string[] {
  const themes = new Set([...Object.keys(current.byTheme), ...Object.keys(previous?.byTheme ?? {})]);
  return [...themes].sort(new Intl.Collator('fr').compare);
}

function heldSections(figures: ReviewFigures): ReviewSection[] {
  const { houses, modules } = figures;
  const line = (label: string, pick: PickFigure) => lineOf(figures, label, pick);
  const known =
    'connues au plus tard le 18 octobre suivant : ce qui est enregistré, annulé ou retiré après ne change plus le bilan';
  const byHouse = (pick: (year: YearFigures) => Record<string, number>) =>
    houses.map(({ houseId, name }) => line(name, (year) => pick(year)[houseId] ?? 0)).filter(isNotEmpty);
  return [
    {
      key: 'seances-modules',
      title: 'Séances tenues, par module',
      definition: `Séances datées de l’année, clôturées et non annulées, ${known}.`,
      lines: modules
        .map(({ moduleId, title }) => line(title, (year) => year.sessionsByModule[moduleId] ?? 0))
        .filter(isNotEmpty),
    },
    {
      key: 'seances-maisons',
      title: 'Séances tenues avec chaque maison',
      definition: 'Les mêmes séances, pour celles auxquelles une maison ou une association a pris part.',
      lines: byHouse((year) => year.sessionsByHouse),
    },
    {
      key: 'rencontres-maisons',
      title: 'Rencontres tenues avec chaque maison',
      definition: `Rencontres datées de l’année et non retirées, ${known}.`,
      lines: byHouse((year) => year.meetingsByHouse),
    },
    {
      key: 'public-maisons',
      title: 'Public des rencontres avec chaque maison',
      definition: 'Somme des publics déclarés : une même personne peut avoir assisté à plusieurs rencontres.',
      lines: byHouse((year) => year.audienceByHouse),
    },
  ];
}

function isNotEmpty({ current, previous }: ReviewLine): boolean {
  return [current, previous].some((figure) => figure?.kind === 'count' && figure.value > 0);
}

function rateSections({ top, armies, programmes, previousProgrammes }: ReviewFigures): ReviewSection[] {
  const units = top ? [{ ...top, name: `Ensemble (${top.name})` }, ...armies] : armies;
  return programmes.map(({ programmeId, name, deadline, byUnit }) => {
    const before = previousProgrammes.find((programme) => programme.programmeId === programmeId);
    return {
      key: `taux-${programmeId}`,
      title: `Taux par rapport à l’objectif : ${name}`,
      definition: `(achevés + équivalences) ÷ (concernés − dispenses), à la date d’arrêté, arrondi au dixième inférieur. L’objectif : 100 % des personnes concernées au ${frenchDate(deadline)}. Concernés : personnes distinctes désignées et affectées à l’unité ou au-dessous ce jour-là.`,
      lines: units.map((unit) => ({
        label: unit.name,
        current: rateOf(byUnit[unit.unitId]),
        previous: rateOf(before?.byUnit[unit.unitId]),
      })),
    };
  });
}

function rateOf(counts: ObligationCounts | undefined): Figure {
  if (!counts) return null;
  return { kind: 'rate', done: counts.done + counts['done-elsewhere'], base: concernedIn(counts) - counts.exempt };
}

type Hide = (counts: readonly number[], year: YearFigures) => boolean[];

const hiddenOverlapping: Hide = (counts, { people }) => hiddenGroups(counts, people);

/** They are groups of the people trained, and add up to the completions. */
const hiddenModules: Hide = (counts, { people }) => {
  const isInPeople = hiddenGroups(counts, people);
  return hiddenParts(counts).map((isHidden, place) => isHidden || isInPeople[place] === true);
};

/** The same lines without the groups that are too small, in either year. */
function hideSmall({ current, previous }: ReviewFigures, lines: ReviewLine[], hide: Hide): ReviewLine[] {
  const countsIn = (pick: (line: ReviewLine) => Figure) =>
    lines.map((line) => {
      const figure = pick(line);
      return figure?.kind === 'count' ? figure.value : 0;
    });
  const isHidden = hide(
    countsIn((line) => line.current),
    current,
  );
  const wasHidden =
    previous &&
    hide(
      countsIn((line) => line.previous),
      previous,
    );
  return lines.map((line, place) => ({
    label: line.label,
    current: isHidden[place] ? { kind: 'hidden' } : line.current,
    previous: wasHidden?.[place] ? { kind: 'hidden' } : line.previous,
  }));
}
