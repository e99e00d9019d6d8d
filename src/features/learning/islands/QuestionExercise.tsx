import { actions } from 'astro:actions';
import type { TitleLevel } from '../blocks/title-level.ts';
import type { QuestionAnswer, QuestionView } from '../question-view.ts';
import { useExercise } from './use-exercise.ts';

interface Props {
  view: QuestionView;
  code: string;
  edition: number;
  level: TitleLevel;
  /** Why the form sent without JavaScript was refused. */
  refusal: string | null;
}

/** A formative question: a plain form that the server answers, answered in place when there is JavaScript. */
export default function QuestionExercise({ view, code, edition, level, refusal }: Props) {
  const { answer, problem, submit } = useExercise(view.answer, refusal);
  const id = `question-${view.id}`;
  const Title = `h${level}` as const;
  return (
    <section className="block block--question" id={id} aria-labelledby={`${id}-quoi`}>
      <form
        method="POST"
        action={`?_action=answerExercise#${id}`}
        onSubmit={(event) => void submit(event, actions.answerExercise)}
      >
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="edition" value={edition} />
        <input type="hidden" name="block" value={view.id} />
        <Title className="block__label" id={`${id}-quoi`}>
          Question d’entraînement{view.isMultiple && ', plusieurs réponses possibles'}
        </Title>
        <fieldset aria-labelledby={`${id}-enonce`}>
          <div className="exercise__statement" id={`${id}-enonce`} dangerouslySetInnerHTML={{ __html: view.html }} />
          {view.choices.map((choice) => (
            <Choice key={choice.id} id={`${id}-${choice.id}`} view={view} choice={choice} answer={answer} />
          ))}
        </fieldset>
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
      </form>
    </section>
  );
}

interface ChoiceProps {
  id: string;
  view: QuestionView;
  choice: QuestionView['choices'][number];
  answer: QuestionAnswer | null;
}

function Choice({ id, view, choice, answer }: ChoiceProps) {
  const feedback = answer?.feedback.find((known) => known.id === choice.id);
  const isChosen = answer?.chosen.includes(choice.id) ?? false;
  return (
    <div className="exercise__choice" data-right={feedback?.isRight}>
      <label className="exercise__label" htmlFor={id}>
        <input
          id={id}
          type={view.isMultiple ? 'checkbox' : 'radio'}
          name="choices[]"
          value={choice.id}
          required={!view.isMultiple}
          defaultChecked={isChosen}
          aria-describedby={feedback && `${id}-pourquoi`}
        />
        <span dangerouslySetInnerHTML={{ __html: choice.html }} />
      </label>
      {feedback && (
        <p className="exercise__feedback" id={`${id}-pourquoi`}>
          <strong>
            <Mark isRight={feedback.isRight} />
            {feedback.isRight ? 'Bonne réponse' : 'À écarter'}
            {isChosen && ' (votre choix)'} :
          </strong>{' '}
          {feedback.explanation}
        </p>
      )}
    </div>
  );
}

function Mark({ isRight }: { isRight: boolean }) {
  return (
    <svg
      className="icon exercise__mark"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      aria-hidden="true"
    >
      <path d={isRight ? 'M5 12.5l4.5 4.5L19 7.5' : 'M6 6l12 12M18 6L6 18'} />
    </svg>
  );
}
