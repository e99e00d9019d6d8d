import { useRef, useState } from 'react';
import { frenchTime } from '#domain/time/french-dates.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { PlanLine } from '#domain/packaging/player-messages.ts';
import type { PlayerFrame } from '../load-player-page.ts';
import { usePlayer, type Player, type Reception } from './use-player.ts';

interface Props {
  frame: PlayerFrame;
  title: string;
  moduleHref: string;
  receptionHref: string;
  isComplete: boolean;
}

/** A package in its frame, with its plan and what was received of it. */
export default function PackagePlayer({ frame, title, moduleHref, receptionHref, isComplete }: Props) {
  const element = useRef<HTMLIFrameElement>(null);
  const player = usePlayer(element, { ...frame, receptionHref, moduleHref, wasComplete: isComplete });
  const { plan, ended, mayPlay, ask } = player;
  // What an ended opening had still to say is sent from a frame that nobody sees any more.
  const isFramed = mayPlay && (ended === null || player.waiting > 0);
  const sandbox = `allow-scripts allow-same-origin allow-forms allow-modals allow-downloads${frame.mayOpenWindows ? ' allow-popups' : ''}`;
  return (
    <div className="player">
      <noscript>
        <p className="alert alert--warning">Ce module demande JavaScript : activez-le, puis rechargez la page.</p>
      </noscript>
      <PlayerBar player={player} />
      {ended && <EndedNotice why={ended} href={moduleHref} />}
      {player.isSilent && !ended && <SilenceNotice retry={player.retry} />}
      <div className="player__body">
        {plan && plan.lines.length > 1 && !ended && <PlanList lines={plan.lines} ask={ask} />}
        {isFramed && (
          <div className="player__stage" hidden={ended !== null || player.isSilent}>
            <a className="player__skip" href="#apres-le-contenu">
              Passer le contenu du module
            </a>
            <iframe
              key={player.retries}
              ref={element}
              className="player__frame"
              src={frame.address}
              title={`Contenu du module : ${title}`}
              sandbox={sandbox}
              allow="autoplay; fullscreen"
              referrerPolicy="no-referrer"
            />
          </div>
        )}
      </div>
      <p id="apres-le-contenu" tabIndex={-1} className="meta">
        Ce qui est reçu est gardé : vous pouvez fermer cette page et reprendre plus tard.
      </p>
    </div>
  );
}

function PlayerBar({ player }: { player: Player }) {
  const { plan, ask } = player;
  return (
    <div className="player__bar cluster cluster--apart no-print">
      <ReceptionLine player={player} />
      <div className="cluster">
        {plan && plan.lines.length > 1 && (
          <>
            <button
              className="button button--quiet"
              disabled={!plan.canPrevious}
              onClick={() => ask({ kind: 'previous' })}
            >
              Élément précédent
            </button>
            <button
              className="button button--quiet"
              disabled={!plan.canContinue}
              onClick={() => ask({ kind: 'continue' })}
            >
              Élément suivant
            </button>
          </>
        )}
        <button className="button button--secondary" onClick={player.leave}>
          Quitter le module
        </button>
      </div>
    </div>
  );
}

function ReceptionLine({ player: { reception, isComplete, refused } }: { player: Player }) {
  return (
    <p role="status" className="player__reception" data-state={reception.state}>
      {receptionWords(reception)}
      {isComplete && <strong> Le module est terminé.</strong>}
      {refused && (
        <span className="meta"> Une valeur du contenu n’est pas conforme et n’a pas été gardée ({refused}).</span>
      )}
    </p>
  );
}

function receptionWords(reception: Reception): string {
  switch (reception.state) {
    case 'nothing':
      return 'Rien à enregistrer pour l’instant.';
    case 'received':
      return `Reçu à ${frenchTime(reception.at as Instant)}.`;
    case 'kept':
      return 'Gardé sur ce poste, pas encore reçu. Repères réessaie ; ne videz pas les données du navigateur.';
  }
}

const STATE_WORDS: Record<PlanLine['state'], string> = {
  heading: '',
  locked: 'pas encore accessible',
  todo: 'à faire',
  begun: 'commencé',
  done: 'terminé',
  failed: 'à reprendre',
};

function PlanList({ lines, ask }: { lines: PlanLine[]; ask: Player['ask'] }) {
  // On a narrow screen the content comes first: the plan is a line above it until it is asked for.
  const [isOpen] = useState(() => window.matchMedia('(width >= 60rem)').matches);
  return (
    <nav className="player__plan" aria-labelledby="plan-du-module">
      <details open={isOpen}>
        <summary>
          <h2 id="plan-du-module" className="player__plan-title">
            Plan
          </h2>
        </summary>
        <ul role="list" className="player__lines">
          {lines.map(({ item, title, depth, state, isCurrent, canOpen }) => (
            <li key={item} data-depth={Math.min(depth, 4)}>
              {state === 'heading' ? (
                <strong>{title}</strong>
              ) : (
                <button
                  className="player__line"
                  data-state={state}
                  aria-current={isCurrent ? 'step' : undefined}
                  disabled={!canOpen}
                  onClick={() => ask({ kind: 'open', item })}
                >
                  {title} <span className="meta">{STATE_WORDS[state]}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}

function EndedNotice({ why, href }: { why: NonNullable<Player['ended']>; href: string }) {
  const words = {
    'taken-over':
      'Ce module a été repris dans un autre onglet ou sur un autre poste : rien de plus n’est enregistré ici.',
    'signed-out': 'Vous n’êtes plus connecté : ce qui a été reçu est gardé. Reconnectez-vous pour reprendre.',
    expired: 'Cette ouverture date de plus de douze heures : revenez au module et reprenez.',
    'another-tab':
      'Ce module est déjà ouvert dans un autre onglet de ce navigateur : continuez là-bas, ou fermez-le et rechargez cette page.',
  } as const;
  return (
    <div className="alert alert--warning" role="alert">
      <p>
        {words[why]} <a href={href}>Revenir au module</a>
      </p>
    </div>
  );
}

function SilenceNotice({ retry }: { retry: () => void }) {
  return (
    <div className="alert alert--warning" role="alert">
      <div className="stack stack--s">
        <p>
          Le contenu du module ne répond pas. Réessayez ; si rien ne vient, signalez-le à la personne qui administre
          Repères. Rien de ce qui a été reçu n’est perdu.
        </p>
        <p>
          <button className="button button--secondary" onClick={retry}>
            Réessayer
          </button>
        </p>
      </div>
    </div>
  );
}
