import type { PlacedFeedback } from '../placed-answer.ts';

interface Props {
  feedback: PlacedFeedback;
  /** The place that was expected, in words. */
  expected: string;
}

/** What the answer teaches of one element. */
export default function ElementFeedback({ feedback, expected }: Props) {
  return (
    <p className="placing__feedback">
      <strong>{feedback.isRight ? 'Bien placé.' : `Réponse attendue : ${expected}.`}</strong> {feedback.explanation}
    </p>
  );
}
