/** What columns hold, and the words of the closed lists among them. */

/** ISO-8601 UTC text. */
export type Instant = string;
/** Civil date of Europe/Paris, `YYYY-MM-DD`. */
export type CivilDate = string;
export type Json = string;

export type Role = 'learner' | 'trainer' | 'manager' | 'administrator';
export type PersonStatus = 'military' | 'civilian' | 'student';
export type AbsenceCategory = 'mission' | 'leave' | 'sick';
export type ReleaseKind = 'correction' | 'material';
