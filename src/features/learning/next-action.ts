import type { ModuleStanding } from '#domain/progress/module-standing.ts';
import type { Followed } from './followed-version.ts';

/** What a person would do next in a module. */
export type NextAction = 'begin' | 'again' | 'resume' | 'review';

/** A completion is reviewed; a newer edition begun since is gone on with. */
export function nextAction(
  { isBegun, version }: Pick<Followed, 'isBegun' | 'version'>,
  standing: ModuleStanding,
  isAskedAgain: boolean,
): NextAction {
  if (!isBegun) return isAskedAgain ? 'again' : 'begin';
  return standing.state === 'completed' && standing.edition >= version.edition ? 'review' : 'resume';
}

/** The module is to be begun, for the first time or again: the button stands below what one is told before. */
export function isToBegin(next: NextAction): next is 'begin' | 'again' {
  return next === 'begin' || next === 'again';
}
