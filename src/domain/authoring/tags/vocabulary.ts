/** The components a trainer may write, each with those it is written in (none: directly in the lesson). */
export const COMPONENTS = {
  Encadre: [],
  Avertissement: [],
  Definition: [],
  Reference: [],
  Chronologie: [],
  Etape: ['Chronologie'],
  Mythe: [],
  Fait: ['Mythe'],
  Ressource: [],
  Figure: [],
  Detail: [],
  Eleves: [],
  Reflexion: [],
  Question: [],
  Choix: ['Question'],
  Classer: [],
  Ordonner: [],
  Element: ['Classer', 'Ordonner'],
  Situation: [],
  Scene: ['Situation'],
  Option: ['Scene'],
} as const satisfies Record<string, readonly string[]>;

export type ComponentName = keyof typeof COMPONENTS;

/** The components written directly in a lesson. */
export type BlockName = {
  [Name in ComponentName]: (typeof COMPONENTS)[Name] extends readonly [] ? Name : never;
}[ComponentName];

export const COMPONENT_NAMES = Object.keys(COMPONENTS);

export function isComponentName(name: string): name is ComponentName {
  return Object.hasOwn(COMPONENTS, name);
}

/** The components in which `name` is written; none when it stands directly in the lesson. */
export function parentsOf(name: ComponentName): readonly string[] {
  return COMPONENTS[name];
}

export function isBlockName(name: string): name is BlockName {
  return isComponentName(name) && parentsOf(name).length === 0;
}
