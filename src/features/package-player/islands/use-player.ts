import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { Commit } from '#domain/packaging/commit.ts';
import { MESSAGE_MARK, type PageMessage, type ShellMessage } from '#domain/packaging/player-messages.ts';
import { forgetCommits, keepCommits, listKeptCommits } from './kept-commits.ts';

type Plan = Extract<ShellMessage, { kind: 'plan' }>;

/** What the page shows of the recording. */
export type Reception = { state: 'nothing' } | { state: 'received'; at: string } | { state: 'kept' };

export interface Player {
  plan: Plan | null;
  reception: Reception;
  isComplete: boolean;
  /** Why nothing more is played here. */
  ended: 'taken-over' | 'expired' | 'another-tab' | null;
  /** An element whose value was refused. */
  refused: string | null;
  ask(message: PageMessage): void;
  /** Only once nothing that the shell says can be missed, and no other tab of this browser plays it. */
  mayPlay: boolean;
  /** Leaves for the module's page once everything is received, or after some seconds. */
  leave(): void;
}

const LEAVING_IN_MS = 4000;
const KEPT_AFTER_MS = 3000;

/** The conversation with the shell, and what is kept of it while it is not received. */
export function usePlayer(
  frame: RefObject<HTMLIFrameElement | null>,
  {
    attemptId,
    ordinal,
    origin,
    receptionHref,
    moduleHref,
    wasComplete,
  }: {
    attemptId: string;
    ordinal: number;
    origin: string;
    receptionHref: string;
    moduleHref: string;
    wasComplete: boolean;
  },
): Player {
  const [plan, setPlan] = useState<Plan | null>(null);
  const [reception, setReception] = useState<Reception>({ state: 'nothing' });
  const [isComplete, setComplete] = useState(wasComplete);
  const [ended, setEnded] = useState<Player['ended']>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const leaving = useRef(false);
  const waiting = useRef(0);
  const [mayPlay, setMayPlay] = useState(false);

  const goAway = useCallback(() => window.location.assign(moduleHref), [moduleHref]);
  const ask = useCallback(
    (message: PageMessage) => frame.current?.contentWindow?.postMessage({ mark: MESSAGE_MARK, message }, origin),
    [frame, origin],
  );

  useEffect(() => {
    let keptTimer: ReturnType<typeof setTimeout> | undefined;
    const hear = (message: ShellMessage) => {
      switch (message.kind) {
        case 'plan':
          setPlan(message);
          if (leaving.current && message.isIdle && waiting.current === 0) goAway();
          return;
        case 'received':
          clearTimeout(keptTimer);
          setReception({ state: 'received', at: message.at });
          if (message.isComplete) setComplete(true);
          return;
        case 'kept': {
          waiting.current = message.commits.length;
          void keepCommits(attemptId, ordinal, message.commits as Commit[]);
          clearTimeout(keptTimer);
          // What is on the way is not yet worth a word.
          if (message.commits.length > 0) keptTimer = setTimeout(() => setReception({ state: 'kept' }), KEPT_AFTER_MS);
          return;
        }
        case 'refused':
          return setRefused(message.element);
        case 'ended':
          return setEnded(message.why);
      }
    };
    const listen = (event: MessageEvent) => {
      if (event.origin !== origin || event.source !== frame.current?.contentWindow) return;
      const { mark, message } = (event.data ?? {}) as { mark?: unknown; message?: unknown };
      if (mark === MESSAGE_MARK && isShellMessage(message)) hear(message);
    };
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, [attemptId, ordinal, origin, frame, goAway]);

  useEffect(() => {
    void sendKept(attemptId, receptionHref).then((at) => at && setReception({ state: 'received', at }));
  }, [attemptId, receptionHref]);

  useEffect(
    () => holdTab(attemptId, { onHeld: () => setMayPlay(true), onTaken: () => setEnded('another-tab') }),
    [attemptId],
  );

  const leave = useCallback(() => {
    leaving.current = true;
    ask({ kind: 'leave' });
    setTimeout(goAway, LEAVING_IN_MS);
  }, [ask, goAway]);

  return { plan, reception, isComplete, ended, refused, mayPlay, ask, leave };
}

/** Sends what an earlier opening could not; returns when it was received. */
async function sendKept(attempt: string, href: string): Promise<string | null> {
  const commits = await listKeptCommits(attempt);
  if (commits.length === 0) return null;
  const response = await fetch(href, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ attempt, commits }),
  }).catch(() => null);
  if (!response?.ok) return null;
  const { receipts, received } = (await response.json()) as {
    receipts: Pick<Commit, 'item' | 'launch' | 'sequence'>[];
    received: string;
  };
  await forgetCommits(attempt, receipts);
  return received;
}

/** A tab that is reloaded lets go of what it held a moment later. */
const HOLDING_IN_MS = 1500;

/** The same address opened in a second tab of this browser plays nothing there. */
function holdTab(attempt: string, { onHeld, onTaken }: { onHeld: () => void; onTaken: () => void }): () => void {
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  if (!('locks' in navigator)) onHeld();
  else
    navigator.locks
      .request(`reperes-lecture/${attempt}`, { signal: AbortSignal.timeout(HOLDING_IN_MS) }, () => {
        onHeld();
        return held;
      })
      .catch(onTaken);
  return release;
}

/** A package could speak in the shell's name: what comes is looked at, and can do no more than be shown. */
function isShellMessage(value: unknown): value is ShellMessage {
  if (typeof value !== 'object' || value === null) return false;
  const message = value as Record<string, unknown>;
  switch (message.kind) {
    case 'plan':
      return Array.isArray(message.lines) && message.lines.length <= 2000 && message.lines.every(isPlanLine);
    case 'received':
      return typeof message.at === 'string' && !Number.isNaN(Date.parse(message.at));
    case 'kept':
      return (
        Array.isArray(message.commits) &&
        message.commits.length <= 200 &&
        message.commits.every((commit) => typeof (commit as { item?: unknown } | null)?.item === 'string')
      );
    case 'refused':
      return typeof message.element === 'string' && message.element.length <= 300;
    case 'ended':
      return message.why === 'taken-over' || message.why === 'expired';
    default:
      return false;
  }
}

const STATES = new Set(['heading', 'locked', 'todo', 'begun', 'done', 'failed']);

function isPlanLine(value: unknown): boolean {
  const line = value as Record<string, unknown> | null;
  return (
    typeof line?.item === 'string' &&
    typeof line.title === 'string' &&
    typeof line.depth === 'number' &&
    line.depth >= 0 &&
    line.depth <= 30 &&
    typeof line.isCurrent === 'boolean' &&
    typeof line.canOpen === 'boolean' &&
    STATES.has(line.state as string)
  );
}
