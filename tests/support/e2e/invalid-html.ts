const RULES: [RegExp, string][] = [
  [/<\/html>\s*\S/, 'something after the end of the document'],
  [/<body\b[\s\S]*<style\b/, 'a style in the body'],
  [/<form\b[^>]* role="(?!search")/, 'a form with a role that forms may not have'],
  [
    /<(?:legend|p|h[1-6]|summary|label|button)\b[^>]*>(?:(?!<\/(?:legend|p|h[1-6]|summary|label|button)>)[\s\S])*?<(?:p|div|ul|ol|dl|table)\b/,
    'a block where HTML wants words',
  ],
];

/** What a validator would refuse of a page as it was sent, among the mistakes that our templates could make again; browsers hide them. */
export function invalidHtml(html: string): string[] {
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!);
  const known = new Set(ids);
  const named = [...html.matchAll(/ (?:for|aria-(?:labelledby|describedby|controls))="([^"]*)"/g)];
  const missing = named.flatMap(([, value]) => value!.split(' ')).filter((id) => !known.has(id));
  return [
    ...RULES.filter(([pattern]) => pattern.test(html)).map(([, name]) => name),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `two elements with the id ${id}`),
    ...missing.map((id) => `no element with the id ${id}`),
  ];
}
