import type { CompiledModule } from '#domain/module/compiled-module.ts';

/** Whether a module is a package: its text is not ours, so that it has no lesson. */
export function isPackage({ lessons }: Pick<CompiledModule, 'lessons'>): boolean {
  return lessons.length === 0;
}
