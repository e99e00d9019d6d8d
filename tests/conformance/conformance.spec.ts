import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { amina } from '#db/seeds/cast.ts';
import { openContent, packagesOrigins } from '#tests/support/e2e/package-player.ts';
import { expect, test } from '#tests/support/e2e/test.ts';
import { installPackage, SAMPLES } from '#tests/support/packages/sample-packages.ts';
import { quietPage } from '#tests/support/packages/speaking-pages.ts';
import { allSteps } from './all-steps.ts';
import { DIVERGENCES } from './divergences.ts';
import type { Standard, Step } from './step.ts';
import { tableOf } from './table.ts';

const FILES: Record<Standard, Record<string, string>> = {
  scorm12: { ...SAMPLES['scorm12-one'], 'index.html': quietPage('Mesure', 'scorm12') },
  scorm2004: { ...SAMPLES['scorm2004-sequenced'], 'lecon.html': quietPage('Mesure') },
};

interface Heard {
  answer: string;
  code: string;
}

for (const standard of ['scorm12', 'scorm2004'] as const)
  test(`${standard}: every element and error code, through the player`, async ({
    startSite,
    newPage,
    askFor,
    watch,
  }) => {
    // What the run-time keeps of some wrong values, the server refuses, and the shell drops.
    askFor(422);
    const site = await startSite();
    await installPackage(site, { files: FILES[standard] });
    const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
    const content = await openContent(page, 'Mesure');
    const steps = allSteps(standard);
    const heard = await content.locator('html').evaluate(
      (_, { calls, lastError }) => {
        const { api } = window as unknown as { api: Record<string, (...values: string[]) => string> };
        return calls.map(({ verb, parameters }) => {
          const answer = String(api[verb]!(...parameters));
          return { answer, code: String(api[lastError]!()) };
        });
      },
      { calls: steps, lastError: standard === 'scorm12' ? 'LMSGetLastError' : 'GetLastError' },
    );
    const differing = steps.flatMap((step, place) => {
      const difference = differenceOf(step, heard[place]!);
      return difference === null ? [] : [[step.requirement, difference]];
    });
    expect(Object.fromEntries(differing)).toEqual(DIVERGENCES[standard]);
    watch.problems = watch.problems.filter((problem) => !problem.includes('Received non-standard value'));
  });

test('the table of the README says what is asked, and what differs', () => {
  const lines = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.replaceAll(/\s+/g, ' '));
  expect(lines).toEqual([...tableOf('scorm12'), ...tableOf('scorm2004')]);
});

/** What was heard where the specification wants something else; null when it is as it should be. */
function differenceOf({ answer, codes }: Step, heard: Heard): string | null {
  if (answer === null) return null;
  const isRight = typeof answer === 'string' ? heard.answer === answer : answer.test(heard.answer);
  if (isRight && codes.includes(heard.code)) return null;
  const wanted = typeof answer === 'string' ? answer.slice(0, 40) : String(answer);
  return `${heard.answer.slice(0, 40)} / ${heard.code} au lieu de ${wanted} / ${codes.join(' ou ')}`;
}
