import { expect, test } from 'vitest';
import { AddAttendanceForm, EnrolPeopleForm } from '#features/training-sessions/forms.ts';
import { doubledNumbers, parseHrNumbers } from '#features/training-sessions/hr-numbers.ts';

const SESSION_ID = 'b3b7c1de-0000-4000-8000-000000000001';

test.each([
  ['N1\nN2\r\nN3', ['N1', 'N2', 'N3'], []],
  ['N1; N2,N3\tN1', ['N1', 'N2', 'N3'], ['N1']],
  ['N2 N1 N2 N1 N2', ['N2', 'N1'], ['N2', 'N1']],
  [' \n', [], []],
])('of %j pasted, reads %j and finds %j doubled', (text, numbers, doubled) => {
  expect(parseHrNumbers(text)).toEqual(numbers);
  expect(doubledNumbers(text)).toEqual(doubled);
});

test.each([AddAttendanceForm, EnrolPeopleForm])('a list with a number twice is refused, and says which', (form) => {
  const result = form.safeParse({ sessionId: SESSION_ID, numbers: 'N1 N2 N1' });
  expect(result.error?.issues[0]?.message).toContain('Matricule en double : N1.');
});
