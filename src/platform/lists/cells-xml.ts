import { dayNumberOf, type CivilDate } from '#domain/time/civil-date.ts';
import { shortFrenchDateTime } from '#domain/time/french-dates.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Cell, ExportColumn } from './export-document.ts';

/** The declaration that every part of a workbook begins with. */
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const TO_ESCAPE = /[&<>"\r]/;
// What XML cannot hold in any form: a name with one of these would make the whole file unreadable.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** Text as it stands in XML, in an element or an attribute. */
export function xmlText(text: string): string {
  const clean = (text.isWellFormed() ? text : text.toWellFormed()).replace(FORBIDDEN, '');
  return TO_ESCAPE.test(clean) ? clean.replace(/[&<>"\r]/g, (sign) => ESCAPES[sign]!) : clean;
}

/** « A », « K », « AB ». */
export function columnName(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : `${columnName(Math.floor(place / 26) - 1)}${letter}`;
}

/** The name of a sheet has 31 characters at most, and none of these. */
export function sheetName(title: string): string {
  return title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}

/** The number by which Excel knows a day, counted so that 1 March 1900 is 61. */
function serialOf(date: CivilDate): number {
  return dayNumberOf(date) - EXCEL_EPOCH;
}

const EXCEL_EPOCH = dayNumberOf('1899-12-30' as CivilDate);

const MINUTES_A_DAY = 24 * 60;

/** What the clocks of Paris show: spreadsheets know no time zone. */
function parisMinuteOf(instant: Instant) {
  const text = shortFrenchDateTime(instant);
  const [day = '', time = ''] = text.split(' ');
  const [hours, minutes] = time.split(':').map(Number);
  const date = day.split('/').reverse().join('-') as CivilDate;
  return { text, date, time, minutes: hours! * 60 + minutes! };
}

/** How a cell is dressed: the places of the styles of the workbook. */
export const STYLE = { plain: 0, date: 1, strong: 2, wrapped: 3, instant: 4 } as const;

/** A line of an Excel sheet; `line` counts from 1. */
export function xlsxLine(line: number, cells: readonly Cell[], columns: readonly Pick<ExportColumn, 'kind'>[]): string {
  let xml = `<row r="${line}">`;
  for (let place = 0; place < cells.length; place += 1)
    xml += xlsxCell(`${columnName(place)}${line}`, cells[place]!, columns[place]!.kind);
  return `${xml}</row>`;
}

function xlsxCell(at: string, cell: Cell, kind: ExportColumn['kind']): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${Number(cell)}</v></c>`;
  if (kind === 'date') return `<c r="${at}" s="${STYLE.date}"><v>${serialOf(cell as CivilDate)}</v></c>`;
  if (kind === 'instant') {
    const { date, minutes } = parisMinuteOf(cell as Instant);
    return `<c r="${at}" s="${STYLE.instant}"><v>${serialOf(date) + minutes / MINUTES_A_DAY}</v></c>`;
  }
  return xlsxText(at, cell, STYLE.plain);
}

/** A cell of text, with the text in its place: a table of all of them would have to be kept until the end. */
export function xlsxText(at: string, text: string, style: number): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

/** A line of an OpenDocument sheet. */
export function odsLine(cells: readonly Cell[], columns: readonly Pick<ExportColumn, 'kind'>[]): string {
  let xml = '<table:table-row>';
  for (let place = 0; place < cells.length; place += 1) xml += odsCell(cells[place]!, columns[place]!.kind);
  return `${xml}</table:table-row>`;
}

function odsCell(cell: Cell, kind: ExportColumn['kind']): string {
  if (cell === null) return '<table:table-cell/>';
  if (typeof cell === 'number')
    return `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`;
  if (typeof cell === 'boolean')
    return `<table:table-cell office:value-type="boolean" office:boolean-value="${cell}"><text:p>${cell ? 'VRAI' : 'FAUX'}</text:p></table:table-cell>`;
  if (kind === 'date')
    return `<table:table-cell table:style-name="jour" office:value-type="date" office:date-value="${cell}"><text:p>${cell.split('-').reverse().join('/')}</text:p></table:table-cell>`;
  if (kind === 'instant') {
    const { text, date, time } = parisMinuteOf(cell as Instant);
    return `<table:table-cell table:style-name="moment" office:value-type="date" office:date-value="${date}T${time}:00"><text:p>${text}</text:p></table:table-cell>`;
  }
  return odsText(cell);
}

/** A cell of text; each line of the text is a paragraph, and runs of spaces are kept. */
export function odsText(text: string, style = ''): string {
  const paragraphs = text.split('\n').map((line) => `<text:p>${odsSpaces(xmlText(line))}</text:p>`);
  const named = style === '' ? '' : ` table:style-name="${style}"`;
  return `<table:table-cell${named} office:value-type="string">${paragraphs.join('')}</table:table-cell>`;
}

function odsSpaces(text: string): string {
  return text
    .replace(/^ | $| {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
    .replaceAll('\t', '<text:tab/>');
}
