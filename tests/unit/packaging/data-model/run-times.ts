import { Scorm12API } from 'scorm-again/scorm12/min';
import { Scorm2004API } from 'scorm-again/scorm2004/min';
import type { RuntimeData } from '#domain/packaging/commit.ts';

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
