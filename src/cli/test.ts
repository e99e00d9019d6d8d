import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { buildWhenChanged } from './build-when-changed.ts';
import { ensureChromium } from './ensure-chromium.ts';
import { explainingRefusals } from './refusal.ts';
import { runTool } from './run-tool.ts';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const say = (sentence: string) => process.stdout.write(`${sentence}\n`);
const VitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number() });
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

await explainingRefusals(async () => {
  const chromium = ensureChromium(say);
  const reports = mkdtempSync(join(tmpdir(), 'reperes-tests-'));
  try {
    say('Tests unitaires, d’intégration et d’architecture…');
    const fast = runVitest(join(reports, 'vitest.json'));
    buildWhenChanged(say);
    say('Tests dans le navigateur…');
    const browser = runPlaywright(join(reports, 'playwright.json'), chromium);
    conclude(fast, browser);
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
});

function runVitest(report: string): Tally {
  const status = runTool('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  const counts = readReport(report, VitestReport);
  if (!counts) return unreported();
  const failed = counts.numFailedTests;
  // A file that does not load fails without a failed test.
  return {
    passed: counts.numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: counts.numPendingTests,
  };
}

function runPlaywright(report: string, chromium: string): Tally {
  const environment = { PLAYWRIGHT_JSON_OUTPUT_NAME: report, REPERES_CHROMIUM: chromium };
  const status = runTool('playwright', ['test', '--reporter=list,json'], environment);
  const counts = readReport(report, PlaywrightReport)?.stats;
  if (!counts) return unreported();
  const failed = counts.unexpected + counts.flaky;
  return { passed: counts.expected, failed: failed === 0 && status !== 0 ? 1 : failed, skipped: counts.skipped };
}

function readReport<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** A runner that died before its report counts as one failure. */
function unreported(): Tally {
  return { passed: 0, failed: 1, skipped: 0 };
}

function conclude(...tallies: Tally[]): void {
  const total = (kind: keyof Tally) => tallies.reduce((sum, tally) => sum + tally[kind], 0);
  const skipped = total('skipped');
  say(`\n${total('passed')} passed, ${total('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  if (total('failed') > 0) process.exitCode = 1;
}
