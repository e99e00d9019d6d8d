import { expect, test } from 'vitest';
import { actAt } from '#tests/support/learner.ts';
import { openSignedIn } from '#tests/support/packages/open-signed-in.ts';
import { installPackage, SAMPLES } from '#tests/support/packages/sample-packages.ts';
import { APPLICATION, packagesOrigin, type OriginScene } from './packages-origin-scene.ts';

/** Another package of Amina’s, opened too. */
async function otherAttempt({ db, dataFolder, hostAndToken }: OriginScene) {
  const files = {
    ...SAMPLES['scorm12-one'],
    'imsmanifest.xml': SAMPLES['scorm12-one']['imsmanifest.xml']!.replace('fr.exemple.ecouter', 'fr.exemple.autre'),
    'secret.html': '<p>Secret</p>',
  };
  await installPackage({ db, dataFolder }, { files, code: 'm91' });
  const opened = await openSignedIn(db, actAt('10:00'), { code: 'm91' });
  if (opened.outcome !== 'opened') throw new Error(opened.outcome);
  const { attempt_id } = await db
    .selectFrom('package_launch')
    .where('id', '=', opened.launchId)
    .select('attempt_id')
    .executeTakeFirstOrThrow();
  return { attemptId: attempt_id, ...(await hostAndToken(attempt_id)) };
}

test('the shell of a launch is served, with a policy that lets it reach its own origin alone', async () => {
  const { askLaunch } = await packagesOrigin();
  const shell = await askLaunch('');
  expect(shell.status).toBe(200);
  expect(shell.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
  });
  const policy = new Map(
    String(shell.headers['content-security-policy'])
      .split('; ')
      .map((directive): [string, string[]] => {
        const [name = '', ...sources] = directive.split(' ');
        return [name, sources];
      }),
  );
  for (const name of ['default-src', 'connect-src', 'frame-src', 'worker-src', 'form-action', 'base-uri'])
    expect(policy.get(name), name).not.toContain(APPLICATION);
  expect([...policy].flatMap(([, sources]) => sources).filter((source) => /\*|http/.test(source))).toEqual([
    APPLICATION,
  ]);
  expect(policy.get('frame-ancestors')).toEqual(["'self'", APPLICATION]);
  expect(policy.get('form-action')).toEqual(["'self'"]);
  expect((await askLaunch('scorm12.js')).headers['content-type']).toMatch(/javascript/);
});

test('the plan inlined in the shell ends no script of its page, and names nobody', async () => {
  const title = '</script><script>alert(1)</script>';
  const manifest = SAMPLES['scorm12-one']['imsmanifest.xml']!.replace(
    '<title>Écouter une personne</title>',
    '<title>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>',
  );
  const { askLaunch } = await packagesOrigin({ files: { ...SAMPLES['scorm12-one'], 'imsmanifest.xml': manifest } });
  const { text } = await askLaunch('');
  expect(text).not.toContain('<script>alert');
  const [, plan = ''] = /id="plan">([^<]*)<\/script>/.exec(text) ?? [];
  expect(JSON.stringify(JSON.parse(plan))).toContain(JSON.stringify(title).slice(1, -1));
  expect(text).not.toMatch(/Amina/);
});

test('a host and a token that do not belong together are not found', async () => {
  const scene = await packagesOrigin();
  const { ask, host, token, dataFolder } = scene;
  const other = await otherAttempt(scene);
  expect((await ask(`/${other.token}/contenu/secret.html`, { host: other.host })).status).toBe(200);
  expect((await ask(`/${token}/contenu/secret.html`)).status).toBe(404);
  const label = host.split('.')[0]!;
  for (const [path, at] of [
    [`/${other.token}/contenu/secret.html`, host],
    [`/${token}/`, other.host],
    [`/${'a'.repeat(32)}/`, host],
    [`/${token}/`, 'localhost:4322'],
    [`/${token}/`, `${label}.localhost:4321`],
    [`/${token}/`, `${label}.localhost:4322.exemple.fr`],
    [`/${token}/`, `${label}%`],
    [`/${token.toUpperCase()}/`, host],
    ['/', host],
    [`/${token}`, host],
    [`http://${host}/${token}/`, host],
  ] as const) {
    const { status, text, headers } = await ask(path, { host: at });
    expect([status, text], `${at} ${path}`).toEqual([404, 'Introuvable.']);
    expect(headers['content-security-policy'], path).toContain("default-src 'self'");
    expect(text).not.toContain(dataFolder);
  }
});

test('an opening that has expired serves nothing, and still takes what is late', async () => {
  const { askLaunch, commit, presence, setTime, stateOf } = await packagesOrigin();
  setTime('21:59');
  expect((await askLaunch('')).status).toBe(200);
  setTime('22:00');
  for (const path of ['', 'scorm12.js', 'contenu/index.html']) expect((await askLaunch(path)).status, path).toBe(404);
  expect(await presence()).toBe('expired');
  expect((await commit({ data: { cmi: { suspend_data: 'tard' } } })).status).toBe(200);
  expect(await stateOf('lecon')).toMatchObject({ data: { cmi: { suspend_data: 'tard' } } });
});

test('an opening that was taken over is told so, and still takes what is late', async () => {
  const { askLaunch, commit, open, presence } = await packagesOrigin();
  expect(await presence()).toBeNull();
  await open('10:02');
  expect(await presence()).toBe('taken-over');
  expect((await askLaunch('contenu/index.html')).status).toBe(200);
  const { status, text } = await commit({});
  expect([status, JSON.parse(text)]).toMatchObject([200, { result: true, end: 'taken-over' }]);
});

test('an opening whose sign-in session has ended serves nothing, is told so, and still takes what is late', async () => {
  const { db, code, askLaunch, commit, presence, stateOf } = await packagesOrigin();
  await db.deleteFrom('sign_in_session').execute();
  for (const path of ['', 'scorm12.js', 'contenu/index.html']) expect((await askLaunch(path)).status, path).toBe(404);
  expect(await presence()).toBe('signed-out');
  const late = await commit({ data: { cmi: { suspend_data: 'tard' } } });
  expect([late.status, JSON.parse(late.text)]).toMatchObject([200, { result: true, end: 'signed-out' }]);
  expect(await stateOf('lecon')).toMatchObject({ data: { cmi: { suspend_data: 'tard' } } });
  // Signed in again, it is open nowhere else, and is played from a new opening.
  expect(await openSignedIn(db, actAt('10:02'), { code })).toMatchObject({ outcome: 'opened' });
  expect((await askLaunch('')).status).toBe(404);
});

test('who goes holds nobody up', async () => {
  const { db, askLaunch, code } = await packagesOrigin();
  const again = () => openSignedIn(db, actAt('10:01'), { code });
  expect(await again()).toMatchObject({ outcome: 'open-elsewhere' });
  expect((await askLaunch('depart', { method: 'POST' })).status).toBe(204);
  expect(await again()).toMatchObject({ outcome: 'opened' });
});

test('other methods are not found, HEAD has no body', async () => {
  const { askLaunch } = await packagesOrigin();
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])
    for (const path of ['', 'commit', 'contenu/index.html'])
      expect((await askLaunch(path, { method })).status, `${method} ${path}`).toBe(404);
  for (const path of ['', 'contenu/index.html', 'ailleurs'])
    expect((await askLaunch(path, { method: 'POST' })).status, path).toBe(404);
  expect((await askLaunch('commit')).status).toBe(404);
  expect(await askLaunch('contenu/index.html', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
});

test('it sets no cookie, opens itself to no other origin, and feeds no service worker', async () => {
  const { askLaunch, commit } = await packagesOrigin();
  const headers = { cookie: 'reperes-session=x; autre=y', origin: 'https://exemple.fr' };
  const answers = [
    await askLaunch('', { headers }),
    await askLaunch('contenu/index.html', { headers }),
    await askLaunch('ailleurs', { headers }),
    await commit({}, { headers: { ...headers, 'content-type': 'application/json' } }),
  ];
  for (const { headers: got } of answers) {
    expect(got['set-cookie']).toBeUndefined();
    expect(Object.keys(got).filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
  const worker = { headers: { 'service-worker': 'script' } };
  for (const path of ['scorm12.js', 'contenu/index.html', ''])
    expect((await askLaunch(path, worker)).status, path).toBe(404);
});
