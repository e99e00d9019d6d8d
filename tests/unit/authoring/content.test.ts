import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { compileModule } from '#domain/authoring/compile-module.ts';
import { listModuleSlugs, mediaHref, readModuleFolder } from '#platform/content/read-module-sources.ts';

const CONTENT = new URL('../../../content', import.meta.url).pathname;
const moduleSlugs = await listModuleSlugs(CONTENT);
const help = parse(await readFile(`${CONTENT}/aide.yaml`, 'utf8')) as { contacts: { id: string }[] };
const context = { moduleSlugs, helpIds: help.contacts.map(({ id }) => id) };

async function compileFolder(slug: string) {
  const { files, media } = await readModuleFolder(CONTENT, slug);
  const images = Object.entries(media).map(([path, bytes]) => [
    path,
    { href: mediaHref(bytes, path.split('.').at(-1) ?? '') },
  ]);
  return compileModule({ slug, files, media: Object.fromEntries(images) }, context);
}

test('the three modules are there', () => {
  expect(moduleSlugs).toEqual(
    expect.arrayContaining(['cadre-juridique', 'comprendre-la-victime', 'detecter-et-orienter']),
  );
});

test.each(moduleSlugs)('content/%s compiles without a problem', async (slug) => {
  const { module, problems } = await compileFolder(slug);
  expect(problems).toEqual([]);
  expect(module?.slug).toBe(slug);
});

test('no two modules share a code', async () => {
  const modules = await Promise.all(moduleSlugs.map(compileFolder));
  const codes = modules.map(({ module }) => module?.code);
  expect(new Set(codes).size).toBe(codes.length);
});
