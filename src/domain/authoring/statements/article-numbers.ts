/** An article number met in a text. */
export interface ArticleMention {
  /** Without spaces or full stops: `222-33`, `L4122-4`, `40`. */
  article: string;
  start: number;
  end: number;
}

const SPACE = '[ \\u00A0\\u202F\\n]';
const NUMBER = `(?:[LRD]\\*?\\.?${SPACE}?)?\\d{1,4}(?:-\\d{1,4})*`;
/** What an article number is not a piece of: a date, the number of a decree, a case, an address. */
const BEFORE = `(?<![\\p{L}\\p{N}./_-]|[nN][°º]${SPACE}?)`;
const AFTER = '(?![\\p{L}\\p{N}_/]|-\\p{N}|\\.\\p{N})';

/** A letter of a code, or the three figures of the penal code and of criminal procedure: no other number looks so. */
const BY_ITS_FORM = `(?:[LRD]\\*?\\.?${SPACE}?\\d{1,4}|\\d{3})(?:-\\d{1,4})+`;
const AND = `(?:,${SPACE}|${SPACE}(?:et|ou|à)${SPACE}(?:l’article${SPACE})?)`;
const AFTER_ITS_NAME = `(?<=${BEFORE}(?:[aA]rticles?|art\\.)${SPACE}(?:${NUMBER}${AND})*)${NUMBER}`;
const MENTION = new RegExp(`(?:${BEFORE}${BY_ITS_FORM}|${AFTER_ITS_NAME})${AFTER}`, 'gu');

/** The article numbers that a text cites, in its order: `222-33`, `L. 4122-4`, « article 40 », « articles 8 et 9 ». */
export function findArticles(text: string): ArticleMention[] {
  return [...text.matchAll(MENTION)].map(({ index, 0: typed }) => ({
    article: plainArticle(typed),
    start: index,
    end: index + typed.length,
  }));
}

const IN_A_SOURCE = new RegExp(`${BEFORE}${NUMBER}${AFTER}`, 'gu');
const LONGEST_RANGE = 200;

/** The articles that the `article` of a source stands for; « R135-1 à R135-10 » stands for those between too. */
export function articlesOfSource(typed: string): string[] {
  const mentions = [...typed.matchAll(IN_A_SOURCE)];
  return mentions.flatMap((mention, index) => {
    const article = plainArticle(mention[0]);
    const next = mentions[index + 1];
    const between = next && typed.slice(mention.index + mention[0].length, next.index);
    return next && between?.trim() === 'à' ? [article, ...articlesBetween(article, plainArticle(next[0]))] : [article];
  });
}

function articlesBetween(first: string, last: string): string[] {
  const [, start = '', from = ''] = /^(.*?)(\d+)$/.exec(first) ?? [];
  const [, sameStart, to = ''] = /^(.*?)(\d+)$/.exec(last) ?? [];
  const count = Number(to) - Number(from) - 1;
  if (start !== sameStart || !(count > 0 && count < LONGEST_RANGE)) return [];
  return Array.from({ length: count }, (_, index) => `${start}${Number(from) + index + 1}`);
}

function plainArticle(typed: string): string {
  return typed.replace(/[^\p{L}\p{N}-]/gu, '');
}
