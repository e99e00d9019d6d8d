import type { PackageManifest } from '#domain/packaging/manifest.ts';
import {
  describeManifest,
  type ManifestSummary,
  type SequencingUse,
} from '#domain/packaging/manifest/describe-manifest.ts';
import { counted } from './words.ts';

/** A line of what the doctor says a package holds. */
export interface SummaryLine {
  term: string;
  /** Each on a line of its own. */
  facts: string[];
}

const USES: Record<SequencingUse, string> = {
  forcedOrder: 'ordre imposé',
  rules: 'règles avant ou après une activité',
  exitRules: 'règles pendant une activité',
  rollup: 'bilan des activités calculé par règles',
  attemptLimits: 'nombre d’essais ou durée limités',
  randomization: 'tirage au sort',
  globalObjectives: 'objectifs partagés entre activités',
  sharedData: 'données partagées entre activités',
  hiddenControls: 'boutons de navigation masqués',
  constrainedChoice: 'choix restreint dans le plan',
};

const decimal = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 4 });

/** What a package holds, in lines; those that have nothing to say are left out. */
export function summaryLines(manifest: PackageManifest): SummaryLine[] {
  const summary = describeManifest(manifest);
  const lines: SummaryLine[] = [
    { term: 'Contenu', facts: [contentWords(summary)] },
    { term: 'Score de réussite', facts: summary.masteryScores.map(scoreWords) },
    {
      term: 'Prérequis',
      facts: summary.prerequisites.map(({ title, script }) => `« ${title} » : ${script}`),
    },
    {
      term: 'Séquencement',
      facts: summary.sequencing.length === 0 ? [] : [summary.sequencing.map((use) => USES[use]).join(', ')],
    },
    {
      term: 'Objectifs partagés',
      facts: summary.globalObjectives.length === 0 ? [] : [summary.globalObjectives.join(', ')],
    },
  ];
  return lines.filter(({ facts }) => facts.length > 0);
}

function contentWords({ organizations, headings, items, resources, objectives }: ManifestSummary): string {
  return [
    counted(items, 'activité'),
    headings === 0 ? null : counted(headings, 'partie'),
    counted(resources, 'ressource'),
    objectives === 0 ? null : counted(objectives, 'objectif'),
    organizations < 2 ? null : counted(organizations, 'organisation'),
  ]
    .filter((part) => part !== null)
    .join(', ');
}

function scoreWords({ title, score, isScaled }: ManifestSummary['masteryScores'][number]): string {
  return `« ${title} » : ${isScaled ? `${decimal.format(score)} sur 1` : `${decimal.format(score)} sur 100`}`;
}
