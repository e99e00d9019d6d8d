import { text } from 'node:stream/consumers';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { expect, test } from 'vitest';
import { writeArchive, type EntryToWrite } from '#platform/archive/write-archive.ts';

const LINE = 'Élodie;« à l’heure »\n';
const LINES = 20_000;

/** Entries, the second one longer than any buffer; `closed` says that its source was. */
function entries(onLine: (line: number) => void = () => undefined) {
  const source = { read: 0, closed: false };
  async function* lines() {
    try {
      for (let line = 0; line < LINES; line += 1) {
        onLine(line);
        source.read += 1;
        yield LINE;
      }
    } finally {
      source.closed = true;
    }
  }
  async function* each(): AsyncGenerator<EntryToWrite> {
    yield { path: 'mimetype', data: 'text/plain' };
    yield { path: 'long.csv', data: lines() };
    yield { path: 'read.txt', data: String(source.read) };
  }
  return { source, each };
}

async function readAll(archive: Buffer): Promise<Map<string, { stored: boolean; text: string }>> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(archive, { lazyEntries: false, autoClose: false }, (error, opened) =>
      error ? reject(error) : resolve(opened),
    ),
  );
  const found: Entry[] = [];
  await new Promise((resolve) => zip.on('entry', (entry: Entry) => found.push(entry)).once('end', resolve));
  const files = new Map<string, { stored: boolean; text: string }>();
  for (const entry of found) {
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
    );
    files.set(entry.fileName, { stored: entry.compressionMethod === 0, text: await text(stream) });
  }
  return files;
}

async function written(): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  await writeArchive(entries().each(), async (piece) => {
    pieces.push(piece);
  });
  return Buffer.concat(pieces);
}

test('an archive holds what was yielded, in order, a short entry stored as it is, and is the same twice', async () => {
  const archive = await written();
  const files = await readAll(archive);
  expect([...files.keys()]).toEqual(['mimetype', 'long.csv', 'read.txt']);
  expect(files.get('mimetype')).toEqual({ stored: true, text: 'text/plain' });
  expect(files.get('long.csv')).toEqual({ stored: false, text: LINE.repeat(LINES) });
  // An entry is made after the one before it was read to its end.
  expect(files.get('read.txt')!.text).toBe(String(LINES));
  expect(archive.subarray(30, 38).toString()).toBe('mimetype');
  expect(await written()).toEqual(archive);
});

test('what fails in a source fails the archive', async () => {
  const { source, each } = entries((line) => {
    if (line === 5000) throw new Error('the source failed');
  });
  await expect(writeArchive(each(), async () => undefined)).rejects.toThrow('the source failed');
  expect(source.closed).toBe(true);
});

test('a reader that goes away stops the source', async () => {
  const { source, each } = entries();
  const gone = writeArchive(each(), async () => {
    throw new Error('the reader went away');
  });
  await expect(gone).rejects.toThrow('the reader went away');
  expect(source.closed).toBe(true);
  expect(source.read).toBeLessThan(LINES);
});
