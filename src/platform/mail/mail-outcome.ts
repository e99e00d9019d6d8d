/** A letter in plain text, to one address. */
export interface Mail {
  /** Names the letter for good: the same name in its Message-ID whenever it is sent. */
  id: string;
  to: string;
  subject: string;
  text: string;
}

/** What became of a letter. */
export type MailOutcome =
  /** The mail server has taken charge of it. */
  | { outcome: 'accepted' }
  /** It will not be delivered to this address, now or later. */
  | { outcome: 'refused'; reply: string }
  /** Not now: to be tried again later. */
  | { outcome: 'deferred'; reply: string }
  /** Nothing was handed over, and nothing can be for the moment, whoever it is for. */
  | { outcome: 'unreachable'; reason: 'connection' | 'sign-in' | 'sender'; reply: string }
  /** The connection was cut while the letter was being handed over: nobody knows whether it left. */
  | { outcome: 'uncertain' };

/** Hands letters over, one after the other. */
export interface Post {
  send(mail: Mail): Promise<MailOutcome>;
  close(): void;
}

/** What the mail library says of a failure. */
export interface MailFailure {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
  message: string;
}

/** What a failure to connect or to sign in means. */
export function connectionFailure({ code, response, message }: MailFailure): MailOutcome {
  const reason = code === 'EAUTH' || code === 'ENOAUTH' ? 'sign-in' : 'connection';
  return { outcome: 'unreachable', reason, reply: response ?? message };
}

/**
 * What a failure to hand a letter over means.
 * @param hasBegun the letter itself had begun to be sent
 */
export function sendingFailure(failure: MailFailure, hasBegun: boolean): MailOutcome {
  const { command, responseCode, response, message } = failure;
  const reply = response ?? message;
  if (responseCode === undefined) {
    // The library refuses by itself what is no address, before it says anything to the server.
    if (command === 'API' && failure.code === 'EENVELOPE') return { outcome: 'refused', reply };
    return hasBegun ? { outcome: 'uncertain' } : { outcome: 'unreachable', reason: 'connection', reply };
  }
  if (responseCode === 421) return { outcome: 'unreachable', reason: 'connection', reply };
  if (command === 'MAIL FROM') return { outcome: 'unreachable', reason: 'sender', reply };
  return responseCode >= 500 ? { outcome: 'refused', reply } : { outcome: 'deferred', reply };
}
