/** What kind of place a path is, for the import law. */
export type Place =
  | 'domain'
  | 'feature'
  | 'component'
  | 'island'
  | 'platform'
  | 'platform/http'
  | 'ui'
  | 'pages'
  | 'actions'
  | 'middleware'
  | 'cli'
  | 'schema'
  | 'migrations'
  | 'migrator'
  | 'seeds'
  | 'tests'
  | 'elsewhere';

const PLACES: [RegExp, Place][] = [
  [/^src\/domain\//, 'domain'],
  [/^src\/features\/[^/]+\/components\//, 'component'],
  [/^src\/features\/[^/]+\/islands\//, 'island'],
  [/^src\/features\/[^/]+\//, 'feature'],
  [/^src\/platform\/http\//, 'platform/http'],
  [/^src\/platform\//, 'platform'],
  [/^src\/ui\//, 'ui'],
  [/^src\/pages\//, 'pages'],
  [/^src\/actions\//, 'actions'],
  [/^src\/middleware\//, 'middleware'],
  [/^src\/cli\//, 'cli'],
  [/^db\/schema(\/[a-z-]+)?\.ts$/, 'schema'],
  [/^db\/migrations\//, 'migrations'],
  [/^db\/migrator\.ts$/, 'migrator'],
  [/^db\/seeds\//, 'seeds'],
  [/^tests\//, 'tests'],
];

export function placeOf(path: string): Place {
  return PLACES.find(([pattern]) => pattern.test(path))?.[1] ?? 'elsewhere';
}

/** The feature a path belongs to; null outside src/features. */
export function featureOf(path: string): string | null {
  return /^src\/features\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** The folder that a relative import does not leave: src/<part>, one feature, or db. */
export function areaOf(path: string): string {
  const feature = featureOf(path);
  if (feature) return `src/features/${feature}`;
  return path
    .split('/')
    .slice(0, path.startsWith('src/') ? 2 : 1)
    .join('/');
}
