import type { Page } from '@playwright/test';
import { chloe } from '#db/seeds/cast.ts';
import { openByCommands } from '#tests/support/e2e/progress-by-commands.ts';
import { skippedLevels } from '#tests/support/e2e/skipped-levels.ts';
import { expect, test } from '#tests/support/e2e/test.ts';

/** What every page has around its content, as assistive technologies are told; {@link expectFrame} holds the rest. */
const FOOT = `
- contentinfo:
  - list:
    - listitem:
      - link "Aide et contacts"
    - listitem:
      - link /^Accessibilité.+conforme$/
  - paragraph: /Version/
`;
const WAY_OUT = `
- region "Sortie rapide":
  - link "Quitter rapidement"
`;
const HEAD_SIGNED_OUT = `
- banner:
  - link /Repères/
  - navigation "Rubriques":
    - list:
      - listitem:
        - link "Aide"
`;
const HEAD_SIGNED_IN = `
- banner:
  - link /Repères/
  - navigation "Rubriques":
    - list:
      - listitem:
        - link "Mon parcours"
      - listitem:
        - link "Recherche"
      - listitem:
        - link "Aide"
  - link /^Mon compte/
  - button "Se déconnecter"
`;
const FOOT_SIGNED_IN = FOOT.replace(
  '    - listitem:\n      - link /^Acc',
  '    - listitem:\n      - link "Ce qui est conservé à votre sujet"\n    - listitem:\n      - link /^Acc',
);

test('the tree of the sign-in page', async ({ page }) => {
  await page.goto('/connexion');
  await expectFrame(page);
  await expectTree(
    page,
    HEAD_SIGNED_OUT,
    `
- main:
  - heading "Connexion" [level=1]
  - textbox "Identifiant (obligatoire)"
  - textbox "Mot de passe (obligatoire)"
  - button "Se connecter"
`,
    FOOT,
  );
});

test('the tree of the help page, which reads no session', async ({ page, login, newLearner }) => {
  await login(await newLearner());
  await page.goto('/aide');
  await expectFrame(page);
  await expectTree(
    page,
    WAY_OUT,
    HEAD_SIGNED_OUT,
    `
- main:
  - heading "Aide et contacts" [level=1]
  - region "En danger, appelez":
    - heading "En danger, appelez" [level=2]
    - list:
      - listitem:
        - link "Appeler le 17"
  - navigation "Selon votre besoin":
    - list
  - region "Danger immédiat":
    - heading "Danger immédiat" [level=2]
  - region "Votre discrétion sur cette page":
    - heading [level=2]
`,
    FOOT,
  );
});

test('the tree of the accessibility declaration', async ({ page }) => {
  await page.goto('/accessibilite');
  await expectFrame(page);
  await expectTree(
    page,
    HEAD_SIGNED_OUT,
    `
- main:
  - heading "Déclaration d’accessibilité" [level=1]
  - region "Qui déclare":
    - heading [level=2]
  - region "État de conformité":
    - heading [level=2]
  - region "Résultats des tests":
    - heading [level=2]
    - region "Critères par thème":
      - table "Nombre de critères par thème et par état"
  - region "Contenus non accessibles":
    - heading [level=2]
  - region "Établissement de cette déclaration":
    - heading [level=2]
  - region "Retour d’information et contact":
    - heading [level=2]
  - region "Voies de recours":
    - heading [level=2]
  - region "Les critères, un par un":
    - heading [level=2]
`,
    FOOT,
  );
});

test.describe('a learner', () => {
  test.beforeEach(async ({ login, newLearner, db }) => {
    const learner = await newLearner();
    await openByCommands(db, learner.personId, 'm2');
    await login(learner);
  });

  test('the tree of « Mon parcours »', async ({ page }) => {
    await page.goto('/parcours');
    await expectFrame(page);
    await expectTree(
      page,
      HEAD_SIGNED_IN,
      `
- main:
  - heading "Mon parcours" [level=1]
  - region "Formation initiale VSS":
    - heading [level=2]
    - list:
      - listitem:
        - heading [level=3]:
          - link
        - link /^(Commencer|Reprendre|Revoir)/
`,
      FOOT_SIGNED_IN,
    );
  });

  test('the tree of a module not begun: its notice comes before its plan', async ({ page }) => {
    await page.goto('/modules/m1');
    await expectFrame(page);
    await expectTree(
      page,
      WAY_OUT,
      HEAD_SIGNED_IN,
      `
- main:
  - navigation "Fil d’Ariane":
    - list:
      - listitem:
        - link "Mon parcours"
      - listitem: Module 1
  - heading [level=1]
  - region "Avant de commencer":
    - heading "Avant de commencer" [level=2]
    - paragraph:
      - link /Besoin d’aide/
  - button "Commencer"
  - region "Ce que vous saurez faire":
    - heading [level=2]
    - list
  - region "Plan":
    - heading "Plan" [level=2]
    - list
`,
      FOOT_SIGNED_IN,
    );
  });

  test('a lesson that begins with its warning has the frame of any other', async ({ page }) => {
    await page.goto('/modules/m2/1');
    await expect(page.getByRole('article').getByRole('link', { name: 'Revenir plus tard' })).toBeVisible();
    await expectFrame(page);
  });

  test('the tree of the frame of a lesson', async ({ page }) => {
    await page.goto('/modules/m2/2');
    await expectFrame(page);
    await expectTree(
      page,
      WAY_OUT,
      HEAD_SIGNED_IN,
      `
- main:
  - navigation "Fil d’Ariane":
    - list:
      - listitem:
        - link "Mon parcours"
      - listitem:
        - link "Module 2"
      - listitem: Leçon 2
  - article:
    - heading [level=1]
    - heading [level=2]
    - region "Sources de cette leçon":
      - heading [level=2]
      - list
    - button "Marquer comme lue"
    - navigation "Autour de cette leçon":
      - link /^Leçon précédente/
      - button "Leçon suivante"
  - navigation "Plan du module":
    - list
`,
      FOOT_SIGNED_IN,
    );
  });
});

test('the tree of the follow-up', async ({ page, login }) => {
  await login(chloe);
  await page.goto('/suivi');
  await expectFrame(page);
  await expectTree(
    page,
    HEAD_SIGNED_IN,
    `
- main:
  - heading "Suivi" [level=1]
  - textbox "Situation à la date du"
  - button "Afficher"
  - region /./:
    - heading [level=2]
    - region "Comment lire ces chiffres":
      - heading [level=2]
    - region /^Unités/:
      - table /^Unités/:
        - caption
        - rowgroup:
          - row:
            - columnheader "Unité"
            - columnheader "Taux"
`,
    FOOT_SIGNED_IN,
  );
});

async function expectTree(page: Page, ...parts: string[]): Promise<void> {
  await expect(page.locator('body')).toMatchAriaSnapshot(['- link "Aller au contenu"', ...parts].join('\n'));
}

/** What no snapshot says: how many there are, that nothing is nameless, and that the first stop leads to the content. */
async function expectFrame(page: Page): Promise<void> {
  for (const role of ['main', 'banner'] as const) await expect(page.getByRole(role)).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  const tree = await page.locator('body').ariaSnapshot();
  expect(tree.split('\n').filter((line) => /^\s*- (navigation|region|table|form)(:|$)/.test(line))).toEqual([]);
  expect(await skippedLevels(page), 'a heading skips a level').toEqual([]);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
}
