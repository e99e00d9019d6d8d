import { expect, test } from 'vitest';
import { SAMPLES } from '#tests/support/packages/sample-packages.ts';
import { packagesOrigin } from './packages-origin-scene.ts';

const FILES: Record<string, string> = {
  ...SAMPLES['scorm12-one'],
  'médias/film n° 1.mp4': '0123456789',
  'données.json': '{}',
  'vide.txt': '',
  'sans-type': '<script>alert(1)</script>',
  '50%.html': '<p>50 %</p>',
};
const FILM = `contenu/${encodeURIComponent('médias')}/${encodeURIComponent('film n° 1.mp4')}`;

test('each file has its type, whatever its name, query or encoding', async () => {
  const { askLaunch } = await packagesOrigin({ files: FILES });
  for (const [path, type, text] of [
    ['contenu/style.css', /^text\/css/, FILES['style.css']],
    ['contenu/index.html?page=2&x=../..', /^text\/html/, FILES['index.html']],
    [FILM, /^video\/mp4/, '0123456789'],
    ['contenu/donn%C3%A9es.json', /^application\/json/, '{}'],
    ['contenu/50%25.html', /^text\/html/, '<p>50 %</p>'],
    ['contenu/vide.txt', /^text\/plain/, ''],
    ['contenu/sans-type', /^application\/octet-stream/, FILES['sans-type']],
  ] as const) {
    const answer = await askLaunch(path);
    expect(answer, path).toMatchObject({ status: 200, text });
    expect(answer.headers['content-type'], path).toMatch(type);
    expect(answer.headers['x-content-type-options'], path).toBe('nosniff');
  }
});

test('parts of a file are served, as players of films ask for them', async () => {
  const { askLaunch } = await packagesOrigin({ files: FILES });
  const part = (range: string) => askLaunch(FILM, { headers: { range } });
  expect(await part('bytes=2-5')).toMatchObject({
    status: 206,
    text: '2345',
    headers: { 'content-range': 'bytes 2-5/10', 'content-length': '4', 'accept-ranges': 'bytes' },
  });
  expect(await part('bytes=-3')).toMatchObject({ status: 206, text: '789' });
  expect(await part('bytes=8-')).toMatchObject({ status: 206, text: '89' });
  expect(await part('bytes=0-99')).toMatchObject({ status: 206, text: '0123456789' });
  expect(await part('lines=1-2')).toMatchObject({ status: 200, text: '0123456789' });
  expect(await part('bytes=20-30')).toMatchObject({ status: 416, headers: { 'content-range': 'bytes */10' } });
  // Of another content than the part that was had, the whole is served.
  expect(await askLaunch(FILM, { headers: { range: 'bytes=2-5', 'if-range': '"autre"' } })).toMatchObject({
    status: 200,
    text: '0123456789',
  });
});

test('what a browser has already is not sent again', async () => {
  const { askLaunch } = await packagesOrigin({ files: FILES });
  const { headers } = await askLaunch('contenu/style.css');
  expect(headers.etag).toMatch(/^"[0-9a-f]{64}"$/);
  expect(headers['cache-control']).toMatch(/^private/);
  const again = (etag: string) => askLaunch('contenu/style.css', { headers: { 'if-none-match': etag } });
  expect(await again(headers.etag!)).toMatchObject({ status: 304, text: '' });
  expect(await again('"autre"')).toMatchObject({ status: 200 });
  const { headers: other } = await askLaunch('contenu/index.html');
  expect(other.etag).not.toBe(headers.etag);
});

test('no spelling of a path leaves the package', async () => {
  const { askLaunch } = await packagesOrigin({ files: FILES });
  for (const path of [
    '../reperes.sqlite',
    'a/../../../reperes.sqlite',
    '%2e%2e/reperes.sqlite',
    '%2e%2e%2freperes.sqlite',
    '..%2f..%2f..%2f..%2fetc%2fpasswd',
    '..%5c..%5creperes.sqlite',
    '....//reperes.sqlite',
    '%252e%252e%252freperes.sqlite',
    '/etc/passwd',
    '%2fetc%2fpasswd',
    'file:///etc/passwd',
    'C:%5cwindows%5cwin.ini',
    'index.html%00.txt',
    'index.html/',
    'index.html/.',
    './index.html',
    'INDEX.HTML',
    '%',
    '%E0%A4%A',
    '',
    'imsmanifest.xml/..',
    'x'.repeat(5000),
  ]) {
    const { status, text } = await askLaunch(`contenu/${path}`);
    expect([status, text.length < 100], path.slice(0, 60)).toEqual([404, true]);
  }
});

test('a shell’s scripts are those of its folder alone', async () => {
  const { askLaunch } = await packagesOrigin();
  for (const path of ['absent.js', '../scorm12.js', '..%2fscorm12.js', '.js', 'scorm12.js/', 'scorm12.js.map'])
    expect((await askLaunch(path)).status, path).toBe(404);
});
