import { z } from 'zod';
import type { FigureBlock } from '#domain/module/compiled-module.ts';
import { checkFigure, measureFigure } from '../drawings/drawing-page.ts';
import type { Page } from '../pages/page.ts';
import { notADrawing } from '../problems/drawing-problems.ts';
import { missingImage } from '../problems/prose-problems.ts';
import { renderContent } from '../prose/render-prose.ts';
import { shownText } from '../settings/expectations.ts';
import type { ComponentNode } from '../tags/build-tree.ts';
import { offsetOfAttribute, readProps } from './read-props.ts';

const FigureProps = z.strictObject({ src: z.string({ error: 'un fichier comme media/schema.svg' }), titre: shownText });

/** `<Figure src="media/….svg" titre="…">`: a drawing of ours; between the tags, the text that says the same. */
export function compileFigure(page: Page, node: ComponentNode): FigureBlock | null {
  const props = readProps(page, node, FigureProps);
  const html = renderContent(page, node);
  if (!props) return null;
  const shown = showDrawing(page, props.src, offsetOfAttribute(node, 'src'));
  return shown && { kind: 'figure', title: props.titre, ...shown, html };
}

/** Where the drawing is served and its size; null when it cannot be shown, which has then been noted. */
function showDrawing(page: Page, path: string, offset: number): Pick<FigureBlock, 'src' | 'width' | 'height'> | null {
  const { media, drawings, usedMedia } = page.scope;
  const known = Object.hasOwn(media, path) ? media[path] : undefined;
  const drawing = drawings.get(path);
  const isFirstUse = !usedMedia.has(path);
  usedMedia.add(path);
  if (!known) page.report.error(offset, missingImage(path, Object.keys(media).sort()));
  else if (!drawing) page.report.error(offset, notADrawing(path));
  if (!known || !drawing) return null;
  if (isFirstUse) checkFigure(drawing);
  const size = measureFigure(drawing);
  return size && { src: known.href, ...size };
}
