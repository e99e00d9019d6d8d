import { z } from 'zod';

const Code = z.string().min(1).max(20);
const Name = z.string().min(1).max(200);
const Edition = z.coerce.number().int().min(1);

export const ModuleForm = z.object({ code: Code });
export const LessonForm = z.object({ code: Code, lesson: Name, edition: Edition });
export const ReadingForm = LessonForm.extend({ reading: z.enum(['full', 'folded']) });
export const PathForm = z.object({ code: Code, path: z.enum(['folded', 'interview', 'ordinary']) });
export const InterviewForm = z.object({ personId: Name, moduleId: Name, edition: Edition });
export const PassageForm = LessonForm.extend({ anchor: z.string().regex(/^[\p{L}\p{N}-]{1,200}$/u) });
export const QuestionForm = z.object({
  code: Code,
  block: Name,
  edition: Edition,
  choices: z.array(z.string().max(20)).max(20).default([]),
});
export const OptionForm = z.object({ code: Code, block: Name, edition: Edition, scene: Name, option: Name });
export const CaseForm = z.object({ code: Code, block: Name, edition: Edition });

/** A field `place-<element>` for each element, whose names only the exercise knows. */
export const PlacesForm = z
  .looseObject({ code: Code, block: Name, edition: Edition })
  .transform(({ code, block, edition, ...fields }) => ({ code, block, edition, places: placesOf(fields) }));

const MAX_ELEMENTS = 20;

function placesOf(fields: Record<string, unknown>): Record<string, number> {
  const places = Object.entries(fields).flatMap(([name, value]) => {
    const element = /^place-([a-z0-9]{1,10})$/.exec(name)?.[1];
    return element && typeof value === 'string' && /^\d{1,2}$/.test(value) ? [[element, Number(value)] as const] : [];
  });
  return Object.fromEntries(places.slice(0, MAX_ELEMENTS));
}
