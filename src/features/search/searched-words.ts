const MAX_LETTERS = 100;

/**
 * What somebody searched for, from the body of the request alone: an address is kept by the browser, by proxies and by logs.
 * Empty when nothing was asked, or when the body is no form.
 */
export async function searchedWords(request: Request): Promise<string> {
  if (request.method !== 'POST') return '';
  const words = (await readForm(request))?.get('mots');
  return typeof words === 'string' ? words.trim().slice(0, MAX_LETTERS) : '';
}

async function readForm(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch {
    // Not the form of our page: there is nothing to search, and nothing to note.
    return null;
  }
}
