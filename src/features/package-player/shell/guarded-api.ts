import type { RuntimeData } from '#domain/packaging/commit.ts';
import { validateData } from '#domain/packaging/data-model/validate-data.ts';
import type { PackageStandard } from '#domain/packaging/manifest.ts';
import { onItsLines, onOneLine } from './line-breaks.ts';

/** The functions of either run-time, by what they do. */
export interface RuntimeFunctions {
  initialize(parameter?: string): string;
  terminate(parameter?: string): string;
  getValue(name: string): string;
  setValue(name: string, value: string): string;
  commit(parameter?: string): string;
  getLastError(): string;
  getErrorString(code: string): string;
  getDiagnostic(code: string): string;
}

export interface RuntimeEvents {
  onInitialize(): void;
  /** A value was accepted. */
  onSet(name: string): void;
  onCommit(): void;
  onTerminate(): void;
}

/** Names of branches that the run-time takes for leaves: written to, they would be replaced by a text (facts: fault 2). */
const BRANCH =
  /^cmi(\.(core|score|student_data|student_preference|learner_preference|objectives|interactions|comments_from_learner|comments_from_lms))?(\.\d+)?(\.(score|objectives|correct_responses)(\.\d+)?)?$|\.score$|^adl(\.(nav|data)(\.\d+)?)?$/;

/** What the specifications answer to a name that is no element, and to a value that is none of its element. */
const CODES = { scorm12: { noElement: '201', noValue: '405' }, scorm2004: { noElement: '401', noValue: '406' } };

/**
 * What a package is given: the run-time's functions, and what it does told to the shell. What the run-time would take and the
 * server would not is refused here, so that the package knows.
 */
export function guardedApi(
  runtime: RuntimeFunctions,
  events: RuntimeEvents,
  standard: PackageStandard,
): RuntimeFunctions {
  const codes = standard === 'scorm12' ? CODES.scorm12 : CODES.scorm2004;
  let ownError: string | null = null;
  const told = (answer: string, tell: () => void): string => {
    ownError = null;
    if (answer === 'true') tell();
    return answer;
  };
  const isNoElement = (name: unknown) => typeof name !== 'string' || name.length > 500 || BRANCH.test(name);
  return {
    initialize: (parameter = '') => told(String(runtime.initialize(parameter)), () => events.onInitialize()),
    terminate: (parameter = '') => told(String(runtime.terminate(parameter)), () => events.onTerminate()),
    commit: (parameter = '') => told(String(runtime.commit(parameter)), () => events.onCommit()),
    getValue(name) {
      const value = String(runtime.getValue(name));
      // Of a status that was never set this run-time gives the value, and says that there is none.
      ownError = value === '' ? null : '0';
      return onItsLines(String(name), value);
    },
    setValue(name, value) {
      if (isNoElement(name)) {
        ownError = codes.noElement;
        return 'false';
      }
      if (isValue(standard, name, String(value)))
        return told(String(runtime.setValue(name, onOneLine(name, String(value)))), () => events.onSet(name));
      const before = runtime.getValue(name);
      if (String(runtime.setValue(name, String(value))) !== 'true') {
        ownError = null;
        return 'false';
      }
      runtime.setValue(name, before);
      ownError = codes.noValue;
      return 'false';
    },
    getLastError: () => ownError ?? String(runtime.getLastError()),
    getErrorString: (code) => runtime.getErrorString(code),
    getDiagnostic: (code) => runtime.getDiagnostic(code),
  };
}

/** Whether the server would keep a value, as far as the element alone tells. */
function isValue(standard: PackageStandard, name: string, value: string): boolean {
  const data: RuntimeData = {};
  const path = name.split('.');
  const last = path.pop()!;
  let at = data;
  for (const part of path) at = at[part] = Object.create(null) as RuntimeData;
  at[last] = value;
  return validateData(standard, data).kind === 'valid';
}
