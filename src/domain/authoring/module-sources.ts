/** A module's folder, read: what the trainer wrote, and where each image will be served. */
export interface ModuleSources {
  slug: string;
  /** By path inside the folder: `module.yaml`, `01-premiers-reperes.mdx`, `evaluation.mdx`. */
  files: Record<string, string>;
  /** By path inside the folder: `media/schema.svg`. */
  media: Record<string, MediaSource>;
}

export interface MediaSource {
  href: string;
  /** The text of an SVG, which is checked and measured. */
  drawing?: string | undefined;
}

/** What a module may name outside itself. */
export interface CompileContext {
  moduleSlugs: string[];
  /** The code of each other module, which is its address: a folder's name would tell the subject. Unknown for old versions. */
  moduleCodes?: Record<string, string> | undefined;
  helpIds: string[];
}
