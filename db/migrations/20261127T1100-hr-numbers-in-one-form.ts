import { sql, type Kysely } from 'kysely';

/**
 * One number, written in several ways, had named several people. Numbers take the form that they are compared in; where two
 * become the same, the one that stands in that form stays alone in it and the other is left as it was written, for somebody to
 * correct: who they are is not a machine's to say.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ id: string; hr_number: string }>`
    select id, hr_number from person where hr_number is not null order by created_at, id`.execute(db);
  const taken = new Set(rows.map(({ hr_number }) => hr_number));
  for (const { id, hr_number: written } of rows) {
    const number = inOneForm(written);
    if (number === written || number === '' || taken.has(number)) continue;
    taken.add(number);
    await sql`update person set hr_number = ${number} where id = ${id}`.execute(db);
  }
}

function inOneForm(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .toUpperCase();
}
