/** What the import doctor says of a package. */
export interface Finding {
  /** `refused`: it is not imported; `wrong`: against the specification, it may not run; `unusual`: it runs, and a trainer should know. */
  severity: 'refused' | 'wrong' | 'unusual';
  /** One French sentence that says what, and what to do. */
  message: string;
  place: FindingPlace;
}

export interface FindingPlace {
  /** Path in the archive. */
  file: string | null;
  /** From 1. */
  line: number | null;
  element: string | null;
  /** Of the specification: « SCORM 1.2 CAM 2.3.2.3 », « IMS CP 1.1.3 § 4.5 ». */
  clause: string | null;
}

export const NOWHERE: FindingPlace = { file: null, line: null, element: null, clause: null };
