import type { Sequencing } from '#domain/packaging/manifest.ts';
import { item, manifest2004, sequencing } from '#tests/support/packages/manifests.ts';
import { accepted } from './read-text.ts';

/** A manifest whose only item has this sequencing. */
export const withSequencing = (inside: string, attributes = '', after = ''): string =>
  manifest2004('4th', { items: item('A', 'RA', sequencing(inside, attributes)), after });

export function sequencingOf(text: string): Sequencing {
  return accepted(text).organizations[0]!.items[0]!.sequencing!;
}

export const RULE = (kind: string, action: string, conditions = '<imsss:ruleCondition condition="always"/>'): string =>
  `<imsss:sequencingRules><imsss:${kind}><imsss:ruleConditions>${conditions}</imsss:ruleConditions><imsss:ruleAction action="${action}"/></imsss:${kind}></imsss:sequencingRules>`;
export const ROLLUP = (conditions: string, action = 'satisfied', attributes = ''): string =>
  `<imsss:rollupRules><imsss:rollupRule ${attributes}><imsss:rollupConditions>${conditions}</imsss:rollupConditions><imsss:rollupAction action="${action}"/></imsss:rollupRule></imsss:rollupRules>`;
