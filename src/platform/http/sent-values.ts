/** What a form that was refused had sent, by field, so that nothing is typed twice; the first value of each name. */
export async function sentValues(request: Request): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const [name, value] of await request.formData()) if (typeof value === 'string') values[name] ??= value;
  return values;
}
