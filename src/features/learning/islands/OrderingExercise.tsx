import { actions } from 'astro:actions';
import type { TitleLevel } from '../blocks/title-level.ts';
import type { OrderingView } from '../ordering-view.ts';
import ElementFeedback from './ElementFeedback.tsx';
import ExerciseFoot from './ExerciseFoot.tsx';
import OrderingControls from './OrderingControls.tsx';
import { useExercise } from './use-exercise.ts';
import { useOrder } from './use-order.ts';

interface Props {
  view: OrderingView;
  code: string;
  edition: number;
  level: TitleLevel;
  /** Why the form sent without JavaScript was refused. */
  refusal: string | null;
}

/** « Ordonner »: a place is chosen for each element in a plain form; with JavaScript, each moves up and down instead. */
export default function OrderingExercise({ view, code, edition, level, refusal }: Props) {
  const { answer, problem, submit } = useExercise(view.answer, refusal);
  const { order, isMovable, said, move, list } = useOrder(view);
  const id = `ordonner-${view.id}`;
  const Title = `h${level}` as const;
  const elements = order.flatMap((element) => view.elements.filter((known) => known.id === element));
  return (
    <section className="block block--question" id={id} aria-labelledby={`${id}-titre`}>
      <form
        method="POST"
        action={`?_action=orderElements#${id}`}
        onSubmit={(event) => void submit(event, actions.orderElements)}
      >
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="edition" value={edition} />
        <input type="hidden" name="block" value={view.id} />
        <p className="block__label">Exercice : mettre dans l’ordre</p>
        <Title className="block__title" id={`${id}-titre`}>
          {view.title}
        </Title>
        <div className="case__text" dangerouslySetInnerHTML={{ __html: view.html }} />
        {/* With JavaScript every element always has its place. */}
        <noscript>
          <p className="block__note">Donnez une place à chaque élément : toutes sont obligatoires.</p>
        </noscript>
        <ol className="placing" role="list" ref={list}>
          {elements.map((element, place) => {
            const feedback = answer?.feedback.find((known) => known.id === element.id);
            const elementId = `${id}-${element.id}`;
            return (
              <li key={element.id} className="placing__element" data-right={feedback?.isRight}>
                <div className="placing__line">
                  <p id={elementId} dangerouslySetInnerHTML={{ __html: element.html }} />
                  <OrderingControls
                    elementId={elementId}
                    name={`place-${element.id}`}
                    place={place}
                    placeCount={elements.length}
                    chosen={answer?.places[element.id]}
                    onMove={isMovable ? (by) => move(element.id, by) : null}
                  />
                </div>
                {feedback && <ElementFeedback feedback={feedback} expected={`place ${feedback.place + 1}`} />}
              </li>
            );
          })}
        </ol>
        <p role="status" className="visually-hidden">
          {said}
        </p>
        <ExerciseFoot answer={answer} problem={problem} />
      </form>
    </section>
  );
}
