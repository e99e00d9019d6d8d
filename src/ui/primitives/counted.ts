const french = new Intl.NumberFormat('fr-FR');

/** « 1 unité », « 6 000 unités »; zero is singular in French. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${french.format(count)} ${count < 2 ? one : several}`;
}
