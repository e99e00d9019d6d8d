import type { Link, Nodes } from 'mdast';
import type { Page } from '../pages/page.ts';
import { droppedTitle, emptyAddress } from '../problems/link-problems.ts';
import { asTyped } from './nest-inline-html.ts';
import { resolveLink } from './resolve-link.ts';
import { walkNodes } from './walk-nodes.ts';

/** Checks where a Markdown link leads, and gives it the address it will have on the page: none when it is refused. */
export function checkLink(link: Link, offset: number, page: Page): void {
  const address = asTyped(link.url, page);
  if (link.title) page.report.notice(offset, droppedTitle());
  link.title = null;
  link.url = '';
  if (!hasContent(link)) return page.report.error(offset, emptyAddress());
  const target = checkAddress(address, offset, page);
  if (target === null) return;
  link.url = target.href;
  if (target.isOutside) link.data = { hProperties: { rel: ['noreferrer', 'external'] } };
}

/** Where an address leads, or null when it was refused, which has then been noted. */
export function checkAddress(address: string, offset: number, page: Page): { href: string; isOutside: boolean } | null {
  const target = resolveLink(address, page.lesson, page.scope);
  if (target.is === 'refused') {
    page.report.error(offset, target.finding);
    return null;
  }
  if (target.is === 'heading') {
    const { lesson, headingId } = target;
    page.scope.headingLinks.push({ lesson, headingId, offset, report: page.report });
  }
  return { href: target.href, isOutside: target.is === 'outside' };
}

function hasContent(link: Link): boolean {
  for (const { node } of walkNodes<Nodes>(link)) {
    if (node.type === 'image' || ('value' in node && node.value.trim() !== '')) return true;
  }
  return false;
}
