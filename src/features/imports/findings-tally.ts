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

/** Adds up what an import would change, keeps samples of each kind, and a fingerprint of every single change. */
export class FindingsTally {
  readonly #counts = { lines: 0, new: 0, changed: 0, moved: 0, unchanged: 0, refused: 0, left: 0, flagged: 0 };
  readonly #samples: Findings['samples'] = { new: [], changed: [], moved: [], flagged: [] };
  readonly #refusals: RefusedLine[] = [];
  readonly #left: Findings['left'] = [];
  readonly #fingerprint = createHash('sha256');
  readonly #unitName: (unitId: string) => string;
  #refusalCount = 0;

  constructor(unitName: (unitId: string) => string) {
    this.#unitName = unitName;
  }

  addPiece({ plans, known }: PlannedPiece): void {
    for (const plan of plans) this.#addPlan(plan, known);
  }

  addUnits(plan: UnitsPlan): void {
    this.#fingerprint.update(JSON.stringify(plan));
    this.#counts.refused += new Set(plan.refusals.map(({ line }) => line)).size;
    this.#counts.lines += this.#counts.refused + plan.plans.length;
    for (const unit of plan.plans) {
      this.#counts[unit.kind] += 1;
      if (unit.kind !== 'unchanged') this.#sample(unit.kind, unit.line, `${unit.name} (${unit.code})`, unitWords(unit));
    }
    this.#refuse([...plan.refusals].sort((one, other) => one.line - other.line));
    this.#counts.left += plan.left.length;
    for (const { unitId, name, code } of plan.left.slice(0, MAX_LISTED_LEFT))
      this.#left.push({ id: unitId, who: `${name} (${code})`, where: '' });
  }

  addLeft({ personId, who, where }: PersonLeft): void {
    this.#counts.left += 1;
    this.#fingerprint.update(personId);
    if (this.#left.length < MAX_LISTED_LEFT) this.#left.push({ id: personId, who, where });
  }

  /** What was found; the last thing to ask for. */
  findings(programme: string | null): Findings {
    return {
      counts: this.#counts,
      samples: this.#samples,
      refusals: this.#refusals.slice(0, MAX_KEPT_REFUSALS),
      refusalCount: this.#refusalCount,
      left: this.#left,
      programme,
      fingerprint: this.#fingerprint.digest('hex'),
    };
  }

  #addPlan(plan: PersonPlan, known: ReadonlyMap<string, KnownPerson>): void {
    this.#counts.lines += 1;
    this.#fingerprint.update(JSON.stringify(plan));
    if (plan.kind === 'refused') {
      this.#counts.refused += 1;
      return this.#refuse(plan.refusals);
    }
    if (plan.isFlagged) this.#counts.flagged += 1;
    if (plan.kind === 'new') this.#addNew(plan);
    else this.#addKnown(plan, known.get(plan.personId)!);
  }

  #addNew(plan: NewPersonPlan): void {
    this.#counts.new += 1;
    const who = nameOf(plan.fields, plan.hrNumber);
    this.#sample('new', plan.line, who, () => fieldsWords(plan, this.#unitName(plan.unitId)));
    if (plan.isFlagged) this.#sample('flagged', plan.line, who, 'ajoutée, sans être confondue avec qui lui ressemble');
  }

  #addKnown(plan: KnownPersonPlan, person: KnownPerson): void {
    const who = nameOf(person, person.hrNumber);
    if (plan.isFlagged) this.#sample('flagged', plan.line, who, 'même courriel qu’une autre personne');
    const kind = isUnchanged(plan) ? 'unchanged' : plan.move ? 'moved' : 'changed';
    this.#counts[kind] += 1;
    if (kind === 'unchanged') return;
    this.#sample(kind, plan.line, who, () => (plan.move ? moveWords(plan.move, this.#unitName) : changedWords(plan)));
  }

  #sample(kind: SampleKind, line: number, who: string, what: string | (() => string)): void {
    const samples = this.#samples[kind];
    if (samples.length < MAX_SAMPLES) samples.push({ line, who, what: typeof what === 'string' ? what : what() });
  }

  #refuse(objections: readonly RefusedLine[]): void {
    this.#refusalCount += objections.length;
    if (this.#refusals.length < MAX_KEPT_REFUSALS) this.#refusals.push(...objections);
  }
}

function nameOf({ familyName, givenName }: { familyName: string; givenName: string }, hrNumber: string | null): string {
  return hrNumber === null ? `${familyName} ${givenName}` : `${familyName} ${givenName} (${hrNumber})`;
}

function unitWords({ kind, parentCode, before }: UnitPlan): string {
  if (kind === 'new') return parentCode === null ? 'au sommet' : `sous ${parentCode}`;
  if (kind === 'moved') return `${before!.parentCode ?? 'sommet'} → ${parentCode ?? 'sommet'}`;
  return `nom précédent : ${before!.name}`;
}
