import type { FigureBlock } from '#domain/module/compiled-module.ts';
import { escapeHtml } from './html.ts';

/** A drawing with its caption, and the text that carries the same information; its size is given, so that nothing moves when it comes. */
export function figureHtml({ title, src, width, height, html }: FigureBlock): string {
  const name = escapeHtml(title);
  return (
    `<figure class="block block--figure" role="figure" aria-label="${name}"><figcaption class="block__title">${name}</figcaption>` +
    `<img src="${escapeHtml(src)}" width="${width}" height="${height}" alt="Schéma : ${name}. Son contenu est dans la version texte." loading="lazy" decoding="async">` +
    `<details class="block__more"><summary>Version texte</summary>${html}</details></figure>`
  );
}
