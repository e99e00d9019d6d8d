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
  }
}

type EndOutcome = 'ended' | 'unchanged' | 'already-over' | `no-such-${string}`;

/** What the form that ends a fact answers. */
export function endAnswer({ outcome }: { outcome: EndOutcome }, address: string, section: string): FormAnswer {
  switch (outcome) {
    case 'ended':
    case 'unchanged':
      return done(`${address}?fait=fin#${section}`);
    case 'already-over':
      return refused('C’est déjà terminé : les jours passés ne changent plus.');
    default:
      return refused('Cette ligne n’existe plus : rechargez la page.');
  }
}
