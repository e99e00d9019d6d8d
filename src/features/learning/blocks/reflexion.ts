import type { Block } from '#domain/module/compiled-module.ts';
import { escapeHtml } from './html.ts';
import { titleHtml, type TitleLevel } from './title-level.ts';

type Reflexion = Extract<Block, { kind: 'reflexion' }>;

/**
 * A question to oneself. The field has no name and stands in no form, so nothing can send it; without JavaScript it is
 * not shown (the style sheet asks whether scripts run), and what remains is a question to think about.
 */
export function reflexionHtml({ id, title, html }: Reflexion, level: TitleLevel): string {
  const name = `reflexion-${escapeHtml(id)}`;
  return (
    `<section class="block block--reflexion" id="${name}" aria-labelledby="${name}-titre">` +
    `${titleHtml(level, escapeHtml(title), ` id="${name}-titre"`)}${html}` +
    `<div class="reflexion__own no-print" data-reflexion="${escapeHtml(id)}"><label class="block__label" for="${name}-texte">Pour vous seul</label>` +
    `<textarea class="input" id="${name}-texte" rows="4" autocomplete="off" spellcheck="false" aria-describedby="${name}-garde"></textarea>` +
    `<p class="block__note" id="${name}-garde">Ce que vous écrivez reste dans cet onglet, n’est jamais envoyé, et s’efface quand l’onglet se ferme. Sur un poste partagé, effacez-le avant de partir.</p>` +
    `<button type="button" class="button button--secondary">Effacer</button></div></section>`
  );
}
