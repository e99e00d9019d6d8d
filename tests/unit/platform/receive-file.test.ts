import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IncompleteForm, receiveFile } from '#platform/http/receive-file.ts';

/** A form as fetch writes it, coming in pieces of the given sizes. */
async function cutRequest(form: FormData, sizes: readonly number[], keptShare = 1): Promise<Request> {
  const whole = new Request('http://localhost', { method: 'POST', body: form });
  const all = new Uint8Array(await whole.arrayBuffer());
  const bytes = all.subarray(0, Math.floor(all.length * keptShare));
  let from = 0;
  let turn = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (from >= bytes.length) return controller.close();
      const size = sizes[turn++ % sizes.length]!;
      controller.enqueue(bytes.slice(from, from + size));
      from += size;
    },
  });
  const headers = { 'content-type': whole.headers.get('content-type')! };
  return new Request('http://localhost', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
}

async function contentOf(request: Request): Promise<{ name: string; bytes: Buffer } | null> {
  const file = await receiveFile(request, 'fichier');
  if (!file) return null;
  const pieces = [];
  for await (const piece of file.content) pieces.push(Buffer.from(piece));
  return { name: file.name, bytes: Buffer.concat(pieces) };
}

function formWith(bytes: Uint8Array, name = 'rh.csv'): FormData {
  const form = new FormData();
  form.set('autre', 'mot');
  form.set('fichier', new File([Uint8Array.from(bytes)], name));
  form.set('suite', 'fin');
  return form;
}

/** Bytes that look like the start of a boundary. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc
    .array(fc.constantFrom('\r\n', '\r', '--', '----', 'a;b', '\r\n--'), { maxLength: 40 })
    .map((words) => Buffer.from(words.join(''))),
);

test('whatever the content and the pieces it comes in, the file is received as it was sent', async () => {
  await fc.assert(
    fc.asyncProperty(bytes, fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1 }), async (sent, sizes) => {
      const received = await contentOf(await cutRequest(formWith(sent), sizes));
      expect(received?.name).toBe('rh.csv');
      expect(received?.bytes.equals(sent)).toBe(true);
    }),
  );
});

test('a name keeps its accents and quotes, and a form without the field has no file', async () => {
  expect(await contentOf(await cutRequest(formWith(Buffer.from('x'), 'été "26".csv'), [7]))).toMatchObject({
    name: 'été "26".csv',
  });
  const other = new FormData();
  other.set('fichier', 'un mot');
  other.set('piece', new File(['x'], 'rh.csv'));
  expect(await contentOf(await cutRequest(other, [50]))).toBeNull();
});

test.each([0.05, 0.5, 0.9])(
  'a form cut at %d of its length is refused, not taken for a shorter file',
  async (share) => {
    const request = await cutRequest(formWith(Buffer.alloc(2000, 'z')), [64], share);
    await expect(contentOf(request)).rejects.toThrow(IncompleteForm);
  },
);

test('what is no form is refused', async () => {
  const plain = new Request('http://localhost', { method: 'POST', body: 'a;b' });
  await expect(receiveFile(plain, 'fichier')).rejects.toThrow(IncompleteForm);
});
