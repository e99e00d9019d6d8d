export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** One line of JSON per event; nothing personal is logged, least of all what a person reads or answers. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  error(event: string, error: unknown, fields?: LogFields): void;
}

/** A log that writes lines of JSON to standard error. */
export function jsonLog(now: () => string): Log {
  const write = (level: string, event: string, fields: object) =>
    process.stderr.write(`${JSON.stringify({ at: now(), level, event, ...fields })}\n`);
  return {
    info: (event, fields = {}) => write('info', event, fields),
    error: (event, error, fields = {}) => write('error', event, { ...fields, error: describe(error) }),
  };
}

export const silentLog: Log = { info: () => {}, error: () => {} };

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
