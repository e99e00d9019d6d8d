import type { Tracker } from '../tracker.ts';
import { Cmi5Sitting } from './cmi5-sitting.ts';
import { readLaunch, readLaunchData } from './launch.ts';
import { StateDocument } from './state-document.ts';

/** Tells a cmi5 system by xAPI statements; null when the page was not opened by one, or it refuses. */
export async function cmi5Tracker(): Promise<Tracker | null> {
  const launch = await readLaunch(new URLSearchParams(window.location.search));
  const data = launch && (await readLaunchData(launch));
  if (!launch || !data) return null;
  const state = new StateDocument(launch);
  const kept = await state.read();
  const sitting = new Cmi5Sitting(launch, data, { state, kept });
  return {
    name: 'lms',
    resume: () => kept,
    report: (now) => sitting.report(now),
    answer: (interaction) => sitting.answer(interaction),
    end: (now) => sitting.end(now),
    ...(data.returnUrl === null ? {} : { returnUrl: data.returnUrl }),
  };
}
