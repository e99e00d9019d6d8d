import type { CompiledLesson, CompiledModule, PoolQuestion } from '#domain/module/compiled-module.ts';
import type { ModuleSources } from './module-sources.ts';
import type { ModuleSettings } from './settings/module-settings.ts';

/** Puts together what was read of a module, in the words of the code. */
export function toCompiledModule(
  sources: ModuleSources,
  settings: ModuleSettings,
  lessons: CompiledLesson[],
  pool: PoolQuestion[],
): CompiledModule {
  const { avertissement } = settings;
  const media = Object.entries(sources.media).map(([path, { href }]) => ({ path, href }));
  return {
    slug: sources.slug,
    code: settings.code,
    title: settings.titre,
    summary: settings.resume,
    objectives: settings.objectifs,
    themes: settings.themes,
    minutes: settings.duree,
    passMark: settings.seuil,
    drawSize: settings.tirage,
    prerequisites: settings.prerequis,
    notice: {
      topics: avertissement.sujets,
      intensity: avertissement.intensite,
      media: avertissement.medias,
      detail: avertissement.precision ?? null,
    },
    workingNotice: settings.mention ?? null,
    lessons,
    pool,
    media: media.sort((one, other) => (one.path < other.path ? -1 : 1)),
  };
}
