import { describe, expect, it } from 'vitest';
import type { RuntimeData } from '#domain/packaging/commit.ts';
import { reportedOutcome } from '#domain/packaging/reported-outcome.ts';

const of12 = (core: RuntimeData, isTerminated = false) => reportedOutcome('scorm12', { cmi: { core } }, isTerminated);
const of2004 = (cmi: RuntimeData, isTerminated = false) => reportedOutcome('scorm2004-4', { cmi }, isTerminated);

describe('what an item of SCORM 1.2 reports', () => {
  it.each([
    ['passed', 'completed', 'passed'],
    ['completed', 'completed', 'unknown'],
    ['failed', 'incomplete', 'failed'],
    ['incomplete', 'incomplete', 'unknown'],
    ['browsed', 'incomplete', 'unknown'],
    ['not attempted', 'unknown', 'unknown'],
    ['', 'unknown', 'unknown'],
    ['constructor', 'unknown', 'unknown'],
  ])('reads the status « %s » as %s and %s', (lesson_status, completion, success) => {
    expect(of12({ lesson_status })).toMatchObject({ completion, success });
  });

  it.each([
    [{ raw: '57' }, 0.57],
    [{ raw: '80', min: '60', max: '100' }, 0.8],
    [{ raw: '15', min: '0', max: '20' }, 0.75],
    [{ raw: '15', min: '10', max: '20' }, 0.5],
    [{ raw: '15', min: '20', max: '20' }, null],
    [{ raw: '' }, null],
  ])('reads the score %o as %s', (score, scaled) => {
    expect(of12({ score }).scaledScore).toBe(scaled);
  });

  it('completes what ends without a status, unless it is to be resumed', () => {
    expect(of12({ lesson_status: 'not attempted', exit: '' }, true)).toMatchObject({
      completion: 'completed',
      hasEnded: true,
    });
    expect(of12({ lesson_status: '', exit: 'suspend' }, true)).toMatchObject({
      completion: 'unknown',
      hasEnded: false,
    });
    expect(of12({ lesson_status: 'incomplete', exit: '' }, true)).toMatchObject({
      completion: 'incomplete',
      hasEnded: true,
    });
    expect(of12({ lesson_status: 'not attempted', exit: '' })).toMatchObject({
      completion: 'unknown',
      hasEnded: false,
    });
  });
});

describe('what an item of SCORM 2004 reports', () => {
  it('reads both statuses, the scaled score and the progress', () => {
    const said = {
      completion_status: 'completed',
      success_status: 'failed',
      score: { scaled: '-0.5' },
      progress_measure: '0.25',
    };
    expect(of2004(said)).toEqual({
      completion: 'completed',
      success: 'failed',
      scaledScore: -0.5,
      progress: 0.25,
      hasEnded: false,
    });
  });

  it('says nothing where nothing was set', () => {
    const nothing = { completion_status: 'not attempted', success_status: 'unknown', score: { scaled: '' }, exit: '' };
    expect(of2004(nothing, true)).toEqual({
      completion: 'unknown',
      success: 'unknown',
      scaledScore: null,
      progress: null,
      hasEnded: true,
    });
  });
});
