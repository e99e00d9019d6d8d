import { item, manifest2004, resource, sequencing } from './manifests.ts';

/** Where a page of a package finds the run-time. */
const FIND = `function find(name) {
  try { for (let at = window; at !== at.parent; at = at.parent) if (at.parent[name]) return at.parent[name]; } catch { return null; }
}
`;

/** A page that finds the run-time, and leaves it to the test to speak: `api`. */
export function quietPage(title: string, standard: 'scorm12' | 'scorm2004' = 'scorm2004'): string {
  return page(title, `window.api = find('${standard === 'scorm12' ? 'API' : 'API_1484_11'}');`);
}

/** A page as authoring tools make it: it says its last, and ends, while it goes. */
export function leavingPage(title: string, event: 'unload' | 'pagehide' = 'unload'): string {
  return page(
    title,
    `window.api = find('API_1484_11');
api.Initialize('');
window.addEventListener('${event}', () => {
  api.SetValue('cmi.location', 'au départ');
  api.SetValue('cmi.suspend_data', document.querySelector('input').value);
  api.SetValue('cmi.completion_status', 'completed');
  api.SetValue('adl.nav.request', 'exitAll');
  api.Terminate('');
});`,
    '<p><label>Votre note <input></label></p>',
  );
}

function page(title: string, script: string, body = ''): string {
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>${title}</title></head>
<body><h1>${title}</h1>${body}<script>${FIND}${script}
document.documentElement.dataset.ready = 'oui';</script></body></html>
`;
}

/** A course of SCORM 2004 whose pages are those given, by the letter of their item: `A` opens `a.html`. */
export function course2004(
  pages: Record<string, string>,
  { inside = {}, organization, assets = [] }: CourseParts = {},
): Record<string, string> {
  const letters = Object.keys(pages);
  const files = letters.map((letter): [string, string] => [`${letter.toLowerCase()}.html`, pages[letter]!]);
  const manifest = manifest2004('4th', {
    items: letters.map((letter) => item(letter, `R${letter}`, inside[letter] ?? '')).join(''),
    resources: letters
      .map((letter) =>
        resource(`R${letter}`, {
          href: `${letter.toLowerCase()}.html`,
          kind: assets.includes(letter) ? 'asset' : 'sco',
        }),
      )
      .join(''),
    organization: organization ?? sequencing('<imsss:controlMode choice="true" flow="true"/>'),
  });
  return { 'imsmanifest.xml': manifest, ...Object.fromEntries(files) };
}

interface CourseParts {
  /** What an item has besides its title, by its letter. */
  inside?: Record<string, string>;
  /** Sequencing of the whole. */
  organization?: string;
  /** Letters of the items that only show something. */
  assets?: readonly string[];
}
