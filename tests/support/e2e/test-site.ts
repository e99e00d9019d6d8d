import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The moment at which every browser test happens. */
export const NOW = '2026-11-23T09:00:00.000Z';

const Environment = z.object({ REPERES_E2E_FOLDER: z.string(), REPERES_E2E_ORIGIN: z.url() });

export interface TestSite {
  /** Temporary: the untouched demonstration, and one data folder per server. */
  folder: string;
  /** The server that most tests share. */
  origin: string;
}

/** Tells the workers, through the environment, where the set-up has put things. */
export function publishTestSite({ folder, origin }: TestSite): void {
  Object.assign(process.env, { REPERES_E2E_FOLDER: folder, REPERES_E2E_ORIGIN: origin });
}

export function testSite(): TestSite {
  const { REPERES_E2E_FOLDER: folder, REPERES_E2E_ORIGIN: origin } = Environment.parse(process.env);
  return { folder, origin };
}

/** The demonstration as it was built, before anybody used it. */
export function pristineData(folder: string): string {
  return join(folder, 'pristine');
}

/** A data folder of its own with the untouched demonstration, for a test that needs its own server. */
export function newDataFolder(folder: string, name: string, files: Record<string, string> = {}): string {
  const data = join(folder, name);
  mkdirSync(data, { recursive: true });
  copyFileSync(join(pristineData(folder), 'reperes.sqlite'), join(data, 'reperes.sqlite'));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(data, file), text);
  return data;
}
