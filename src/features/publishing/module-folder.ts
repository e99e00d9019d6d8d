import type { CompileContext, MediaSource } from '#domain/authoring/module-sources.ts';

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

/** The images of a folder as the compiler takes them: their addresses, and the text of the drawings. */
export function mediaSources(media: readonly MediaFile[]): Record<string, MediaSource> {
  return Object.fromEntries(media.map((file) => [file.path, mediaSource(file)]));
}

function mediaSource(file: MediaFile): MediaSource {
  const href = mediaHref(file);
  return file.extension === 'svg' ? { href, drawing: new TextDecoder().decode(file.bytes) } : { href };
}
