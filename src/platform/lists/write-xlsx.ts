import { writeArchive, type EntryToWrite } from '#platform/archive/write-archive.ts';
import { columnName, sheetName, STYLE, XML, xlsxLine, xlsxText, xmlText } from './cells-xml.ts';
import type { Emit, ExportDocument } from './export-document.ts';
import { DEFINITIONS_SHEET, FINGERPRINT_LABEL, ListFingerprint } from './fingerprint.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Writes a list as an Excel workbook of any length in constant memory: typed cells, frozen header, filters, and a first sheet
 * that says what it is. That sheet is written last, when the fingerprint is known; the order of sheets is told apart.
 * @returns the fingerprint
 */
export async function writeXlsx(document: ExportDocument, emit: Emit): Promise<string> {
  const fingerprint = new ListFingerprint(document);
  let stated = '';
  async function* entries(): AsyncGenerator<EntryToWrite> {
    yield { path: '[Content_Types].xml', data: CONTENT_TYPES };
    yield { path: '_rels/.rels', data: relations([['officeDocument', 'xl/workbook.xml']]) };
    yield { path: 'xl/_rels/workbook.xml.rels', data: relations(WORKBOOK_PARTS) };
    yield { path: 'xl/styles.xml', data: STYLES };
    const count = { lines: 0 };
    yield { path: 'xl/worksheets/sheet2.xml', data: listSheet(document, fingerprint, count) };
    stated = fingerprint.end();
    yield { path: 'xl/worksheets/sheet1.xml', data: definitionSheet(document, stated) };
    yield { path: 'xl/workbook.xml', data: workbook(document, count.lines) };
  }
  await writeArchive(entries(), emit);
  return stated;
}

async function* listSheet(
  { columns, lines }: ExportDocument,
  fingerprint: ListFingerprint,
  count: { lines: number },
): AsyncGenerator<string> {
  const widths = columns.map(({ width }, place) => columnWidth(place, width)).join('');
  const titles = columns.map(({ title }, place) => xlsxText(`${columnName(place)}1`, title, STYLE.strong)).join('');
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths}</cols><sheetData><row r="1">${titles}</row>`;
  for await (const piece of lines) {
    let xml = '';
    for (const cells of piece) {
      fingerprint.add(cells);
      count.lines += 1;
      xml += xlsxLine(count.lines + 1, cells, columns);
    }
    yield xml;
  }
  yield `</sheetData><autoFilter ref="${filterRange(columns, count.lines, '')}"/></worksheet>`;
}

function definitionSheet({ heading }: ExportDocument, fingerprint: string): string {
  const lines = [...heading, [FINGERPRINT_LABEL, fingerprint] as const].map(
    ([label, text], place) =>
      `<row r="${place + 1}">${xlsxText(`A${place + 1}`, label, STYLE.strong)}${xlsxText(`B${place + 1}`, text, STYLE.wrapped)}</row>`,
  );
  return `${XML}<worksheet xmlns="${MAIN}"><sheetFormatPr defaultRowHeight="15"/><cols>${columnWidth(0, 28)}${columnWidth(1, 110)}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function workbook({ title, columns }: ExportDocument, lineCount: number): string {
  const name = xmlText(sheetName(title));
  const range = filterRange(columns, lineCount, '$');
  // The filter is known to Excel by a hidden name too.
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView activeTab="1"/></bookViews><sheets><sheet name="${DEFINITIONS_SHEET}" sheetId="1" r:id="rId1"/><sheet name="${name}" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">'${name.replaceAll("'", "''")}'!${range}</definedName></definedNames></workbook>`;
}

function filterRange(columns: ExportDocument['columns'], lineCount: number, fixed: '' | '$'): string {
  return `${fixed}A${fixed}1:${fixed}${columnName(columns.length - 1)}${fixed}${lineCount + 1}`;
}

function columnWidth(place: number, width: number): string {
  return `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`;
}

const WORKBOOK_PARTS: [kind: string, target: string][] = [
  ['worksheet', 'worksheets/sheet1.xml'],
  ['worksheet', 'worksheets/sheet2.xml'],
  ['styles', 'styles.xml'],
];

function relations(parts: [kind: string, target: string][]): string {
  const lines = parts.map(
    ([kind, target], place) => `<Relationship Id="rId${place + 1}" Type="${RELATIONS}/${kind}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
}

const override = (part: string, type: string) =>
  `<Override PartName="/xl/${part}.xml" ContentType="${TYPES}.${type}+xml"/>`;

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${override('worksheets/sheet1', 'worksheet')}${override('worksheets/sheet2', 'worksheet')}${override('styles', 'styles')}</Types>`;

/** In the order of STYLE. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
