/** What the shell sends: the whole state of one item at one moment, so that a later commit makes the earlier ones superfluous. */
export interface Commit {
  /** Identifier of the item that speaks. */
  item: string;
  /** Of the launch, from 1; with `sequence` it orders the commits of an attempt. */
  launch: number;
  /** In the launch, from 1. */
  sequence: number;
  /** The data model as the run-time gives it: `cmi` of SCORM 1.2 or of 2004, and `adl` of 2004. */
  data: RuntimeData;
  /** Of this sitting of the item, in whole seconds: what was added since the item was opened in this launch. */
  sessionSeconds: number;
  /** State of the sequencing engine, opaque to the server and given back at the next launch; null in 1.2. */
  sequencing: string | null;
  /** Global objectives by identifier (2004). */
  objectives: Record<string, GlobalObjective>;
  /** Shared data by identifier (2004 4th edition). */
  sharedData: Record<string, string>;
  /** The item has said in this launch that it ended: `LMSFinish`, `Terminate`. */
  isTerminated?: boolean;
  /** The furthest that the item has come in this launch, so that losing the commits before this one loses nothing. */
  reached?: Outcome | null;
}

/** How far an item has come; none of it goes backwards. */
export interface Outcome {
  completion: 'unknown' | 'incomplete' | 'completed';
  success: 'unknown' | 'failed' | 'passed';
  /** -1 to 1; the best one. */
  scaledScore: number | null;
  /** 0 to 1; the highest one (2004). */
  progress: number | null;
  /** It ended, and did not ask to be resumed. */
  hasEnded: boolean;
}

/** Nested plain values, as JSON has them. */
export type RuntimeData = { [name: string]: RuntimeValue };
export type RuntimeValue = string | number | boolean | null | RuntimeData | RuntimeValue[];

export interface GlobalObjective {
  satisfied: boolean | null;
  /** -1 to 1. */
  measure: number | null;
  completed: boolean | null;
  /** 0 to 1. */
  progress: number | null;
  raw: number | null;
  min: number | null;
  max: number | null;
}

/** What is kept of one item of an attempt. Status, score and time never go backwards; the data is that of the last commit. */
export interface ItemState extends Outcome {
  item: string;
  launch: number;
  sequence: number;
  data: RuntimeData;
  /** Seconds by launch, the most that was said: their sum is the item's total. */
  secondsByLaunch: Record<string, number>;
}
