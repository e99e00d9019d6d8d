import { unsourcedArticle } from '../problems/statement-problems.ts';
import type { PageText } from '../language/passage.ts';
import { articlesOfSource, findArticles } from './article-numbers.ts';

/** Notes, once in each file, the articles that it cites and that no source of the module has; `cited` is what the sources say. */
export function checkArticles(texts: readonly PageText[], cited: readonly string[]): void {
  const known = new Set(cited.flatMap(articlesOfSource));
  for (const { passages, report } of texts) {
    const noted = new Set<string>();
    for (const { text, offsetAt } of passages) {
      for (const { article, start } of findArticles(text)) {
        if (known.has(article) || noted.has(article)) continue;
        noted.add(article);
        report.error(offsetAt(start), unsourcedArticle(article));
      }
    }
  }
}
