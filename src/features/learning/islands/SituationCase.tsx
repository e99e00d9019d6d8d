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
    const body = new FormData(form, (event.nativeEvent as SubmitEvent).submitter);
    const restarts = form.dataset.restart !== undefined;
    const { data, error } = restarts ? await actions.restartSituation(body) : await actions.chooseOption(body);
    if (error || data.outcome === 'refused') return setProblem(data?.outcome === 'refused' ? data.message : NOT_SENT);
    setProblem('');
    setView(data.data);
    latest.current?.focus();
  }

  const titleId = `situation-${view.id}-titre`;
  const address = { code, edition, block: view.id };
  return (
    <section className="block block--situation" id={`situation-${view.id}`} aria-labelledby={titleId}>
      <p className="block__label">Cas fictif</p>
      <p className="block__title" id={titleId}>
        {view.title}
      </p>
      <div dangerouslySetInnerHTML={{ __html: view.html }} />
      <Path walked={view.walked} />
      <div ref={latest} tabIndex={-1} role="status" className="case__now">
        {view.current && <div dangerouslySetInnerHTML={{ __html: view.current.html }} />}
        {view.isOver && <p className="block__label">Fin du cas</p>}
      </div>
      {problem && (
        <p className="field__error" role="alert">
          {problem}
        </p>
      )}
      <Options view={view} address={address} onSubmit={submit} />
      {view.walked.length > 0 && <Restart address={address} onSubmit={submit} />}
    </section>
  );
}

interface FormProps {
  address: { code: string; edition: number; block: string };
  onSubmit(event: FormEvent<HTMLFormElement>): void;
}

function Options({ view, address, onSubmit }: FormProps & { view: SituationView }) {
  if (!view.current || view.current.options.length === 0) return null;
  return (
    <form method="POST" action="?_action=chooseOption" onSubmit={onSubmit} className="case__options">
      <Address {...address} />
      <input type="hidden" name="scene" value={view.current.id} />
      <p className="block__label">Que faites-vous{'\u202f'}?</p>
      {view.current.options.map((option) => (
        <button key={option.id} name="option" value={option.id} className="choice case__option">
          <span aria-hidden="true">→</span>
          <span dangerouslySetInnerHTML={{ __html: option.html }} />
        </button>
      ))}
    </form>
  );
}

function Restart({ address, onSubmit }: FormProps) {
  return (
    <form method="POST" action="?_action=restartSituation" onSubmit={onSubmit} data-restart="">
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

function Path({ walked }: { walked: WalkedStepView[] }) {
  if (walked.length === 0) return null;
  return (
    <ol className="case__path">
      {walked.map((step) => (
        <WalkedStep key={step.sceneId} step={step} />
      ))}
    </ol>
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
