import { LAUNCH_ENDS, type ShellMessage } from '#domain/packaging/player-messages.ts';

/** A package could speak in the shell's name: what comes is looked at, and can do no more than be shown. */
export function isShellMessage(value: unknown): value is ShellMessage {
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
      return LAUNCH_ENDS.some((end) => end === message.why);
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
