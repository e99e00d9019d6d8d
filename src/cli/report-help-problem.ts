import { helpFiles, helpOverrideProblem, loadHelp } from '#features/help/load-help.ts';
import type { Config } from '#platform/config.ts';

/** Refuses to start without a usable help page; says when the installation's own help file cannot be used. */
export function reportHelpProblem(config: Config, say: (sentence: string) => void): void {
  const files = helpFiles(config);
  loadHelp(files);
  const problem = helpOverrideProblem(files);
  if (problem) say(problem);
}
