import { completionRate } from '#domain/obligation/obligation-counts.ts';
import { frenchDate, frenchDateTime } from '#domain/time/french-dates.ts';
import { pdfText } from '#platform/pdf/pdf-text.ts';
import {
  finishPdf,
  PDF_ACCENT,
  PDF_MARGIN,
  PDF_SOFT,
  PDF_WIDTH,
  taggedPdf,
  writeFingerprint,
  writeParagraph,
  type Pdf,
  type PdfTextStyle,
} from '#platform/pdf/tagged-pdf.ts';
import type { UnitRow } from './arrange-tree.ts';
import { barSegments, LEGEND_ORDER } from './bar-segments.ts';
import { RATE_DEFINITION } from './export-lines.ts';
import { frenchCount, frenchRate, rateInWords } from './french-figures.ts';
import type { UnitExport } from './load-unit-export.ts';
import { projectionWords } from './projection-words.ts';
import { STATE_PLURALS } from './state-words.ts';
import type { HistoryPoint } from './tasks/history-task.ts';
import { CHART_HEIGHT, CHART_WIDTH, yearChart } from './year-chart.ts';
import type { Emit } from '#platform/lists/export-document.ts';
import { DocumentFingerprint } from '#platform/pdf/document-fingerprint.ts';

export interface UnitSheet {
  row: UnitRow;
  /** Null when the year is not counted yet. */
  history: readonly HistoryPoint[] | null;
}

const FILLS = {
  done: PDF_ACCENT,
  'done-elsewhere': '#5f93a3',
  'in-progress': '#c9b27e',
  absent: '#b9b4aa',
  'not-started': '#e3dfd6',
  exempt: '#ffffff',
};

/** One page for each unit, for whoever commands it: tagged, so that a screen reader reads it in order. */
export async function writeUnitSheets(sheets: readonly UnitSheet[], file: UnitExport, emit: Emit): Promise<void> {
  const title = `Suivi de ${file.unit.name}, ${frenchDate(file.situation.day)}`;
  const document = taggedPdf({ title, author: file.author });
  for (const sheet of sheets) drawSheet(document, sheet, file);
  await finishPdf(document, emit);
}

function drawSheet(document: Pdf, { row, history }: UnitSheet, file: UnitExport): void {
  document.addPage();
  const { programme, day } = file.situation;
  const root = document.struct('Document');
  document.addStructure(root);
  const fingerprint = new DocumentFingerprint();
  const write = (kind: string, text: string, style: PdfTextStyle = {}) => {
    fingerprint.say(text);
    writeParagraph(document, root, kind, text, style);
  };

  write('H1', `${row.unit.name} (${row.unit.code})`, { font: 'strong', size: 20 });
  write('P', `${programme.name}, situation au ${frenchDate(day)}. Échéance : ${frenchDate(programme.deadline)}.`, {
    color: PDF_SOFT,
  });
  write('P', frenchRate(completionRate(row.counts)), { font: 'strong', size: 30 });
  write('P', rateInWords(row.counts), { size: 12 });
  root.add(document.struct('Figure', { alt: legendWords(row) }, [() => drawBar(document, row)]));
  for (const state of LEGEND_ORDER) {
    drawSwatch(document, FILLS[state]);
    write('P', `${STATE_PLURALS[state]} : ${frenchCount(row.counts[state])}`, { indent: 18 });
  }
  write('H2', 'Jusqu’à l’échéance', { font: 'strong', size: 13 });
  const words = projectionWords(row, day, programme.deadline);
  if (!words) write('P', 'Plus personne n’est à former.');
  else
    for (const [label, text] of [
      ['À former', words.needed],
      ['Rythme des 28 derniers jours', words.pace],
      ['À ce rythme, tous formés', words.projection],
    ])
      write('P', `${label} : ${text}`);
  const chart = history && yearChart(history, { ...programme, doneInWindow: row.doneInWindow });
  if (chart) {
    root.add(document.struct('Figure', { alt: chartWords(history) }, [() => drawChart(document, chart, fingerprint)]));
    write('P', chart.needed ? `${CHART_LEGEND} ${NEEDED_LEGEND}` : CHART_LEGEND, { size: 9, color: PDF_SOFT });
  }
  write('H2', 'Ce que ces chiffres comptent', { font: 'strong', size: 13 });
  write('P', `Taux = ${RATE_DEFINITION}`, { size: 9, color: PDF_SOFT });
  write('P', `Établi le ${frenchDateTime(file.preparedAt)} par ${file.author}.`, { size: 8, color: PDF_SOFT });
  writeFingerprint(document, root, fingerprint);
  root.end();
}

const CHART_LEGEND = 'Trait plein : le taux atteint.';
const NEEDED_LEGEND = 'Pointillé : ce qu’il faudrait pour que tous soient formés à l’échéance.';

/** The colour of a state in the bar, left of its line; whoever hears the page has the words alone. */
function drawSwatch(document: Pdf, fill: string): void {
  document.markContent('Artifact', { type: 'Layout' });
  document
    .rect(PDF_MARGIN, document.y + 2, 9, 9)
    .lineWidth(0.75)
    .fillAndStroke(fill, PDF_SOFT);
  document.endMarkedContent();
}

function drawBar(document: Pdf, { counts }: UnitRow): void {
  const top = document.y + 4;
  for (const { state, start, length } of barSegments(counts))
    document
      .rect(PDF_MARGIN + (start / 100) * PDF_WIDTH, top, (length / 100) * PDF_WIDTH, 18)
      .fillAndStroke(FILLS[state], PDF_SOFT);
  document.y = top + 28;
}

function drawChart(
  document: Pdf,
  { done, needed, months }: NonNullable<ReturnType<typeof yearChart>>,
  fingerprint: DocumentFingerprint,
): void {
  const scale = (PDF_WIDTH - 30) / CHART_WIDTH;
  const [left, top] = [PDF_MARGIN + 30, document.y + 6];
  for (const step of [0, 50, 100]) {
    const y = top + CHART_HEIGHT * (1 - step / 100) * scale;
    document
      .moveTo(left, y)
      .lineTo(left + CHART_WIDTH * scale, y)
      .lineWidth(0.5)
      .strokeColor('#c9c4ba')
      .stroke();
    document
      .font('text')
      .fontSize(8)
      .fillColor(PDF_SOFT)
      .text(`${step} %`, PDF_MARGIN, y - 4, { width: 26, align: 'right' });
    fingerprint.say(`${step} %`);
  }
  for (const { label, x } of months) {
    fingerprint.say(label);
    document.text(label, left + x * scale, top + CHART_HEIGHT * scale + 4, { width: 40, lineBreak: false });
  }
  drawLine(document, done, [left, top, scale], PDF_ACCENT);
  if (needed) drawLine(document.dash(4, { space: 3 }), needed, [left, top, scale], '#a8630f');
  document.undash();
  document.x = PDF_MARGIN;
  document.y = top + CHART_HEIGHT * scale + 22;
}

function drawLine(document: Pdf, points: string, [left, top, scale]: [number, number, number], color: string): void {
  for (const [index, point] of points.split(' ').entries()) {
    const [x, y] = point.split(',').map(Number) as [number, number];
    if (index === 0) document.moveTo(left + x * scale, top + y * scale);
    else document.lineTo(left + x * scale, top + y * scale);
  }
  document.lineWidth(1.6).strokeColor(color).stroke();
}

function legendWords({ counts }: UnitRow): string {
  return LEGEND_ORDER.map((state) => `${STATE_PLURALS[state]} : ${counts[state]}`).join(', ');
}

function chartWords(history: readonly HistoryPoint[] | null): string {
  const rate = (point: HistoryPoint | undefined) =>
    frenchRate(point && point.base > 0 ? point.done / point.base : null);
  return pdfText(`Taux depuis l’ouverture : de ${rate(history?.[0])} à ${rate(history?.at(-1))}.`);
}
