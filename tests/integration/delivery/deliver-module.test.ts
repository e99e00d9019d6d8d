import { resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { answerText, packProgress, unpackProgress, type DeliveredModule } from '#domain/delivery/delivered-module.ts';
import { readManifest } from '#domain/packaging/manifest/read-manifest.ts';
import { deliverModule } from '#features/delivery/deliver-module.ts';
import { isRight } from '#features/delivery/client/assessment.ts';
import { findLiveVersion } from '#features/publishing/versions.ts';
import { loadHelp } from '#features/help/load-help.ts';
import { parseXml } from '#platform/xml/parse-xml.ts';
import { pdfWords } from '#tests/support/pdf-words.ts';
import { publishedContent } from '#tests/support/published-content.ts';
import { buildDelivery } from '../../../src/cli/build-scripts.ts';

const MODULES = ['m1', 'm2', 'm3', 'm4'];
const built = resolve('.astro/livraison-test');
const help = loadHelp({ shipped: resolve('content/aide.yaml'), override: resolve('content/aucun.yaml') });

beforeAll(() => buildDelivery(built));

async function needs() {
  return { db: await publishedContent(), clientFolder: built, help };
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

  test('its answers are not in clear, and only the right choices give their hash', async () => {
    const given = await needs();
    const page = Buffer.from(
      unzipSync((await deliverModule(given, { code, as: 'html' }))!.bytes)['index.html']!,
    ).toString('utf8');
    const delivered = JSON.parse(/id="module">(.*?)<\/script>/s.exec(page)![1]!) as DeliveredModule;
    const { module } = (await findLiveVersion(given.db, code))!;
    expect(JSON.stringify(delivered)).not.toContain('isRight');
    for (const question of delivered.questions) {
      const { choices } = module.pool.find(({ id }) => id === question.id)!;
      const right = choices.filter((choice) => choice.isRight).map(({ id }) => id);
      expect(isRight(question, right.toReversed())).toBe(true);
      expect(
        isRight(
          question,
          choices.filter((choice) => !choice.isRight).map(({ id }) => id),
        ),
      ).toBe(false);
    }
  });

  test('what it keeps fits in SCORM 1.2, whatever was done, and is read again as it was', async () => {
    const { module } = (await findLiveVersion((await needs()).db, code))!;
    const delivered = {
      lessons: module.lessons.map(({ slug }) => slug),
      questions: module.pool.map(({ id }) => ({ id })) as DeliveredModule['questions'],
    };
    const places = delivered.questions.map((_, place) => place);
    const worst = {
      read: delivered.lessons.map((_, place) => place),
      attempt: {
        questions: places,
        chosen: places.map((place) => module.pool[place]!.choices.map((_, choice) => choice)),
      },
      previous: places,
      bestScore: 100,
      isPassed: true,
    };
    const packed = packProgress(worst);
    expect(packed.length).toBeLessThanOrEqual(4096);
    expect(packed).toMatch(/^[ -~]*$/);
    expect(unpackProgress(packed, delivered)).toEqual(worst);
  });

  test('it leaves as a tagged PDF with its text', async () => {
    const { bytes } = (await deliverModule(await needs(), { code, as: 'pdf' }))!;
    expect(Buffer.from(bytes).toString('latin1')).toContain('/MarkInfo');
    const { module } = (await findLiveVersion((await needs()).db, code))!;
    const words = pdfWords(bytes);
    if (words !== null)
      expect(words.replace(/\s+/g, ' ')).toContain(module.lessons[0]!.title.replace(/[\u00a0\u202f]/g, ' '));
  });
});

test('a module that is not published, or is a package, is not delivered', async () => {
  expect(await deliverModule(await needs(), { code: 'm99', as: 'html' })).toBeNull();
});

test.each(['', '2|||||||', '1|x', '1|zz|zz|z|zz|999|1', '1|0.0.0|||||'])(
  '%j is read as far as it says something',
  (text) => {
    const progress = unpackProgress(text, { lessons: ['a'], questions: [] });
    expect(progress.read.every((place) => place === 0)).toBe(true);
    expect(progress.attempt).toBeNull();
  },
);

test('an answer is the same whatever the order of its choices', () => {
  expect(answerText({ id: 'q', salt: 's' }, ['c2', 'c1'])).toBe(answerText({ id: 'q', salt: 's' }, ['c1', 'c2']));
});
