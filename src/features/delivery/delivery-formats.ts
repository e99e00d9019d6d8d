/** What a module may be delivered as. */
export const DELIVERY_FORMATS = {
  scorm12: { label: 'SCORM 1.2', extension: 'zip', type: 'application/zip' },
  scorm2004: { label: 'SCORM 2004', extension: 'zip', type: 'application/zip' },
  cmi5: { label: 'cmi5', extension: 'zip', type: 'application/zip' },
  html: { label: 'pages HTML', extension: 'zip', type: 'application/zip' },
  pdf: { label: 'PDF', extension: 'pdf', type: 'application/pdf' },
} as const;

export type DeliveryFormat = keyof typeof DELIVERY_FORMATS;
export type PackagedFormat = Exclude<DeliveryFormat, 'pdf'>;

/** The format that an address or a command asks for; null for any other. */
export function parseDeliveryFormat(text: string): DeliveryFormat | null {
  return Object.hasOwn(DELIVERY_FORMATS, text) ? (text as DeliveryFormat) : null;
}
