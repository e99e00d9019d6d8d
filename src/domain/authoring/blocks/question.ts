import { z } from 'zod';
import type { PoolQuestion, QuestionBlock } from '#domain/module/compiled-module.ts';
import { nearestName } from '../names/nearest-name.ts';
import type { Page } from '../pages/page.ts';
import { missingLesson } from '../problems/link-problems.ts';
import {
  choiceCount,
  emptyStem,
  longestRightChoice,
  noRightChoice,
  noWrongChoice,
  poolAttribute,
} from '../problems/question-problems.ts';
import { renderInside } from '../prose/render-prose.ts';
import { identifier, oneOf } from '../settings/expectations.ts';
import type { ComponentNode } from '../tags/build-tree.ts';
import { choiceLengths } from './choice-lengths.ts';
import { compileChoix } from './choix.ts';
import { claimIdentifier } from './claim-identifier.ts';
import { readIntroduction, readParts } from './parts.ts';
import { offsetOfAttribute, readProps } from './read-props.ts';

const MIN_CHOICES = 2;
const MAX_CHOICES = 6;
const MOST_LONGER = 1.2;

type Body = Pick<QuestionBlock, 'html' | 'isMultiple' | 'choices'>;

const QuestionProps = z.strictObject({ id: identifier });
const PoolQuestionProps = z.strictObject({
  id: identifier,
  lecon: z.string({ error: 'le nom d’une leçon' }),
  niveau: oneOf(['savoir', 'comprendre', 'decider']),
});
const POOL_ATTRIBUTES = ['lecon', 'niveau'];

/** `<Question id="…">` in a lesson: formative, it counts for nothing. */
export function compileQuestion(page: Page, node: ComponentNode): QuestionBlock | null {
  const strays = node.tag.attributes.filter((attribute) => POOL_ATTRIBUTES.includes(attribute.name));
  for (const stray of strays) page.report.error(stray.start, poolAttribute(stray.name));
  node.tag.attributes = node.tag.attributes.filter((attribute) => !strays.includes(attribute));
  const props = readProps(page, node, QuestionProps);
  const body = compileBody(page, node);
  if (!props) return null;
  claimIdentifier(page, node, props.id);
  return { kind: 'question', id: props.id, ...body };
}

/** `<Question id="…" lecon="02-les-signaux" niveau="savoir">` in the assessment. */
export function compilePoolQuestion(page: Page, node: ComponentNode): PoolQuestion | null {
  const props = readProps(page, node, PoolQuestionProps);
  const body = compileBody(page, node);
  if (!props) return null;
  claimIdentifier(page, node, props.id);
  const slugs = page.scope.lessons.map((lesson) => lesson.slug);
  if (!slugs.includes(props.lecon)) {
    page.report.error(offsetOfAttribute(node, 'lecon'), missingLesson(props.lecon, nearestName(props.lecon, slugs)));
  }
  reportLongestRight(page, node, body);
  return { id: props.id, lesson: props.lecon, level: props.niveau, ...body };
}

/** A right choice that is much longer than the others is chosen without knowing anything. */
function reportLongestRight(page: Page, node: ComponentNode, { isMultiple, choices }: Body): void {
  const { right, longestWrong } = choiceLengths(choices);
  if (isMultiple || longestWrong === 0 || right <= longestWrong * MOST_LONGER) return;
  const at = readParts(node).find((part) => part.tag.attributes.some(({ name }) => name === 'juste'))?.tag.start;
  page.report.error(at ?? node.tag.start, longestRightChoice(right, longestWrong));
}

function compileBody(page: Page, node: ComponentNode): Body {
  const at = node.tag.start;
  const stem = readIntroduction(page, node, 'Choix');
  if (stem.length === 0) page.report.error(at, emptyStem());
  const html = renderInside(page, node, stem);
  const parts = readParts(node);
  if (parts.length < MIN_CHOICES || parts.length > MAX_CHOICES) {
    page.report.error(at, choiceCount(parts.length, MIN_CHOICES, MAX_CHOICES));
  }
  const choices = parts.map((part, index) => compileChoix(page, part, index)).filter((choice) => choice !== null);
  const right = parts.filter((part) => part.tag.attributes.some(({ name }) => name === 'juste')).length;
  if (right === 0) page.report.error(at, noRightChoice());
  else if (right === parts.length) page.report.error(at, noWrongChoice());
  return { html, isMultiple: right > 1, choices };
}
