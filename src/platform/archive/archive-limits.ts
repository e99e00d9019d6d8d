import { z } from 'zod';

/** How large an archive may be. What it unpacks to is counted on the bytes themselves, never believed. */
export interface ArchiveLimits {
  packedBytes: number;
  unpackedBytes: number;
  entries: number;
  /** Unpacked over packed. */
  ratio: number;
  /** How many folders a file may be in. */
  depth: number;
  /** Of a whole name, in UTF-8. */
  nameBytes: number;
}

const MEGABYTE = 1_000_000;

const positive = (byDefault: number, error: string) =>
  z.coerce.number({ error }).int({ error }).min(1, { error }).default(byDefault);

/** The variables of the environment that change the limits. */
export const ArchiveLimitVariables = {
  REPERES_PACKAGE_MAX_PACKED_MB: positive(500, 'un nombre de mégaoctets, par exemple 500'),
  REPERES_PACKAGE_MAX_UNPACKED_MB: positive(2000, 'un nombre de mégaoctets, par exemple 2000'),
  REPERES_PACKAGE_MAX_ENTRIES: positive(20_000, 'un nombre de fichiers, par exemple 20000'),
  REPERES_PACKAGE_MAX_RATIO: positive(200, 'un rapport de compression, par exemple 200'),
  REPERES_PACKAGE_MAX_DEPTH: positive(20, 'un nombre de dossiers, par exemple 20'),
  REPERES_PACKAGE_MAX_NAME_BYTES: positive(255, 'un nombre d’octets, par exemple 255'),
};

type Values = { [Name in keyof typeof ArchiveLimitVariables]: number };

/** The limits that the environment gives. */
export function archiveLimitsOf(values: Values): ArchiveLimits {
  return {
    packedBytes: values.REPERES_PACKAGE_MAX_PACKED_MB * MEGABYTE,
    unpackedBytes: values.REPERES_PACKAGE_MAX_UNPACKED_MB * MEGABYTE,
    entries: values.REPERES_PACKAGE_MAX_ENTRIES,
    ratio: values.REPERES_PACKAGE_MAX_RATIO,
    depth: values.REPERES_PACKAGE_MAX_DEPTH,
    nameBytes: values.REPERES_PACKAGE_MAX_NAME_BYTES,
  };
}
