import type { Help } from '#features/help/help.ts';

/** What there is to say of a contact beside how to reach it: who answers, where, when, what they keep to themselves. */
export function contactFacts({ qui, ou, quand, confidentialite }: Help['contacts'][number]): string {
  const facts = [qui, ou, quand, confidentialite].filter((fact) => fact !== undefined);
  return facts.map((fact) => fact.replace(/(?<![.?…])$/, '.')).join(' ');
}
