import * as library from 'scorm-again/scorm12';

// The library's types say `default` where its module says the name.
export const { Scorm12API } = library as unknown as { Scorm12API: typeof library.default };
