import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CompiledModule } from '#domain/module/compiled-module.ts';
import type { TextStretch } from '#features/search/marked-text.ts';
import { loadSearchPage, type SearchPage } from '#features/search/load-search-page.ts';
import { insertPublishedModule, smallLesson, smallModule } from '#tests/support/published-module.ts';
import { testDatabase } from '#tests/support/test-database.ts';

/** Two modules that can be searched: the small one with its exercises, and one of a single lesson. */
export async function twoModules(): Promise<Kysely<Database>> {
  const db = await testDatabase();
  await insertPublishedModule(db, firstModule());
  await insertPublishedModule(db, secondModule());
  return db;
}

export function firstModule(text = 'La sidération est une réaction du corps.'): CompiledModule {
  const [, exercises] = smallModule().lessons;
  const reading = {
    ...smallLesson(1, '01-reperer', [
      {
        kind: 'prose',
        html: `<h2 id="suite">Ce que l’on voit</h2><p>${text}</p><p>&#x3C;b>Gras&#x3C;/b> &amp; cœur.</p>`,
      },
      { kind: 'detail', title: 'Récit', substance: 'Une substance.', html: '<p>DESCRIPTION-CACHEE</p>' },
    ]),
    title: 'Repérer les signaux',
    objective: 'Reconnaître un faisceau d’indices.',
    headings: [{ id: 'suite', depth: 2 as const, text: 'Ce que l’on voit' }],
  };
  return smallModule({
    lessons: [reading, exercises!],
    themes: ['sidération', 'navigation à voile'],
    glossary: [{ id: 'sideration', term: 'Sidération', definition: 'Paralysie du corps et de l’esprit.' }],
    pool: [
      {
        id: 'e01',
        lesson: '01-reperer',
        level: 'savoir',
        html: '<p>QUESTION-EVALUATION</p>',
        isMultiple: false,
        choices: [{ id: 'c1', html: 'CHOIX-EVALUATION', isRight: true, explanation: 'EXPLICATION-EVALUATION' }],
      },
    ],
  });
}

export function secondModule(): CompiledModule {
  return smallModule({
    slug: 'cadre-juridique',
    code: 'm2',
    title: 'Le cadre juridique',
    themes: ['droit'],
    glossary: [],
    lessons: [
      {
        ...smallLesson(1, '01-loi', [{ kind: 'prose', html: '<p>Le droit, après la sidération.</p>' }]),
        title: 'La loi',
      },
    ],
  });
}

/** What a search finds, in the order of the page: « /modules/m1/1 ». */
export async function found(db: Kysely<Database>, typed: string): Promise<string[]> {
  return (await loadSearchPage(db, typed)).groups.flatMap(({ results }) => results.map(({ href }) => href));
}

/** The texts of a page of results, with the marks as a reader sees them. */
export function markedTexts({ groups }: SearchPage): string[] {
  const show = (stretches: TextStretch[]) =>
    stretches.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');
  return groups.flatMap(({ results }) => results.flatMap(({ title, extract }) => [show(title), show(extract)]));
}
