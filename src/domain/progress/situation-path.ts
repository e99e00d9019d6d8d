import type { SituationBlock, SituationOption, SituationScene } from '../module/compiled-module.ts';

/** One choice made in a case. */
export interface PathStep {
  scene: string;
  option: string;
}

export interface WalkedStep {
  scene: SituationScene;
  chosen: SituationOption;
}

/** A case as far as a person has gone. */
export interface SituationWalk {
  walked: WalkedStep[];
  /** The scene reached and not answered; null when an option ended the case. A scene without options ends it too. */
  current: SituationScene | null;
}

/** Follows a path from the first scene, for as long as it makes sense in this case: a correction may have changed the rest. */
export function walkSituation(block: SituationBlock, path: readonly PathStep[]): SituationWalk {
  const walked: WalkedStep[] = [];
  let current = block.scenes[0] ?? null;
  for (const step of path) {
    const chosen = current?.id === step.scene ? current.options.find((option) => option.id === step.option) : undefined;
    if (!current || !chosen) break;
    walked.push({ scene: current, chosen });
    current = block.scenes.find((scene) => scene.id === chosen.next) ?? null;
  }
  return { walked, current };
}
