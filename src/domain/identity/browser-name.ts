const BROWSERS: readonly [mark: RegExp, name: string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|Chromium\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const SYSTEMS: readonly [mark: RegExp, name: string][] = [
  [/Android/, 'sous Android'],
  [/iPhone/, 'sur iPhone'],
  [/iPad/, 'sur iPad'],
  [/Windows/, 'sous Windows'],
  [/Macintosh|Mac OS X/, 'sur Mac'],
  [/CrOS/, 'sous ChromeOS'],
  [/Linux/, 'sous Linux'],
];

/** « Firefox sous Windows », from what a browser says of itself; only to help somebody recognise their own. */
export function browserName(userAgent: string): string {
  const browser = nameIn(BROWSERS, userAgent) ?? 'Navigateur inconnu';
  const system = nameIn(SYSTEMS, userAgent);
  return system ? `${browser} ${system}` : browser;
}

// Browsers name one another for compatibility, so the first mark that is there decides.
function nameIn(marks: readonly [RegExp, string][], userAgent: string): string | null {
  return marks.find(([mark]) => mark.test(userAgent))?.[1] ?? null;
}
