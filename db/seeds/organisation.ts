/** A unit of the fictional organisation; the parent's code is what stands before the last part. */
export interface SeedUnit {
  code: string;
  name: string;
  parentCode: string | null;
  /** How readily its people follow the modules, from 0 to 1: the demonstration shows units that differ. */
  diligence: number;
  /** Share of the students among its people. */
  studentShare: number;
}

type Branch = [code: string, name: string, diligence: number, units: [name: string, teams: string[]][]];

const BRANCHES: Branch[] = [
  [
    'FT',
    'Forces terrestres du Levant',
    0.48,
    [
      ['Brigade des Trois-Vallées', ['Régiment de Saint-Aubin', 'Régiment du Haut-Pré']],
      ['Brigade de la Lande', ['Régiment de Kerlan', 'Régiment de Mornac']],
      ['Base de défense de Valmire', ['Groupement de soutien de Valmire', 'Antenne médicale de Valmire']],
    ],
  ],
  [
    'FM',
    'Forces maritimes du Ponant',
    0.6,
    [
      ['Flottille de surface', ['Frégate La Hardie', 'Patrouilleur L’Anse-Bleue']],
      ['Base navale de Port-Ménard', ['Atelier de Port-Ménard', 'Service des équipages']],
      ['École des apprentis marins', ['Compagnie d’instruction', 'Encadrement de l’école']],
    ],
  ],
  [
    'FA',
    'Forces aériennes du Midi',
    0.38,
    [
      ['Base aérienne de Clairval', ['Escadron de transport', 'Escadron de maintenance']],
      ['Base aérienne des Causses', ['Escadron de protection', 'Centre de contrôle']],
      ['Centre d’instruction au vol', ['Division des élèves', 'Division de l’instruction']],
    ],
  ],
  [
    'SE',
    'Soutiens, écoles et industrie',
    0.52,
    [
      ['Direction des ressources', ['Bureau des personnels civils', 'Bureau de l’action sociale']],
      ['Lycée et écoles', ['Lycée de la Colline', 'École des cadres']],
      ['Établissement industriel de Bellerive', ['Atelier d’essais', 'Bureau d’études']],
    ],
  ],
];

/** The fictional organisation, parents before children: four levels, 41 units. */
export function listSeedUnits(): SeedUnit[] {
  const top: SeedUnit = {
    code: 'ORG',
    name: 'Organisation de démonstration',
    parentCode: null,
    diligence: 0.7,
    studentShare: 0,
  };
  return [top, ...BRANCHES.flatMap(unitsOfBranch)];
}

function unitsOfBranch([code, name, diligence, units]: Branch): SeedUnit[] {
  const branch: SeedUnit = { code, name, parentCode: 'ORG', diligence, studentShare: 0 };
  const below = units.flatMap(([unitName, teams], index) => {
    const unitCode = `${code}-${index + 1}`;
    const unit = {
      code: unitCode,
      name: unitName,
      parentCode: code,
      diligence: diligence + UNIT_SPREAD[index]!,
      studentShare: 0,
    };
    return [unit, ...teams.map((team, place) => teamOf(unit, team, place))];
  });
  return [branch, ...below];
}

const UNIT_SPREAD = [0.08, -0.12, 0.02];
const SCHOOL_TEAMS = /Compagnie d’instruction|Division des élèves|Lycée de|École des cadres/;

function teamOf(unit: SeedUnit, name: string, place: number): SeedUnit {
  return {
    code: `${unit.code}${place + 1}`,
    name,
    parentCode: unit.code,
    diligence: unit.diligence + (place === 0 ? 0.05 : -0.06),
    studentShare: SCHOOL_TEAMS.test(name) ? 0.75 : 0,
  };
}
