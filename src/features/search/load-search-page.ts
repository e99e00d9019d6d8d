import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { listLiveVersions, type PublishedVersion } from '#features/publishing/versions.ts';
import { termAnchor } from './glossary.ts';
import { MARK_START, stretchesOf, type TextStretch } from './marked-text.ts';
import { findDocuments, hasDocuments, type FoundDocument } from './queries.ts';
import { refreshIndex } from './refresh-index.ts';
import { matchExpression, searchWords } from './search-words.ts';

const MAX_RESULTS = 60;
const MAX_THEMES = 12;

export interface SearchResult {
  href: string;
  /** « Leçon 3 », or null for a term. */
  place: string | null;
  title: TextStretch[];
  extract: TextStretch[];
}

/** What was found in one module, or in the glossary. */
export interface ResultGroup {
  id: string;
  title: string;
  results: SearchResult[];
}

export interface SearchPage {
  /** As typed: the field shows it again. */
  typed: string;
  /** `asking` before any search; `too-short` when no word has two letters. */
  outcome: 'asking' | 'too-short' | 'nothing' | 'found' | 'found-in-part';
  count: number;
  groups: ResultGroup[];
  /** What to search for instead, when there is nothing to show. */
  themes: string[];
}

/** A search in the lessons and the glossary of what is live. Nothing of it is kept. */
export async function loadSearchPage(db: Kysely<Database>, typed: string): Promise<SearchPage> {
  await refreshIndex(db);
  const versions = await listLiveVersions(db);
  const words = searchWords(typed);
  const { found, outcome } = await search(db, words);
  if (outcome === 'nothing') {
    const asked = typed === '' ? 'asking' : words.length === 0 ? 'too-short' : 'nothing';
    return { typed, outcome: asked, count: 0, groups: [], themes: await listThemes(db, versions) };
  }
  return { typed, outcome, count: found.length, groups: groupResults(found, versions), themes: [] };
}

type Search = { outcome: 'nothing' | 'found' | 'found-in-part'; found: FoundDocument[] };

/** Texts with all the words; when there are none, texts with some of them. */
async function search(db: Kysely<Database>, words: readonly string[]): Promise<Search> {
  if (words.length === 0) return { outcome: 'nothing', found: [] };
  const all = await findDocuments(db, matchExpression(words, 'all'), MAX_RESULTS);
  if (all.length > 0) return { outcome: 'found', found: all };
  const some = await findDocuments(db, matchExpression(words, 'some'), MAX_RESULTS);
  return { outcome: some.length > 0 ? 'found-in-part' : 'nothing', found: some };
}

/** By module, in the order of their best result. */
function groupResults(found: readonly FoundDocument[], versions: readonly PublishedVersion[]): ResultGroup[] {
  const titles = new Map(versions.map(({ code, module }) => [code, module.title]));
  const groups = new Map<string, ResultGroup>();
  for (const document of found) {
    const id = document.moduleCode || 'glossaire';
    const group = groups.get(id) ?? { id, title: titles.get(document.moduleCode) ?? 'Glossaire', results: [] };
    group.results.push(resultOf(document));
    groups.set(id, group);
  }
  return [...groups.values()];
}

function resultOf({ kind, moduleCode, place, title, objective, extract }: FoundDocument): SearchResult {
  const isLesson = kind === 'lesson';
  return {
    href: isLesson ? `/modules/${moduleCode}/${place}` : `/glossaire#${termAnchor({ id: place })}`,
    place: isLesson ? `Leçon ${place}` : null,
    title: stretchesOf(title),
    extract: stretchesOf(isLesson && !extract.includes(MARK_START) ? objective : extract),
  };
}

/** The themes of the modules that lead somewhere. */
async function listThemes(db: Kysely<Database>, versions: readonly PublishedVersion[]): Promise<string[]> {
  const themes: string[] = [];
  for (const theme of new Set(versions.flatMap(({ module }) => module.themes))) {
    const words = searchWords(theme);
    if (words.length > 0 && (await hasDocuments(db, matchExpression(words, 'all')))) themes.push(theme);
  }
  return themes.slice(0, MAX_THEMES);
}
