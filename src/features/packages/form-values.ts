import type { PackagePage } from './load-package-page.ts';

/** What the fields of the publishing form hold. */
export interface PackageFormValues {
  cible: string;
  code: string;
  genre: string;
  refaire: string;
  note: string;
  titre: string;
  resume: string;
  duree: string;
  objectifs: string;
  themes: string;
  publics: string[];
  sujets: string;
  intensite: string;
  medias: string;
  regle: string;
  fenetres: string;
}

/** What a refused form had sent, so that nothing is typed twice; otherwise what the module, or the package, says already. */
export function formValuesOf(page: PackagePage, sent: FormData | null): PackageFormValues {
  return sent ? sentValues(sent) : proposedValues(page);
}

function sentValues(sent: FormData): PackageFormValues {
  const one = (name: string) => {
    const value = sent.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    cible: one('cible') || 'nouveau',
    code: one('code'),
    genre: one('genre'),
    refaire: one('refaire'),
    note: one('note'),
    titre: one('titre'),
    resume: one('resume'),
    duree: one('duree'),
    objectifs: one('objectifs'),
    themes: one('themes'),
    publics: sent.getAll('publics[]').map(String),
    sujets: one('sujets'),
    intensite: one('intensite'),
    medias: one('medias'),
    regle: one('regle'),
    fenetres: one('fenetres'),
  };
}

function proposedValues({ delivery, targets, described }: PackagePage): PackageFormValues {
  const { module, rule, mayOpenWindows, freeCode } = described;
  return {
    cible: targets.at(-1)?.code ?? 'nouveau',
    code: freeCode,
    genre: 'material',
    refaire: '',
    note: '',
    titre: module?.title ?? delivery.title,
    resume: module?.summary ?? '',
    duree: module ? String(module.minutes) : '',
    objectifs: module?.objectives.join('\n') ?? '',
    themes: module?.themes.join(', ') ?? '',
    publics: module?.audiences ?? ['personnels'],
    sujets: module?.notice.topics.join(', ') ?? '',
    intensite: String(module?.notice.intensity ?? 2),
    medias: module?.notice.media ?? '',
    regle: rule,
    fenetres: mayOpenWindows ? 'oui' : '',
  };
}
