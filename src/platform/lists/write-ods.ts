import { writeArchive, type EntryToWrite } from '#platform/archive/write-archive.ts';
import { columnName, odsLine, odsText, sheetName, XML, xmlText } from './cells-xml.ts';
import type { Emit, ExportDocument } from './export-document.ts';
import { DEFINITIONS_SHEET, FINGERPRINT_LABEL, ListFingerprint } from './fingerprint.ts';

const TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const SPACE = 'urn:oasis:names:tc:opendocument:xmlns';
const SPACES = Object.entries({
  office: 'office',
  table: 'table',
  text: 'text',
  style: 'style',
  config: 'config',
  fo: 'xsl-fo-compatible',
  number: 'datastyle',
})
  .map(([prefix, name]) => `xmlns:${prefix}="${SPACE}:${name}:1.0"`)
  .join(' ');

/**
 * Writes a list as an OpenDocument workbook of any length in constant memory: typed cells, frozen header, filters, and a sheet
 * that says what it is. All sheets stand in one part there, so that sheet comes second, once the fingerprint is known.
 * @returns the fingerprint
 */
export async function writeOds(document: ExportDocument, emit: Emit): Promise<string> {
  const fingerprint = new ListFingerprint(document);
  let stated = '';
  const { title, columns, heading, lines } = document;
  async function* content(): AsyncGenerator<string> {
    let count = 0;
    const widths = columns.map(({ width }) => width);
    const titles = columns.map((column) => odsText(column.title, 'titre')).join('');
    yield `${XML}<office:document-content ${SPACES} office:version="1.3">${styles(widths)}<office:body><office:spreadsheet>`;
    yield `<table:table table:name="${xmlText(sheetName(title))}">${columnsXml(widths)}<table:table-row>${titles}</table:table-row>`;
    for await (const piece of lines) {
      for (const cells of piece) fingerprint.add(cells);
      count += piece.length;
      yield piece.map((cells) => odsLine(cells, columns)).join('');
    }
    stated = fingerprint.end();
    const definitions = [...heading, [FINGERPRINT_LABEL, stated] as const].map(
      ([label, text]) => `<table:table-row>${odsText(label, 'titre')}${odsText(text)}</table:table-row>`,
    );
    yield `</table:table><table:table table:name="${DEFINITIONS_SHEET}">${columnsXml(DEFINITION_WIDTHS)}${definitions.join('')}</table:table>`;
    yield `${filter(document, count)}</office:spreadsheet></office:body></office:document-content>`;
  }
  async function* entries(): AsyncGenerator<EntryToWrite> {
    yield { path: 'mimetype', data: TYPE };
    yield { path: 'META-INF/manifest.xml', data: MANIFEST };
    yield { path: 'settings.xml', data: settings(document) };
    yield { path: 'content.xml', data: content() };
  }
  await writeArchive(entries(), emit);
  return stated;
}

/** Widths in characters become styles of columns, one for each width. */
function columnsXml(widths: readonly number[]): string {
  return widths.map((width) => `<table:table-column table:style-name="c${width}"/>`).join('');
}

function filter({ title, columns }: ExportDocument, lineCount: number): string {
  const sheet = xmlText(`'${sheetName(title).replaceAll("'", "''")}'`);
  const range = `${sheet}.A1:${sheet}.${columnName(columns.length - 1)}${lineCount + 1}`;
  return `<table:database-ranges><table:database-range table:name="liste" table:target-range-address="${range}" table:display-filter-buttons="true"/></table:database-ranges>`;
}

/** Freezing is how a program shows the sheet, so it stands among the settings. */
function settings({ title }: ExportDocument): string {
  const item = (name: string, type: string, value: string | number) =>
    `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;
  const sheet = [
    item('VerticalSplitMode', 'short', 2),
    item('VerticalSplitPosition', 'int', 1),
    item('PositionBottom', 'int', 1),
    item('ActiveSplitRange', 'short', 2),
  ].join('');
  const name = xmlText(sheetName(title));
  return `${XML}<office:document-settings ${SPACES} xmlns:ooo="http://openoffice.org/2004/office" office:version="1.3"><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables"><config:config-item-map-entry config:name="${name}">${sheet}</config:config-item-map-entry></config:config-item-map-named>${item('ActiveTable', 'string', name)}</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>`;
}

const DEFINITION_WIDTHS = [28, 110];

function styles(widths: readonly number[]): string {
  const ofColumns = [...new Set([...widths, ...DEFINITION_WIDTHS])].map(
    (width) =>
      `<style:style style:name="c${width}" style:family="table-column"><style:table-column-properties style:column-width="${width * 2}mm"/></style:style>`,
  );
  return `<office:automatic-styles>${ofColumns.join('')}${CELL_STYLES}</office:automatic-styles>`;
}

const CELL_STYLES = `<number:date-style style:name="dmy"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style><style:style style:name="jour" style:family="table-cell" style:data-style-name="dmy"/><number:date-style style:name="dmyhm"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/><number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/></number:date-style><style:style style:name="moment" style:family="table-cell" style:data-style-name="dmyhm"/><style:style style:name="titre" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>`;

const MANIFEST = `${XML}<manifest:manifest xmlns:manifest="${SPACE}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${TYPE}" manifest:version="1.3"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/></manifest:manifest>`;
