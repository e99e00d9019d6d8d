import type { DeliveredModule } from '#domain/delivery/delivered-module.ts';
import type { CompiledModule, GlossaryEntry } from '#domain/module/compiled-module.ts';
import type { Help } from '#features/help/help.ts';
import { glossaryAnchor } from '#features/learning/anchor-mentions.ts';
import { contactFacts } from './contact-facts.ts';
import { deliveredLesson } from './delivered-lesson.ts';
import { escapeText } from './escape-text.ts';
import { INTENSITIES } from './intensities.ts';

/** The one page of a delivered module: everything is there to read without a script, one part at a time with it. */
export function deliveredPage(
  module: CompiledModule,
  delivered: DeliveredModule,
  { help, version }: { help: Help; version: string },
): string {
  const { lessons } = module;
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(module.title)}</title>
<link rel="stylesheet" href="style.css">
<script type="application/json" id="module">${JSON.stringify(delivered).replace(/</g, '\\u003c')}</script>
<script src="livraison.js" defer></script>
</head>
<body>
<div class="page">
<a class="skip-link" href="#contenu">Aller au contenu</a>
<section class="quick-exit no-print" aria-label="Sortie rapide">
<div class="quick-exit__line container">
<a class="quick-exit__link" href="${escapeText(delivered.exitUrl)}" rel="noreferrer" target="_top" data-quick-exit>Quitter rapidement</a>
<p class="quick-exit__note meta"><span class="quick-exit__how">Ce bouton, ou trois appuis sur Majuscule, remplace la page par un autre site.</span> L’historique du navigateur n’est pas effacé.</p>
</div>
</section>
<main id="contenu" tabindex="-1" class="container livraison">
<h1 class="livraison__title">${escapeText(module.title)}</h1>
<nav class="livraison__plan stack stack--s no-print" aria-labelledby="plan">
<details open>
<summary><h2 id="plan">Plan</h2></summary>
<ol role="list">
<li><a href="#accueil">Avant de commencer</a></li>
${lessons.map(({ number, title }) => `<li><a href="#lecon-${number}">${number}. ${escapeText(title)}</a> <span class="meta" id="etat-lecon-${number}"></span></li>`).join('\n')}
<li class="livraison__script"><a href="#evaluation">Évaluation</a> <span class="meta" id="etat-evaluation"></span></li>
<li><a href="#glossaire">Glossaire</a></li>
<li><a href="#aide">Aide et contacts</a></li>
</ol>
<p><button type="button" class="button button--quiet" id="effacer" hidden>Effacer ce qui est gardé ici</button></p>
</details>
<p id="enregistrement" class="meta livraison__script" role="status"></p>
<p><button type="button" class="button button--secondary" id="quitter" hidden>Quitter le module</button></p>
<p id="termine" hidden><strong>Le module est terminé.</strong></p>
</nav>
<div>
${welcome(module, version)}
${lessons.map((lesson, index) => part(`lecon-${lesson.number}`, deliveredLesson(lesson) + readButton(index))).join('\n')}
${assessmentPage(module)}
${glossaryPage(lessons.flatMap(({ glossary }) => glossary))}
${helpPage(help)}
</div>
</main>
</div>
</body>
</html>
`;
}

function welcome({ summary, objectives, minutes, notice, workingNotice }: CompiledModule, version: string): string {
  return part(
    'accueil',
    `<p class="lede">${escapeText(summary)}</p>
<p class="meta">${minutes} min · version ${escapeText(version)}</p>
${workingNotice ? `<p class="working-notice">${escapeText(workingNotice)}</p>` : ''}
<h2 tabindex="-1">Avant de commencer</h2>
<dl class="definition-list">
<dt>Sujets abordés</dt><dd>${escapeText(notice.topics.join(', '))}</dd>
<dt>Intensité</dt><dd>${INTENSITIES[notice.intensity]}</dd>
<dt>Médias</dt><dd>${escapeText(notice.media)}</dd>
</dl>
${notice.detail ? `<p>${escapeText(notice.detail)}</p>` : ''}
<p>Vous pouvez quitter à tout moment. <a href="#aide">Besoin d’aide, pour vous ou pour quelqu’un d’autre</a></p>
<h2>Ce que vous saurez faire</h2>
<ul>${objectives.map((objective) => `<li>${escapeText(objective)}</li>`).join('')}</ul>
<p class="livraison__script"><a class="button" href="#lecon-1">Commencer</a></p>`,
  );
}

function readButton(index: number): string {
  return `<p class="livraison__script"><button class="button" data-lue="${index}">J’ai lu cette leçon</button></p>`;
}

function assessmentPage({ passMark }: CompiledModule): string {
  return part(
    'evaluation',
    `<h2 tabindex="-1">Évaluation</h2>
<noscript><p>L’évaluation demande JavaScript. Il faut ${passMark} % de bonnes réponses.</p></noscript>
<div id="evaluation-contenu"></div>`,
  );
}

function glossaryPage(mentioned: readonly GlossaryEntry[]): string {
  const entries = new Map(mentioned.map((entry) => [entry.id, entry]));
  const sorted = [...entries.values()].sort((one, other) => one.term.localeCompare(other.term, 'fr'));
  const listed = sorted.map(
    ({ id, term, definition }) =>
      `<div id="${escapeText(glossaryAnchor(id))}" class="lesson-notes__entry" tabindex="-1"><dt>${escapeText(term)}</dt><dd>${escapeText(definition)}</dd></div>`,
  );
  return part(
    'glossaire',
    `<h2 tabindex="-1">Glossaire</h2>
<dl class="lesson-notes__list">${listed.join('\n')}</dl>`,
  );
}

/** The contacts that the installation has: nothing is added to them. */
function helpPage({ contacts }: Help): string {
  const listed = contacts.map((contact) => {
    const { nom, numero, lien, aCompleter } = contact;
    return `<li><strong>${escapeText(nom)}</strong>${numero ? `\u00a0: <a href="tel:${escapeText(numero.replaceAll(' ', ''))}">${escapeText(numero)}</a>` : ''}${lien ? `\u00a0: ${escapeText(lien)}` : ''}${aCompleter ? `\u00a0: ${escapeText(aCompleter)}` : ''}<br><span class="meta">${escapeText(contactFacts(contact))}</span></li>`;
  });
  return part('aide', `<h2 tabindex="-1">Aide et contacts</h2><ul class="stack stack--s">${listed.join('')}</ul>`);
}

function part(id: string, html: string): string {
  return `<section class="livraison__page stack" id="${id}" tabindex="-1">\n${html}\n</section>`;
}
