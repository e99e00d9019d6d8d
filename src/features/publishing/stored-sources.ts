import { z } from 'zod';
import type { CompileContext, ModuleSources } from '#domain/authoring/module-sources.ts';
import { mediaSources, type ModuleFolder } from './module-folder.ts';

const StoredSources = z.object({
  files: z.record(z.string(), z.string()),
  media: z.record(z.string(), z.object({ href: z.string(), drawing: z.string().optional() })),
  context: z.object({
    moduleSlugs: z.array(z.string()),
    moduleCodes: z.record(z.string(), z.string()).optional(),
    helpIds: z.array(z.string()),
  }),
});

/** What a version keeps of its folder: enough to compile it again as it was, whatever has become of `content/`. */
export function storedSources({ files, media, context }: ModuleFolder): string {
  return JSON.stringify({ files, media: mediaSources(media), context } satisfies z.input<typeof StoredSources>);
}

/** The sources of a version, from what `storedSources` wrote. */
export function readStoredSources(slug: string, json: string): { sources: ModuleSources; context: CompileContext } {
  const { files, media, context } = StoredSources.parse(JSON.parse(json));
  return { sources: { slug, files, media }, context };
}
