import { afterEach, beforeEach, expect, vi } from 'vitest';

/** A test that makes noise on the console fails: noise hides the line that matters. */
beforeEach(() => {
  for (const method of ['log', 'info', 'warn', 'error'] as const) vi.spyOn(console, method);
});

afterEach(() => {
  for (const method of ['log', 'info', 'warn', 'error'] as const) {
    expect(vi.mocked(console[method]).mock.calls, `console.${method}`).toEqual([]);
    vi.mocked(console[method]).mockRestore();
  }
});
