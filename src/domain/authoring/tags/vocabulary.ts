/** The components a trainer may write, each with the one it is written in (null: directly in the lesson). */
export const COMPONENTS = {
  Encadre: null,
  Avertissement: null,
  Definition: null,
  Reference: null,
  Chronologie: null,
  Etape: 'Chronologie',
  Mythe: null,
  Fait: 'Mythe',
  Ressource: null,
  Question: null,
  Choix: 'Question',
  Situation: null,
  Scene: 'Situation',
  Option: 'Scene',
} as const;

export type ComponentName = keyof typeof COMPONENTS;

/** The components written directly in a lesson. */
export type BlockName = {
  [Name in ComponentName]: (typeof COMPONENTS)[Name] extends null ? Name : never;
}[ComponentName];

export const COMPONENT_NAMES = Object.keys(COMPONENTS);

export function isComponentName(name: string): name is ComponentName {
  return Object.hasOwn(COMPONENTS, name);
}

/** The component in which `name` is written, or null when it stands directly in the lesson. */
export function parentOf(name: ComponentName): ComponentName | null {
  return COMPONENTS[name];
}

export function isBlockName(name: string): name is BlockName {
  return isComponentName(name) && parentOf(name) === null;
}
