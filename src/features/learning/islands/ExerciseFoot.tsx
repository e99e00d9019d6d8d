interface Props {
  answer: { isRight: boolean; verdict: string } | null;
  problem: string | null;
}

/** The button of an exercise, with its verdict in a place that is always there, so that it is read out when it comes. */
export default function ExerciseFoot({ answer, problem }: Props) {
  return (
    <>
      {problem && (
        <p className="field__error" role="alert">
          {problem}
        </p>
      )}
      <div className="exercise__foot">
        <button className="button button--secondary">{answer ? 'Répondre de nouveau' : 'Valider ma réponse'}</button>
        <p role="status" className={`exercise__verdict exercise__verdict--${answer?.isRight ? 'right' : 'wrong'}`}>
          {answer?.verdict}
        </p>
      </div>
    </>
  );
}
