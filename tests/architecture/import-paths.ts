import { described, importsOf } from './imports.ts';
import { areaOf, placeOf } from './places.ts';
import type { SourceFile } from './source-file.ts';

/** Imports that are hard to follow: without extension, or relative out of their own area. */
export function unclearPaths(files: SourceFile[]): string[] {
  return files.flatMap(importsOf).flatMap((edge) => {
    if (edge.target === null || edge.target === 'package.json') return [];
    if (!/\.(ts|tsx|astro|css|mjs)$/.test(edge.target)) return [`${described(edge)}: the extension is missing`];
    const leaves = edge.specifier.startsWith('.') && areaOf(edge.target) !== areaOf(edge.from);
    return leaves ? [`${described(edge)}: use an alias (#domain/ #features/ #platform/ #ui/ #db/)`] : [];
  });
}

/** Imports of what the program never imports: tests, trainers' content, delivered packages. */
export function forbiddenTargets(files: SourceFile[]): string[] {
  return files
    .filter(({ path }) => placeOf(path) !== 'tests')
    .flatMap(importsOf)
    .filter(({ target, packageName }) => /^(tests|content|modules)\//.test(target ?? '') || isTestTool(packageName))
    .map((edge) => `${described(edge)}: nothing of the program imports that`);
}

function isTestTool(packageName: string | null): boolean {
  return packageName !== null && /^(vitest|@playwright|@axe-core|fast-check|autocannon)/.test(packageName);
}
