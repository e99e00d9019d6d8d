import type { DeedFamily } from './deed-families.ts';
import * as tell from './detail-phrases.ts';
import { DetailReader, type DeedDetail, type NameOf } from './detail-reader.ts';

interface VerbWords {
  what: string;
  family: DeedFamily;
  /** What its detail says, beyond what was done and on what. */
  tell?: tell.Tell;
}

/** Everything the journal may say: a deed of another verb does not compile. */
const VERBS = {
  'absence:end': { what: 'Fin d’absence changée', family: 'obligations', tell: tell.tellAbsenceEnd },
  'account:create': { what: 'Compte ouvert', family: 'acces' },
  'credit:end': { what: 'Équivalence retirée', family: 'obligations', tell: tell.tellCredit },
  'decision:confirm': { what: 'Décision confirmée', family: 'obligations', tell: tell.tellDecision },
  'decision:propose': { what: 'Décision proposée', family: 'obligations', tell: tell.tellDecision },
  'decision:refuse': { what: 'Décision refusée', family: 'obligations', tell: tell.tellDecision },
  'decision:withdraw': { what: 'Proposition retirée', family: 'obligations', tell: tell.tellDecision },
  'delegation:end': { what: 'Délégation de suivi terminée', family: 'acces', tell: tell.tellUnitPeriod },
  'delegation:give': { what: 'Suivi délégué', family: 'acces', tell: tell.tellUnitPeriod },
  'designation:end': { what: 'Désignation terminée', family: 'obligations', tell: tell.tellEnd },
  'export:prepare': { what: 'Fichier préparé', family: 'fichiers', tell: tell.tellFile },
  'export:take': { what: 'Fichier pris', family: 'fichiers', tell: tell.tellFile },
  'exemption:end': { what: 'Dispense terminée', family: 'obligations', tell: tell.tellEnd },
  'reminder:release': { what: 'Rappels envoyés', family: 'rappels', tell: tell.tellSending },
  'reminder:retry': { what: 'Rappels à essayer de nouveau', family: 'rappels', tell: tell.tellSending },
  'reminder:stop': { what: 'Envoi de rappels arrêté', family: 'rappels', tell: tell.tellSending },
  'reminder-step:add': { what: 'Étape de rappel ajoutée', family: 'rappels', tell: tell.tellStep },
  'reminder-step:remove': { what: 'Étape de rappel retirée', family: 'rappels', tell: tell.tellStep },
  'figures:seal': { what: 'Chiffres du mois scellés', family: 'fichiers', tell: tell.tellFile },
  'house:change': { what: 'Maison modifiée', family: 'seances', tell: tell.tellHouse },
  'house:create': { what: 'Maison ajoutée', family: 'seances', tell: tell.tellHouse },
  'import:apply': { what: 'Import appliqué', family: 'imports', tell: tell.tellImport },
  'import:undo': { what: 'Import annulé', family: 'imports' },
  'meeting:record': { what: 'Rencontre enregistrée', family: 'seances', tell: tell.tellMeeting },
  'meeting:withdraw': { what: 'Rencontre retirée', family: 'seances', tell: tell.tellReason },
  'module:begin': { what: 'Module commencé', family: 'apprentissage', tell: tell.tellVersion },
  'module:complete': { what: 'Module achevé', family: 'apprentissage', tell: tell.tellVersion },
  'module:withdraw-completion': { what: 'Achèvement retiré', family: 'apprentissage', tell: tell.tellReason },
  'module:publish': { what: 'Module publié', family: 'contenus', tell: tell.tellPublication },
  'package:import': { what: 'Paquet apporté', family: 'contenus', tell: tell.tellPackage },
  'password:change': { what: 'Mot de passe changé', family: 'acces' },
  'password:reset': { what: 'Mot de passe réinitialisé', family: 'acces' },
  'people:designate': {
    what: 'Désignation d’un ensemble de personnes',
    family: 'obligations',
    tell: tell.tellGroup,
  },
  'people:end-designations': { what: 'Désignations terminées', family: 'obligations', tell: tell.tellGroup },
  'person:absence': { what: 'Absence notée', family: 'obligations', tell: tell.tellPeriod },
  'person:correct': { what: 'Fiche corrigée', family: 'personnes', tell: tell.tellFields },
  'person:create': { what: 'Personne ajoutée', family: 'personnes' },
  'person:credit': { what: 'Équivalence notée', family: 'obligations', tell: tell.tellCredit },
  'person:designate': { what: 'Personne désignée', family: 'obligations', tell: tell.tellPeriod },
  'person:exempt': { what: 'Dispense accordée', family: 'obligations', tell: tell.tellPeriod },
  'person:leave': { what: 'Départ noté', family: 'personnes', tell: tell.tellDeparture },
  'person:move': { what: 'Affectation changée', family: 'personnes', tell: tell.tellUnitDay },
  'programme:change': { what: 'Parcours modifié', family: 'parcours', tell: tell.tellFields },
  'programme:close': { what: 'Parcours fermé', family: 'parcours' },
  'programme:create': { what: 'Parcours ouvert', family: 'parcours' },
  'programme:reopen': { what: 'Parcours rouvert', family: 'parcours' },
  'role:give': { what: 'Rôle donné', family: 'acces', tell: tell.tellRole },
  'training-session:cancel': { what: 'Séance annulée', family: 'seances', tell: tell.tellReason },
  'training-session:change': { what: 'Séance modifiée', family: 'seances', tell: tell.tellSession },
  'training-session:close': { what: 'Séance clôturée', family: 'seances', tell: tell.tellList },
  'training-session:correct-attendance': {
    what: 'Présence retirée après clôture',
    family: 'seances',
    tell: tell.tellList,
  },
  'training-session:create': { what: 'Séance créée', family: 'seances', tell: tell.tellSession },
  'training-session:enrol': { what: 'Inscriptions à une séance', family: 'seances', tell: tell.tellList },
  'training-session:late-attendance': {
    what: 'Présences ajoutées après clôture',
    family: 'seances',
    tell: tell.tellList,
  },
  'training-session:record-attendance': { what: 'Présences notées', family: 'seances', tell: tell.tellList },
  'training-session:unenrol': { what: 'Inscription retirée', family: 'seances' },
  'unit:create': { what: 'Unité ajoutée', family: 'personnes' },
} as const satisfies Record<`${string}:${string}`, VerbWords>;

export type Verb = keyof typeof VERBS;

const wordsOf = (verb: string): VerbWords | undefined => (VERBS as Record<string, VerbWords>)[verb];

/** The journal's verb as a person reads it; one of another version of the program as it is written. */
export function verbInFrench(verb: string): string {
  return wordsOf(verb)?.what ?? verb;
}

/** The verbs of a family. */
export function verbsOf(family: DeedFamily): Verb[] {
  return (Object.keys(VERBS) as Verb[]).filter((verb) => VERBS[verb].family === family);
}

/** What a detail says, in French; what has no words here is listed as « clé : valeur ». */
export function detailInFrench(verb: string, detail: DeedDetail, nameOf: NameOf): string {
  const reader = new DetailReader(detail, nameOf);
  const told = wordsOf(verb)?.tell?.(reader) ?? [];
  return [...told, ...reader.left()].filter((phrase) => phrase !== null && phrase !== '').join(' ; ');
}
