import type { DeliveredModule } from '#domain/delivery/delivered-module.ts';
import type { CompiledModule } from '#domain/module/compiled-module.ts';
import type { Help } from '#features/help/help.ts';
import { moduleName } from '#features/learning/addresses.ts';
import { helpAnchors, helpHtml } from './delivered-help.ts';
import { lessonHtml } from './delivered-lesson.ts';
import { escapeText } from './escape-text.ts';

/** The one page of a delivered module: everything is there to read without a script, one part at a time with it. */
export function deliveredPage(module: CompiledModule, delivered: DeliveredModule, help: Help): string {
  const around = { code: module.code, lessons: module.lessons, helpAnchors: helpAnchors(help) };
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${escapeText(moduleName(module.code))}</title>
<link rel="stylesheet" href="style.css">
<script type="application/json" id="module">${JSON.stringify(delivered).replace(/</g, '\\u003c')}</script>
<script src="livraison.js" defer></script>
</head>
<body>
<div class="page page--wide">
<a class="skip-link" href="#contenu">Aller au contenu</a>
${exitHtml(delivered.exitUrl)}
<main id="contenu" tabindex="-1" class="page__main container livraison">
<header class="livraison__head stack stack--s">
<h1 class="livraison__title">${escapeText(module.title)}</h1>
${module.workingNotice ? `<p class="meta livraison__notice">${escapeText(module.workingNotice)}</p>` : ''}
</header>
${planHtml(module)}
<div class="livraison__pages">
${part('accueil', welcomeHtml(module, delivered))}
${module.lessons.map((lesson) => part(`lecon-${lesson.number}`, lessonHtml(lesson, around))).join('\n')}
${part('evaluation', assessmentHtml(module), 'no-print')}
${part('glossaire', glossaryHtml(module))}
${part('aide', `<h2 class="livraison__heading" tabindex="-1">Aide et contacts</h2>\n${helpHtml(help)}`)}
</div>
</main>
</div>
</body>
</html>
`;
}

function part(id: string, html: string, className = ''): string {
  return `<section class="livraison__page stack ${className}" id="${id}" tabindex="-1">\n${html}\n</section>`;
}

function exitHtml(address: string): string {
  return `<section class="quick-exit no-print" aria-label="Sortie rapide">
<div class="quick-exit__line container">
<a class="quick-exit__link" href="${escapeText(address)}" rel="noreferrer" target="_top" aria-describedby="quitter-precision" data-quick-exit>Quitter rapidement</a>
<p class="quick-exit__note meta" id="quitter-precision"><span class="quick-exit__how">Ce bouton, ou trois appuis sur Majuscule, remplace la page par un autre site.</span> L’historique du navigateur n’est pas effacé.</p>
</div>
</section>`;
}

function planHtml({ lessons }: CompiledModule): string {
  const line = (id: string, words: string, about: string, className = '') =>
    `<li class="plan__line ${className}"><span><a href="#${id}">${words}</a> <span class="meta">${about}<span data-etat="${id}"></span></span></span></li>`;
  return `<nav class="livraison__plan no-print" aria-labelledby="plan">
<details open>
<summary id="plan">Plan du module</summary>
<ol class="plan" role="list">
${line('accueil', 'Avant de commencer', '')}
${lessons.map(({ number, title, minutes, notice }) => line(`lecon-${number}`, `${number}. ${escapeText(title)}`, `${minutes} min${notice.intensity === 3 ? ' · intensité forte' : ''}`)).join('\n')}
${line('evaluation', 'Évaluation', '', 'livraison__script')}
${line('glossaire', 'Glossaire', '')}
${line('aide', 'Aide et contacts', '')}
</ol>
</details>
<p id="enregistrement" class="meta livraison__script" role="status"></p>
<p class="livraison__script" id="effacement" hidden><button class="button button--quiet" type="button" data-effacer>Effacer ce qui est gardé ici</button></p>
<p id="termine" class="livraison__done" role="status"></p>
</nav>`;
}

const INTENSITIES = {
  1: 'Faible : des notions, sans situation difficile.',
  2: 'Moyenne : des situations de violence sont évoquées, sans détail.',
  3: 'Forte : des passages difficiles, annoncés avant chaque leçon qui en contient.',
} as const;

function welcomeHtml(module: CompiledModule, { edition, revision }: DeliveredModule): string {
  const { summary, objectives, minutes, notice } = module;
  return `<p class="lede">${escapeText(summary)}</p>
<p class="meta">${minutes} min · édition ${edition}, révision ${revision}</p>
<section class="advance-notice stack">
<h2 class="livraison__heading" tabindex="-1">Avant de commencer</h2>
<dl class="definition-list">
<dt>Sujets abordés</dt><dd>${escapeText(notice.topics.join(', '))}</dd>
<dt>Intensité</dt><dd>${INTENSITIES[notice.intensity]}</dd>
<dt>Médias</dt><dd>${escapeText(notice.media)}</dd>
</dl>
${notice.detail ? `<p>${escapeText(notice.detail)}</p>` : ''}
<p><strong>Vous pouvez quitter à tout moment.</strong> Personne ne vous demandera pourquoi.</p>
<p><a href="#aide">Besoin d’aide, pour vous ou pour quelqu’un d’autre</a></p>
</section>
<h2>Ce que vous saurez faire</h2>
<ul class="objectives">${objectives.map((objective) => `<li>${escapeText(objective)}</li>`).join('')}</ul>
<p class="livraison__script"><a class="button" href="#lecon-1" data-suite>Commencer</a></p>`;
}

function assessmentHtml({ passMark }: CompiledModule): string {
  return `<h2 class="livraison__heading" tabindex="-1">Évaluation</h2>
<noscript><p>L’évaluation demande JavaScript. Il faut ${passMark} % de bonnes réponses.</p></noscript>
<div id="evaluation-contenu" class="assessment stack stack--l"></div>`;
}

function glossaryHtml({ lessons }: CompiledModule): string {
  const entries = new Map(lessons.flatMap(({ glossary }) => glossary).map((entry) => [entry.id, entry]));
  const sorted = [...entries.values()].sort((one, other) => one.term.localeCompare(other.term, 'fr'));
  return `<h2 class="livraison__heading" tabindex="-1">Glossaire</h2>
<dl class="lesson-notes__list">${sorted.map(({ term, definition }) => `<div class="lesson-notes__entry"><dt>${escapeText(term)}</dt><dd>${escapeText(definition)}</dd></div>`).join('\n')}</dl>`;
}
