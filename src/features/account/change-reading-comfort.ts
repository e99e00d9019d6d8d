import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { ReadingComfort } from '#domain/identity/reading-comfort.ts';
import type { Instant } from '#domain/time/instant.ts';
import { whenFree } from '#platform/db/when-free.ts';

/** Keeps how a person reads best, for every device; the same choice again changes nothing that counts. */
export async function changeReadingComfort(
  db: Kysely<Database>,
  { personId, at }: { personId: string; at: Instant },
  { textSize, spacing, hasShortcuts }: ReadingComfort,
): Promise<void> {
  const choice = { text_size: textSize, spacing, shortcuts_off_since: hasShortcuts ? null : at, changed_at: at };
  await whenFree(() =>
    db
      .insertInto('reading_comfort')
      .values({ person_id: personId, ...choice })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet(choice))
      .execute(),
  );
}
