import type { MarkupFault } from './scan-markup.ts';
import { MAX_DEPTH } from './scan-markup.ts';

const CLOSE = 'Demandez un fichier refait par l’outil qui l’a produit.';

/** Why a text is not read, said to whoever brought it. */
export function markupFaultWords(fault: MarkupFault, detail: string): string {
  switch (fault) {
    case 'doctype':
      return 'Ce fichier XML contient une déclaration DOCTYPE, par laquelle on peut faire lire d’autres fichiers ou saturer la machine : il n’est pas lu. Retirez-la, un manifeste n’en a pas besoin.';
    case 'declaration':
      return 'Ce fichier XML contient une déclaration (« <! … ») qu’un manifeste ne doit pas avoir : il n’est pas lu. Retirez-la.';
    case 'unclosed comment':
      return 'Un commentaire commence ici (« <!-- ») et n’est jamais fermé : ajoutez « --> ».';
    case 'unclosed section':
      return 'Une section de texte commence ici (« <![CDATA[ ») et n’est jamais fermée : ajoutez « ]]> ».';
    case 'unclosed instruction':
      return 'Une instruction commence ici (« <? ») et n’est jamais fermée : ajoutez « ?> ».';
    case 'unclosed tag':
      return `La balise${named(detail)} n’est pas finie : il y manque « > » ou un guillemet. ${CLOSE}`;
    case 'unknown entity':
      return `L’abréviation « ${detail} » n’existe pas en XML : écrivez le caractère lui-même, ou son numéro (« &#160; » par exemple).`;
    case 'bare ampersand':
      return `Le signe « & » s’écrit « &amp; » en XML : corrigez « ${detail} ».`;
    case 'character':
      return `Le caractère ${detail} n’est pas permis en XML : retirez-le.`;
    case 'depth':
      return `Plus de ${MAX_DEPTH} éléments sont imbriqués les uns dans les autres : ce n’est pas un manifeste ordinaire, il n’est pas lu. ${CLOSE}`;
    case 'elements':
      return `Ce fichier a trop d’éléments pour être un manifeste ordinaire : il n’est pas lu. ${CLOSE}`;
    case 'section':
      return `Cette section de texte est trop longue pour un manifeste ordinaire : il n’est pas lu. ${CLOSE}`;
    case 'attributes':
      return `Ce fichier, ou la balise${named(detail)}, a trop d’attributs pour un manifeste ordinaire : il n’est pas lu. ${CLOSE}`;
  }
}

const named = (name: string): string => (name === '' ? '' : ` « ${name} »`);

/** The same for what the parser itself finds; its own words are never shown. */
export function parserFaultWords(message: string): string {
  for (const [pattern, words] of PARSER_FAULTS) {
    const match = pattern.exec(message);
    if (match) return words(shortened(match[1] ?? ''), shortened(match[2] ?? ''));
  }
  return `Ce fichier n’est pas du XML bien formé à cet endroit. ${CLOSE}`;
}

const PARSER_FAULTS: readonly [RegExp, (one: string, other: string) => string][] = [
  [
    /tag mismatch: "([^"]*)" != "([^"]*)"/,
    (open, closed) =>
      open === ''
        ? `La balise « ${closed} » est fermée ici sans avoir été ouverte. ${CLOSE}`
        : `La balise « ${open} » est fermée par « ${closed} » : les deux noms doivent être les mêmes. ${CLOSE}`,
  ],
  [
    /unclosed xml tag\(s\): (?:.*, )?(.*)$/,
    (name) => `La balise « ${name} » n’est jamais fermée : le fichier est sans doute coupé. ${CLOSE}`,
  ],
  [/Attribute (\S*) redefined/, (name) => `L’attribut « ${name} » est écrit deux fois : gardez-en un seul.`],
  [/Unescaped '<'/, () => 'Dans la valeur d’un attribut, « < » s’écrit « &lt; » : corrigez-le.'],
  [/missing root element/, () => `Ce fichier est vide ou n’est pas du XML : on n’y trouve aucun élément. ${CLOSE}`],
  [
    /Extra content|outside root|Only one element|HierarchyRequest/i,
    () => `Il y a du contenu après la fin, ou avant le début, de l’élément principal. ${CLOSE}`,
  ],
  [
    /missed value|missed quot|missed start quot|after "="|AttValue|attribute/i,
    () => `Un attribut est mal écrit : sa forme est nom="valeur". ${CLOSE}`,
  ],
];

const MAX_SHOWN = 60;

function shortened(name: string): string {
  return name.length <= MAX_SHOWN ? name : `${name.slice(0, MAX_SHOWN)}…`;
}
