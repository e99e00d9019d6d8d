import type { Problem } from '#domain/authoring/problem.ts';
import type { CompiledModule } from '#domain/module/compiled-module.ts';
import type { VersionRecord } from './queries.ts';

/** A version with its content. */
export interface PublishedVersion extends VersionRecord {
  module: CompiledModule;
  /** Errors of the files that are shown in its place; always none outside the development server. */
  problems: readonly Problem[];
}
