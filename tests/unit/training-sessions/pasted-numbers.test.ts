import { expect, test } from 'vitest';
import { AddAttendanceForm, EnrolPeopleForm } from '#features/training-sessions/forms.ts';

const SESSION_ID = 'b3b7c1de-0000-4000-8000-000000000001';

test.each([AddAttendanceForm, EnrolPeopleForm])('a list with a number twice is refused, and says which', (form) => {
  const result = form.safeParse({ sessionId: SESSION_ID, numbers: 'N1 N2 n1' });
  expect(result.error?.issues[0]?.message).toContain('Matricule en double : N1.');
});
