const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0', apos: "'" };

/** The few character references an author writes in an attribute: `&quot;`, `&amp;`, `&#8239;`. Others stay as typed. */
export function decodeEntities(value: string): string {
  return value.replace(/&(?:#(\d{1,6})|([a-z]+));/g, (typed: string, code: string, name: string) => {
    if (name) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? typed) : typed;
    const point = Number(code);
    return point >= 32 && point < 0xd800 ? String.fromCodePoint(point) : typed;
  });
}
