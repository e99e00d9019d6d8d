/** A module's folder, read: what the trainer wrote, and where each image will be served. */
export interface ModuleSources {
  slug: string;
  /** By path inside the folder: `module.yaml`, `01-premiers-reperes.mdx`, `evaluation.mdx`. */
  files: Record<string, string>;
  /** By path inside the folder: `media/schema.svg`. */
  media: Record<string, { href: string }>;
}

/** What a module may name outside itself. */
export interface CompileContext {
  moduleSlugs: string[];
  helpIds: string[];
}
