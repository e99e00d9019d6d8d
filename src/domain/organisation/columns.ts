import { folded } from './folded.ts';

export const PERSON_FIELDS = [
  'hrNumber',
  'familyName',
  'givenName',
  'email',
  'status',
  'unit',
  'since',
  'rankGroup',
  'job',
  'designated',
  'absence',
  'absenceFrom',
  'absenceTo',
] as const;
export const UNIT_FIELDS = ['code', 'name', 'parent'] as const;

export type PersonField = (typeof PERSON_FIELDS)[number];
export type UnitField = (typeof UNIT_FIELDS)[number];
export type Field = PersonField | UnitField;
export type FileKind = 'people' | 'units';

export const FIELDS: Record<FileKind, readonly Field[]> = { people: PERSON_FIELDS, units: UNIT_FIELDS };

export const FIELD_NAMES: Record<Field, string> = {
  hrNumber: 'Matricule',
  familyName: 'Nom',
  givenName: 'Prénom',
  email: 'Courriel',
  status: 'Statut',
  unit: 'Unité',
  since: 'Dans l’unité depuis',
  rankGroup: 'Catégorie',
  job: 'Fonction',
  designated: 'Désigné depuis',
  absence: 'Motif de l’absence',
  absenceFrom: 'Absence du',
  absenceTo: 'Absence au',
  code: 'Code de l’unité',
  name: 'Nom de l’unité',
  parent: 'Unité supérieure',
};

/** What HR calls them, folded. Mentor's `role` is none of them: roles are given by a person. */
const NAMES: Record<FileKind, Partial<Record<Field, readonly string[]>>> = {
  people: {
    hrNumber: [
      'matricule',
      'numero matricule',
      'matricule rh',
      'n matricule',
      'hr number',
      'employee number',
      'staff id',
    ],
    familyName: ['nom', 'nom de famille', 'nom d usage', 'family name', 'lastname', 'last name', 'surname'],
    givenName: ['prenom', 'prenoms', 'given name', 'firstname', 'first name'],
    email: ['courriel', 'email', 'e mail', 'mail', 'adresse electronique', 'adresse mail', 'mel'],
    status: ['statut', 'status'],
    unit: ['unite', 'code unite', 'code de l unite', 'unit', 'unit code', 'group', 'groupe', 'affectation'],
    since: ['depuis', 'affecte depuis', 'date d affectation', 'date affectation', 'since', 'arrivee', 'date d arrivee'],
    rankGroup: ['categorie', 'grade', 'categorie de grade', 'rank', 'rank group'],
    job: ['fonction', 'emploi', 'job', 'function'],
    designated: [
      'designe depuis',
      'designee depuis',
      'designe e depuis',
      'designation',
      'designe',
      'designated',
      'designated since',
    ],
    absence: ['absence', 'motif', 'motif absence', 'motif d absence', 'motif de l absence', 'absence reason'],
    absenceFrom: ['absence du', 'absent du', 'debut absence', 'debut d absence', 'absence from'],
    absenceTo: ['absence au', 'absent au', 'fin absence', 'fin d absence', 'absence to'],
  },
  units: {
    code: ['code', 'code unite', 'code de l unite', 'unite', 'unit', 'unit code'],
    name: ['nom', 'libelle', 'intitule', 'nom de l unite', 'libelle unite', 'name', 'unit name', 'label'],
    parent: [
      'rattachement',
      'parent',
      'unite superieure',
      'code parent',
      'unite mere',
      'parent code',
      'rattachee a',
      'sous',
    ],
  },
};

/** What each column holds, in the order of the file; null for what is not read. */
export type Columns = readonly (Field | null)[];

/** What a file is of and what its columns hold, by their names. */
export function recogniseColumns(header: readonly string[]): { kind: FileKind; columns: Columns } {
  const asUnits = columnsOf('units', header);
  const asPeople = columnsOf('people', header);
  const isOfUnits = asUnits.includes('code') && !asPeople.some((field) => field && IDENTITY.has(field));
  return isOfUnits ? { kind: 'units', columns: asUnits } : { kind: 'people', columns: asPeople };
}

/** What only a file of people has. */
const IDENTITY: ReadonlySet<Field> = new Set(['hrNumber', 'givenName', 'email', 'status']);

/** The columns that a file of that kind would have, by their names. */
export function columnsOf(kind: FileKind, header: readonly string[]): Columns {
  return header.map((heading) => {
    const name = folded(heading);
    return FIELDS[kind].find((field) => NAMES[kind][field]?.includes(name)) ?? null;
  });
}

/** Why lines cannot be read with these columns: sentences that say what to choose; none when they can. */
export function columnProblems(kind: FileKind, columns: Columns, header: readonly string[]): string[] {
  const problems = FIELDS[kind].flatMap((field) => {
    const headings = header.filter((_, place) => columns[place] === field).map((heading) => `« ${heading} »`);
    if (headings.length < 2) return [];
    return [
      `Les colonnes ${headings.join(' et ')} sont toutes comprises comme « ${FIELD_NAMES[field]} » : gardez-en une, et mettez les autres sur « ne pas lire ».`,
    ];
  });
  if (kind === 'units' && !columns.includes('code'))
    problems.push(`Aucune colonne ne donne le code des unités : choisissez celle qui le porte.`);
  if (kind === 'people' && !columns.includes('hrNumber') && !columns.includes('email'))
    problems.push('Aucune colonne ne donne le matricule ni le courriel : choisissez celle qui dit qui est qui.');
  return problems;
}
