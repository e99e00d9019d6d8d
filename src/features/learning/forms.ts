import { z } from 'zod';

const Code = z.string().min(1).max(20);
const Name = z.string().min(1).max(200);
const Edition = z.coerce.number().int().min(1);

export const ModuleForm = z.object({ code: Code });
export const LessonForm = z.object({ code: Code, lesson: Name, edition: Edition });
export const QuestionForm = z.object({
  code: Code,
  block: Name,
  edition: Edition,
  choices: z.array(z.string().max(20)).max(20).default([]),
});
export const OptionForm = z.object({ code: Code, block: Name, edition: Edition, scene: Name, option: Name });
export const CaseForm = z.object({ code: Code, block: Name, edition: Edition });
