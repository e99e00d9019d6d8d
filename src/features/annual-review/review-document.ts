import { frenchDateTime, shortFrenchDate } from '#domain/time/french-dates.ts';
import type { Instant } from '#domain/time/instant.ts';
import { inOnePiece, type Cell, type ExportDocument } from '#platform/lists/export-document.ts';
import type { ReviewPage } from './load-review-page.ts';

const COLUMNS: ExportDocument['columns'] = [
  { title: 'Rubrique', kind: 'text', width: 40 },
  { title: 'Ligne', kind: 'text', width: 40 },
  { title: 'Année', kind: 'text', width: 24 },
  { title: 'Année précédente', kind: 'text', width: 24 },
  { title: 'Évolution', kind: 'text', width: 16 },
  { title: 'Définition', kind: 'text', width: 80 },
];

/** The review as a file of any format: one line for each figure, each with its definition. */
export function reviewDocument(page: ReviewPage, author: string, preparedAt: Instant): ExportDocument {
  const lines = page.sections.flatMap(({ title, definition, lines: ofSection }) =>
    ofSection.map((line): Cell[] => [
      title,
      line.label,
      plain(line.current),
      plain(line.previous),
      plain(line.change),
      plain(definition),
    ]),
  );
  return {
    title: `Bilan ${page.year}`,
    heading: [
      ['Bilan annuel', `du ${shortFrenchDate(page.from)} au ${shortFrenchDate(page.closesOn)}`],
      ['Arrêté au', shortFrenchDate(page.asOf) + (page.isProvisional ? ' (provisoire)' : '')],
      ['À remettre au plus tard le', shortFrenchDate(page.dueOn)],
      ['Fichier établi le', plain(frenchDateTime(preparedAt))],
      ['Établi par', author],
    ],
    columns: COLUMNS,
    lines: inOnePiece(lines),
  };
}

/** « bilan-2026.csv ». */
export function reviewFileName({ year }: ReviewPage, extension: string): string {
  return `bilan-${year}.${extension}`;
}

/** No-break spaces make a figure unreadable to a spreadsheet, between thousands first. */
function plain(text: string): string {
  return text.replace(/(?<=\d)[\u00a0\u202f](?=\d{3})/g, '').replace(/[\u00a0\u202f]/g, ' ');
}
