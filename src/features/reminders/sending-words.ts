import type { ReminderState } from '#db/schema.ts';
import type { ReminderStep, StepStanding } from '#domain/obligation/reminder-steps.ts';
import type { RemindedState } from './reminder-choice.ts';
import type { Sending } from './sending.ts';

const RELEASED: Record<ReminderState, string> = {
  pending: 'À envoyer',
  taken: 'En cours de remise',
  sent: 'Envoyé',
  failed: 'Échec',
  'no-address': 'Sans adresse',
  recent: 'Déjà rappelé depuis moins de 7 jours',
  settled: 'N’en avait plus besoin',
  stopped: 'Arrêté',
};

/** What the row of a person says, before a sending leaves and after. */
export const STATE_WORDS: Record<'preview' | 'released', Record<ReminderState, string>> = {
  preview: { ...RELEASED, pending: 'Recevra ce message' },
  released: RELEASED,
};

export const LATENESS_NAMES = {
  all: 'En retard ou non',
  late: 'En retard seulement',
  'not-late': 'Pas en retard',
} as const;

export const REMINDED_STATE_NAMES: Record<RemindedState, string> = {
  'not-started': 'Non commencé',
  'in-progress': 'En cours',
};

/** « Unité A (FM-1), non commencé, en retard seulement ». */
export function choiceWords({ unit, choice, kind }: Sending): string {
  if (kind === 'digest' || kind === 'escalation') return 'Responsables';
  const where = unit ? `${unit.name} (${unit.code})` : 'Toutes les unités';
  const states = choice.states.map((state) => REMINDED_STATE_NAMES[state].toLowerCase());
  const lateness = choice.lateness === 'all' ? [] : [LATENESS_NAMES[choice.lateness].toLowerCase()];
  return [where, ...states, ...lateness].join(', ');
}

export const KIND_NAMES: Record<Sending['kind'], string> = {
  chosen: 'Rappel choisi',
  step: 'Étape du calendrier',
  escalation: 'Étape du calendrier, aux responsables',
  digest: 'Point de la semaine',
};

export const AUDIENCE_NAMES: Record<ReminderStep['audience'], string> = {
  person: 'aux personnes',
  manager: 'à leurs responsables : un nombre, aucun nom',
};

export const STANDING_NAMES: Record<StepStanding, string> = {
  done: 'Fait',
  due: 'À faire',
  'to-come': 'À venir',
  missed: 'Passée sans envoi',
};

/** « 30 jours avant l’échéance ». */
export function stepDayWords(daysBefore: number): string {
  if (daysBefore === 0) return 'le jour de l’échéance';
  const count = Math.abs(daysBefore);
  return `${count} jour${count > 1 ? 's' : ''} ${daysBefore > 0 ? 'avant' : 'après'} l’échéance`;
}
