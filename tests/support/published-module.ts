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

/** A small module: two lessons, the second one with a question of each kind, a case, a sorting and an ordering. */
export function smallModule(change: Partial<CompiledModule> = {}): CompiledModule {
  return {
    slug: 'detecter-et-orienter',
    code: 'm1',
    title: 'Détecter et orienter',
    summary: 'Reconnaître les signaux.',
    audiences: ['personnels', 'eleves'],
    objectives: ['Repérer un faisceau d’indices.', 'Orienter une personne.'],
    themes: ['détection', 'orientation'],
    minutes: 20,
    passMark: 80,
    drawSize: 2,
    prerequisites: [],
    givenInPerson: null,
    notice: { topics: ['harcèlement sexuel'], intensity: 2, media: 'Texte seul.', detail: null },
    workingNotice: 'Version de travail.',
    reviewDays: 365,
    glossary: [],
    lessons: [
      smallLesson(1, '01-reperer', [{ kind: 'prose', html: '<p>Un texte.</p>' }]),
      smallLesson(2, '02-orienter', [{ kind: 'prose', html: '<h2 id="suite">Suite</h2>' }, ...EXERCISES]),
    ],
    pool: [],
    media: [],
    ...change,
  };
}

export function smallLesson(
  number: number,
  slug: string,
  blocks: CompiledLesson['blocks'],
  change: Partial<CompiledLesson> = {},
): CompiledLesson {
  return {
    slug,
    number,
    title: `Leçon ${slug}`,
    objective: 'Savoir.',
    minutes: 10,
    notice: { topics: ['harcèlement sexuel'], intensity: 2, media: 'Texte seul.', detail: null },
    sources: [],
    glossary: [],
    headings: [],
    blocks,
    ...change,
  };
}

/** A lesson that begins with its warning: one description, between two paragraphs. */
export function intenseLesson(number: number, slug: string): CompiledLesson {
  const notice: CompiledLesson['notice'] = {
    topics: ['viol'],
    intensity: 3,
    media: 'Texte seul.',
    detail: 'AVERTISSEMENT-PROPRE',
  };
  const blocks: CompiledLesson['blocks'] = [
    { kind: 'prose', html: '<p>AVANT-DETAIL</p>' },
    { kind: 'detail', title: 'Ce qu’elle a vécu', substance: 'SUBSTANCE', html: '<p>DESCRIPTION</p>' },
    { kind: 'prose', html: '<p>APRES-DETAIL</p>' },
  ];
  return smallLesson(number, slug, blocks, { notice });
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
    viewpoint: 'temoin',
    setting: 'À bord d’un bâtiment',
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
  {
    kind: 'classer',
    id: 'quel-texte',
    title: 'Quel texte s’applique ?',
    html: '<p>Pour chacun, le texte.</p>',
    groups: ['Agent civil', 'Militaire'],
    elements: [
      { id: 'e1', html: 'Un adjudant.', group: 1, explanation: 'EXPLICATION-F' },
      { id: 'e2', html: 'Une secrétaire.', group: 0, explanation: 'EXPLICATION-G' },
      { id: 'e3', html: 'Un aspirant.', group: 1, explanation: 'EXPLICATION-H' },
    ],
  },
  {
    kind: 'ordonner',
    id: 'premiers-gestes',
    title: 'Que faire d’abord ?',
    html: '',
    // In the right order; the ids are those of the order shown.
    elements: [
      { id: 'e2', html: 'Mettre à l’abri.', explanation: 'EXPLICATION-I' },
      { id: 'e3', html: 'Écouter.', explanation: 'EXPLICATION-J' },
      { id: 'e1', html: 'Orienter.', explanation: 'EXPLICATION-K' },
    ],
    shownOrder: ['e1', 'e2', 'e3'],
  },
];
