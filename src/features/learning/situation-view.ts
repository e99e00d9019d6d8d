import type { SituationBlock, SituationOption } from '#domain/module/compiled-module.ts';
import { walkSituation, type PathStep } from '#domain/progress/situation-path.ts';

/** A case as a browser may see it: the scenes reached, and the consequence of choices made; nothing of what lies ahead. */
export interface SituationView {
  id: string;
  title: string;
  /** « Cas fictif · À bord d’un bâtiment · Vous êtes témoin » */
  label: string;
  html: string;
  walked: WalkedStepView[];
  /** Null when the last choice ended the case; without options, the case ends with this scene. */
  current: { id: string; html: string; options: { id: string; html: string }[] } | null;
  isOver: boolean;
}

export interface WalkedStepView {
  sceneId: string;
  sceneHtml: string;
  optionHtml: string;
  verdict: SituationOption['verdict'];
  consequence: string;
}

const VIEWPOINTS: Record<SituationBlock['viewpoint'], string> = {
  temoin: 'témoin',
  commandement: 'commandant',
  confident: 'confident',
  collegue: 'collègue',
};

export function situationView(block: SituationBlock, path: readonly PathStep[]): SituationView {
  const { walked, current } = walkSituation(block, path);
  return {
    id: block.id,
    title: block.title,
    label: `Cas fictif · ${block.setting} · Vous êtes ${VIEWPOINTS[block.viewpoint]}`,
    html: block.html,
    walked: walked.map(({ scene, chosen }) => ({
      sceneId: scene.id,
      sceneHtml: scene.html,
      optionHtml: chosen.html,
      verdict: chosen.verdict,
      consequence: chosen.consequence,
    })),
    current: current && {
      id: current.id,
      html: current.html,
      options: current.options.map(({ id, html }) => ({ id, html })),
    },
    isOver: current === null || current.options.length === 0,
  };
}
