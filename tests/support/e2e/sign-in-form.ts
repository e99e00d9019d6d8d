import type { Page } from '@playwright/test';
import { DEMONSTRATION_PASSWORD } from '#db/seeds/cast.ts';

/** Signs in as a person does, from the sign-in page. */
export async function signInByForm(
  page: Page,
  { username }: { username: string },
  password = DEMONSTRATION_PASSWORD,
): Promise<void> {
  await page.getByLabel('Identifiant').fill(username);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}
