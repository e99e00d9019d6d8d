import { codesAfter, codesBefore, codesOfDependencies, codesOfElements } from './error-codes.ts';
import { stepsAfter, stepsBefore, stepsOfElements } from './requirements.ts';
import type { Standard, Step } from './step.ts';

/** Everything that is asked of the run-time, in the order in which it is. */
export function allSteps(standard: Standard): Step[] {
  return [
    ...codesBefore(standard),
    ...stepsBefore(standard),
    ...codesOfElements(standard),
    ...stepsOfElements(standard),
    ...codesOfDependencies(standard),
    ...stepsAfter(standard),
    ...codesAfter(standard),
  ];
}
