import { nearestName } from '../names/nearest-name.ts';
import type { Finding } from '../problem.ts';
import { emptyAddress, missingHelp, missingLesson, missingModule, refusedAddress } from '../problems/link-problems.ts';
import type { ModuleScope } from '../pages/module-scope.ts';

/** Where an address written by a trainer leads. */
export type LinkTarget =
  | { is: 'outside'; href: string }
  | { is: 'inside'; href: string }
  | { is: 'heading'; href: string; lesson: string; headingId: string }
  | { is: 'refused'; finding: Finding };

const OUTSIDE = /^https?:\/\/[^\s\\]+$/i;
const LESSON = /^([^/#?]+\.mdx)(?:#(.+))?$/;
const HELP = /^\/aide(?:#(.+))?$/;
const MODULE = /^\/modules\/([^/#?]+)$/;

/** Reads an address written in `lesson` (null: in the assessment). Only what is known to lead somewhere gets through. */
export function resolveLink(address: string, lesson: string | null, scope: ModuleScope): LinkTarget {
  if (address === '') return { is: 'refused', finding: emptyAddress() };
  if (OUTSIDE.test(address) && URL.canParse(address)) return { is: 'outside', href: address };
  if (address.startsWith('#') && address.length > 1 && lesson) return toHeading(address.slice(1), lesson, '');
  const [, path, headingId] = LESSON.exec(address) ?? [];
  if (path) return toLesson(path, headingId, scope);
  const help = HELP.exec(address);
  if (help) return toHelp(help[1], scope);
  const slug = MODULE.exec(address)?.[1];
  if (slug) return toModule(slug, scope);
  return { is: 'refused', finding: refusedAddress(address) };
}

function toLesson(path: string, headingId: string | undefined, scope: ModuleScope): LinkTarget {
  const lesson = scope.lessons.find((candidate) => candidate.path === path);
  if (!lesson) {
    const nearest = nearestName(
      path,
      scope.lessons.map((candidate) => candidate.path),
    );
    return { is: 'refused', finding: missingLesson(path, nearest) };
  }
  const href = `/modules/${scope.code}/${lesson.number}`;
  return headingId ? toHeading(headingId, lesson.slug, href) : { is: 'inside', href };
}

function toHeading(typedId: string, lesson: string, page: string): LinkTarget {
  const headingId = decode(typedId);
  return { is: 'heading', href: `${page}#${headingId}`, lesson, headingId };
}

function toHelp(id: string | undefined, scope: ModuleScope): LinkTarget {
  if (id === undefined) return { is: 'inside', href: '/aide' };
  if (scope.context.helpIds.includes(id)) return { is: 'inside', href: `/aide#${id}` };
  return { is: 'refused', finding: missingHelp(id, scope.context.helpIds) };
}

function toModule(slug: string, scope: ModuleScope): LinkTarget {
  if (slug === scope.slug) return { is: 'inside', href: `/modules/${scope.code}` };
  // Without its code, a module of another folder is reached from where all of them are listed.
  const code = scope.context.moduleCodes?.[slug];
  if (scope.context.moduleSlugs.includes(slug)) return { is: 'inside', href: code ? `/modules/${code}` : '/parcours' };
  return { is: 'refused', finding: missingModule(slug, nearestName(slug, scope.context.moduleSlugs)) };
}

function decode(typed: string): string {
  try {
    return decodeURIComponent(typed);
  } catch {
    return typed;
  }
}
