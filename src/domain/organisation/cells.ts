import type { AbsenceReason } from './statements.ts';
import type { PersonStatus } from '../identity/person-status.ts';
import { parseCivilDate, type CivilDate } from '../time/civil-date.ts';
import { folded } from './folded.ts';
import { hrNumberOf } from './hr-number.ts';
import type { Objection } from './refused-line.ts';

/** What a cell says: a value, nothing, or why it cannot be read. */
export type Reading<Value> = { value: Value | null } | Omit<Objection, 'column'>;

const MAX_LENGTH = 200;
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
/** A text in UTF-8 that was read as Windows-1252: « Ã© » for « é ». */
const TWICE_ENCODED =
  /[ÃÂ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]|â€/;
/** Behind an apostrophe too: so our own files keep what others would run, and they come back corrected or not. */
const FORMULA = /^'?[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]/;

/** A text on one line, as it will be shown. */
export function readText(cell: string): Reading<string> {
  const text = cell.replace(/[\s\u00a0]+/g, ' ').trim();
  if (text === '') return { value: null };
  if (text.length > MAX_LENGTH)
    return { reason: `la cellule a ${text.length} caractères`, remedy: `écrivez ${MAX_LENGTH} caractères au plus` };
  if (CONTROL.test(text))
    return { reason: 'la cellule contient un caractère invisible', remedy: 'retapez la cellule entière' };
  if (text.includes('\ufffd') || TWICE_ENCODED.test(text))
    return {
      reason: `« ${text} » est écrit dans un autre encodage que le reste du fichier`,
      remedy: 'enregistrez tout le fichier en « CSV UTF-8 », puis corrigez les accents de cette ligne',
    };
  if (FORMULA.test(text))
    return {
      reason: `« ${text} » serait exécuté comme une formule par un tableur`,
      remedy: `retirez le « ${FORMULA.exec(text)![0]} » du début`,
    };
  return { value: text };
}

/** What names a person or a unit once and for all. */
export function readIdentifier(cell: string): Reading<string> {
  const read = readText(cell);
  if (!('value' in read) || read.value === null) return read;
  if (/^\d+([.,]\d+)?e\+?\d+$/i.test(read.value))
    return {
      reason: `« ${read.value} » a été arrondi par un tableur`,
      remedy: 'mettez la colonne au format Texte, puis écrivez le numéro en entier',
    };
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._/-]{0,39}$/u.test(read.value))
    return {
      reason: `« ${read.value} » n’est pas un numéro`,
      remedy: 'écrivez des lettres, des chiffres et des tirets, 40 au plus',
    };
  return read;
}

/** An HR number, in the form it is kept in. */
export function readHrNumber(cell: string): Reading<string> {
  return readIdentifier(hrNumberOf(cell));
}

/** The code of a unit, as it stands in addresses. */
export function readUnitCode(cell: string): Reading<string> {
  const read = readIdentifier(cell);
  if (!('value' in read) || read.value === null || /^[A-Za-z0-9-]{1,40}$/.test(read.value)) return read;
  return {
    reason: `« ${read.value} » ne peut pas être le code d’une unité`,
    remedy: 'écrivez des lettres sans accent, des chiffres et des tirets, 40 au plus',
  };
}

/** An address, in lower case. */
export function readEmail(cell: string): Reading<string> {
  const read = readText(cell);
  if (!('value' in read) || read.value === null) return read;
  if (!/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(read.value))
    return { reason: `« ${read.value} » n’est pas un courriel`, remedy: 'écrivez une adresse comme nom@exemple.fr' };
  return { value: read.value.toLowerCase() };
}

const MAX_REMEMBERED = 5000;
const rememberedDates = new Map<string, Reading<CivilDate>>();

/** A day: 12/01/2026 or 2026-01-12. The same few come thousands of times, so they are remembered. */
export function readDate(cell: string): Reading<CivilDate> {
  const text = cell.trim();
  if (text === '') return { value: null };
  const known = rememberedDates.get(text);
  if (known) return known;
  if (rememberedDates.size >= MAX_REMEMBERED) rememberedDates.clear();
  const reading = dateOf(text);
  rememberedDates.set(text, reading);
  return reading;
}

function dateOf(text: string): Reading<CivilDate> {
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const date = parseCivilDate(
    french ? `${french[3]}-${french[2]!.padStart(2, '0')}-${french[1]!.padStart(2, '0')}` : text,
  );
  if (date && date >= '1900-01-01' && date < '2200-01-01') return { value: date };
  return { reason: `« ${text.slice(0, 40)} » n’est pas une date`, remedy: 'écrivez une date comme 12/01/2026' };
}

const STATUSES: Record<PersonStatus, readonly string[]> = {
  military: ['militaire', 'mil', 'military'],
  civilian: ['civil', 'civile', 'personnel civil', 'civ', 'civilian'],
  student: ['eleve', 'etudiant', 'etudiante', 'student'],
};

export const readStatus = readWord(STATUSES, 'un statut', 'militaire, civil ou élève');

const REASONS: Record<AbsenceReason, readonly string[]> = {
  mission: ['mission', 'opex', 'operation', 'detachement'],
  leave: ['conge', 'conges', 'permission', 'conge parental', 'conge maternite', 'disponibilite', 'leave'],
  sick: ['maladie', 'malade', 'arret', 'arret maladie', 'conge maladie', 'sick', 'sick leave'],
};

export const readAbsenceReason = readWord(REASONS, 'un motif d’absence', 'mission, congé ou maladie');

const DESIGNATED: Record<'yes' | 'no', readonly string[]> = {
  yes: ['oui', 'x', '1', 'vrai', 'yes', 'true'],
  no: ['non', '0', 'faux', 'no', 'false'],
};
const readYesOrNo = readWord(DESIGNATED, 'une date', '12/01/2026, « oui » ou rien');

/** Since when somebody is designated: a day, « oui » for the day of the import, « non » or nothing. */
export function readDesignated(cell: string): Reading<CivilDate | 'today'> {
  const date = readDate(cell);
  if ('value' in date) return date;
  const word = readYesOrNo(cell);
  if (!('value' in word)) return word;
  return { value: word.value === 'yes' ? 'today' : null };
}

function readWord<Word extends string>(words: Record<Word, readonly string[]>, what: string, choice: string) {
  const wordOf = new Map(
    (Object.entries(words) as [Word, readonly string[]][]).flatMap(([word, names]) =>
      names.map((name) => [name, word]),
    ),
  );
  return (cell: string): Reading<Word> => {
    if (cell.trim() === '') return { value: null };
    const word = wordOf.get(folded(cell));
    if (word) return { value: word };
    return { reason: `« ${cell.trim().slice(0, 40)} » n’est pas ${what}`, remedy: `écrivez ${choice}` };
  };
}
