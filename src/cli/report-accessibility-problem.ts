import { declarationFiles, declarationProblem } from '#features/accessibility/load-declaration.ts';
import type { Config } from '#platform/config.ts';

/** Says when a file of the accessibility declaration cannot be used; nothing else depends on it, so the start goes on. */
export function reportAccessibilityProblem(config: Config, say: (sentence: string) => void): void {
  const problem = declarationProblem(declarationFiles(config));
  if (problem) say(problem);
}
