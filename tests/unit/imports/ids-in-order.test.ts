import { expect, test } from 'vitest';
import { parseInstant } from '#domain/time/instant.ts';
import { Id } from '#platform/ids.ts';
import { idsInOrder } from '#platform/ids-in-order.ts';

test('identifiers come in ascending order, all different, and are identifiers as others are', () => {
  const next = idsInOrder(parseInstant('2026-11-23T10:00:00Z'));
  const ids = Array.from({ length: 20_000 }, next);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
  expect(ids.slice(0, 50).every((id) => Id.safeParse(id).success)).toBe(true);
  expect(idsInOrder(parseInstant('2026-11-23T10:00:00Z'))()).not.toBe(ids[0]);
});
