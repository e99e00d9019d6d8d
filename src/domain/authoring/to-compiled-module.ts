import type { CompiledLesson, CompiledModule, PoolQuestion } from '#domain/module/compiled-module.ts';
import type { ModuleSources } from './module-sources.ts';
import { toGlossaryEntry, type GlossaryTerm } from './settings/glossary-settings.ts';
import type { ModuleSettings } from './settings/module-settings.ts';
import { toAdvanceNotice } from './settings/notice-settings.ts';

/** Puts together what was read of a module, in the words of the code. */
export function toCompiledModule(
  sources: ModuleSources,
  settings: ModuleSettings,
  glossary: readonly GlossaryTerm[],
  lessons: CompiledLesson[],
  pool: PoolQuestion[],
): CompiledModule {
  const media = Object.entries(sources.media).map(([path, { href }]) => ({ path, href }));
  return {
    slug: sources.slug,
    code: settings.code,
    title: settings.titre,
    summary: settings.resume,
    audiences: settings.publics,
    objectives: settings.objectifs,
    themes: settings.themes,
    minutes: settings.duree,
    passMark: settings.seuil,
    drawSize: settings.tirage,
    prerequisites: settings.prerequis,
    givenInPerson: givenInPerson(settings, lessons),
    notice: toAdvanceNotice(settings.avertissement),
    workingNotice: settings.mention ?? null,
    reviewDays: settings.relecture,
    glossary: glossary.map(toGlossaryEntry),
    lessons,
    pool,
    media: media.sort((one, other) => (one.path < other.path ? -1 : 1)),
  };
}

/** Every lesson named is the whole module, but for its assessment: that is a part too. */
function givenInPerson({ seance }: ModuleSettings, lessons: readonly CompiledLesson[]): string[] | null {
  return seance ? lessons.filter(({ number }) => seance.includes(number)).map(({ slug }) => slug) : null;
}
