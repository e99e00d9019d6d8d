import type { PackageStandard } from './manifest.ts';
import type { LaunchAddress } from './launch-plan.ts';

/** What the script of a dry run is told: which items to open, one after the other. */
export interface TrialPlan {
  standard: PackageStandard;
  items: (LaunchAddress & { item: string; title: string; parameters: string })[];
  applicationOrigin: string;
}

/** What was seen while an item ran. */
export type TrialFault =
  /** A script failed; the text is the browser's. */
  | { kind: 'script'; text: string }
  /** A file that the item asked for is not there, or is out of reach. */
  | { kind: 'missing'; address: string }
  /** A call of the run-time that failed, with its code. */
  | { kind: 'call'; call: string; code: string };

/** What the dry run tells the page that frames it. */
export type TrialMessage =
  | { kind: 'item'; item: string; place: number; count: number }
  | {
      kind: 'seen';
      item: string;
      faults: TrialFault[];
      /** It looked for the run-time and opened it; an asset never does. */
      isInitialized: boolean;
    }
  | { kind: 'over' };

/** What each page of a dry run calls first, in the window that watches it. */
export const WATCH_HOOK = 'reperesVeille';
