import type { Item, RollupRule, Sequencing, SequencingObjective, SequencingRule } from '#domain/packaging/manifest.ts';

const CONDITIONS: Record<string, string> = {
  satisfied: 'objectif atteint',
  objectiveStatusKnown: 'résultat connu',
  objectiveMeasureKnown: 'score connu',
  objectiveMeasureGreaterThan: 'score supérieur au seuil',
  objectiveMeasureLessThan: 'score inférieur au seuil',
  completed: 'activité terminée',
  activityProgressKnown: 'avancement connu',
  attempted: 'activité déjà ouverte',
  attemptLimitExceeded: 'nombre d’essais épuisé',
  timeLimitExceeded: 'temps épuisé',
  outsideAvailableTimeRange: 'hors de la période',
  always: 'toujours',
};

const ACTIONS: Record<string, string> = {
  skip: 'elle est sautée',
  disabled: 'elle est fermée',
  hiddenFromChoice: 'elle est absente du plan',
  stopForwardTraversal: 'on ne va pas plus loin',
  exit: 'elle se ferme',
  exitParent: 'on quitte sa partie',
  exitAll: 'on quitte le paquet',
  retry: 'elle recommence',
  retryAll: 'tout recommence',
  continue: 'on passe à la suite',
  previous: 'on revient en arrière',
  satisfied: 'objectif atteint',
  notSatisfied: 'objectif non atteint',
  completed: 'terminée',
  incomplete: 'non terminée',
};

const CHILDREN: Record<RollupRule['childActivitySet'], string> = {
  all: 'toutes ses activités',
  any: 'au moins une de ses activités',
  none: 'aucune de ses activités',
  atLeastCount: 'un certain nombre de ses activités',
  atLeastPercent: 'une part de ses activités',
};

/** What the manifest asks of one activity, a sentence for each rule; nothing for one that asks nothing. */
export function itemRules(item: Item): string[] {
  return [
    item.masteryScore === null ? null : `Score de réussite : ${item.masteryScore} sur 100.`,
    item.prerequisites === null ? null : `Prérequis : ${item.prerequisites}.`,
    item.maxTimeAllowed === null ? null : `Temps accordé : ${item.maxTimeAllowed}.`,
    item.timeLimitAction === null ? null : `Une fois le temps passé : ${item.timeLimitAction}.`,
    item.completionThreshold === null ? null : thresholdWords(item.completionThreshold),
    item.parameters === '' ? null : `Paramètres d’adresse : ${item.parameters}`,
    item.launchData === null || item.launchData === '' ? null : 'Reçoit des données au lancement.',
    item.sharedData.length === 0
      ? null
      : `Partage des données : ${item.sharedData.map(({ targetId }) => targetId).join(', ')}.`,
    item.isVisible ? null : 'Absente du plan.',
    ...(item.sequencing ? sequencingRules(item.sequencing) : []),
  ].filter((words) => words !== null);
}

function thresholdWords({ completedByMeasure, minimumProgressMeasure }: NonNullable<Item['completionThreshold']>) {
  if (!completedByMeasure) return null;
  return `Terminée à partir d’un avancement de ${Math.round(minimumProgressMeasure * 100)} %.`;
}

/** What a sequencing says, in sentences. */
export function sequencingRules(sequencing: Sequencing): string[] {
  const { control, limits, randomization, rollup, delivery } = sequencing;
  return [
    control.flow ? 'On y avance d’une activité à l’autre, dans l’ordre.' : null,
    control.choice ? null : 'On n’y choisit pas ses activités dans le plan.',
    control.forwardOnly ? 'On n’y revient pas en arrière.' : null,
    control.choiceExit ? null : 'On ne peut pas en sortir par le plan.',
    limits.attempts === null ? null : `Nombre d’essais : ${limits.attempts}.`,
    limits.absoluteDuration === null ? null : `Durée au plus : ${limits.absoluteDuration}.`,
    ...sequencing.preConditionRules.map((rule) => ruleWords('Avant', rule)),
    ...sequencing.postConditionRules.map((rule) => ruleWords('Après', rule)),
    ...sequencing.exitConditionRules.map((rule) => ruleWords('Pendant', rule)),
    ...rollup.rules.map(rollupWords),
    randomization.selection === 'never' || randomization.selectCount === null
      ? null
      : `${randomization.selectCount} de ses activités sont tirées au sort.`,
    randomization.randomization === 'never' ? null : 'Ses activités viennent dans un ordre tiré au sort.',
    delivery.isTracked ? null : 'Son résultat n’est pas suivi.',
  ].filter((words) => words !== null);
}

function ruleWords(when: string, { combination, conditions, action }: SequencingRule): string {
  return `${when} : si ${conditionWords(conditions, combination)}, ${ACTIONS[action] ?? action}.`;
}

function rollupWords({ childActivitySet, combination, conditions, action }: RollupRule): string {
  return `Bilan : « ${ACTIONS[action]} » si, pour ${CHILDREN[childActivitySet]}, ${conditionWords(conditions, combination)}.`;
}

function conditionWords(
  conditions: readonly { condition: string; isNot: boolean }[],
  combination: 'all' | 'any',
): string {
  return conditions
    .map(({ condition, isNot }) => `${isNot ? 'non : ' : ''}${CONDITIONS[condition] ?? condition}`)
    .join(combination === 'all' ? ' et ' : ' ou ');
}

/** What an objective asks and where its result goes. */
export function objectiveWords({ id, isPrimary, satisfiedByMeasure, minNormalizedMeasure, maps }: SequencingObjective) {
  return {
    name: id ?? 'sans nom',
    isPrimary,
    threshold: satisfiedByMeasure ? `score d’au moins ${String(minNormalizedMeasure).replace('.', ',')}` : null,
    shared: maps.map(({ target }) => target),
  };
}
