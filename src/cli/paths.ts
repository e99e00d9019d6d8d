import { join, resolve } from 'node:path';

/** The folder of the program. */
export const ROOT = resolve(import.meta.dirname, '../..');
export const CONTENT_FOLDER = join(ROOT, 'content');
export const DIST_FOLDER = join(ROOT, 'dist');
/** Where a build puts the shell of packages, below its own folder. */
export const SHELL_FOLDER = 'coquille';
/** And where it puts what delivered modules carry with them. */
export const DELIVERY_FOLDER = 'livraison';
