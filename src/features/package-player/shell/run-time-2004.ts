import * as library from 'scorm-again/scorm2004';

// The library's types say `default` where its module says the name.
export const { Scorm2004API } = library as unknown as { Scorm2004API: typeof library.default };

export type Engine = InstanceType<typeof Scorm2004API>;

type Settings = NonNullable<ConstructorParameters<typeof Scorm2004API>[0]>;
type SequencingSettings = NonNullable<Settings['sequencing']>;

/** An activity as the engine is told of it. */
export type EngineActivity = NonNullable<SequencingSettings['activityTree']>;
export type EngineObjective = NonNullable<EngineActivity['primaryObjective']>;
export type EngineObjectiveMap = NonNullable<EngineObjective['mapInfo']>[number];
export type EngineListeners = NonNullable<SequencingSettings['eventListeners']>;
export type NavigationValidity = Parameters<NonNullable<EngineListeners['onNavigationValidityUpdate']>>[0];
/** A global objective as the engine has it. */
export type EngineGlobalObjective = Parameters<Engine['restoreGlobalObjectiveSnapshot']>[0][string];
