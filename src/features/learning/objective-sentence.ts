const PROMISE = 'À la fin de cette leçon, vous saurez';

/** « À la fin de cette leçon, vous saurez repérer… », from the infinitive that the author wrote. */
export function objectiveSentence(objective: string): string {
  return `${PROMISE} ${objective.charAt(0).toLocaleLowerCase('fr')}${objective.slice(1)}`;
}
