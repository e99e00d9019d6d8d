import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { utcDateOf, type Instant } from '#domain/time/instant.ts';
import type { MailConfig } from '../config.ts';
import {
  connectionFailure,
  sendingFailure,
  type Mail,
  type MailFailure,
  type MailOutcome,
  type Post,
} from './mail-outcome.ts';

const CONNECTING_IN_MS = 10_000;
const SILENCE_IN_MS = 60_000;
/** Servers grow tired of a connection that never ends. */
const LETTERS_PER_CONNECTION = 100;

interface Line {
  connection: SMTPConnection;
  letters: number;
  isGone: boolean;
}

/** Hands letters to an SMTP server, over one connection that is opened when it is needed. */
export function smtpPost({ smtpUrl, from }: MailConfig, now: () => Instant): Post {
  let line: Line | null = null;
  const hangUp = () => {
    line?.connection.close();
    line = null;
  };

  async function openLine(): Promise<Line | MailOutcome> {
    if (line && !line.isGone && line.letters < LETTERS_PER_CONNECTION) return line;
    hangUp();
    const opened = await open(smtpUrl);
    if ('connection' in opened) line = opened;
    return opened;
  }

  async function send(mail: Mail): Promise<MailOutcome> {
    const used = await openLine();
    if (!('connection' in used)) return used;
    const isFresh = used.letters === 0;
    used.letters += 1;
    const outcome = await handOver(used.connection, await compose(mail, from, now()));
    if (outcome.outcome === 'accepted') return outcome;
    hangUp();
    // A connection that had rested may have been closed from the other side: nothing was sent over it.
    const isWornOut = outcome.outcome === 'unreachable' && outcome.reason === 'connection' && !isFresh;
    return isWornOut ? send(mail) : outcome;
  }

  return { send, close: hangUp };
}

async function open(smtpUrl: string): Promise<Line | MailOutcome> {
  const { options, credentials } = parseSmtpUrl(smtpUrl);
  const connection = new SMTPConnection(options);
  const opened: Line = { connection, letters: 0, isGone: false };
  connection.once('end', () => (opened.isGone = true));
  try {
    await new Promise<void>((resolve, reject) => {
      connection.on('error', reject);
      connection.connect((error) => {
        if (error) reject(error);
        else if (!credentials) resolve();
        else connection.login({ credentials }, (refusal) => (refusal ? reject(refusal) : resolve()));
      });
    });
    return opened;
  } catch (error) {
    connection.close();
    return connectionFailure(error as MailFailure);
  }
}

interface Letter {
  envelope: { from: string; to: string };
  bytes: Buffer;
}

async function compose(mail: Mail, from: string, now: Instant): Promise<Letter> {
  const sender = /<([^<>]+)>$/.exec(from)?.[1] ?? from;
  const node = new MailComposer({
    from,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    date: utcDateOf(now),
    messageId: `<${mail.id}@${sender.split('@')[1]}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  }).compile();
  return { envelope: { from: sender, to: mail.to }, bytes: await node.build() };
}

function handOver(connection: SMTPConnection, { envelope, bytes }: Letter): Promise<MailOutcome> {
  let hasBegun = false;
  // Read only once the server has taken the envelope: that is how one knows whether anything can have left.
  const letter = Readable.from(
    (function* () {
      hasBegun = true;
      yield bytes;
    })(),
    { objectMode: false },
  );
  return new Promise((resolve) => {
    connection.send(envelope, letter, (error) =>
      resolve(error ? sendingFailure(error as MailFailure, hasBegun) : { outcome: 'accepted' }),
    );
  });
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|::1)$/;

function parseSmtpUrl(text: string) {
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const user = decodeURIComponent(url.username);
  const credentials = user === '' ? null : { user, pass: decodeURIComponent(url.password) };
  const secure = url.protocol === 'smtps:';
  return {
    credentials,
    options: {
      host,
      ...(url.port === '' ? {} : { port: Number(url.port) }),
      secure,
      // A password goes over no wire in clear.
      requireTLS: credentials !== null && !secure && !LOOPBACK.test(host),
      connectionTimeout: CONNECTING_IN_MS,
      greetingTimeout: CONNECTING_IN_MS,
      dnsTimeout: CONNECTING_IN_MS,
      socketTimeout: SILENCE_IN_MS,
    },
  };
}
