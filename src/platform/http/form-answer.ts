/** What an action answers to a form: the next address, or a refusal that the page shows beside the fields. */
export type FormAnswer<Data = undefined> = FormDone<Data> | FormRefused;

export interface FormDone<Data = undefined> {
  outcome: 'done';
  /** Where a plain form goes next (303), a path of ours. */
  to: string;
  /** What an island gets instead of following `to`. */
  data: Data;
  /** The browser forgets what pages had kept in it: the next person at this machine is another one. */
  forgetsStorage?: boolean;
}

export interface FormRefused {
  outcome: 'refused';
  /** One French sentence: what is wrong and what to do. */
  message: string;
  /** A sentence per field that is wrong. */
  fields: Record<string, string>;
}

/** The change was made; a plain form goes on to `to`. */
export function done(to: string): FormDone;
export function done<Data>(to: string, data: Data): FormDone<Data>;
export function done(to: string, data?: unknown): FormDone<unknown> {
  return { outcome: 'done', to, data };
}

/** The change was not made, and why. */
export function refused(message: string, fields: Record<string, string> = {}): FormRefused {
  return { outcome: 'refused', message, fields };
}
