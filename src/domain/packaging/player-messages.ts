/** What the shell tells the page that frames it. */
export type ShellMessage =
  | { kind: 'plan'; lines: PlanLine[]; canContinue: boolean; canPrevious: boolean; isIdle: boolean }
  /** Everything that was said so far has been received, the last of it at this instant. */
  | { kind: 'received'; at: string; isComplete: boolean }
  /** The last unreceived commit of each item, whole: the page keeps them in the browser. */
  | { kind: 'kept'; commits: unknown[] }
  /** The server refused a value: it says which. */
  | { kind: 'refused'; element: string }
  | { kind: 'ended'; why: LaunchEnd };

/** Why an opening plays nothing more: another tab took over, the person has signed out, or its time is over. */
export type LaunchEnd = 'taken-over' | 'signed-out' | 'expired';

export const LAUNCH_ENDS: readonly LaunchEnd[] = ['taken-over', 'signed-out', 'expired'];

/** A line of the plan, as it stands now. */
export interface PlanLine {
  item: string;
  title: string;
  /** 0 at the top. */
  depth: number;
  state: 'heading' | 'locked' | 'todo' | 'begun' | 'done' | 'failed';
  isCurrent: boolean;
  /** The rules of the course let it be opened now. */
  canOpen: boolean;
}

/** What the page asks of the shell. */
export type PageMessage =
  { kind: 'open'; item: string } | { kind: 'continue' } | { kind: 'previous' } | { kind: 'leave' };

/** Marks a message as ours; a package's own messages have no such name. */
export const MESSAGE_MARK = 'reperes-lecture';
