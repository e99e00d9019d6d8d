import { SMALLEST_SHOWN_GROUP } from '#domain/agreement/small-groups.ts';
import { frenchCount, frenchDecimal, frenchRate, roundedDown } from '#features/follow-up/french-figures.ts';
import type { Figure } from './review-sections.ts';

const NONE = '—';

/** « 1 234 », « 65,8 % (612 sur 930) », « moins de 5 ». */
export function figureWords(figure: Figure): string {
  switch (figure?.kind) {
    case undefined:
      return NONE;
    case 'count':
      return frenchCount(figure.value);
    case 'hidden':
      return `moins de ${SMALLEST_SHOWN_GROUP}, ou non montré`;
    case 'rate': {
      const { done, base } = figure;
      if (base === 0) return frenchRate(null);
      return `${frenchRate(done / base)} (${frenchCount(done)} sur ${frenchCount(base)})`;
    }
  }
}

/** « 12 de plus », « 3,2 points de moins »; a dash when one of the years has no such figure, or may not show it. */
export function changeWords(current: Figure, previous: Figure): string {
  if (current?.kind === 'count' && previous?.kind === 'count')
    return moreOrLess(current.value - previous.value, (size) => frenchCount(size));
  if (current?.kind !== 'rate' || previous?.kind !== 'rate' || current.base === 0 || previous.base === 0) return NONE;
  const tenths = tenthsOfPercent(current) - tenthsOfPercent(previous);
  return moreOrLess(tenths / 10, (size) => `${frenchDecimal(size)} ${size < 2 ? 'point' : 'points'}`);
}

function tenthsOfPercent({ done, base }: { done: number; base: number }): number {
  return Math.round(roundedDown(done / base) * 1000);
}

// Not « +12 »: a spreadsheet would take the sign for a formula.
function moreOrLess(difference: number, sizeWords: (size: number) => string): string {
  if (difference === 0) return 'inchangé';
  return `${sizeWords(Math.abs(difference))} de ${difference > 0 ? 'plus' : 'moins'}`;
}
