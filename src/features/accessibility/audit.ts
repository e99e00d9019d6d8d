import { typeset } from '#domain/authoring/typography.ts';
import { parseCivilDate, type CivilDate } from '#domain/time/civil-date.ts';
import { z } from 'zod';
import { CRITERION_IDS } from './themes.ts';

/** What can be said of a criterion; what was not checked says so, and is not taken for granted. */
export const CRITERION_STATES = ['conforme', 'non-conforme', 'non-applicable', 'a-verifier'] as const;
export type CriterionState = (typeof CRITERION_STATES)[number];

const CHECKS = ['axe', 'test automatique', 'lecture du code', 'examen à la main'] as const;

const KEYS = { error: 'des clés et leurs valeurs' };
const LIST = { error: 'une liste' };
const Sentence = z.string({ error: 'un texte' }).trim().min(1, 'un texte').transform(typeset);
const CriterionId = z
  .string({ error: 'un numéro de critère entre guillemets' })
  .refine((id) => CRITERION_IDS.includes(id), 'un numéro de critère du RGAA 4.1, de 1.1 à 13.12');
const TestPath = z
  .string({ error: 'le chemin d’un test' })
  .regex(/^tests\/[a-z0-9/.-]+\.(spec|test)\.ts$/, 'le chemin d’un test, depuis « tests/ »');
const Day = z
  .string({ error: 'une date' })
  .refine((text) => parseCivilDate(text) !== null, 'une date : 2026-11-25')
  .transform((text) => text as CivilDate);

const Criterion = z
  .strictObject(
    {
      id: CriterionId,
      titre: Sentence,
      niveau: z.enum(['A', 'AA'], { error: 'A ou AA' }),
      etat: z.enum(CRITERION_STATES, { error: `l’un de ces mots : ${CRITERION_STATES.join(', ')}` }),
      controle: z.array(z.enum(CHECKS, { error: `l’un de ces mots : ${CHECKS.join(', ')}` }), LIST).default([]),
      tests: z.array(TestPath, LIST).default([]),
      constat: Sentence,
    },
    KEYS,
  )
  .refine(
    ({ etat, controle }) => etat === 'a-verifier' || controle.length > 0,
    'une manière de contrôler (controle), ou l’état a-verifier',
  )
  .refine(
    ({ controle, tests }) => controle.includes('test automatique') === tests.length > 0,
    'le chemin d’un test (tests) avec « test automatique », et seulement avec lui',
  );

const Gap = z.strictObject(
  { titre: Sentence, criteres: z.array(CriterionId, LIST).min(1, 'un critère au moins'), contournement: Sentence },
  KEYS,
);

/** `content/accessibilite.yaml`: what was looked at, how, and what was found of each criterion. */
export const AuditFile = z
  .strictObject(
    {
      date: Day,
      technologies: z.array(Sentence, LIST),
      outils: z.array(z.strictObject({ nom: Sentence, version: Sentence }, KEYS), LIST),
      environnement: Sentence,
      pages: z.array(z.strictObject({ nom: Sentence, adresse: z.string({ error: 'une adresse' }) }, KEYS), LIST),
      ecarts: z.array(Gap, LIST),
      criteres: z.array(Criterion, LIST),
    },
    KEYS,
  )
  .refine(
    ({ criteres }) => criteres.map(({ id }) => id).join() === CRITERION_IDS.join(),
    `les ${CRITERION_IDS.length} critères, chacun une fois, dans l’ordre du RGAA`,
  )
  .refine(
    ({ criteres, ecarts }) =>
      sameIds(
        faulty(criteres),
        ecarts.flatMap((gap) => gap.criteres),
      ),
    'un écart (ecarts) pour chaque critère non conforme, et pour aucun autre',
  );

export type Criterion = z.output<typeof Criterion>;
export type Gap = z.output<typeof Gap>;
export type Audit = z.output<typeof AuditFile>;

function faulty(criteria: readonly Criterion[]): string[] {
  return criteria.filter(({ etat }) => etat === 'non-conforme').map(({ id }) => id);
}

function sameIds(one: readonly string[], other: readonly string[]): boolean {
  return [...new Set(one)].sort().join() === [...new Set(other)].sort().join();
}
