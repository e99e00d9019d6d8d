import { createHash } from 'node:crypto';
import type { KnownPerson } from '#domain/organisation/known-person.ts';
import {
  isUnchanged,
  type KnownPersonPlan,
  type NewPersonPlan,
  type PersonPlan,
} from '#domain/organisation/plan-person.ts';
import type { UnitPlan, UnitsPlan } from '#domain/organisation/plan-units.ts';
import type { RefusedLine } from '#domain/organisation/refused-line.ts';
import { MAX_KEPT_REFUSALS, MAX_LISTED_LEFT, MAX_SAMPLES, type Findings, type SampleKind } from './batch.ts';
import type { PersonLeft } from './known-people-queries.ts';
import type { PlannedPiece } from './plan-people-file.ts';
import { changedWords, fieldsWords, moveWords } from './sample-words.ts';

export interface FindingsTally {
  addPiece(piece: PlannedPiece): void;
  addUnits(plan: UnitsPlan): void;
  addLeft(left: PersonLeft): void;
  findings(programme: string | null): Findings;
}

/** Adds up what an import would change, keeps samples of each kind, and a fingerprint of every single change. */
export function findingsTally(unitName: (unitId: string) => string): FindingsTally {
  const counts = { lines: 0, new: 0, changed: 0, moved: 0, unchanged: 0, refused: 0, left: 0, flagged: 0 };
  const samples: Findings['samples'] = { new: [], changed: [], moved: [], flagged: [] };
  const refusals: RefusedLine[] = [];
  const left: Findings['left'] = [];
  const fingerprint = createHash('sha256');
  let refusalCount = 0;

  const sample = (kind: SampleKind, line: number, who: string, what: string) => {
    if (samples[kind].length < MAX_SAMPLES) samples[kind].push({ line, who, what });
  };
  const refuse = (objections: readonly RefusedLine[]) => {
    refusalCount += objections.length;
    if (refusals.length < MAX_KEPT_REFUSALS) refusals.push(...objections);
  };
  const addNew = (plan: NewPersonPlan) => {
    counts.new += 1;
    const who = nameOf(plan.fields, plan.hrNumber);
    sample('new', plan.line, who, fieldsWords(plan, unitName(plan.unitId)));
    if (plan.isFlagged) sample('flagged', plan.line, who, 'ajoutée, sans être confondue avec qui lui ressemble');
  };
  const addKnown = (plan: KnownPersonPlan, person: KnownPerson) => {
    const who = nameOf(person, person.hrNumber);
    if (plan.isFlagged) sample('flagged', plan.line, who, 'même courriel qu’une autre personne');
    if (isUnchanged(plan)) {
      counts.unchanged += 1;
    } else if (plan.move) {
      counts.moved += 1;
      sample('moved', plan.line, who, moveWords(plan.move, unitName));
    } else {
      counts.changed += 1;
      sample('changed', plan.line, who, changedWords(plan));
    }
  };
  const addPlan = (plan: PersonPlan, known: ReadonlyMap<string, KnownPerson>) => {
    counts.lines += 1;
    fingerprint.update(JSON.stringify(plan));
    if (plan.kind === 'refused') {
      counts.refused += 1;
      return refuse(plan.refusals);
    }
    if (plan.isFlagged) counts.flagged += 1;
    if (plan.kind === 'new') addNew(plan);
    else addKnown(plan, known.get(plan.personId)!);
  };
  const addUnit = (plan: UnitPlan) => {
    counts[plan.kind] += 1;
    if (plan.kind !== 'unchanged') sample(plan.kind, plan.line, `${plan.name} (${plan.code})`, unitWords(plan));
  };

  return {
    addPiece: ({ plans, known }) => plans.forEach((plan) => addPlan(plan, known)),
    addUnits(plan) {
      fingerprint.update(JSON.stringify(plan));
      counts.refused += new Set(plan.refusals.map(({ line }) => line)).size;
      counts.lines += counts.refused + plan.plans.length;
      plan.plans.forEach(addUnit);
      refuse([...plan.refusals].sort((one, other) => one.line - other.line));
      counts.left += plan.left.length;
      for (const { unitId, name, code } of plan.left.slice(0, MAX_LISTED_LEFT))
        left.push({ id: unitId, who: `${name} (${code})`, where: '' });
    },
    addLeft({ personId, who, where }) {
      counts.left += 1;
      fingerprint.update(personId);
      if (left.length < MAX_LISTED_LEFT) left.push({ id: personId, who, where });
    },
    findings: (programme) => ({
      counts,
      samples,
      refusals: refusals.slice(0, MAX_KEPT_REFUSALS),
      refusalCount,
      left,
      programme,
      fingerprint: fingerprint.digest('hex'),
    }),
  };
}

function nameOf({ familyName, givenName }: { familyName: string; givenName: string }, hrNumber: string | null): string {
  return hrNumber === null ? `${familyName} ${givenName}` : `${familyName} ${givenName} (${hrNumber})`;
}

function unitWords({ kind, parentCode, before }: UnitPlan): string {
  if (kind === 'new') return parentCode === null ? 'au sommet' : `sous ${parentCode}`;
  if (kind === 'moved') return `${before!.parentCode ?? 'sommet'} → ${parentCode ?? 'sommet'}`;
  return `nom précédent : ${before!.name}`;
}
