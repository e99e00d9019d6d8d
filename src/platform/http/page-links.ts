export interface PageLinks {
  /** « 51 à 100 sur 320 ». */
  position: string;
  previous: string | null;
  next: string | null;
}

/**
 * The neighbours of one page of a list, as addresses that keep every other parameter.
 * @param url the address of the page shown
 * @param pageNumber its number, from 1
 * @param perPage lines on a page
 * @param count lines in the whole list
 */
export function pageLinks(url: URL, pageNumber: number, perPage: number, count: number): PageLinks {
  const first = (pageNumber - 1) * perPage + 1;
  const last = Math.min(count, pageNumber * perPage);
  return {
    position: first <= last ? `${first} à ${last} sur ${count}` : `${count} au total`,
    previous: pageNumber > 1 ? withPage(url, pageNumber - 1) : null,
    next: last < count && first <= last ? withPage(url, pageNumber + 1) : null,
  };
}

function withPage(url: URL, pageNumber: number): string {
  const parameters = new URLSearchParams(url.search);
  parameters.set('page', String(pageNumber));
  return `${url.pathname}?${parameters}`;
}
