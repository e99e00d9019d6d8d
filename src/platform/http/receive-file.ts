/** A file that a form sends, as it comes. */
export interface ReceivedFile {
  name: string;
  /** Read once; throws IncompleteForm when the form stops before its end. */
  content: AsyncGenerator<Uint8Array, void>;
}

/** A form that is cut, or is none. */
export class IncompleteForm extends Error {}

const LINE = '\r\n';
const MAX_HEAD_BYTES = 16 * 1024;

/**
 * The file in one field of a multipart form, without ever holding it whole: `formData()` holds it three times.
 * Null when the form has no such file. Throws IncompleteForm.
 */
export async function receiveFile(request: Request, field: string): Promise<ReceivedFile | null> {
  const type = request.headers.get('content-type') ?? '';
  const boundary = /^multipart\/form-data;.*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type);
  if (!boundary || !request.body) throw new IncompleteForm('not a multipart form');
  const form = new FormReader(request.body, `${LINE}--${boundary[1] ?? boundary[2]}`);
  for await (const skipped of form.untilBoundary()) void skipped;
  while (await form.hasPart()) {
    const head = await form.head();
    const content = form.untilBoundary();
    const { name, fileName } = namesIn(head);
    if (name === field && fileName !== null) return { name: fileName, content };
    for await (const skipped of content) void skipped;
  }
  return null;
}

/** Reads a body from boundary to boundary, holding little more than a piece of it. */
class FormReader {
  readonly #pieces: AsyncIterator<Uint8Array>;
  readonly #boundary: Buffer;
  /** What has come and was not read; the first boundary has no line before it. */
  #held: Buffer = Buffer.from(LINE);

  constructor(body: ReadableStream<Uint8Array>, boundary: string) {
    this.#pieces = body[Symbol.asyncIterator]();
    this.#boundary = Buffer.from(boundary, 'latin1');
  }

  /** What comes before the next boundary, which is read too. */
  async *untilBoundary(): AsyncGenerator<Uint8Array, void> {
    for (;;) {
      const at = this.#held.indexOf(this.#boundary);
      const end = at === -1 ? Math.max(0, this.#held.length - this.#boundary.length + 1) : at;
      if (end > 0) yield this.#held.subarray(0, end);
      this.#held = this.#held.subarray(at === -1 ? end : at + this.#boundary.length);
      if (at !== -1) return;
      await this.#more();
    }
  }

  /** After a boundary: whether a part follows it, or the form ends there. */
  async hasPart(): Promise<boolean> {
    while (this.#held.length < 2) await this.#more();
    return this.#held.toString('latin1', 0, 2) !== '--';
  }

  /** The lines that say what a part is. */
  async head(): Promise<string> {
    for (;;) {
      const end = this.#held.indexOf(LINE + LINE);
      if (end !== -1) {
        const head = this.#held.toString('utf8', 0, end);
        this.#held = this.#held.subarray(end + 2 * LINE.length);
        return head;
      }
      if (this.#held.length > MAX_HEAD_BYTES) throw new IncompleteForm('a part has no content');
      await this.#more();
    }
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#pieces.next().catch(() => ({ done: true, value: undefined }));
    if (done) throw new IncompleteForm('the form stops before its end');
    this.#held =
      this.#held.length === 0
        ? Buffer.from(value!.buffer, value!.byteOffset, value!.length)
        : Buffer.concat([this.#held, value!]);
  }
}

function namesIn(head: string): { name: string | null; fileName: string | null } {
  const disposition = /^content-disposition:.*$/im.exec(head)?.[0] ?? '';
  // Browsers write a quote of a name as %22.
  const valueOf = (key: string) => new RegExp(`;\\s*${key}="([^"]*)"`, 'i').exec(disposition)?.[1] ?? null;
  return { name: valueOf('name'), fileName: valueOf('filename')?.replaceAll('%22', '"') ?? null };
}
