import { actions } from 'astro:actions';
import { useRef, useState, type FormEvent } from 'react';
import type { QuestionAnswer, QuestionView } from '../question-view.ts';

interface Props {
  view: QuestionView;
  code: string;
  edition: number;
}

const NOT_SENT = 'La réponse n’a pas pu être envoyée : vérifiez la connexion, puis recommencez.';

/** A formative question: a plain form that the server answers, answered in place when there is JavaScript. */
export default function QuestionExercise({ view, code, edition }: Props) {
  const [answer, setAnswer] = useState<QuestionAnswer | null>(view.answer);
  const [problem, setProblem] = useState('');
  const feedback = useRef<HTMLDivElement>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { data, error } = await actions.answerExercise(new FormData(event.currentTarget));
    if (error || data.outcome === 'refused') return setProblem(data?.outcome === 'refused' ? data.message : NOT_SENT);
    setProblem('');
    setAnswer(data.data);
    feedback.current?.focus();
  }

  return (
    <section className="block block--question" id={`question-${view.id}`}>
      <form method="POST" action="?_action=answerExercise" onSubmit={submit}>
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="edition" value={edition} />
        <input type="hidden" name="block" value={view.id} />
        <fieldset>
          <legend>
            <span className="block__label">Question d’entraînement{view.isMultiple && ', plusieurs réponses'}</span>
            <span dangerouslySetInnerHTML={{ __html: view.html }} />
          </legend>
          {view.choices.map((choice) => (
            <Choice key={choice.id} view={view} choice={choice} answer={answer} />
          ))}
        </fieldset>
        {problem && (
          <p className="field__error" role="alert">
            {problem}
          </p>
        )}
        <div className="cluster">
          <button className="button button--secondary">{answer ? 'Répondre de nouveau' : 'Valider ma réponse'}</button>
          <div role="status" tabIndex={-1} ref={feedback} className="block__verdict">
            {answer?.verdict}
          </div>
        </div>
      </form>
    </section>
  );
}

interface ChoiceProps {
  view: QuestionView;
  choice: QuestionView['choices'][number];
  answer: QuestionAnswer | null;
}

function Choice({ view, choice, answer }: ChoiceProps) {
  const feedback = answer?.feedback.find(({ id }) => id === choice.id);
  const inputId = `question-${view.id}-${choice.id}`;
  const isChosen = answer?.chosen.includes(choice.id) ?? false;
  return (
    <div className="block__choice">
      <label className={choiceClass(feedback?.isRight, isChosen)} htmlFor={inputId}>
        <input
          id={inputId}
          type={view.isMultiple ? 'checkbox' : 'radio'}
          name="choices[]"
          value={choice.id}
          required={!view.isMultiple}
          defaultChecked={isChosen}
          aria-describedby={feedback && `${inputId}-pourquoi`}
        />
        <span dangerouslySetInnerHTML={{ __html: choice.html }} />
      </label>
      {feedback && (
        <p className="block__feedback" id={`${inputId}-pourquoi`}>
          <strong>{feedback.isRight ? 'À retenir : ' : 'À écarter : '}</strong>
          {feedback.explanation}
        </p>
      )}
    </div>
  );
}

function choiceClass(isRight: boolean | undefined, isChosen: boolean): string {
  if (isRight === undefined) return 'choice';
  if (isRight) return 'choice choice--right';
  return isChosen ? 'choice choice--wrong' : 'choice';
}
