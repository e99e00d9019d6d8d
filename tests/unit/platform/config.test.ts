import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '#platform/config.ts';

describe('the environment', () => {
  test('needs nothing: npm start alone is the demonstration on this machine', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 4321,
      origin: 'http://localhost:4321',
      trustedProxies: [],
      mode: 'demo',
      fixedNow: null,
      deadline: '2026-12-31',
    });
  });

  test('counts an empty variable as not given', () => {
    expect(readConfig({ PORT: '', REPERES_NOW: '' }).port).toBe(4321);
  });

  test('gives the origin of the chosen port', () => {
    expect(readConfig({ PORT: '8080' }).origin).toBe('http://localhost:8080');
  });

  test.each([
    [{ PORT: 'abc' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ REPERES_ORIGIN: 'reperes.exemple.fr' }, 'REPERES_ORIGIN'],
    [{ REPERES_ORIGIN: 'https://reperes.exemple.fr/chemin' }, 'REPERES_ORIGIN'],
    [{ REPERES_ORIGIN: 'ftp://reperes.exemple.fr' }, 'REPERES_ORIGIN'],
    [{ REPERES_TRUSTED_PROXIES: 'proxy.local' }, 'REPERES_TRUSTED_PROXIES'],
    [{ REPERES_MODE: 'prod' }, 'REPERES_MODE'],
    [{ REPERES_NOW: 'demain' }, 'REPERES_NOW'],
    [{ REPERES_DEADLINE: '31/12/2026' }, 'REPERES_DEADLINE'],
    [{ REPERES_DEMO_PUBLIC: 'oui' }, 'REPERES_DEMO_PUBLIC'],
    [{ REPERES_MODE: 'production', REPERES_NOW: '2026-11-23T09:00:00Z' }, 'REPERES_NOW'],
    [{ HOST: '0.0.0.0' }, 'REPERES_DEMO_PUBLIC=1'],
    [{ REPERES_SMTP_URL: 'messagerie.exemple.fr', REPERES_MAIL_FROM: 'a@exemple.fr' }, 'REPERES_SMTP_URL'],
    [{ REPERES_SMTP_URL: 'http://messagerie.exemple.fr', REPERES_MAIL_FROM: 'a@exemple.fr' }, 'REPERES_SMTP_URL'],
    [{ REPERES_SMTP_URL: 'smtp://messagerie.exemple.fr', REPERES_MAIL_FROM: 'Repères' }, 'REPERES_MAIL_FROM'],
    [{ REPERES_SMTP_URL: 'smtp://messagerie.exemple.fr' }, 'REPERES_MAIL_FROM'],
    [{ REPERES_MAIL_FROM: 'a@exemple.fr' }, 'REPERES_SMTP_URL'],
    [{ REPERES_QUIET_DAYS: 'samedi,sunday' }, 'REPERES_QUIET_DAYS'],
  ])('%o is refused in one sentence that names %s', (environment, name) => {
    const message = messageOf(environment);
    expect(message).toContain(name);
    expect(message).not.toContain('\n');
  });

  test('sends no mail unless it is told through what and from whom', () => {
    expect(readConfig({}).mail).toBeNull();
    const smtpUrl = 'smtps://reperes:mot%20de%20passe@messagerie.exemple.fr:465';
    const from = 'Repères <reperes@exemple.fr>';
    expect(readConfig({ REPERES_SMTP_URL: smtpUrl, REPERES_MAIL_FROM: from }).mail).toEqual({ smtpUrl, from });
  });

  test('keeps the weekend quiet unless it is told otherwise', () => {
    expect(readConfig({}).quietDays).toEqual([6, 0]);
    expect(readConfig({ REPERES_QUIET_DAYS: 'vendredi' }).quietDays).toEqual([5]);
    expect(readConfig({ REPERES_QUIET_DAYS: 'aucun' }).quietDays).toEqual([]);
  });

  test('lets the demonstration out only when it is said', () => {
    expect(readConfig({ HOST: '0.0.0.0', REPERES_DEMO_PUBLIC: '1' }).host).toBe('0.0.0.0');
    expect(readConfig({ HOST: '0.0.0.0', REPERES_MODE: 'production' }).host).toBe('0.0.0.0');
  });
});

function messageOf(environment: NodeJS.ProcessEnv): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('the environment was accepted');
}
