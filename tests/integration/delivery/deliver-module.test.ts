import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DeliveredModule } from '#domain/delivery/delivered-module.ts';
import { packProgress, unpackProgress } from '#domain/delivery/delivered-progress.ts';
import { readManifest } from '#domain/packaging/manifest/read-manifest.ts';
import { deliverModule } from '#features/delivery/deliver-module.ts';
import { offlineWithin } from '#features/delivery/offline.ts';
import { isRight } from '#features/delivery/client/assessment/attempt.ts';
import { gradeElements, gradePractice } from '#features/delivery/client/exercises/open-exercise.ts';
import { isExercise } from '#features/learning/blocks/block-html.ts';
import { gradeOrdering } from '#features/learning/ordering-view.ts';
import { gradeSorting } from '#features/learning/sorting-view.ts';
import { questionAnswer } from '#features/learning/question-view.ts';
import { findLiveVersion } from '#features/publishing/versions.ts';
import { loadHelp } from '#features/help/load-help.ts';
import { parseXml } from '#platform/xml/parse-xml.ts';
import { pdfWords } from '#tests/support/pdf-words.ts';
import { publishedContent } from '#tests/support/published-content.ts';
import { anyProgress, MOST_KEPT, mostProgress } from '#tests/support/delivered-progress.ts';
import { buildDelivery } from '../../../src/cli/build-scripts.ts';

/** Compressed. */
const MOST_SCRIPT_BYTES = 20_000;

const MODULES = ['m1', 'm2', 'm3', 'm4'];
const built = resolve('.astro/livraison-test');
const help = loadHelp({ shipped: resolve('content/aide.yaml'), override: resolve('content/aucun.yaml') });

beforeAll(() => buildDelivery(built));

async function needs() {
  return { db: await publishedContent(), clientFolder: built, help };
}

async function deliveredModule(code: string) {
  const given = await needs();
  const { bytes } = (await deliverModule(given, { code, as: 'html' }))!;
  const page = Buffer.from(unzipSync(bytes)['index.html']!).toString('utf8');
  return { given, delivered: JSON.parse(/id="module">(.*?)<\/script>/s.exec(page)![1]!) as DeliveredModule };
}

const texts = (files: Record<string, Uint8Array>) =>
  Object.entries(files).filter(([path]) => /\.(html|xml|css|js)$/.test(path));

describe.each(MODULES)('%s', (code) => {
  test.each(['scorm12', 'scorm2004', 'cmi5', 'html'] as const)(
    'leaves as %s, whole and the same each time',
    async (as) => {
      const given = await needs();
      const delivered = (await deliverModule(given, { code, as }))!;
      expect(delivered.bytes).toEqual((await deliverModule(given, { code, as }))!.bytes);
      const files = unzipSync(delivered.bytes);
      const page = Buffer.from(files['index.html']!).toString('utf8');
      const { module } = (await findLiveVersion(given.db, code))!;
      for (const { title } of module.lessons) expect(page).toContain(title.replaceAll("'", '&#39;'));
      if (module.workingNotice) expect(page.toLowerCase()).toContain('version de travail');
      for (const [, path] of page.matchAll(/ (?:src|href)="((?!#|tel:|https:\/\/)[^"]+)"/g))
        expect(Object.keys(files)).toContain(path);
      // What follows a link goes by the learner's gesture: the exit alone.
      const addresses = [...page.matchAll(/(?:src|href)="(https?:[^"]+)"/g)].map(([, address]) => address);
      expect(new Set(addresses)).toEqual(new Set([help.exitUrl]));
      for (const [path, bytes] of texts(files).filter(([path]) => /\.(css|js)$/.test(path)))
        expect([
          path,
          /url\(["']?https?:|fetch\(["']https?:|import\(["']https?:/.test(Buffer.from(bytes).toString('utf8')),
        ]).toEqual([path, false]);
    },
  );

  test.each(['scorm12', 'scorm2004'] as const)('its %s manifest is read without a fault', async (as) => {
    const files = unzipSync((await deliverModule(await needs(), { code, as }))!.bytes);
    const parsed = parseXml(files['imsmanifest.xml']!);
    if (parsed.kind === 'refused') throw new Error(parsed.finding.message);
    const { manifest, findings } = readManifest(parsed.root, { folder: '', files: Object.keys(files) });
    expect(findings.filter(({ severity }) => severity !== 'unusual')).toEqual([]);
    expect(manifest!.resources[0]).toMatchObject({ kind: 'sco', path: 'index.html' });
  });

  test('its answers are not in clear, and only the right choices are right', async () => {
    const { given, delivered } = await deliveredModule(code);
    const { module } = (await findLiveVersion(given.db, code))!;
    for (const question of delivered.questions) {
      const { choices } = module.pool.find(({ id }) => id === question.id)!;
      const chosen = (isRightOne: boolean) => choices.filter((one) => one.isRight === isRightOne).map(({ id }) => id);
      expect(isRight(question, chosen(true).toReversed())).toBe(true);
      expect(isRight(question, chosen(false))).toBe(false);
      expect(isRight(question, [])).toBe(false);
    }
    const hidden = JSON.stringify(delivered);
    expect(hidden).not.toMatch(/isRight|"group"|explanation/);
    for (const { choices } of module.pool)
      for (const { explanation } of choices) expect(hidden).not.toContain(JSON.stringify(explanation).slice(1, -1));
  });

  test('each of its exercises says what it says on the platform, whatever is answered', async () => {
    const { given, delivered } = await deliveredModule(code);
    const { module } = (await findLiveVersion(given.db, code))!;
    const blocks = module.lessons.flatMap((lesson) => lesson.blocks.filter(isExercise));
    expect(delivered.exercises.map(({ id }) => id)).toEqual(blocks.map(({ id }) => id));
    const places = fc.array(fc.nat(3), { minLength: 12, maxLength: 12 });
    for (const [at, block] of blocks.entries()) {
      const exercise = delivered.exercises[at]!;
      fc.assert(
        fc.property(places, (some) => {
          if (block.kind === 'question' && exercise.kind === 'question') {
            const chosen = block.choices.flatMap(({ id }, choice) => (some[choice]! > 1 ? [id] : []));
            expect(gradePractice(exercise, chosen)).toEqual(questionAnswer(block, chosen));
          } else if (exercise.kind === 'classer' || exercise.kind === 'ordonner') {
            const count = exercise.kind === 'classer' ? exercise.groups.length : exercise.elements.length;
            const placed = exercise.elements.map((_, element) => some[element]! % count);
            const byId = Object.fromEntries(exercise.elements.map(({ id }, element) => [id, placed[element]!]));
            const graded =
              block.kind === 'classer'
                ? gradeSorting(block, byId)
                : gradeOrdering(block as Extract<typeof block, { kind: 'ordonner' }>, byId);
            expect(graded).toEqual({ outcome: 'answered', answer: gradeElements(exercise, placed) });
          } else expect(exercise).toEqual(offlineWithin(block));
        }),
        { numRuns: 25 },
      );
    }
  });

  test('what it keeps fits in SCORM 1.2, whatever was done, and is read again as it was', async () => {
    const { delivered } = await deliveredModule(code);
    fc.assert(
      fc.property(anyProgress(delivered), (progress) => {
        const packed = packProgress(progress, delivered);
        expect(packed.length).toBeLessThanOrEqual(MOST_KEPT);
        expect(packed).toMatch(/^[ -~]*$/);
        expect(unpackProgress(packed, delivered)).toEqual(progress);
      }),
    );
    expect(packProgress(mostProgress(delivered), delivered).length).toBeLessThanOrEqual(MOST_KEPT);
  });

  test('it leaves as a booklet: a tagged PDF with an outline, its tables and lists, its text', async () => {
    const { bytes } = (await deliverModule(await needs(), { code, as: 'pdf' }))!;
    const written = Buffer.from(bytes).toString('latin1');
    for (const name of ['/MarkInfo', '/Outlines', '/S /L\n', '/S /LBody', '/S /H2'])
      expect([name, written.includes(name)]).toEqual([name, true]);
    const { module } = (await findLiveVersion((await needs()).db, code))!;
    const hasTable = module.lessons.some(({ blocks }) => JSON.stringify(blocks).includes('<table'));
    expect(written.includes('/S /TH')).toBe(hasTable);
    const words = await pdfWords(bytes);
    expect(words.replace(/\s+/g, ' ')).toContain(module.lessons[0]!.title.replace(/[\u00a0\u202f]/g, ' '));
  });
});

test('its script is small: what an isolated network carries for each module', async () => {
  const { bytes } = (await deliverModule(await needs(), { code: 'm1', as: 'html' }))!;
  expect(gzipSync(unzipSync(bytes)['livraison.js']!).length).toBeLessThan(MOST_SCRIPT_BYTES);
});

test('a module that is not published, or is a package, is not delivered', async () => {
  expect(await deliverModule(await needs(), { code: 'm99', as: 'html' })).toBeNull();
});
