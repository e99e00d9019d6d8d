import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** A letter that the server took charge of. */
export interface ReceivedLetter {
  from: string;
  to: string;
  /** The message as it came over the wire. */
  source: string;
}

export interface MailServer {
  url: string;
  received: ReceivedLetter[];
  stop(): Promise<void>;
}

interface Behaviour {
  port?: number;
  /** What is answered to an address: nothing to take it, or a refusal such as `550 5.1.1 no such mailbox`. */
  answerTo?(address: string): string | null;
  /** What is answered to the sender. */
  answerFrom?(address: string): string | null;
  /** What is done with the letter before it is taken. */
  beforeTaking?(letter: ReceivedLetter, cut: () => void): Promise<void> | void;
  /** The only name and password that may sign in; nobody has to when it is left out. */
  account?: { user: string; pass: string };
}

/** A real SMTP server on loopback, stopped when the test ends. */
export async function startMailServer(behaviour: Behaviour = {}): Promise<MailServer> {
  const received: ReceivedLetter[] = [];
  const sockets = new Set<{ destroy(): void }>();
  const server = new SMTPServer({
    authOptional: !behaviour.account,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onAuth: ({ username, password }, _session, callback) => {
      const { user, pass } = behaviour.account ?? {};
      if (username === user && password === pass) callback(null, { user: username });
      else callback(new Error('no such account'));
    },
    onMailFrom: ({ address }, _session, callback) => callback(refusal(behaviour.answerFrom?.(address))),
    onRcptTo: ({ address }, _session, callback) => callback(refusal(behaviour.answerTo?.(address))),
    onData: (stream, session, callback) => {
      void text(stream).then(async (source) => {
        const { mailFrom, rcptTo } = session.envelope;
        const letter = { from: mailFrom ? mailFrom.address : '', to: rcptTo[0]!.address, source };
        let isCut = false;
        await behaviour.beforeTaking?.(letter, () => {
          isCut = true;
          for (const socket of sockets) socket.destroy();
        });
        if (isCut) return;
        received.push(letter);
        callback();
      });
    },
  });
  server.on('error', () => {});
  server.server.on('connection', (socket: { destroy(): void }) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(behaviour.port ?? 0, '127.0.0.1', resolve));
  const stop = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  onTestFinished(stop);
  const { port } = server.server.address() as AddressInfo;
  const { user, pass } = behaviour.account ?? {};
  return { url: `smtp://${user ? `${user}:${pass}@` : ''}127.0.0.1:${port}`, received, stop };
}

function refusal(answer: string | null | undefined): Error | null {
  if (!answer) return null;
  return Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) });
}
