import type { CompileContext } from '#domain/authoring/module-sources.ts';

/** A module's folder of content/, read: what publishing takes, so that nothing is read inside a transaction. */
export interface ModuleFolder {
  slug: string;
  /** By path inside the folder. */
  files: Record<string, string>;
  media: MediaFile[];
  /** What the module may name outside itself, at the moment of reading. */
  context: CompileContext;
}

export interface MediaFile {
  /** Inside the folder: `media/schema.svg`. */
  path: string;
  /** SHA-256 of the bytes, in hexadecimal. */
  hash: string;
  /** Without the dot. */
  extension: string;
  bytes: Uint8Array;
}

/** The address of an image: its content names it, so it never changes. */
export function mediaHref({ hash, extension }: Pick<MediaFile, 'hash' | 'extension'>): string {
  return `/medias/${hash}.${extension}`;
}
