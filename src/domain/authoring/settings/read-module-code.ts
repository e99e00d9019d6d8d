import { parse } from 'yaml';
import { z } from 'zod';

const WithCode = z.object({ code: z.string().regex(/^m\d+$/) });

/** The code that a module's settings give it; null while they have an error, which the module's own check says. */
export function readModuleCode(settings: string): string | null {
  try {
    return WithCode.parse(parse(settings)).code;
  } catch {
    return null;
  }
}
