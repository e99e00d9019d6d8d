/**
 * The files of a new module, by path inside its folder: a complete small module that passes the check, for its trainer
 * to write over. Its texts say what each part is for.
 */
export function scaffoldModule(slug: string, code: string): Record<string, string> {
  return {
    'module.yaml': moduleSettings(slug, code),
    'glossaire.yaml': GLOSSARY,
    '01-premiere-lecon.mdx': FIRST_LESSON,
    '02-deuxieme-lecon.mdx': SECOND_LESSON,
    'evaluation.mdx': EVALUATION,
  };
}

function moduleSettings(slug: string, code: string): string {
  const words = slug.replaceAll('-', ' ');
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return `code: ${code}
titre: "${title}"
resume: Deux ou trois phrases qui disent à qui s’adresse le module et ce qu’il apporte.
publics: [personnels]  # personnels, eleves, ou les deux
objectifs:
  - Reconnaître une première chose.
  - Savoir en faire une deuxième.
themes: [à préciser]
duree: 20            # minutes, pour tout le module
seuil: 80            # pour cent de bonnes réponses pour réussir
tirage: 2            # questions par tentative ; la réserve en compte au moins le double
prerequis: []
relecture: 365       # jours après lesquels une référence ou une source est à relire
avertissement:
  sujets: [à préciser]
  intensite: 1       # de 1 à 3
  medias: Texte seul ; aucune image, aucun enregistrement.
mention: Version de travail, à relire avant publication.
`;
}

const GLOSSARY = `- terme: mot du métier
  definition: Ce qu’il veut dire, en une ou deux phrases. La leçon y renvoie d’elle-même.
`;

const FIRST_LESSON = `---
titre: Première leçon
objectif: Dire en une phrase ce que la personne saura faire.
duree: 8
sujets: [à préciser]
intensite: 1
medias: Texte seul.
sources: []
---

Commencez par une situation concrète, en deux à quatre phrases. Un mot du métier est expliqué dans le glossaire.

## Un premier titre

Écrivez en Markdown : des paragraphes courts, des listes, du **gras** pour un mot qui compte.

- Un premier point.
- Un second point, avec un renvoi vers [la leçon suivante](02-deuxieme-lecon.mdx).

<Definition terme="Un mot du métier">
Ce qu’il veut dire, en une ou deux phrases.
</Definition>

<Question id="premiere-question">

Posez une question sur une décision à prendre.

<Choix explication="Dites pourquoi ce n’est pas la bonne réponse.">Un choix plausible.</Choix>
<Choix juste explication="Dites pourquoi c’est la bonne réponse.">Le bon choix.</Choix>
</Question>

<Encadre titre="À retenir" ton="retenir">
- Une phrase à garder en tête.
</Encadre>
`;

const SECOND_LESSON = `---
titre: Deuxième leçon
objectif: Dire en une phrase ce que la personne saura faire.
duree: 8
sujets: [à préciser]
intensite: 1
medias: Texte seul.
sources: []
---

Un cas fictif fait vivre une suite de choix.

<Situation id="premier-cas" titre="Un premier cas" regard="temoin" cadre="Dans un bureau">

Dites qui est la personne, où elle se trouve, ce qu’elle voit.

<Scene id="debut">
Dites ce qui se passe, et le choix à faire.

<Option vers="suite" avis="juste" consequence="Dites ce que ce choix produit.">Un choix adapté.</Option>
<Option avis="risque" consequence="Dites ce que ce choix produit.">Un choix risqué.</Option>
</Scene>

<Scene id="suite">
Une scène sans option termine le cas.
</Scene>
</Situation>

<Ressource titre="Trouver de l’aide" lien="/aide">
Dites à qui s’adresser, et pourquoi.
</Ressource>

<Encadre titre="À retenir" ton="retenir">
- Une phrase à garder en tête.
</Encadre>
`;

const EVALUATION = [
  { id: 'e01', lesson: '01-premiere-lecon', level: 'savoir' },
  { id: 'e02', lesson: '01-premiere-lecon', level: 'comprendre' },
  { id: 'e03', lesson: '02-deuxieme-lecon', level: 'decider' },
  { id: 'e04', lesson: '02-deuxieme-lecon', level: 'decider' },
]
  .map(
    ({ id, lesson, level }) => `<Question id="${id}" lecon="${lesson}" niveau="${level}">

Posez une question sur ce que la leçon apprend à décider.

<Choix juste explication="Dites pourquoi c’est la bonne réponse.">Le bon choix.</Choix>
<Choix explication="Dites pourquoi ce n’est pas la bonne réponse.">Un choix plausible.</Choix>
<Choix explication="Dites pourquoi ce n’est pas la bonne réponse.">Un autre choix plausible.</Choix>
</Question>
`,
  )
  .join('\n');
