import { useCallback, useEffect, useReducer, useRef, type RefObject } from 'react';
import type { Commit } from '#domain/packaging/commit.ts';
import {
  MESSAGE_MARK,
  type LaunchEnd,
  type PageMessage,
  type ShellMessage,
} from '#domain/packaging/player-messages.ts';
import type { PlayerFrame } from '../load-player-page.ts';
import { holdTab } from './hold-tab.ts';
import { keepCommits } from './kept-commits.ts';
import { sendKeptCommits } from './send-kept-commits.ts';
import { isShellMessage } from './shell-message.ts';

/** What the page shows of the recording. */
export type Reception = { state: 'nothing' } | { state: 'received'; at: string } | { state: 'kept' };

export interface PlayerState {
  plan: Extract<ShellMessage, { kind: 'plan' }> | null;
  reception: Reception;
  isComplete: boolean;
  /** Why nothing more is played here. */
  ended: LaunchEnd | 'another-tab' | null;
  /** An element whose value was refused. */
  refused: string | null;
  /** Only once nothing that the shell says can be missed, and no other tab of this browser plays it. */
  mayPlay: boolean;
  /** How many items have said something that is not received. */
  waiting: number;
  /** The content was asked for a while ago, and has not said a word. */
  isSilent: boolean;
  /** How many times the content was asked for again. */
  retries: number;
}

type Event =
  | ShellMessage
  | { kind: 'held' }
  | { kind: 'another-tab' }
  | { kind: 'still-kept' }
  | { kind: 'silent' }
  | { kind: 'retry' };

export interface Player extends PlayerState {
  ask(message: PageMessage): void;
  /** Leaves for the module's page once everything is received, or after some seconds. */
  leave(): void;
  /** Asks for the content again, when it did not come. */
  retry(): void;
}

export interface PlayedPackage extends PlayerFrame {
  receptionHref: string;
  moduleHref: string;
  wasComplete: boolean;
}

const LEAVING_IN_MS = 4000;
/** What is on the way is not yet worth a word. */
const KEPT_AFTER_MS = 3000;
const SILENT_AFTER_MS = 10_000;

/** The conversation with the shell, and what is kept of it while it is not received. */
export function usePlayer(
  frame: RefObject<HTMLIFrameElement | null>,
  { attemptId, ordinal, origin, receptionHref, moduleHref, wasComplete }: PlayedPackage,
): Player {
  const [state, tell] = useReducer(afterEvent, { ...NOTHING_YET, isComplete: wasComplete });
  const isLeaving = useRef(false);
  const goAway = useCallback(() => window.location.assign(moduleHref), [moduleHref]);
  const ask = useCallback(
    (message: PageMessage) => frame.current?.contentWindow?.postMessage({ mark: MESSAGE_MARK, message }, origin),
    [frame, origin],
  );

  useEffect(() => {
    const listen = (event: MessageEvent) => {
      if (event.origin !== origin || event.source !== frame.current?.contentWindow) return;
      const { mark, message } = (event.data ?? {}) as { mark?: unknown; message?: unknown };
      if (mark !== MESSAGE_MARK || !isShellMessage(message)) return;
      if (message.kind === 'kept') void keepCommits(attemptId, ordinal, message.commits as Commit[]);
      tell(message);
    };
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, [attemptId, ordinal, origin, frame]);

  useEffect(() => {
    void sendKeptCommits(attemptId, receptionHref).then(
      (at) => at && tell({ kind: 'received', at, isComplete: false }),
    );
    return holdTab(attemptId, {
      onHeld: () => tell({ kind: 'held' }),
      onTaken: () => tell({ kind: 'another-tab' }),
    });
  }, [attemptId, receptionHref]);

  useEffect(() => {
    if (state.waiting === 0) return;
    const timer = setTimeout(() => tell({ kind: 'still-kept' }), KEPT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [state.waiting]);

  const isAwaited = state.mayPlay && !state.plan && !state.ended;
  useEffect(() => {
    if (!isAwaited) return;
    const timer = setTimeout(() => tell({ kind: 'silent' }), SILENT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isAwaited, state.retries]);

  useEffect(() => {
    if (isLeaving.current && state.plan?.isIdle && state.waiting === 0) goAway();
  }, [state.plan, state.waiting, goAway]);

  const leave = useCallback(() => {
    isLeaving.current = true;
    ask({ kind: 'leave' });
    setTimeout(goAway, LEAVING_IN_MS);
  }, [ask, goAway]);

  const retry = useCallback(() => tell({ kind: 'retry' }), []);
  return { ...state, ask, leave, retry };
}

const NOTHING_YET: PlayerState = {
  plan: null,
  reception: { state: 'nothing' },
  isComplete: false,
  ended: null,
  refused: null,
  mayPlay: false,
  waiting: 0,
  isSilent: false,
  retries: 0,
};

function afterEvent(state: PlayerState, event: Event): PlayerState {
  switch (event.kind) {
    case 'plan':
      return { ...state, plan: event, isSilent: false };
    case 'received':
      return {
        ...state,
        reception: { state: 'received', at: event.at },
        isComplete: state.isComplete || event.isComplete,
      };
    case 'kept':
      return { ...state, waiting: event.commits.length };
    case 'still-kept':
      return { ...state, reception: { state: 'kept' } };
    case 'silent':
      return { ...state, isSilent: true };
    case 'retry':
      return { ...state, isSilent: false, retries: state.retries + 1 };
    case 'refused':
      return { ...state, refused: event.element };
    case 'ended':
      return { ...state, ended: event.why };
    case 'held':
      return { ...state, mayPlay: true };
    case 'another-tab':
      return { ...state, ended: 'another-tab' };
  }
}
