import * as library from 'scorm-again/scorm2004';

// The library's types say `default` where its module says the name.
export const { Scorm2004API } = library as unknown as { Scorm2004API: typeof library.default };
