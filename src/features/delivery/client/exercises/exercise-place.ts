/** Where an exercise stands in its lesson, and what was answered before. */
export interface ExercisePlace {
  /** Of its title. */
  level: number;
  /** As `DeliveredProgress.answers` has it; empty without an answer. */
  given: readonly number[];
  onAnswer(given: number[]): void;
}
