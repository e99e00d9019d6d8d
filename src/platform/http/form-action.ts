import { ActionError, defineAction, type ActionAPIContext } from 'astro:actions';
import type { z } from 'zod';
import type { Act } from '#domain/identity/act.ts';
import { hasPermission, type Permission } from '#domain/identity/permissions.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { dayObjection, type AskedDay } from '#domain/time/day-limits.ts';
import { runtime, type Runtime } from '#platform/runtime.ts';
import { refused, type FormAnswer } from './form-answer.ts';

export interface FormContext {
  runtime: Runtime;
  act: Act;
  actor: Actor;
  context: ActionAPIContext;
}

interface SignedInAction<Schema extends z.ZodType, Data> {
  permission: Permission;
  form: Schema;
  /** The days it asks for, by the name of their field: none may be years away. */
  days?: Readonly<Partial<Record<keyof z.output<Schema> & string, AskedDay>>>;
  run(input: z.output<Schema>, context: FormContext): Promise<FormAnswer<Data>>;
}

/**
 * A change that a signed-in person asks for by a plain form (or an island by the same form data).
 * Requires its own permission, since any action can be posted on any page; without it, the same 404 as for what does not exist.
 */
export function formAction<Schema extends z.ZodType, Data = undefined>(action: SignedInAction<Schema, Data>) {
  return defineAction({
    accept: 'form',
    handler: async (data: FormData, context: ActionAPIContext): Promise<FormAnswer<Data>> => {
      const { actor, now, requestId, signInSession } = context.locals;
      if (!actor) throw new ActionError({ code: 'UNAUTHORIZED' });
      if (!hasPermission(actor, action.permission)) throw new ActionError({ code: 'NOT_FOUND' });
      if (signInSession?.mustChangePassword && action.permission !== 'account:own')
        throw new ActionError({ code: 'FORBIDDEN' });
      const parsed = action.form.safeParse(formValues(data));
      if (!parsed.success) return refusedFields(parsed.error);
      const farAway = objectionsTo(parsed.data as Record<string, unknown>, action.days ?? {}, civilDateOf(now));
      if (Object.keys(farAway).length > 0) return refused(FIELDS_TO_CORRECT, farAway);
      const act: Act = { by: actor.personId, at: now, requestId };
      return action.run(parsed.data, { runtime: runtime(), act, actor, context });
    },
  });
}

interface PublicAction<Schema extends z.ZodType, Data> {
  form: Schema;
  run(input: z.output<Schema>, context: Omit<FormContext, 'act' | 'actor'>): Promise<FormAnswer<Data>>;
}

/** A change that needs no session: signing in, and nothing else so far. */
export function publicFormAction<Schema extends z.ZodType, Data = undefined>(action: PublicAction<Schema, Data>) {
  return defineAction({
    accept: 'form',
    handler: async (data: FormData, context: ActionAPIContext): Promise<FormAnswer<Data>> => {
      const parsed = action.form.safeParse(formValues(data));
      if (!parsed.success) return refusedFields(parsed.error);
      return action.run(parsed.data, { runtime: runtime(), context });
    },
  });
}

/** The values of a form by name: a text, or the list of texts when the name ends with `[]` (tick boxes) or comes several times. */
export function formValues(data: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(data.keys())) {
    const texts = data.getAll(name).filter((value) => typeof value === 'string');
    values[name.replace(/\[\]$/, '')] = name.endsWith('[]') || texts.length > 1 ? texts : (texts[0] ?? '');
  }
  return values;
}

function refusedFields(error: z.ZodError) {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[String(issue.path[0] ?? '')] ??= issue.message;
  return refused(FIELDS_TO_CORRECT, fields);
}

const FIELDS_TO_CORRECT =
  'Le formulaire n’a pas été enregistré : corrigez les champs signalés, puis envoyez-le de nouveau.';

function objectionsTo(
  input: Readonly<Record<string, unknown>>,
  days: Readonly<Record<string, AskedDay | undefined>>,
  today: CivilDate,
): Record<string, string> {
  const objections: Record<string, string> = {};
  for (const [name, asked] of Object.entries(days)) {
    const day = input[name];
    const objection = typeof day === 'string' && asked ? dayObjection(day as CivilDate, asked, today) : null;
    if (objection !== null) objections[name] = objection;
  }
  return objections;
}
