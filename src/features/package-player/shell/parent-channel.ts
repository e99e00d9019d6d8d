import { MESSAGE_MARK, type PageMessage, type ShellMessage } from '#domain/packaging/player-messages.ts';

/** Speaks with the page that frames the shell, and with nobody else. */
export function openChannel(applicationOrigin: string, onMessage: (message: PageMessage) => void) {
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent || event.origin !== applicationOrigin) return;
    const { mark, message } = (event.data ?? {}) as { mark?: unknown; message?: unknown };
    if (mark === MESSAGE_MARK && isPageMessage(message)) onMessage(message);
  });
  return (message: ShellMessage): void => {
    window.parent.postMessage({ mark: MESSAGE_MARK, message }, applicationOrigin);
  };
}

function isPageMessage(value: unknown): value is PageMessage {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  if (value.kind === 'open') return 'item' in value && typeof value.item === 'string';
  return value.kind === 'continue' || value.kind === 'previous' || value.kind === 'leave';
}
