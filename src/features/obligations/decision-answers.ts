import { hasPermission } from '#domain/identity/permissions.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { done, refused, type FormAnswer } from '#platform/http/form-answer.ts';
import type { Place } from './forms.ts';
import type { RecordDecisionResult } from './record-decision.ts';

/** Where one reads and changes what was decided about a person. */
export function decisionsAddress(actor: Actor, personId: string, place: Place): string {
  return place === 'administration' && hasPermission(actor, 'people:read')
    ? `/administration/personnes/${personId}`
    : `/suivi/personnes/${personId}/decisions`;
}

/** What the form of an exemption, a credit or an absence answers. */
export function decisionAnswer({ outcome }: RecordDecisionResult, address: string, section: string): FormAnswer {
  switch (outcome) {
    case 'applied':
      return done(`${address}?fait=decision#${section}`);
    case 'waiting':
      return done(`${address}?fait=proposition#attente`);
    case 'already-recorded':
      if (section === 'absences')
        return refused('Rien n’a été enregistré : une absence est déjà notée pour ce jour.', {
          from: 'La personne est déjà notée absente ce jour-là. Pour prolonger cette absence, changez sa fin, au-dessus de ce formulaire.',
        });
      return refused('C’est déjà enregistré pour ce jour : rien n’a changé. La ligne est dans le tableau.');
    case 'already-waiting':
      return refused(
        'Une proposition du même genre attend déjà : rien n’a changé. Retirez-la d’abord pour en faire une autre.',
      );
    case 'already-over':
      return refused(
        'Le dernier jour est passé : rien n’a changé. Ce qui est noté compte au plus tôt à partir d’aujourd’hui.',
      );
    case 'no-such-programme':
      return refused('Ce parcours n’existe pas : rien n’a changé.');
    case 'not-done-yet':
      return refused('Rien n’a été enregistré : corrigez le champ signalé.', {
        doneOn:
          '« Formation suivie le » : une équivalence est de ce qui a déjà été suivi. Choisissez au plus tard aujourd’hui.',
      });
  }
}

type EndOutcome =
  | 'ended'
  | 'unchanged'
  | 'already-over'
  | 'own-person'
  | 'would-last-longer'
  | 'waiting'
  | 'already-waiting'
  | `no-such-${string}`;

/** What the form that ends a fact answers. */
export function endAnswer({ outcome }: { outcome: EndOutcome }, address: string, section: string): FormAnswer {
  switch (outcome) {
    case 'ended':
    case 'unchanged':
      return done(`${address}?fait=fin#${section}`);
    case 'already-over':
      return refused('C’est déjà terminé : les jours passés ne changent plus.');
    case 'own-person':
      return refused('C’est de vous qu’il s’agit : une autre personne doit en décider. Rien n’a changé.');
    case 'would-last-longer':
      return refused(
        'Une fin ne prolonge rien : pour une dispense plus longue, enregistrez-en une autre à partir de ce jour. Rien n’a changé.',
      );
    case 'waiting':
      return done(`${address}?fait=proposition#attente`);
    case 'already-waiting':
      return refused(
        'Une absence proposée attend déjà pour cette personne : rien n’a changé. Retirez-la d’abord pour en faire une autre.',
      );
    default:
      return refused('Cette ligne n’existe plus : rechargez la page.');
  }
}
