import { useEffect, useRef, useState } from 'react';
import { MESSAGE_MARK } from '#domain/packaging/player-messages.ts';
import type { TrialFault, TrialMessage } from '#domain/packaging/trial.ts';

interface Props {
  frame: { origin: string; address: string };
  titles: Record<string, string>;
}

type Seen = Extract<TrialMessage, { kind: 'seen' }>;

/** The dry run of a package, and what it has seen so far. */
export default function TrialReport({ frame, titles }: Props) {
  const element = useRef<HTMLIFrameElement>(null);
  const [isListening, setListening] = useState(false);
  const [progress, setProgress] = useState<Extract<TrialMessage, { kind: 'item' }> | null>(null);
  const [seen, setSeen] = useState<Seen[]>([]);
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    const listen = (event: MessageEvent) => {
      if (event.origin !== frame.origin || event.source !== element.current?.contentWindow) return;
      const { mark, message } = (event.data ?? {}) as { mark?: unknown; message?: unknown };
      if (mark !== MESSAGE_MARK || !isTrialMessage(message)) return;
      if (message.kind === 'item') setProgress(message);
      if (message.kind === 'seen') setSeen((known) => [...known.filter(({ item }) => item !== message.item), message]);
      if (message.kind === 'over') setOver(true);
    };
    window.addEventListener('message', listen);
    setListening(true);
    return () => window.removeEventListener('message', listen);
  }, [frame.origin]);

  const faultCount = seen.reduce((sum, { faults }) => sum + faults.length, 0);
  return (
    <section className="stack" aria-labelledby="resultat-essai">
      <h2 id="resultat-essai">Résultat</h2>
      <noscript>
        <p className="alert alert--warning">L’essai demande JavaScript : activez-le, puis rechargez la page.</p>
      </noscript>
      <p role="status">
        {isOver
          ? overWords(faultCount)
          : progress
            ? `Élément ${progress.place} sur ${progress.count} : ${titles[progress.item] ?? progress.item}…`
            : 'L’essai commence…'}
      </p>
      <ul className="stack">
        {seen.map((one) => (
          <li key={one.item}>
            <strong>{titles[one.item] ?? one.item}</strong>
            <ItemReport seen={one} />
          </li>
        ))}
      </ul>
      {isListening && (
        <iframe
          ref={element}
          className="player__trial"
          src={frame.address}
          title="Contenu essayé"
          tabIndex={-1}
          sandbox="allow-scripts allow-same-origin allow-forms"
          referrerPolicy="no-referrer"
        />
      )}
    </section>
  );
}

function overWords(faultCount: number): string {
  if (faultCount === 0) return 'L’essai est terminé : rien n’a échoué.';
  return `L’essai est terminé : ${faultCount} ${faultCount > 1 ? 'points ont été relevés' : 'point a été relevé'}.`;
}

function ItemReport({ seen: { faults, isInitialized } }: { seen: Seen }) {
  return (
    <ul>
      <li>
        {isInitialized
          ? 'Il a trouvé Repères et ouvert le suivi.'
          : 'Il n’a pas ouvert le suivi : normal pour un document simple, un défaut pour une activité suivie (ou elle attend un geste).'}
      </li>
      {faults.map((fault) => (
        <li key={JSON.stringify(fault)}>{faultWords(fault)}</li>
      ))}
    </ul>
  );
}

function faultWords(fault: TrialFault): string {
  switch (fault.kind) {
    case 'script':
      return `Erreur de script : ${fault.text}`;
    case 'missing':
      return `Absent du paquet, ou hors de portée : ${fault.address}`;
    case 'call':
      return `Appel refusé : ${fault.call}, code ${fault.code}`;
  }
}

/** A package could speak in the name of the dry run: what comes is looked at, and can do no more than be shown. */
function isTrialMessage(value: unknown): value is TrialMessage {
  const message = value as Record<string, unknown> | null;
  switch (message?.kind) {
    case 'item':
      return typeof message.item === 'string' && typeof message.place === 'number' && typeof message.count === 'number';
    case 'seen':
      return (
        typeof message.item === 'string' &&
        typeof message.isInitialized === 'boolean' &&
        Array.isArray(message.faults) &&
        message.faults.length <= 100 &&
        message.faults.every(isFault)
      );
    default:
      return message?.kind === 'over';
  }
}

function isFault(value: unknown): boolean {
  const fault = value as Record<string, unknown> | null;
  switch (fault?.kind) {
    case 'script':
      return typeof fault.text === 'string';
    case 'missing':
      return typeof fault.address === 'string';
    case 'call':
      return typeof fault.call === 'string' && typeof fault.code === 'string';
    default:
      return false;
  }
}
