import { actions } from 'astro:actions';
import type { TitleLevel } from '../blocks/title-level.ts';
import type { SortingView } from '../sorting-view.ts';
import ElementFeedback from './ElementFeedback.tsx';
import ExerciseFoot from './ExerciseFoot.tsx';
import { useExercise } from './use-exercise.ts';

interface Props {
  view: SortingView;
  code: string;
  edition: number;
  level: TitleLevel;
  /** Why the form sent without JavaScript was refused. */
  refusal: string | null;
}

/** « Classer »: a plain form that the server grades, answered in place when there is JavaScript. */
export default function SortingExercise({ view, code, edition, level, refusal }: Props) {
  const { answer, problem, submit } = useExercise(view.answer, refusal);
  const id = `classer-${view.id}`;
  const Title = `h${level}` as const;
  return (
    <section className="block block--question" id={id} aria-labelledby={`${id}-titre`}>
      <form
        method="POST"
        action={`?_action=sortElements#${id}`}
        onSubmit={(event) => void submit(event, actions.sortElements)}
      >
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="edition" value={edition} />
        <input type="hidden" name="block" value={view.id} />
        <p className="block__label">Exercice : classer</p>
        <Title className="block__title" id={`${id}-titre`}>
          {view.title}
        </Title>
        <div className="case__text" dangerouslySetInnerHTML={{ __html: view.html }} />
        <p className="block__note">Classez chaque élément : tous sont obligatoires.</p>
        <ol className="placing" role="list">
          {view.elements.map((element) => {
            const feedback = answer?.feedback.find((known) => known.id === element.id);
            return (
              <li key={element.id} className="placing__element" data-right={feedback?.isRight}>
                <fieldset>
                  <legend dangerouslySetInnerHTML={{ __html: element.html }} />
                  <div className="placing__groups">
                    {view.groups.map((group, index) => (
                      <label key={group} className="placing__group">
                        <input
                          type="radio"
                          name={`place-${element.id}`}
                          value={index}
                          required
                          defaultChecked={answer?.places[element.id] === index}
                        />
                        <span>{group}</span>
                      </label>
                    ))}
                  </div>
                </fieldset>
                {feedback && <ElementFeedback feedback={feedback} expected={view.groups[feedback.place] ?? ''} />}
              </li>
            );
          })}
        </ol>
        <ExerciseFoot answer={answer} problem={problem} />
      </form>
    </section>
  );
}
