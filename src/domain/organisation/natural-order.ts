const collator = new Intl.Collator('fr', { numeric: true });

/** Names as one reads them, numbers by their value: « 2e compagnie » before « 10e compagnie », « Étape » before « Zone ». */
export function naturalOrder(one: string, other: string): number {
  return collator.compare(one, other);
}
