import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/dispatch.ts';

const FILES = [...globSync('src/{features,pages}/**/*.{astro,ts}'), 'README.md', 'content/README.md'];
/** What one types, up to where the code ends, the line ends or a comment begins. */
const NAMED = /npm run reperes -- ([^\n<`#]+)/g;

test('every command that a page or a guide names exists, with the options that it gives', () => {
  const named = FILES.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(NAMED)].map(([, typed]) => ({ file, typed: typed!.trim() })),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(({ typed }) => !isKnown(typed))).toEqual([]);
});

test('an unknown command or option would be found', () => {
  expect(isKnown('content publish m1 --as materielle --note "…"')).toBe(true);
  expect(isKnown('content publier m1')).toBe(false);
  expect(isKnown('content publish m1 --genre materielle')).toBe(false);
  expect(isKnown('content publish m1 --as majeure')).toBe(false);
});

function isKnown(typed: string): boolean {
  if (typed.startsWith('aide')) return true;
  const command = COMMANDS.find(({ name }) => typed === name || typed.startsWith(`${name} `));
  if (!command) return false;
  return (typed.match(/--[a-z][\w-]*(?: [\w|-]+)?/g) ?? []).every((option) => {
    const [flag, value] = option.split(' ');
    const offered = new RegExp(`${flag}(?= |\\]|$)(?: ([\\w|]+\\|[\\w|]+))?`).exec(command.usage);
    const choices = offered?.[1]?.split('|');
    return offered !== null && (!choices || !value || choices.includes(value));
  });
}
