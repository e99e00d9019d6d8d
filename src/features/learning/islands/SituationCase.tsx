import { actions } from 'astro:actions';
import { useRef, useState, type FormEvent } from 'react';
import type { SituationView, WalkedStepView } from '../situation-view.ts';

interface Props {
  view: SituationView;
  code: string;
  edition: number;
}

const NOT_SENT = 'Votre choix n’a pas pu être envoyé : vérifiez la connexion, puis recommencez.';
const VERDICTS = { juste: 'Conduite adaptée', discutable: 'Conduite discutable', risque: 'Conduite à éviter' } as const;

/** A branching case: only the scenes reached are in the page; each choice is a plain form, taken in place with JavaScript. */
export default function SituationCase({ view: first, code, edition }: Props) {
  const [view, setView] = useState(first);
  const [problem, setProblem] = useState('');
  const latest = useRef<HTMLDivElement>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const restarts = form.dataset.restart !== undefined;
    const body = new FormData(form, submitter);
    const { data, error } = restarts ? await actions.restartSituation(body) : await actions.chooseOption(body);
    if (error || data.outcome === 'refused') return setProblem(data?.outcome === 'refused' ? data.message : NOT_SENT);
    setProblem('');
    setView(data.data);
    latest.current?.focus();
  }

  const hidden = (
    <>
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="edition" value={edition} />
      <input type="hidden" name="block" value={view.id} />
    </>
  );
  return (
    <section
      className="block block--situation"
      id={`situation-${view.id}`}
      aria-labelledby={`situation-${view.id}-titre`}
    >
      <p className="block__label">Cas fictif</p>
      <p className="block__title" id={`situation-${view.id}-titre`}>
        {view.title}
      </p>
      <div dangerouslySetInnerHTML={{ __html: view.html }} />
      {view.walked.length > 0 && (
        <ol className="case__path">
          {view.walked.map((step) => (
            <WalkedStep key={step.sceneId} step={step} />
          ))}
        </ol>
      )}
      <div ref={latest} tabIndex={-1} role="status" className="case__now">
        {view.current && <div dangerouslySetInnerHTML={{ __html: view.current.html }} />}
        {view.isOver && <p className="block__label">Fin du cas</p>}
      </div>
      {problem && (
        <p className="field__error" role="alert">
          {problem}
        </p>
      )}
      {view.current && view.current.options.length > 0 && (
        <form method="POST" action={`?_action=chooseOption`} onSubmit={submit} className="case__options">
          {hidden}
          <input type="hidden" name="scene" value={view.current.id} />
          <p className="block__label">Que faites-vous ?</p>
          {view.current.options.map((option) => (
            <button key={option.id} name="option" value={option.id} className="choice case__option">
              <span aria-hidden="true">→</span>
              <span dangerouslySetInnerHTML={{ __html: option.html }} />
            </button>
          ))}
        </form>
      )}
      {view.walked.length > 0 && (
        <form method="POST" action={`?_action=restartSituation`} onSubmit={submit} data-restart="">
          {hidden}
          <button className="button button--quiet">Reprendre le cas au début</button>
        </form>
      )}
    </section>
  );
}

function WalkedStep({ step }: { step: WalkedStepView }) {
  return (
    <li>
      <div dangerouslySetInnerHTML={{ __html: step.sceneHtml }} />
      <div className="case__choice">
        <p className="block__label">Votre choix</p>
        <p dangerouslySetInnerHTML={{ __html: step.optionHtml }} />
        <p className={`case__consequence case__consequence--${step.verdict}`}>
          <strong>{VERDICTS[step.verdict]} : </strong>
          {step.consequence}
        </p>
      </div>
    </li>
  );
}
