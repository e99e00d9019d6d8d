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

/** « +12 », « −3,2 points »; a dash when one of the years has no such figure, or may not show it. */
export function changeWords(current: Figure, previous: Figure): string {
  if (current?.kind === 'count' && previous?.kind === 'count') return signed(current.value - previous.value);
  if (current?.kind !== 'rate' || previous?.kind !== 'rate' || current.base === 0 || previous.base === 0) return NONE;
  const points = (roundedDown(current.done / current.base) - roundedDown(previous.done / previous.base)) * 100;
  const rounded = Math.round(points * 10) / 10;
  return `${signed(rounded)} ${Math.abs(rounded) < 2 ? 'point' : 'points'}`;
}

function signed(value: number): string {
  if (value === 0) return '0';
  return value > 0 ? `+${frenchDecimal(value)}` : `−${frenchDecimal(-value)}`;
}
