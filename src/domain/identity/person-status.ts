export const PERSON_STATUSES = ['military', 'civilian', 'student'] as const;
export type PersonStatus = (typeof PERSON_STATUSES)[number];

export const STATUS_NAMES: Record<PersonStatus, string> = {
  military: 'Militaire',
  civilian: 'Civil',
  student: 'Élève',
};
