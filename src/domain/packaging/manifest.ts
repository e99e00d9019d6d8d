/** A package as its manifest describes it, whatever the edition of SCORM; made by `read-manifest.ts`, kept as JSON with the delivery. */
export interface PackageManifest {
  standard: PackageStandard;
  identifier: string;
  title: string;
  /** Where the manifest lies in the archive, with its last slash; `''` at the root. Every other path starts from the root. */
  folder: string;
  organizations: Organization[];
  /** Identifier of the organisation that is played. */
  defaultOrganization: string;
  resources: Resource[];
}

export type PackageStandard = 'scorm12' | 'scorm2004-2' | 'scorm2004-3' | 'scorm2004-4';

export interface Organization {
  identifier: string;
  title: string;
  items: Item[];
  sequencing: Sequencing | null;
  /** SCORM 2004: global objectives are shared across packages unless the manifest says no (CP 3.4.1.1). */
  objectivesGlobalToSystem: boolean;
  sharedDataGlobalToSystem: boolean;
}

export interface Item {
  identifier: string;
  title: string;
  /** Identifier of a resource; null for a heading. */
  resource: string | null;
  /** As the manifest gives them, to be appended to the address by the rules of CP 3.4.1.10. */
  parameters: string;
  isVisible: boolean;
  children: Item[];
  /** `adlcp:masteryscore` (1.2), 0 to 100. */
  masteryScore: number | null;
  /** `adlcp:prerequisites` (1.2), as written (AICC script). */
  prerequisites: string | null;
  /** As written: CMITimespan (1.2) or, in 2004, `attemptAbsoluteDurationLimit`. */
  maxTimeAllowed: string | null;
  timeLimitAction: string | null;
  /** `datafromlms` (1.2) or `dataFromLMS` (2004). */
  launchData: string | null;
  completionThreshold: CompletionThreshold | null;
  hiddenControls: HiddenControl[];
  sequencing: Sequencing | null;
  sharedData: SharedDataMap[];
}

export type HiddenControl = 'continue' | 'previous' | 'exit' | 'exitAll' | 'abandon' | 'abandonAll' | 'suspendAll';

export interface CompletionThreshold {
  completedByMeasure: boolean;
  /** 0 to 1. */
  minimumProgressMeasure: number;
  progressWeight: number;
}

export interface SharedDataMap {
  targetId: string;
  canRead: boolean;
  canWrite: boolean;
}

export interface Resource {
  identifier: string;
  kind: 'sco' | 'asset';
  /** Path in the archive, `xml:base` applied, without query or fragment; null when the resource cannot be launched. */
  path: string | null;
  /** What follows the path in the address as written: `?a=1#b`, or `''`. */
  suffix: string;
  files: string[];
  /** Identifiers of resources. */
  dependencies: string[];
}

/** Rules of SCORM 2004 Sequencing and Navigation, with the defaults of the specification filled in and `imsss` collections resolved. */
export interface Sequencing {
  control: ControlMode;
  preConditionRules: SequencingRule[];
  exitConditionRules: SequencingRule[];
  postConditionRules: SequencingRule[];
  limits: { attempts: number | null; absoluteDuration: string | null };
  rollup: RollupSettings;
  objectives: SequencingObjective[];
  randomization: {
    selection: 'never' | 'once' | 'onEachNewAttempt';
    selectCount: number | null;
    randomization: 'never' | 'once' | 'onEachNewAttempt';
    reorderChildren: boolean;
  };
  delivery: { isTracked: boolean; completionSetByContent: boolean; objectiveSetByContent: boolean };
  constrainChoice: boolean;
  preventActivation: boolean;
}

export interface ControlMode {
  choice: boolean;
  choiceExit: boolean;
  flow: boolean;
  forwardOnly: boolean;
  useCurrentAttemptObjectiveInfo: boolean;
  useCurrentAttemptProgressInfo: boolean;
}

export interface SequencingRule {
  combination: 'all' | 'any';
  conditions: RuleCondition[];
  action: string;
}

export interface RuleCondition {
  condition: string;
  isNot: boolean;
  objective: string | null;
  /** -1 to 1. */
  measureThreshold: number | null;
}

export interface RollupSettings {
  objectiveSatisfied: boolean;
  progressCompletion: boolean;
  objectiveMeasureWeight: number;
  rules: RollupRule[];
  requiredForSatisfied: string;
  requiredForNotSatisfied: string;
  requiredForCompleted: string;
  requiredForIncomplete: string;
  measureSatisfactionIfActive: boolean;
}

export interface RollupRule {
  childActivitySet: 'all' | 'any' | 'none' | 'atLeastCount' | 'atLeastPercent';
  minimumCount: number;
  /** 0 to 1, as in the manifest. */
  minimumPercent: number;
  combination: 'all' | 'any';
  conditions: { condition: string; isNot: boolean }[];
  action: 'satisfied' | 'notSatisfied' | 'completed' | 'incomplete';
}

export interface SequencingObjective {
  /** Null for a primary objective without an identifier. */
  id: string | null;
  isPrimary: boolean;
  satisfiedByMeasure: boolean;
  /** -1 to 1. */
  minNormalizedMeasure: number;
  maps: ObjectiveMap[];
}

export interface ObjectiveMap {
  target: string;
  readSatisfied: boolean;
  readMeasure: boolean;
  writeSatisfied: boolean;
  writeMeasure: boolean;
  readRawScore: boolean;
  readMinScore: boolean;
  readMaxScore: boolean;
  readCompletion: boolean;
  readProgress: boolean;
  writeRawScore: boolean;
  writeMinScore: boolean;
  writeMaxScore: boolean;
  writeCompletion: boolean;
  writeProgress: boolean;
}
