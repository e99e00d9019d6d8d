/** A sound text for a file that has errors, so that the rest of its module can be read meanwhile. */
export function standInFor(path: string, files: Record<string, string>): string {
  if (path === 'module.yaml') return SETTINGS;
  if (path === 'glossaire.yaml') return '[]\n';
  if (path === 'evaluation.mdx') return evaluation(files);
  return LESSON;
}

const LESSON = `---
titre: Leçon à corriger
objectif: Corriger les erreurs de cette leçon pour la lire.
duree: 1
sujets: [à corriger]
intensite: 1
medias: À corriger.
sources: []
---

Cette leçon s’affichera ici dès que ses erreurs seront corrigées.
`;

const SETTINGS = `code: m1
titre: Module à corriger
resume: Les réglages de ce module ont des erreurs.
publics: [personnels]
objectifs:
  - Corriger les réglages.
  - Lire le module.
themes: [à corriger]
duree: 1
seuil: 80
tirage: 1
relecture: 365
avertissement:
  sujets: [à corriger]
  intensite: 1
  medias: À corriger.
`;

/** As many questions as the settings ask for, about the first lesson. */
function evaluation(files: Record<string, string>): string {
  const lesson = Object.keys(files)
    .filter((path) => /^\d\d-.*\.mdx$/.test(path))
    .sort()[0]
    ?.replace(/\.mdx$/, '');
  const drawn = Number(/^tirage:\s*(\d{1,2})\b/m.exec(files['module.yaml'] ?? '')?.[1] ?? 1);
  return Array.from({ length: drawn * 2 }, (_, index) => question(`a-corriger-${index + 1}`, lesson ?? '')).join('\n');
}

function question(id: string, lesson: string): string {
  return `<Question id="${id}" lecon="${lesson}" niveau="savoir">

L’évaluation est à corriger.

<Choix juste explication="Oui.">Oui.</Choix>
<Choix explication="Non.">Non.</Choix>
</Question>
`;
}
