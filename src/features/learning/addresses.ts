/** Neutral addresses: they stay in the browser's history (DESIGN §5). */
export const moduleAddress = (code: string): string => `/modules/${code}`;

export const lessonAddress = (code: string, number: number): string => `/modules/${code}/${number}`;

export const assessmentAddress = (code: string): string => `/modules/${code}/evaluation`;

/** Where a package is played. */
export const playerAddress = (code: string): string => `/modules/${code}/lecture`;

export const otherPathAddress = (code: string): string => `/modules/${code}/choix`;

export const bookletAddress = (code: string): string => `/modules/${code}/livret`;

/** What a person can show of a completion. */
export const attestationAddress = (completionId: string): string => `/attestations/${completionId}`;

/** « Module 2 » for `m2`: what a title may say; « Module » for one whose code is not known yet. */
export const moduleName = (code: string | null): string => `Module ${code?.replace(/^\D+/, '') ?? ''}`.trim();
