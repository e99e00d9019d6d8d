import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { TaskRunner } from '#platform/tasks/task.ts';
import type { GroupChange } from './people-selection.ts';
import type { GroupPreview } from './preview-group.ts';
import { GroupForm } from './programme-forms.ts';
import {
  hasBegunDesignations,
  listOfferedModules,
  listProgrammeModules,
  type OfferedModule,
} from './programme-queries.ts';
import { findProgramme, type ProgrammeDetails } from './queries.ts';
import { isUnitCode } from './selection-queries.ts';
import { previewGroupTask } from './tasks/preview-group-task.ts';

export interface ProgrammePage {
  programme: ProgrammeDetails;
  isClosed: boolean;
  /** What it asks can still be changed. */
  isUntouched: boolean;
  /** In its order. */
  requiredCodes: string[];
  modules: OfferedModule[];
  group: AskedGroup;
}

/** The change of many designations that the page was asked to show. */
export interface AskedGroup {
  values: Record<string, string>;
  errors: Record<string, string>;
  shown: { change: GroupChange; preview: GroupPreview } | null;
}

/** A programme with its settings and, when a form asks for it, whom a change of designations would be about. */
export async function loadProgrammePage(
  { db, tasks }: { db: Kysely<Database>; tasks: TaskRunner },
  slug: string,
  { today, sent }: { today: CivilDate; sent: Record<string, string> },
): Promise<ProgrammePage | null> {
  const programme = await findProgramme(db, slug);
  if (!programme) return null;
  const { closedOn, programmeId } = programme;
  const modules = await listOfferedModules(db);
  const requiredCodes = (await listProgrammeModules(db, programmeId)).map(({ code }) => code);
  return {
    programme,
    isClosed: closedOn !== null && closedOn <= today,
    isUntouched: !(await hasBegunDesignations(db, programmeId, today)),
    requiredCodes,
    modules: inOrder(modules, requiredCodes),
    group: await askedGroup({ db, tasks }, slug, today, sent),
  };
}

/** Those that are required first, in the order they are asked. */
function inOrder(modules: readonly OfferedModule[], requiredCodes: readonly string[]): OfferedModule[] {
  const required = requiredCodes.flatMap((code) => modules.find((module) => module.code === code) ?? []);
  return [...required, ...modules.filter(({ code }) => !requiredCodes.includes(code))];
}

async function askedGroup(
  { db, tasks }: { db: Kysely<Database>; tasks: TaskRunner },
  slug: string,
  today: CivilDate,
  values: Record<string, string>,
): Promise<AskedGroup> {
  if (values.kind === undefined) return { values: {}, errors: {}, shown: null };
  const parsed = GroupForm.safeParse({ ...values, slug });
  if (!parsed.success) {
    const errors: Record<string, string> = {};
    for (const issue of parsed.error.issues) errors[String(issue.path[0] ?? '')] ??= issue.message;
    return { values, errors, shown: null };
  }
  const { unitCode } = parsed.data.selection;
  if (unitCode !== null && !(await isUnitCode(db, unitCode)))
    return {
      values,
      errors: { unitCode: 'Aucune unité n’a ce code ou ce nom, ou plusieurs ont ce nom : écrivez son code.' },
      shown: null,
    };
  const preview = await tasks.run(previewGroupTask, { change: parsed.data, today });
  return { values, errors: {}, shown: preview && { change: parsed.data, preview } };
}
