import * as library12 from 'scorm-again/scorm12';
import * as library2004 from 'scorm-again/scorm2004';
import type { RuntimeData } from '#domain/packaging/commit.ts';

// The library's types say `default` where its modules say the names.
const { Scorm12API } = library12 as unknown as { Scorm12API: typeof library12.default };
const { Scorm2004API } = library2004 as unknown as { Scorm2004API: typeof library2004.default };

/** A run-time whose item has been opened. */
export interface OpenedItem {
  set(name: string, value: string): boolean;
  /** Whether the element may be read. */
  canGet(name: string): boolean;
  /** What a commit carries. */
  data(): RuntimeData;
}

const OPTIONS = { autocommit: false, lmsCommitUrl: false, logLevel: 'NONE', renderCommonCommitFields: false } as const;

export function openedItem(standard: 'scorm12' | 'scorm2004-4'): OpenedItem {
  const api = standard === 'scorm12' ? new Scorm12API(OPTIONS) : new Scorm2004API(OPTIONS);
  api.lmsInitialize('');
  return {
    set: (name, value) => String(api.lmsSetValue(name, value)) === 'true',
    canGet(name) {
      api.lmsGetValue(name);
      return api.lmsGetLastError() === '0';
    },
    data: () => api.renderCommitObject(false).runtimeData as RuntimeData,
  };
}

/** Sets what must be there before an element of a record can be. */
export function prepare(item: OpenedItem, name: string): void {
  const [, list] = name.split('.');
  if (!name.includes('.0.') || list === 'comments_from_learner') return;
  if (!name.endsWith(`${list}.0.id`)) item.set(`cmi.${list}.0.id`, 'premier');
  if (/pattern|response/.test(name)) item.set('cmi.interactions.0.type', 'fill-in');
}
