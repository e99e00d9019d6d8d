/**
 * HTML of a module where the platform is not there: its images stand beside the page, the help is in it, and what leads
 * elsewhere is left as words.
 */
export function offline(html: string): string {
  return html
    .replace(/ src="\/medias\//g, ' src="medias/')
    .replace(/ href="\/aide(?:#[^"]*)?"/g, ' href="#aide"')
    .replace(/ href="\/glossaire(?:#[^"]*)?"/g, ' href="#glossaire"')
    .replace(/<a\b[^>]*\bhref="(?!#)[^"]*"[^>]*>([\s\S]*?)<\/a>/g, '$1');
}

/** The same of every `html` within something that is plain data. */
export function offlineWithin<Data>(data: Data): Data {
  const answer: unknown = JSON.parse(JSON.stringify(data), (name, value: unknown) =>
    name === 'html' && typeof value === 'string' ? offline(value) : value,
  );
  return answer as Data;
}
