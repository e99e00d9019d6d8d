import { actions } from 'astro:actions';
import { useEffect, useRef, type FormEvent } from 'react';
import type { TitleLevel } from '../blocks/title-level.ts';
import type { SituationView, WalkedStepView } from '../situation-view.ts';
import { useExercise } from './use-exercise.ts';

interface Props {
  view: SituationView;
  code: string;
  edition: number;
  level: TitleLevel;
  /** Why the form sent without JavaScript was refused. */
  refusal: string | null;
}

/** A branching case: only the scenes reached are in the page; each choice is a plain form, taken in place with JavaScript. */
export default function SituationCase({ view: first, code, edition, level, refusal }: Props) {
  const { answer: view, problem, submit } = useExercise(first, refusal);
  const scene = useFocusOnChange(view, first);
  const id = `situation-${view.id}`;
  const Title = `h${level}` as const;
  const address = { code, edition, block: view.id, id };
  return (
    <section className="block block--situation" id={id} aria-labelledby={`${id}-titre`}>
      <p className="block__label">{view.label}</p>
      <Title className="block__title" id={`${id}-titre`}>
        {view.title}
      </Title>
      <div className="case__text" dangerouslySetInnerHTML={{ __html: view.html }} />
      <Path walked={view.walked} />
      <div ref={scene} tabIndex={-1} className="case__now">
        {view.current && <div className="case__text" dangerouslySetInnerHTML={{ __html: view.current.html }} />}
        {view.isOver && <p className="case__end">Fin du cas</p>}
      </div>
      {problem && (
        <p className="field__error" role="alert">
          {problem}
        </p>
      )}
      <Options view={view} address={address} onSubmit={(event) => void submit(event, actions.chooseOption)} />
      {view.walked.length > 0 && (
        <Restart address={address} onSubmit={(event) => void submit(event, actions.restartSituation)} />
      )}
    </section>
  );
}

/** The button that was pressed goes away, so the focus goes to the scene that its choice led to. */
function useFocusOnChange(view: SituationView, first: SituationView) {
  const scene = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (view !== first) scene.current?.focus();
  }, [view, first]);
  return scene;
}

interface FormProps {
  address: { code: string; edition: number; block: string; id: string };
  onSubmit(event: FormEvent<HTMLFormElement>): void;
}

function Options({ view, address, onSubmit }: FormProps & { view: SituationView }) {
  if (!view.current || view.current.options.length === 0) return null;
  const question = `${address.id}-que-faire`;
  return (
    <form method="POST" action={`?_action=chooseOption#${address.id}`} onSubmit={onSubmit}>
      <Address {...address} />
      <input type="hidden" name="scene" value={view.current.id} />
      <div className="case__options" role="group" aria-labelledby={question}>
        <p className="case__question" id={question}>
          Que faites-vous ?
        </p>
        {view.current.options.map((option) => (
          <button key={option.id} name="option" value={option.id} className="case__option">
            <span dangerouslySetInnerHTML={{ __html: option.html }} />
          </button>
        ))}
      </div>
    </form>
  );
}

function Restart({ address, onSubmit }: FormProps) {
  return (
    <form method="POST" action={`?_action=restartSituation#${address.id}`} onSubmit={onSubmit}>
      <Address {...address} />
      <button className="button button--quiet">Reprendre le cas au début</button>
    </form>
  );
}

function Address({ code, edition, block }: FormProps['address']) {
  return (
    <>
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="edition" value={edition} />
      <input type="hidden" name="block" value={block} />
    </>
  );
}

/** What was chosen so far. The last consequence stands alone, in a place that is always there, so that it is read out when it comes. */
function Path({ walked }: { walked: WalkedStepView[] }) {
  const last = walked.at(-1);
  return (
    <>
      {last && (
        <ol className="case__path">
          {walked.map((step) => (
            <li key={step.sceneId}>
              <div className="case__text" dangerouslySetInnerHTML={{ __html: step.sceneHtml }} />
              <p className="case__choice">
                <strong>Votre choix :</strong> <span dangerouslySetInnerHTML={{ __html: step.optionHtml }} />
              </p>
              {step !== last && <Consequence step={step} />}
            </li>
          ))}
        </ol>
      )}
      <div role="status">{last && <Consequence step={last} />}</div>
    </>
  );
}

const VERDICTS = { juste: 'Conduite adaptée', discutable: 'Conduite discutable', risque: 'Conduite à éviter' } as const;

function Consequence({ step }: { step: WalkedStepView }) {
  return (
    <p className={`case__consequence case__consequence--${step.verdict}`}>
      <strong>{VERDICTS[step.verdict]}.</strong> {step.consequence}
    </p>
  );
}
