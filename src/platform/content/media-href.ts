import { createHash } from 'node:crypto';

/** Where an image is served: by its bytes, so that the same image is stored once and an address never changes content. */
export function mediaHref(bytes: Uint8Array, extension: string): string {
  const digest = createHash('sha256').update(bytes).digest('hex');
  return `/medias/${digest}.${extension.toLowerCase()}`;
}
