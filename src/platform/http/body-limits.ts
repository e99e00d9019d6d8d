const MIB = 1024 * 1024;

/** What a form may weigh. */
export const MAX_FORM_BYTES = 2 * MIB;
/** What a file that somebody sends may weigh: some 500,000 lines. */
export const MAX_UPLOAD_BYTES = 64 * MIB;

/** What surrounds a file in a form. */
export const MAX_FORM_FRAME_BYTES = MIB;

/** What a request says that its body weighs; null when it does not. */
export function announcedBytes(request: Request): number | null {
  const text = request.headers.get('content-length');
  return text === null ? null : Number(text);
}
