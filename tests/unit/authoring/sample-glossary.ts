import type { Block, CompiledLesson } from '#domain/module/compiled-module.ts';
import { compileSample, FRONT_MATTER, soundModule } from './sample-module.ts';

const GLOSSARY = `- terme: sidération
  formes: [sidéré, sidérée]
  definition: Une réaction de l'organisme.
- terme: emprise
  definition: Une domination.
- terme: emprise psychique
  definition: Une autre.
`;

/** The lessons of a module with a glossary, from their bodies. */
export function lessonsWith(bodies: Record<string, string>): CompiledLesson[] {
  const lessons = Object.entries(bodies).map(([path, body]) => [path, FRONT_MATTER + body]);
  return soundModule(compileSample({ 'glossaire.yaml': GLOSSARY, ...Object.fromEntries(lessons) })).lessons;
}

/** The blocks of a lesson of that module. */
export function blocksWith(body: string): Block[] {
  return lessonsWith({ '01-un.mdx': body })[0]?.blocks ?? [];
}
