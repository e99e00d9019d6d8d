export const ENCODING_NAMES = {
  'utf-8-mark': 'UTF-8 avec marque d’ordre',
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 (gros-boutiste)',
  'windows-1252': 'Windows-1252 (ou Latin-1)',
} as const;
export type Encoding = keyof typeof ENCODING_NAMES;
