import type { Instant } from '#domain/time/instant.ts';
import { interval } from '../durations.ts';
import type { Interaction } from '../tracker.ts';
import type { ContextTemplate, Launch, LaunchData } from './launch.ts';

/** An xAPI statement. */
export interface Statement {
  id: string;
  timestamp: Instant;
  verb: { id: string; display: Record<string, string> };
  [name: string]: unknown;
}

/** What every statement of a sitting has. */
export interface Sitting {
  launch: Pick<Launch, 'actor' | 'registration' | 'activityId'>;
  data: Pick<LaunchData, 'contextTemplate' | 'masteryScore'>;
}

/** When a statement is made, and under which id: sent twice it is still one. */
export interface Made {
  id: string;
  at: Instant;
}

export type Cmi5Verb = 'initialized' | 'completed' | 'passed' | 'failed' | 'terminated';

/** What a statement of cmi5 says beside its verb. */
export interface Said {
  /** Of this sitting, in whole seconds. */
  seconds: number;
  /** Of the attempt that is judged, in whole percent. */
  score: number | null;
}

const VERBS = 'http://adlnet.gov/expapi/verbs/';
const CMI5 = 'https://w3id.org/xapi/cmi5/context/';
const CMI5_CATEGORY = { id: `${CMI5}categories/cmi5` };
const MOVE_ON_CATEGORY = { id: `${CMI5}categories/moveon` };
const MASTERY_SCORE = `${CMI5}extensions/masteryscore`;

/** A statement of cmi5 (9.0): its result and its categories are those of its verb. */
export function cmi5Statement({ launch, data }: Sitting, made: Made, verb: Cmi5Verb, said: Said): Statement {
  const isJudged = verb === 'passed' || verb === 'failed';
  const categories = isJudged || verb === 'completed' ? [CMI5_CATEGORY, MOVE_ON_CATEGORY] : [CMI5_CATEGORY];
  const extensions = isJudged && data.masteryScore !== null ? { [MASTERY_SCORE]: data.masteryScore } : {};
  const result = resultOf(verb, said);
  return {
    ...statement(launch, made, verb),
    object: { objectType: 'Activity', id: launch.activityId },
    ...(result ? { result } : {}),
    context: context(launch, data.contextTemplate, categories, extensions),
  };
}

function resultOf(verb: Cmi5Verb, { seconds, score }: Said): Record<string, unknown> | null {
  const duration = interval(seconds);
  switch (verb) {
    case 'initialized':
      return null;
    case 'terminated':
      return { duration };
    case 'completed':
      return { completion: true, duration };
    case 'passed':
    case 'failed':
      return {
        success: verb === 'passed',
        duration,
        ...(score === null ? {} : { score: { scaled: score / 100, raw: score, min: 0, max: 100 } }),
      };
  }
}

/** An answer of the assessment: a statement that cmi5 allows beside its own (7.1.3), without their category. */
export function answerStatement({ launch, data }: Sitting, id: string, answer: Interaction): Statement {
  return {
    ...statement(launch, { id, at: answer.at }, 'answered'),
    object: {
      objectType: 'Activity',
      id: `${launch.activityId}/questions/${answer.id}`,
      definition: {
        type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
        description: { fr: answer.description },
        interactionType: 'choice',
        correctResponsesPattern: [answer.right.join('[,]')],
      },
    },
    result: { response: answer.chosen.join('[,]'), success: answer.isRight, duration: interval(answer.latency) },
    context: context(launch, data.contextTemplate, [], {}),
  };
}

function statement({ actor }: Sitting['launch'], { id, at }: Made, verb: Cmi5Verb | 'answered') {
  return { id, timestamp: at, actor, verb: { id: VERBS + verb, display: { en: verb } } };
}

/** What the system wants to find again in each statement, with what is added and nothing overwritten (cmi5 10.0). */
function context(
  { registration }: Sitting['launch'],
  template: ContextTemplate,
  categories: readonly { id: string }[],
  extensions: Record<string, unknown>,
): Record<string, unknown> {
  const activities = template.contextActivities ?? {};
  const category = [...(activities.category ?? []), ...categories];
  return {
    ...template,
    registration,
    contextActivities: { ...activities, ...(category.length > 0 ? { category } : {}) },
    extensions: { ...extensions, ...template.extensions },
  };
}
