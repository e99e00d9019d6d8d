import { once } from 'node:events';
import { connect } from 'node:net';
import { sql } from 'kysely';
import { amina } from '#db/seeds/cast.ts';
import { expect, test } from '#tests/support/e2e/test.ts';

test('when sessions cannot be read, the page of errors does not meet the same error again', async ({
  startSite,
  newPage,
}) => {
  const site = await startSite({ mayLog: true });
  const page = await newPage(amina, { site });
  await sql`drop table sign_in_session`.execute(site.db);
  const response = await page.request.get('/parcours');
  expect(response.status()).toBe(500);
  expect(await response.text()).toContain('Une erreur est survenue');
  await expect.poll(() => site.log()).not.toBe('');
  expect(site.log().trim().split('\n')).toHaveLength(1);
});

test('a bug shows a sentence and the reference that the log has, and nothing of itself', async ({
  startSite,
  newPage,
}) => {
  const site = await startSite({ mayLog: true });
  const page = await newPage(amina, { site });
  await sql`drop table programme_module`.execute(site.db);
  // Asked without the browser's window, whose console would name a failure of the server.
  const response = await page.request.get('/parcours');
  expect(response.status()).toBe(500);
  const html = await response.text();
  expect(html).toContain('Une erreur est survenue');
  expect(html).not.toContain('programme_module');
  // The log reaches its file a moment after the answer reaches the browser.
  await expect.poll(() => site.log()).not.toBe('');
  const [line = '', ...more] = site.log().trim().split('\n');
  expect(more).toEqual([]);
  const reference = /<code>([^<]+)<\/code>/.exec(html)?.[1];
  expect(JSON.parse(line)).toMatchObject({ event: 'request-failed', requestId: reference, route: '/parcours' });
});

test('who leaves in the middle of a form leaves no failure in the log', async ({ startSite, newPage }) => {
  const site = await startSite();
  const page = await newPage(amina, { site });
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const socket = connect(site.port, '127.0.0.1');
  await once(socket, 'connect');
  const form = ['POST /parcours?_action=signOut HTTP/1.1', `Host: ${new URL(site.origin).host}`, `Cookie: ${cookie}`];
  const body = ['Content-Type: application/x-www-form-urlencoded', 'Content-Length: 4000', `Origin: ${site.origin}`];
  socket.write(`${[...form, ...body].join('\r\n')}\r\n\r\ncode=m1`);
  await page.goto('/parcours');
  socket.destroy();
  await once(socket, 'close');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
