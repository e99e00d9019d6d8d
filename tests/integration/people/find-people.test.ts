import { expect, test } from 'vitest';
import { correctPerson } from '#features/people/correct-person.ts';
import { findPeopleTask } from '#features/people/tasks/find-people-task.ts';
import { createAccount } from '#features/sign-in/create-account.ts';
import { testTasks } from '#tests/support/test-tasks.ts';
import { opening, smallOrganisation } from '../obligations/scene.ts';

async function scene() {
  const { db, people } = await smallOrganisation();
  const nobody = { status: 'civilian', rankGroup: null, job: null } as const;
  for (const [hrNumber, familyName, givenName, email] of [
    ['N1', 'Le Floc’h', 'Hélène', 'helene@exemple.fr'],
    ['N2', 'Œrsted', 'Anne-Lise', null],
    ['N3', 'D’Arcy', 'Çelik', null],
    ['N4', 'Martin', 'Helena', null],
  ] as const)
    await correctPerson(db, opening, people[hrNumber]!, { ...nobody, hrNumber, familyName, givenName, email });
  await createAccount(db, opening, {
    personId: people.N4!,
    username: 'hmartin',
    password: 'la marée de novembre',
    mustChangePassword: false,
  });
  return async (search: string) => {
    const { people: found } = await testTasks(db).run(findPeopleTask, { search });
    return found.map(({ hrNumber }) => hrNumber);
  };
}

test.each([
  ['helene', ['N1']],
  ['HÉLÈNE le floch', []],
  ['helene floc', ['N1']],
  ['floc h', ['N1']],
  ['hel', ['N1', 'N4']],
  ['oersted', ['N2']],
  ['anne lise', ['N2']],
  ['celik arcy', ['N3']],
  ['N3', ['N3']],
  ['helene@exemple.fr', ['N1']],
  ['HMARTIN', ['N4']],
  ['%', []],
  ['personne', []],
])('« %s » finds %j', async (search, expected) => {
  const find = await scene();
  expect(await find(search)).toEqual(expected);
});
