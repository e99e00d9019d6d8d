import * as library from 'scorm-again/scorm2004';

// The library's types say `default` where its module says the name.
export const { Scorm2004API } = library as unknown as { Scorm2004API: typeof library.default };

export type Api2004 = InstanceType<typeof Scorm2004API>;
export type EngineSettings = NonNullable<ConstructorParameters<typeof Scorm2004API>[0]>['sequencing'];
export type EngineObjectives = Parameters<Api2004['restoreGlobalObjectiveSnapshot']>[0];
