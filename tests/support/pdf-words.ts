import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The text of a PDF as another program reads it; null on a machine that has none. */
export function pdfWords(bytes: Uint8Array): string | null {
  if (spawnSync('pdftotext', ['-v']).error) return null;
  const folder = mkdtempSync(join(tmpdir(), 'reperes-pdf-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'fiche.pdf'), bytes);
  return execFileSync('pdftotext', ['-layout', join(folder, 'fiche.pdf'), '-'], { encoding: 'utf8' });
}
