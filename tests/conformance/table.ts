import { elementsOf } from '#domain/packaging/data-model/element.ts';
import { modelOf } from '#domain/packaging/data-model/validate-data.ts';
import { firstOf } from '../unit/packaging/data-model/data-of.ts';
import { allSteps } from './all-steps.ts';
import { DIVERGENCES } from './divergences.ts';
import type { Standard, Step } from './step.ts';

/** The lines of the README's table: one for each call, and one for each element with all of its values. */
export function tableOf(standard: Standard): string[] {
  const elements = elementsOf(modelOf(standard === 'scorm12' ? 'scorm12' : 'scorm2004-4'), '').map(([name]) =>
    name.slice(1),
  );
  const steps = allSteps(standard).filter(({ answer }) => answer !== null);
  const lines = new Map<string, Step[]>();
  for (const one of steps) {
    const element = elements.find((name) => isOf(one, firstOf(name)));
    const line = element === undefined ? one.requirement : element;
    lines.set(line, [...(lines.get(line) ?? []), one]);
  }
  return [...lines].map(([line, of]) => row(line, expected(of), divergence(standard, of, line)));
}

/** Whether a call gives or reads a value of an element, as `stepsOfElements` asks it. */
function isOf({ requirement }: Step, name: string): boolean {
  const rest = requirement.startsWith(`${name} `) ? requirement.slice(name.length + 1) : '';
  return /^(=|≠|rend|ne s’écrit pas|ne se lit pas)/.test(rest);
}

function expected(steps: readonly Step[]): string {
  const [only] = steps;
  if (steps.length === 1) return `${words(only!.answer)} / ${only!.codes.join(' or ')}`;
  const count = (sign: string) => steps.filter(({ requirement }) => requirement.includes(sign)).length;
  const isRead = !steps.some(({ requirement }) => requirement.endsWith('ne se lit pas'));
  return `takes ${count(' = ')} values, refuses ${count(' ≠ ')}, ${isRead ? 'gives them back' : 'is not read'}`;
}

function words(answer: Step['answer']): string {
  if (answer === null || typeof answer === 'string') return answer || 'empty';
  const names = [...answer.source.matchAll(/\\b(\w+)\\b/g)].map(([, name]) => name);
  return names.length > 0 ? `names ${names.join(', ')}` : `matches ${answer.source}`;
}

function divergence(standard: Standard, steps: readonly Step[], line: string): string {
  const found = steps.flatMap(({ requirement }) => {
    const heard = DIVERGENCES[standard][requirement]?.trim().replace(/^\//, 'empty /');
    if (heard === undefined) return [];
    return [steps.length === 1 ? heard : `${requirement.replace(`${firstOf(line)} `, '')} : ${heard}`];
  });
  return found.join('; ');
}

function row(requirement: string, wanted: string, heard: string): string {
  const cells = [code(requirement), code(wanted), heard === '' ? 'none' : code(heard)];
  return `| ${cells.join(' | ')} |`;
}

/** As it is written, on one line. */
function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')}\``;
}
