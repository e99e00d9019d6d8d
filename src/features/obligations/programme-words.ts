/** What the page of a programme says once a form is done, by the `fait` of its address. */
export function programmeDoneWords(fait: string | null, count: number): string | null {
  const people = count > 1 ? `${count} personnes` : count === 1 ? 'une personne' : 'personne de nouveau';
  switch (fait) {
    case 'creation':
      return 'Le parcours est ouvert. Désignez maintenant ceux qu’il concerne.';
    case 'modification':
      return 'Les réglages sont enregistrés.';
    case 'fermeture':
      return 'Le parcours est fermé : il n’est plus demandé à personne.';
    case 'reouverture':
      return 'Le parcours est rouvert.';
    case 'designation':
      return `Désignation enregistrée : ${people}.`;
    case 'fin':
      return `Fin de désignation enregistrée : ${people}.`;
    default:
      return null;
  }
}
