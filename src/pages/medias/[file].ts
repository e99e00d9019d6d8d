import type { APIRoute } from 'astro';
import { findMedia } from '#features/publishing/queries.ts';
import { runtime } from '#platform/runtime.ts';

const TYPES: Record<string, string> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
};
const ADDRESS = /^([0-9a-f]{64})\.([a-z]+)$/;

export const GET: APIRoute = async ({ params }) => {
  const [, hash = '', extension = ''] = ADDRESS.exec(params.file ?? '') ?? [];
  const type = TYPES[extension];
  const bytes = type ? await findMedia(runtime().db, hash, extension) : null;
  if (!type || !bytes) return new Response('Image introuvable.', { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': type,
      // The address is the hash of the bytes: what it names never changes.
      'Cache-Control': 'public, max-age=31536000, immutable',
      // A drawing opened by itself may not run anything.
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  });
};
