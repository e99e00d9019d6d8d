import type { CivilDate } from '#domain/time/civil-date.ts';
import { shortFrenchDate, shortFrenchDateTime } from '#domain/time/french-dates.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Cell, ExportColumn } from './export-document.ts';

/** A cell as one reads it: « 12/03/2026 », « 12/03/2026 14:05 » (time of Europe/Paris), « oui », « 1200 »; blank for nothing. */
export function cellText(cell: Cell, kind: ExportColumn['kind']): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non';
  switch (kind) {
    case 'date':
      return shortFrenchDate(cell as CivilDate);
    case 'instant':
      return shortFrenchDateTime(cell as Instant);
    case 'text':
    case 'flag':
      return cell;
  }
}
