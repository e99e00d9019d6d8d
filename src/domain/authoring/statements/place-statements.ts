import type { LessonSource, ReferenceBlock } from '#domain/module/compiled-module.ts';
import { textOfHtml } from '../prose/text-of-html.ts';
import type { YamlText } from '../settings/read-yaml.ts';
import { positionAt, type SourceText } from '../source-text.ts';
import type { PlacedStatement } from './placed-statement.ts';

/** A card of a lesson, as a statement at its place in the file. */
export function placeReference(block: ReferenceBlock, source: SourceText, offset: number): PlacedStatement {
  return {
    file: source.file,
    ...positionAt(source, offset),
    kind: 'reference',
    statement: textOfHtml(block.html),
    source: block.text,
    article: block.article,
    confidence: block.confidence,
    verifiedOn: block.verifiedOn,
    toVerify: block.toVerify,
  };
}

/** The sources of a lesson's front matter, each at its place in the file. */
export function placeSources(sources: readonly LessonSource[], source: SourceText, yaml: YamlText): PlacedStatement[] {
  return sources.map((given, index) => ({
    ...given,
    file: source.file,
    ...positionAt(source, yaml.offsetOf(['sources', index])),
    kind: 'source',
  }));
}
