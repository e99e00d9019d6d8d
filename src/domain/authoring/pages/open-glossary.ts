import type { ModuleSources } from '../module-sources.ts';
import type { Problem } from '../problem.ts';
import type { Reporter } from '../reporter.ts';
import { checkGlossary, type GlossaryTerm } from '../settings/glossary-settings.ts';
import { readYaml } from '../settings/read-yaml.ts';
import { openFile } from './open-file.ts';

/** Reads glossaire.yaml, a file that a module may do without. */
export function openGlossary(sources: ModuleSources, problems: Problem[]): { terms: GlossaryTerm[]; report: Reporter } {
  const { source, report, isReadable } = openFile(sources, 'glossaire.yaml', problems);
  const yaml = isReadable ? readYaml(source.text, 0, report) : null;
  return { terms: yaml ? checkGlossary(yaml, report) : [], report };
}
