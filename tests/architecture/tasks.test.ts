import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Task } from '#platform/tasks/task.ts';
import { TASKS } from '../../src/cli/tasks.ts';

test('every task of a feature may run in a worker, under a name of its own', async () => {
  const files = globSync('src/features/**/*-task.ts').sort();
  const modules = await Promise.all(files.map((file) => import(resolve(file)) as Promise<Record<string, unknown>>));
  const defined = modules.flatMap((module) => Object.values(module)).filter(isTask);
  expect(defined.length).toBeGreaterThan(0);
  expect(TASKS.map(({ name }) => name).sort()).toEqual(defined.map(({ name }) => name).sort());
  expect(new Set(TASKS.map(({ name }) => name)).size).toBe(TASKS.length);
});

function isTask(value: unknown): value is Task<unknown, unknown> {
  return typeof value === 'object' && value !== null && 'lane' in value && 'run' in value;
}
