import { runTool } from './run-tool.ts';

/** Each check runs whatever the others said, so that one run shows everything there is to mend. */
const CHECKS: [name: string, tool: string, args: string[]][] = [
  ['Format', 'prettier', ['--check', '.', '--log-level', 'warn']],
  ['Règles d’écriture', 'eslint', ['.']],
  ['Types', 'astro', ['check', '--minimumFailingSeverity', 'error', '--minimumSeverity', 'error']],
  ['Loi des imports', 'vitest', ['run', 'tests/architecture']],
];

const failed = CHECKS.filter(([name, tool, args]) => {
  process.stdout.write(`\n${name}\n`);
  return runTool(tool, args) !== 0;
}).map(([name]) => name);

process.stdout.write(failed.length === 0 ? '\nTout est en ordre.\n' : `\nÀ corriger : ${failed.join(', ')}.\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
