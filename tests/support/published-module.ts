import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CompiledLesson, CompiledModule } from '#domain/module/compiled-module.ts';
import { newId } from '#platform/ids.ts';

export interface PublishedModule {
  edition?: number;
  revision?: number;
  note?: string;
  /** The day from which earlier editions count no more. */
  redoFrom?: string;
}

/** Puts a compiled module in the database as publishing would, without its sources; returns the version's id. */
export async function insertPublishedModule(
  db: Kysely<Database>,
  module: CompiledModule,
  { edition = 1, revision = 1, note = 'Première version', redoFrom }: PublishedModule = {},
): Promise<string> {
  const versionId = newId();
  const moduleId = `module-${module.code}`;
  const publishedAt = `2026-0${edition}-0${revision}T08:00:00.000Z`;
  await db
    .insertInto('module')
    .values({ id: moduleId, slug: module.slug, code: module.code, created_at: publishedAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('module_version')
    .values({
      id: versionId,
      module_id: moduleId,
      edition,
      revision,
      hash: versionId,
      title: module.title,
      kind: revision === 1 ? 'material' : 'correction',
      redo_from_date: redoFrom ?? null,
      note,
      sources: '[]',
      published_at: publishedAt,
      published_by: null,
    })
    .execute();
  await db
    .insertInto('compiled_version')
    .values({ version_id: versionId, compiler_version: 1, compiled: JSON.stringify(module) })
    .execute();
  return versionId;
}

/** A small module: two lessons, the second one with a question of each kind and a case. */
export function smallModule(change: Partial<CompiledModule> = {}): CompiledModule {
  return {
    slug: 'detecter-et-orienter',
    code: 'm1',
    title: 'Détecter et orienter',
    summary: 'Reconnaître les signaux.',
    objectives: ['Repérer un faisceau d’indices.', 'Orienter une personne.'],
    themes: ['détection', 'orientation'],
    minutes: 20,
    passMark: 80,
    drawSize: 2,
    prerequisites: [],
    notice: { topics: ['harcèlement sexuel'], intensity: 2, media: 'Texte seul.', detail: null },
    workingNotice: 'Version de travail.',
    lessons: [
      smallLesson(1, '01-reperer', [{ kind: 'prose', html: '<p>Un texte.</p>' }]),
      smallLesson(2, '02-orienter', [{ kind: 'prose', html: '<h2 id="suite">Suite</h2>' }, ...EXERCISES]),
    ],
    pool: [],
    media: [],
    ...change,
  };
}

export function smallLesson(number: number, slug: string, blocks: CompiledLesson['blocks']): CompiledLesson {
  return { slug, number, title: `Leçon ${slug}`, objective: 'Savoir.', minutes: 10, headings: [], blocks };
}

const EXERCISES: CompiledLesson['blocks'] = [
  {
    kind: 'question',
    id: 'une-seule',
    html: '<p>Que faites-vous ?</p>',
    isMultiple: false,
    choices: [
      { id: 'c1', html: 'Rien.', isRight: false, explanation: 'EXPLICATION-A' },
      { id: 'c2', html: 'J’écoute.', isRight: true, explanation: 'EXPLICATION-B' },
    ],
  },
  {
    kind: 'question',
    id: 'plusieurs',
    html: '<p>Que retenez-vous ?</p>',
    isMultiple: true,
    choices: [
      { id: 'c1', html: 'Ceci.', isRight: true, explanation: 'EXPLICATION-C' },
      { id: 'c2', html: 'Cela.', isRight: true, explanation: 'EXPLICATION-D' },
      { id: 'c3', html: 'Autre chose.', isRight: false, explanation: 'EXPLICATION-E' },
    ],
  },
  {
    kind: 'situation',
    id: 'retour',
    title: 'Retour de permission',
    html: '<p>Vous êtes de service.</p>',
    scenes: [
      {
        id: 'debut',
        html: '<p>SCENE-DEBUT</p>',
        options: [
          { id: 'o1', html: 'Écouter', verdict: 'juste', consequence: 'CONSEQUENCE-1', next: 'ecoute' },
          { id: 'o2', html: 'En parler', verdict: 'risque', consequence: 'CONSEQUENCE-2', next: 'rumeur' },
        ],
      },
      {
        id: 'ecoute',
        html: '<p>SCENE-ECOUTE</p>',
        options: [{ id: 'o1', html: 'Orienter', verdict: 'juste', consequence: 'CONSEQUENCE-3', next: null }],
      },
      { id: 'rumeur', html: '<p>SCENE-RUMEUR</p>', options: [] },
    ],
  },
];
