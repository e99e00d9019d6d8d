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

/**
 * What a package is given: the run-time's functions, and what it does told to the shell. An element that is none is refused
 * as the specification says: 201 and 401.
 */
export function guardedApi(
  runtime: RuntimeFunctions,
  events: RuntimeEvents,
  undefinedElement: '201' | '401',
): RuntimeFunctions {
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
      ownError = null;
      return String(runtime.getValue(name));
    },
    setValue(name, value) {
      if (isNoElement(name)) {
        ownError = undefinedElement;
        return 'false';
      }
      return told(String(runtime.setValue(name, String(value))), () => events.onSet(name));
    },
    getLastError: () => ownError ?? String(runtime.getLastError()),
    getErrorString: (code) => runtime.getErrorString(code),
    getDiagnostic: (code) => runtime.getDiagnostic(code),
  };
}
