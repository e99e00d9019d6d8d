import type { GlobalObjective, ItemState } from './commit.ts';
import type { Organization, PackageStandard } from './manifest.ts';

/** What the shell of a launch is told when it loads: what to play, and where the learner was. */
export interface LaunchPlan {
  standard: PackageStandard;
  title: string;
  organization: Organization;
  /** The address of each resource that can be launched, below `contenu/`, by its identifier. */
  addresses: Record<string, LaunchAddress>;
  /** Of the launch; its commits are ordered after those of earlier launches. */
  launch: number;
  /** The next commit's, at least. */
  firstSequence: number;
  /** Opaque, and the same for a person and a module whatever the attempt: what a package may know of who learns. */
  learnerId: string;
  items: Record<string, ItemState>;
  /** As the sequencing engine of the last launch gave it. */
  sequencing: string | null;
  objectives: Record<string, GlobalObjective>;
  sharedData: Record<string, string>;
  /** The application's, which frames the shell and alone is spoken to. */
  applicationOrigin: string;
}

export interface LaunchAddress {
  kind: 'sco' | 'asset';
  /** Percent-encoded, relative to `contenu/`, with the query and the fragment that the manifest gives. */
  href: string;
}

/** All that a package learns of its learner's name. */
export const LEARNER_NAME = 'Apprenant';
