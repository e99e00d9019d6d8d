import { FEATURE_EDGES } from './feature-edges.ts';
import { described, importsOf, type Import } from './imports.ts';
import { featureOf, placeOf, type Place } from './places.ts';
import type { SourceFile } from './source-file.ts';

/** What an import reaches. « types » is what leaves nothing in the program; the plain word allows both. */
type Reach =
  | 'same place'
  | 'domain'
  | 'own feature'
  | 'own pure modules'
  | 'own components'
  | 'declared features'
  | 'features'
  | 'platform'
  | 'ui'
  | 'schema'
  | 'migrations'
  | 'database set-up'
  | 'migrator in installation'
  | 'astro'
  | 'astro:actions'
  | 'kysely'
  | 'kysely in queries'
  | 'react'
  | 'node'
  | 'package.json';
type Allowed = Reach | `${Reach} types`;

/** DESIGN §3, row by row: from this place one may import these. */
const LAW: Record<Exclude<Place, 'tests' | 'elsewhere'>, readonly Allowed[]> = {
  domain: ['domain'],
  feature: [
    'domain',
    'own feature',
    'declared features',
    'platform',
    'schema types',
    'kysely types',
    'kysely in queries',
    'migrator in installation',
    'node',
  ],
  // A pure module is as harmless to a page or a browser as the domain: a form, a link, the view of a block.
  component: ['domain', 'own feature types', 'own pure modules', 'own components', 'ui', 'astro'],
  island: ['domain', 'own feature types', 'own pure modules', 'own components', 'ui', 'astro:actions', 'react'],
  platform: ['domain types', 'platform', 'schema types', 'kysely', 'node', 'package.json'],
  'platform/http': ['domain types', 'platform', 'schema types', 'astro', 'node'],
  ui: ['ui', 'astro'],
  pages: ['domain', 'features', 'platform', 'ui', 'astro', 'database set-up'],
  actions: ['same place', 'domain', 'features', 'platform', 'ui', 'astro'],
  middleware: ['same place', 'domain', 'features', 'platform', 'ui', 'astro'],
  cli: ['same place', 'domain', 'features', 'platform', 'astro', 'node', 'database set-up'],
  schema: ['schema types', 'kysely types'],
  migrations: ['kysely'],
  migrator: ['kysely', 'schema types', 'migrations'],
  seeds: ['same place', 'domain', 'features', 'platform', 'schema types', 'kysely types'],
};

/**
 * The parts of the domain that the plumbing itself runs on: what a moment is, and who may do what; and the two shapes in which
 * it hands over a foreign file, an XML element and what is wrong with it.
 */
const DOMAIN_OF_PLATFORM = /^src\/domain\/((time|identity)\/|packaging\/(finding|xml-element)\.ts$)/;

/** Who may read db/seeds: the sign-in page of the demonstration shows the accounts of the cast. */
const CAST = 'db/seeds/cast.ts';

/** Breaches of the table of DESIGN §3. */
export function importLawBreaches(files: SourceFile[]): string[] {
  const isPure = purityOf(files);
  return files
    .filter(({ path }) => isUnderLaw(placeOf(path)))
    .flatMap((file) => importsOf(file))
    .filter((edge) => !isAllowed(edge, isPure))
    .map((edge) => `${described(edge)}: ${placeOf(edge.from)} may not (DESIGN §3)`);
}

type UnderLaw = keyof typeof LAW;

function isUnderLaw(place: Place): place is UnderLaw {
  return place in LAW;
}

function isAllowed(edge: Import, isPure: (path: string) => boolean): boolean {
  if (edge.packageName && !isKnownToLaw(edge.packageName)) return true; // packages.ts says where these live
  const allowed: readonly Allowed[] = LAW[placeOf(edge.from) as UnderLaw];
  return reachesOf(edge, isPure).some(
    (reach) => allowed.includes(reach) || (edge.isTypeOnly && allowed.includes(`${reach} types`)),
  );
}

function isKnownToLaw(name: string): boolean {
  return packageReach(name) !== null;
}

function packageReach(name: string): Reach | null {
  if (name.startsWith('node:')) return 'node';
  if (name === 'astro' || name.startsWith('astro:') || name.startsWith('@astrojs')) return 'astro';
  if (name === 'react' || name === 'react-dom') return 'react';
  return name === 'kysely' ? 'kysely' : null;
}

function reachesOf(edge: Import, isPure: (path: string) => boolean): Reach[] {
  if (edge.packageName) return packageReaches(edge, edge.packageName);
  const { from, target } = edge;
  if (target === null) return [];
  if (target === 'package.json') return ['package.json'];
  const place = placeOf(target);
  if (place === placeOf(from) && isPlain(place)) return ['same place'];
  switch (place) {
    case 'domain':
      return placeOf(from).startsWith('platform') && DOMAIN_OF_PLATFORM.test(target)
        ? ['domain', 'platform']
        : ['domain'];
    case 'feature':
    case 'component':
    case 'island':
      return featureReaches(from, target, place, isPure);
    case 'platform':
    case 'platform/http':
      return ['platform'];
    case 'ui':
      return ['ui'];
    case 'schema':
      return ['schema'];
    case 'migrations':
      return ['migrations'];
    case 'migrator':
      return featureOf(from) === 'installation' ? ['migrator in installation'] : ['database set-up'];
    case 'seeds':
      return placeOf(from) === 'pages' && target !== CAST ? [] : ['database set-up'];
    default:
      return [];
  }
}

/** Places whose files may all use each other. */
function isPlain(place: Place): boolean {
  return ['actions', 'middleware', 'cli', 'seeds'].includes(place);
}

function packageReaches({ from, specifier, names }: Import, name: string): Reach[] {
  const reach = packageReach(name);
  if (specifier === 'astro:actions') return ['astro', 'astro:actions'];
  const isSqlInQueries = /(^|[-/])queries\.ts$/.test(from) && names.every((imported) => imported === 'sql');
  if (reach === 'kysely' && isSqlInQueries) return ['kysely', 'kysely in queries'];
  return reach ? [reach] : [];
}

function featureReaches(from: string, target: string, place: Place, isPure: (path: string) => boolean): Reach[] {
  const [mine, theirs] = [featureOf(from), featureOf(target)];
  if (mine === null) return ['features'];
  if (mine !== theirs) {
    const isDeclared = place === 'feature' && (FEATURE_EDGES[mine] ?? []).includes(theirs!);
    return isDeclared ? ['declared features'] : [];
  }
  if (place !== 'feature') return ['own components'];
  return isPure(target) ? ['own feature', 'own pure modules'] : ['own feature'];
}

/** A module of a feature is pure when what it runs with is the domain, zod and other pure modules. */
function purityOf(files: SourceFile[]): (path: string) => boolean {
  const imports = new Map(files.map((file) => [file.path, file]));
  const known = new Map<string, boolean>();
  const isPure = (path: string): boolean => {
    const file = imports.get(path);
    const answer = known.get(path);
    if (answer !== undefined || !file) return answer ?? false;
    known.set(path, true);
    const pure = importsOf(file)
      .filter((edge) => !edge.isTypeOnly)
      .every(({ packageName, target }) => packageName === 'zod' || (target !== null && isHarmless(target)));
    known.set(path, pure);
    return pure;
  };
  const isHarmless = (target: string) =>
    placeOf(target) === 'domain' || (placeOf(target) === 'feature' && isPure(target));
  return isPure;
}
