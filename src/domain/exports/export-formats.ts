/** The formats a list can be had in, and what a browser is told of each. */
export const EXPORT_FORMATS = {
  csv: { label: 'CSV', type: 'text/csv; charset=utf-8' },
  xlsx: { label: 'Excel', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  ods: { label: 'OpenDocument', type: 'application/vnd.oasis.opendocument.spreadsheet' },
  json: { label: 'JSON', type: 'application/json' },
  pdf: { label: 'PDF', type: 'application/pdf' },
} as const;

export type ExportFormat = keyof typeof EXPORT_FORMATS;

/** The format an address asks for; null for any other. */
export function parseExportFormat(text: string): ExportFormat | null {
  return Object.hasOwn(EXPORT_FORMATS, text) ? (text as ExportFormat) : null;
}
