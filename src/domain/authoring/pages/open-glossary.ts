import type { ModuleSources } from '../module-sources.ts';
import type { PageText } from '../language/passage.ts';
import { passageAt } from '../language/read-passages.ts';
import type { Problem } from '../problem.ts';
import type { Reporter } from '../reporter.ts';
import { checkGlossary, type GlossaryTerm } from '../settings/glossary-settings.ts';
import { readYaml } from '../settings/read-yaml.ts';
import { openFile } from './open-file.ts';

/** The glossary of a module, with its definitions as readers see them. */
interface Glossary {
  terms: GlossaryTerm[];
  text: PageText;
  report: Reporter;
}

/** Reads glossaire.yaml, a file that a module may do without. */
export function openGlossary(sources: ModuleSources, problems: Problem[]): Glossary {
  const { source, report, isReadable } = openFile(sources, 'glossaire.yaml', problems);
  const yaml = isReadable ? readYaml(source.text, 0, report) : null;
  const terms = yaml ? checkGlossary(yaml, report) : [];
  const passages = terms.map(({ definition, offset }) => passageAt(definition, offset));
  return { terms, text: { lesson: null, passages, report }, report };
}
