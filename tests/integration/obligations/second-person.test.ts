import { describe, expect, test } from 'vitest';
import { confirmDecision } from '#features/obligations/confirm-decision.ts';
import { decideForPerson } from '#features/obligations/decide-for-person.ts';
import type { Decision } from '#features/obligations/decision.ts';
import { countWaitingDecisions, listWaitingDecisions } from '#features/obligations/pending-queries.ts';
import { designatePerson } from '#features/obligations/designate-person.ts';
import { endCredit } from '#features/obligations/end-credit.ts';
import { endDesignation } from '#features/obligations/end-designation.ts';
import { endExemption } from '#features/obligations/end-exemption.ts';
import { exemptPerson } from '#features/obligations/exempt-person.ts';
import { recordCredit } from '#features/obligations/record-credit.ts';
import { recordDecision } from '#features/obligations/record-decision.ts';
import { refuseDecision } from '#features/obligations/refuse-decision.ts';
import { actOf, day, PROGRAMME, smallOrganisation, unchanged } from './scene.ts';

type Kind = Decision['kind'];
const FACT_TABLES = { exemption: 'exemption', credit: 'credit', absence: 'absence' } as const;
const KINDS = Object.keys(FACT_TABLES) as Kind[];

function decisionOf(kind: Kind, personId: string): Decision {
  switch (kind) {
    case 'exemption':
      return { kind, personId, programme: PROGRAMME, from: day('2026-03-01'), to: null, reason: 'Fin de fonction' };
    case 'credit':
      return { kind, personId, programme: PROGRAMME, doneOn: day('2026-02-01'), proof: 'Attestation 7' };
    case 'absence':
      return { kind, personId, from: day('2026-03-01'), to: day('2026-06-01'), category: 'leave' };
  }
}

/** N2 proposes something about N1 on 1 March; N3 is the second person. */
async function scene(kind: Kind) {
  const { db, people } = await smallOrganisation();
  const author = people.N2!;
  const second = people.N3!;
  const propose = () => recordDecision(db, actOf(author, '2026-03-01'), decisionOf(kind, people.N1!), { waits: true });
  const facts = () => db.selectFrom(FACT_TABLES[kind]).selectAll().execute() as Promise<Record<string, unknown>[]>;
  const waitingId = async () => (await listWaitingDecisions(db, { limit: 10 }))[0]!.decisionId;
  return { db, author, second, people, propose, facts, waitingId };
}

describe.each(KINDS)('%s that waits for a second person', (kind) => {
  test('is no fact before, and is proposed once', async () => {
    const { db, propose, facts } = await scene(kind);
    expect(await propose()).toEqual({ outcome: 'waiting' });
    expect(await unchanged(db, propose)).toEqual({ outcome: 'already-waiting' });
    expect(await facts()).toEqual([]);
    expect(await countWaitingDecisions(db)).toBe(1);
  });

  test('is confirmed by somebody else than its author, and counts from that day, once', async () => {
    const { db, author, second, propose, facts, waitingId } = await scene(kind);
    await propose();
    const decisionId = await waitingId();
    expect(await unchanged(db, () => confirmDecision(db, actOf(author, '2026-03-09'), { decisionId }))).toEqual({
      outcome: 'own-decision',
    });
    const confirm = () => confirmDecision(db, actOf(second, '2026-03-10'), { decisionId });
    expect(await confirm()).toEqual({ outcome: 'confirmed' });
    expect(await unchanged(db, confirm)).toEqual({ outcome: 'not-waiting' });
    const [fact, ...others] = await facts();
    expect(others).toEqual([]);
    expect(fact).toMatchObject({ id: decisionId, recorded_by: author });
    expect(fact!.from_date ?? fact!.counts_from).toBe('2026-03-10');
    const deeds = await db.selectFrom('journal').where('verb', '=', 'decision:confirm').select('actor_id').execute();
    expect(deeds).toEqual([{ actor_id: second }]);
  });

  test('is never confirmed by whom it is about', async () => {
    const { db, people, propose, waitingId } = await scene(kind);
    await propose();
    const decisionId = await waitingId();
    const confirm = () => confirmDecision(db, actOf(people.N1!, '2026-03-10'), { decisionId });
    expect(await unchanged(db, confirm)).toEqual({ outcome: 'own-person' });
  });

  test('is never refused by whom it is about, who may withdraw what they proposed themselves', async () => {
    const { db, people, propose, waitingId } = await scene(kind);
    await propose();
    const settle = async (who: string) =>
      refuseDecision(db, actOf(who, '2026-03-10'), { decisionId: await waitingId(), reason: 'Non' });
    expect(await unchanged(db, () => settle(people.N1!))).toEqual({ outcome: 'own-person' });
    expect(await settle(people.N2!)).toEqual({ outcome: 'withdrawn' });
    const own = decisionOf(kind, people.N1!);
    await recordDecision(db, actOf(people.N1!, '2026-03-01'), own, { waits: true });
    expect(await settle(people.N1!)).toEqual({ outcome: 'withdrawn' });
  });

  test('waits for somebody else when it is about oneself, whatever one may decide', async () => {
    const { db, people, facts } = await scene(kind);
    const personId = people.N3!;
    const actor = {
      personId,
      givenName: 'N',
      familyName: '3',
      roles: [{ role: 'administrator' as const, unitId: null }],
    };
    const means = { act: actOf(personId, '2026-03-01'), actor, needsSecondPerson: false };
    expect(await decideForPerson(db, means, decisionOf(kind, personId))).toEqual({ outcome: 'waiting' });
    expect(await facts()).toEqual([]);
  });

  test('is refused with its reason, or withdrawn by its author; it is no fact, and may be proposed again', async () => {
    const { db, author, second, propose, facts, waitingId } = await scene(kind);
    for (const [who, outcome] of [
      [second, 'refused'],
      [author, 'withdrawn'],
    ] as const) {
      expect(await propose()).toEqual({ outcome: 'waiting' });
      const decisionId = await waitingId();
      const refuse = () => refuseDecision(db, actOf(who, '2026-03-10'), { decisionId, reason: 'Pièce manquante' });
      expect(await refuse()).toEqual({ outcome });
      expect(await unchanged(db, refuse)).toEqual({ outcome: 'not-waiting' });
    }
    expect(await facts()).toEqual([]);
    expect(await db.selectFrom('pending_decision').select('settle_reason').execute()).toEqual([
      { settle_reason: 'Pièce manquante' },
      { settle_reason: 'Pièce manquante' },
    ]);
  });

  test('is not proposed when it is a fact already', async () => {
    const { db, author, people, propose } = await scene(kind);
    const act = actOf(author, '2026-03-01');
    expect(await recordDecision(db, act, decisionOf(kind, people.N1!), { waits: false })).toEqual({
      outcome: 'applied',
    });
    expect(await unchanged(db, propose)).toEqual({ outcome: 'already-recorded' });
  });
});

test('a proposal that is over by the day it is confirmed stays to be refused', async () => {
  const { db, second, propose, waitingId } = await scene('absence');
  await propose();
  const decisionId = await waitingId();
  const late = () => confirmDecision(db, actOf(second, '2026-07-01'), { decisionId });
  expect(await unchanged(db, late)).toEqual({ outcome: 'already-over' });
});

test('a proposal for a programme that does not exist is refused', async () => {
  const { db, author, people } = await scene('exemption');
  const decision = { ...decisionOf('exemption', people.N1!), programme: 'nope' } as Decision;
  const run = () => recordDecision(db, actOf(author, '2026-03-01'), decision, { waits: true });
  expect(await unchanged(db, run)).toEqual({ outcome: 'no-such-programme' });
});

test('the journal says of an absence neither its category nor its reason', async () => {
  const { db, second, propose, waitingId } = await scene('absence');
  await propose();
  await confirmDecision(db, actOf(second, '2026-03-10'), { decisionId: await waitingId() });
  const deeds = await db.selectFrom('journal').select('detail').execute();
  expect(deeds.map(({ detail }) => detail).join()).not.toMatch(/leave|congé/);
});

test('nobody ends what was decided about themselves', async () => {
  const { db, people } = await smallOrganisation();
  const personId = people.N1!;
  const by = actOf(people.N2!, '2026-03-01');
  await designatePerson(db, by, { programme: PROGRAMME, personId, from: day('2026-03-01') });
  await exemptPerson(db, by, { programme: PROGRAMME, personId, from: day('2026-03-01'), reason: 'Motif' });
  await recordCredit(db, by, { programme: PROGRAMME, personId, doneOn: day('2026-02-01'), proof: 'Attestation 7' });
  const idIn = async (table: 'designation' | 'exemption' | 'credit') =>
    (await db.selectFrom(table).select('id').executeTakeFirstOrThrow()).id;
  const ids = { d: await idIn('designation'), e: await idIn('exemption'), c: await idIn('credit') };
  const end = { personId, to: day('2026-04-01'), reason: 'Fin' };
  const endAll = async (who: string) => {
    const act = actOf(who, '2026-03-10');
    return [
      await endDesignation(db, act, { ...end, designationId: ids.d }),
      await endExemption(db, act, { ...end, exemptionId: ids.e }),
      await endCredit(db, act, { ...end, creditId: ids.c }),
    ].map(({ outcome }) => outcome);
  };
  expect(await unchanged(db, () => endAll(personId))).toEqual(Array(3).fill('own-person'));
  expect(await endAll(people.N2!)).toEqual(Array(3).fill('ended'));
  const longer = { ...end, to: day('2026-09-01'), exemptionId: ids.e };
  expect(await unchanged(db, () => endExemption(db, actOf(people.N2!, '2026-03-11'), longer))).toEqual({
    outcome: 'would-last-longer',
  });
});

test.each([true, false])(
  'an equivalence of a day to come is refused, whether it would wait (%s) or not',
  async (waits) => {
    const { db, people } = await smallOrganisation();
    const decision = { ...decisionOf('credit', people.N1!), doneOn: day('2026-03-02') } as Decision;
    const act = actOf(people.N2!, '2026-03-01');
    expect(await unchanged(db, () => recordDecision(db, act, decision, { waits }))).toEqual({
      outcome: 'not-done-yet',
    });
    const today = { ...decision, doneOn: day('2026-03-01') } as Decision;
    expect((await recordDecision(db, act, today, { waits })).outcome).toBe(waits ? 'waiting' : 'applied');
  },
);
