import { expect, test } from 'vitest';
import { amina, bruno } from '#db/seeds/cast.ts';
import { ORDINARY_READING, type ReadingComfort } from '#domain/identity/reading-comfort.ts';
import { changeReadingComfort } from '#features/account/change-reading-comfort.ts';
import { ReadingComfortForm } from '#features/account/forms.ts';
import { createAccount } from '#features/sign-in/create-account.ts';
import { loadSignInSession } from '#features/sign-in/load-sign-in-session.ts';
import { luciaOf } from '#features/sign-in/lucia.ts';
import { actAt, admit } from '#tests/support/learner.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const LARGE: ReadingComfort = { textSize: 'large', spacing: 'wide', hasShortcuts: false };
const at = actAt('10:00').at;

async function signedIn(member: typeof amina) {
  const db = await testDatabase();
  await admit(db, member);
  await createAccount(db, actAt('10:00'), {
    personId: member.personId,
    username: member.username,
    password: 'x'.repeat(14),
    mustChangePassword: false,
  });
  const session = await luciaOf(db).createSession(member.personId, { idHash: '', createdAt: at, userAgent: 'test' });
  return { db, comfort: async () => (await loadSignInSession(db, session.id, at))?.comfort };
}

test('who has chosen nothing reads as the pages are set', async () => {
  const { comfort } = await signedIn(amina);
  expect(await comfort()).toEqual(ORDINARY_READING);
});

test('a choice comes with every session, and the same choice again changes nothing', async () => {
  const { db, comfort } = await signedIn(amina);
  await changeReadingComfort(db, { personId: amina.personId, at }, LARGE);
  await changeReadingComfort(db, { personId: amina.personId, at }, LARGE);
  expect(await comfort()).toEqual(LARGE);
  expect(await db.selectFrom('reading_comfort').select('person_id').execute()).toHaveLength(1);
  await changeReadingComfort(db, { personId: amina.personId, at }, ORDINARY_READING);
  expect(await comfort()).toEqual(ORDINARY_READING);
});

test('a choice is its person’s alone', async () => {
  const { db, comfort } = await signedIn(bruno);
  await admit(db, amina);
  await changeReadingComfort(db, { personId: amina.personId, at }, LARGE);
  expect(await comfort()).toEqual(ORDINARY_READING);
});

test.each([
  [{ textSize: 'large', spacing: 'wide', shortcuts: 'oui', suite: '/modules/m1/2#b3' }, '/modules/m1/2#b3', true],
  [{ textSize: 'normal', spacing: 'normal' }, '/compte?fait=lecture#lecture', false],
  [{ textSize: 'normal', spacing: 'normal', suite: '//ailleurs.fr' }, '/compte?fait=lecture#lecture', false],
])('the form %o comes back to %s', (values, suite, shortcuts) => {
  expect(ReadingComfortForm.parse(values)).toMatchObject({ suite, shortcuts });
});

test('a size that is not offered is refused', () => {
  expect(ReadingComfortForm.safeParse({ textSize: 'enorme', spacing: 'normal' }).success).toBe(false);
});
