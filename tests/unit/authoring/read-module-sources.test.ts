import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashSources, listModuleSlugs, mediaHref, readModuleFolder } from '#platform/content/read-module-sources.ts';

let content = '';

beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'reperes-content-'));
  await mkdir(join(content, 'un-module', 'media'), { recursive: true });
});

afterEach(() => rm(content, { recursive: true }));

const write = (path: string, text: string | Uint8Array) => writeFile(join(content, path), text);

test('modules are the folders of content/, links and hidden folders excepted', async () => {
  await mkdir(join(content, '.git'));
  await mkdir(join(content, 'autre-module'));
  await symlink(tmpdir(), join(content, 'lien'));
  await write('README.md', 'guide');
  expect(await listModuleSlugs(content)).toEqual(['autre-module', 'un-module']);
});

test('only files of known kinds are read', async () => {
  await write('un-module/module.yaml', 'code: m1');
  await write('un-module/01-un.mdx', 'texte');
  await write('un-module/media/schema.svg', '<svg/>');
  for (const stray of ['.01-un.mdx.swp', '01-un.mdx~', '#01-un.mdx#', '.cache.mdx', 'notes.txt', 'media/film.mp4']) {
    await write(`un-module/${stray}`, 'x');
  }
  await write('secret.mdx', 'secret');
  await symlink(join(content, 'secret.mdx'), join(content, 'un-module', '02-secret.mdx'));
  await symlink(join(content, 'secret.mdx'), join(content, 'un-module', 'media', 'secret.svg'));
  const { files, media } = await readModuleFolder(content, 'un-module');
  expect(files).toEqual({ 'module.yaml': 'code: m1', '01-un.mdx': 'texte' });
  expect(Object.keys(media)).toEqual(['media/schema.svg']);
});

test('text is read as one form: LF, composed accents, no byte-order mark', async () => {
  await write('un-module/01-un.mdx', '\uFEFFe\u0301te\u0301\r\nsuite\r');
  expect((await readModuleFolder(content, 'un-module')).files).toEqual({ '01-un.mdx': 'été\nsuite\n' });
});

test('a media folder that is a link is not followed', async () => {
  await rm(join(content, 'un-module', 'media'), { recursive: true });
  await write('x.svg', '<svg/>');
  await symlink(content, join(content, 'un-module', 'media'));
  expect((await readModuleFolder(content, 'un-module')).media).toEqual({});
});

test.each(['..', '../autre', '.git', 'a/b', ''])('"%s" is not a module folder', async (slug) => {
  await expect(readModuleFolder(content, slug)).rejects.toThrow('Not the name of a module folder');
});

const bytes = (text: string) => new TextEncoder().encode(text);

test('the hash depends on paths and bytes, not on their order', () => {
  const one = hashSources({ 'a.mdx': 'x', 'b.mdx': 'y' }, { 'media/z.svg': bytes('z') });
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(hashSources({ 'b.mdx': 'y', 'a.mdx': 'x' }, { 'media/z.svg': bytes('z') })).toBe(one);
  expect(hashSources({ 'a.mdx': 'x', 'b.mdx': 'Y' }, { 'media/z.svg': bytes('z') })).not.toBe(one);
});

test('two folders that differ by where a text is cut have different hashes', () => {
  expect(hashSources({ a: 'bc' }, {})).not.toBe(hashSources({ ab: 'c' }, {}));
  expect(hashSources({ a: 'x', b: 'y' }, {})).not.toBe(hashSources({ a: 'x1:b1:y' }, {}));
});

test('an image is served under the hash of its bytes', () => {
  const sha256 = '594e519ae499312b29433b7dd8a97ff068defcba9755b6d5d00e84c524d67b06';
  expect(mediaHref(bytes('z'), 'SVG')).toBe(`/medias/${sha256}.svg`);
});
