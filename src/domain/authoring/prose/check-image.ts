import type { Image } from 'mdast';
import type { Page } from '../pages/page.ts';
import { missingAlternative, missingImage } from '../problems/prose-problems.ts';
import { droppedTitle } from '../problems/link-problems.ts';
import { typeset } from '../typography.ts';
import { asTyped } from './nest-inline-html.ts';

/** Checks that an image says what it shows and is in the module's folder, and gives it its public address. */
export function checkImage(image: Image, offset: number, page: Page): void {
  const alternative = asTyped(image.alt ?? '', page).trim();
  if (alternative === '') page.report.error(offset, missingAlternative());
  if (image.title) page.report.notice(offset, droppedTitle());
  const { media } = page.scope;
  const path = asTyped(image.url, page);
  const known = Object.hasOwn(media, path) ? media[path] : undefined;
  if (!known) page.report.error(offset, missingImage(path, Object.keys(media).sort()));
  page.scope.usedMedia.add(path);
  image.title = null;
  image.alt = typeset(alternative);
  image.url = known?.href ?? '';
}
