import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { parseCivilDate } from '#domain/time/civil-date.ts';
import { parseQuietDays } from '#domain/time/quiet-time.ts';
import { ArchiveLimitVariables, archiveLimitsOf } from './archive/archive-limits.ts';

const LOOPBACK_HOSTS = new Set(['127.0.0.1', '::1', 'localhost']);

const MAIL_FROM = /^([^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/;

const Environment = z.object({
  HOST: z.string().trim().min(1).default('127.0.0.1'),
  PORT: z.coerce.number({ error: 'un numéro de port, par exemple 4321' }).int().min(1).max(65535).default(4321),
  REPERES_ORIGIN: z
    .url({ protocol: /^https?$/, error: 'une adresse comme https://reperes.exemple.fr' })
    .refine(
      (text) => URL.canParse(text) && new URL(text).origin === text,
      'une origine sans chemin, comme https://reperes.exemple.fr',
    )
    .optional(),
  REPERES_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .refine(
      (addresses) => addresses.every((address) => isIP(address) > 0),
      'des adresses IP séparées par des virgules',
    ),
  REPERES_DATA: z.string().trim().min(1).default('./var'),
  REPERES_MODE: z.enum(['demo', 'production'], { error: '« demo » ou « production »' }).default('demo'),
  REPERES_NOW: z
    .string()
    .refine((text) => !Number.isNaN(Date.parse(text)), 'un instant comme 2026-11-23T09:00:00Z')
    .optional(),
  REPERES_DEADLINE: z
    .string()
    .default('2026-12-31')
    .transform((text, context) => {
      const date = parseCivilDate(text);
      if (date) return date;
      context.addIssue('une date comme 2026-12-31');
      return z.NEVER;
    }),
  REPERES_SECOND_PERSON: z.enum(['0', '1'], { error: '0 ou 1' }).default('0'),
  REPERES_SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: 'une adresse comme smtp://utilisateur:mot-de-passe@messagerie.exemple.fr:587',
    })
    .optional(),
  REPERES_MAIL_FROM: z
    .string()
    .trim()
    .regex(MAIL_FROM, 'une adresse comme reperes@exemple.fr, ou Repères <reperes@exemple.fr>')
    .optional(),
  REPERES_QUIET_DAYS: z
    .string()
    .default('samedi,dimanche')
    .transform((text, context) => {
      const days = parseQuietDays(text);
      if (days) return days;
      context.addIssue('des jours séparés par des virgules, comme samedi,dimanche, ou « aucun »');
      return z.NEVER;
    }),
  REPERES_PACKAGES_PORT: z.coerce
    .number({ error: 'un numéro de port, par exemple 4322' })
    .int()
    .min(1)
    .max(65535)
    .optional(),
  REPERES_PACKAGES_ORIGIN: z
    .string()
    .regex(
      /^https?:\/\/\*\.[a-z0-9.-]+(:\d+)?$/,
      'une origine dont le premier nom est une étoile, comme https://*.paquets.exemple.fr',
    )
    .optional(),
  ...ArchiveLimitVariables,
  REPERES_DEMO_PUBLIC: z.enum(['0', '1'], { error: '0 ou 1' }).default('0'),
});

/** What the environment says, checked once at start. */
export type Config = ReturnType<typeof readConfig>;

/** A wrong environment; the message is one French sentence that names the variable and what to write. */
export class ConfigError extends Error {}

/** Parses the environment; throws a ConfigError that says which variable is wrong and what it takes. */
export function readConfig(environment: NodeJS.ProcessEnv) {
  const parsed = Environment.safeParse(withoutBlanks(environment));
  if (!parsed.success) throw new ConfigError(sentence(parsed.error));
  const values = parsed.data;
  refuseContradictions(values);
  const packagesPort = values.REPERES_PACKAGES_PORT ?? values.PORT + 1;
  return {
    host: values.HOST,
    port: values.PORT,
    origin: values.REPERES_ORIGIN ?? `http://localhost:${values.PORT}`,
    trustedProxies: values.REPERES_TRUSTED_PROXIES,
    packagesPort,
    /** The star stands for the label of an attempt: each has a host name of its own, which shares no storage with another. */
    packagesOrigin: values.REPERES_PACKAGES_ORIGIN ?? `http://*.localhost:${packagesPort}`,
    /** How large a package may be. */
    packageLimits: archiveLimitsOf(values),
    dataFolder: resolve(values.REPERES_DATA),
    databaseFile: resolve(values.REPERES_DATA, 'reperes.sqlite'),
    mode: values.REPERES_MODE,
    fixedNow: values.REPERES_NOW ?? null,
    deadline: values.REPERES_DEADLINE,
    mail: mailOf(values),
    quietDays: values.REPERES_QUIET_DAYS,
    /** Exemptions, credits and absences wait until somebody else confirms them. */
    needsSecondPerson: values.REPERES_SECOND_PERSON === '1',
  };
}

/** Where mail is handed over, and whom it comes from. */
export interface MailConfig {
  smtpUrl: string;
  from: string;
}

function mailOf({ REPERES_SMTP_URL, REPERES_MAIL_FROM }: z.output<typeof Environment>): MailConfig | null {
  return REPERES_SMTP_URL && REPERES_MAIL_FROM ? { smtpUrl: REPERES_SMTP_URL, from: REPERES_MAIL_FROM } : null;
}

function withoutBlanks(environment: NodeJS.ProcessEnv): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
}

function sentence(error: z.ZodError): string {
  const issue = error.issues[0];
  return `La variable ${String(issue?.path[0])} est incorrecte : elle attend ${issue?.message}.`;
}

function refuseContradictions(values: z.output<typeof Environment>): void {
  if (values.REPERES_MODE === 'production' && values.REPERES_NOW)
    throw new ConfigError('REPERES_NOW fixe l’horloge pour les essais : elle est refusée en mode production.');
  if (!values.REPERES_SMTP_URL !== !values.REPERES_MAIL_FROM)
    throw new ConfigError(
      'REPERES_SMTP_URL et REPERES_MAIL_FROM vont ensemble : donnez les deux, ou aucune pour ne rien envoyer.',
    );
  if (values.REPERES_MODE === 'demo' && !LOOPBACK_HOSTS.has(values.HOST) && values.REPERES_DEMO_PUBLIC !== '1')
    throw new ConfigError(
      'Le mode demo a des mots de passe connus de tous : il n’écoute que cette machine (HOST=127.0.0.1), sauf avec REPERES_DEMO_PUBLIC=1.',
    );
}
