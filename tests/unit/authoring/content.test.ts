import { describe, expect, test } from 'vitest';
import type { Block, SituationScene } from '#domain/module/compiled-module.ts';
import { helpIds } from '#features/help/load-help.ts';
import { compileFolder } from '#features/publishing/compile-folder.ts';
import { readContentFolder } from '#features/publishing/read-content-folder.ts';

const CONTENT = new URL('../../../content', import.meta.url).pathname;
const HELP = { shipped: `${CONTENT}/aide.yaml`, override: `${CONTENT}/rien.yaml` };
const folders = await readContentFolder(CONTENT, helpIds(HELP));
const compiled = new Map(folders.map((folder) => [folder.slug, compileFolder(folder)]));
const moduleSlugs = [...compiled.keys()];

const CURRICULUM = ['cadre-juridique', 'comprendre-la-victime', 'detecter-et-orienter', 'le-ministere-et-ses-recours'];

test('the four modules of the initial training are there', () => {
  expect(moduleSlugs).toEqual(expect.arrayContaining(CURRICULUM));
});

describe.each(CURRICULUM)('content/%s has what the initial training asks of a module', (slug) => {
  const module = compiled.get(slug)!.module!;
  const blocks = module.lessons.flatMap((lesson) => lesson.blocks);
  const situations = blocks.filter((block) => block.kind === 'situation');
  const count = (kind: Block['kind']) => blocks.filter((block) => block.kind === kind).length;

  test('six to eight lessons, 25 to 40 minutes', () => {
    expect(module.lessons.length).toBeGreaterThanOrEqual(6);
    expect(module.lessons.length).toBeLessThanOrEqual(8);
    expect(module.minutes).toBeGreaterThanOrEqual(25);
    expect(module.minutes).toBeLessThanOrEqual(40);
  });

  test('three cases of four steps or more, seen as witness, as commander and as confidant', () => {
    expect(situations.filter((block) => longestPath(block.scenes) >= 4).length).toBeGreaterThanOrEqual(3);
    const viewpoints = situations.map(({ viewpoint }) => viewpoint);
    expect(viewpoints).toEqual(expect.arrayContaining(['temoin', 'commandement', 'confident']));
  });

  test('exercises of every kind, figures, one question to oneself, a word for students', () => {
    expect(count('classer')).toBeGreaterThanOrEqual(2);
    expect(count('ordonner')).toBeGreaterThanOrEqual(2);
    expect(count('question')).toBeGreaterThanOrEqual(3);
    expect(count('figure')).toBeGreaterThanOrEqual(4);
    expect(count('reflexion')).toBe(1);
    expect(count('eleves')).toBeGreaterThanOrEqual(1);
  });

  test('thirty questions or more, of three levels, on the objective of every lesson', () => {
    expect(module.pool.length).toBeGreaterThanOrEqual(30);
    expect(new Set(module.pool.map(({ level }) => level)).size).toBe(3);
    expect(new Set(module.pool.map(({ lesson }) => lesson)).size).toBe(module.lessons.length);
  });

  test('key points at the end of every lesson, the working-version notice, a specific warning where it is hard', () => {
    for (const lesson of module.lessons) {
      expect(lesson.blocks.some((block) => block.kind === 'encadre' && block.tone === 'retenir')).toBe(true);
      if (lesson.notice.intensity === 3) expect(lesson.notice.detail).not.toBeNull();
    }
    expect(module.workingNotice).toContain('Version de travail');
  });
});

/** Choices one makes from the first scene on, along the longest way. */
function longestPath(scenes: readonly SituationScene[], id = scenes[0]?.id): number {
  const scene = scenes.find((known) => known.id === id);
  if (!scene || scene.options.length === 0) return 0;
  return 1 + Math.max(...scene.options.map(({ next }) => (next === null ? 0 : longestPath(scenes, next))));
}

test.each(moduleSlugs)('content/%s compiles without a problem', (slug) => {
  const { module, problems } = compiled.get(slug)!;
  expect(problems).toEqual([]);
  expect(module?.slug).toBe(slug);
});

test('no two modules share a code', () => {
  const codes = [...compiled.values()].map(({ module }) => module?.code);
  expect(new Set(codes).size).toBe(codes.length);
});
