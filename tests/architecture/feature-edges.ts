/**
 * Which feature may use which: a new edge is a decision, written here in the change that needs it.
 * No edge may close a circle, and follow-up reaches nothing that reads traces (DESIGN §8).
 */
export const FEATURE_EDGES: Record<string, readonly string[]> = {
  account: ['sign-in'],
  'annual-review': ['follow-up'],
  assessments: ['learning', 'publishing'],
  exports: ['follow-up', 'imports', 'journal', 'obligations', 'people', 'training-sessions'],
  imports: ['journal', 'obligations', 'people'],
  delivery: ['help', 'learning', 'publishing'],
  learning: ['journal', 'publishing'],
  obligations: ['journal'],
  'package-player': ['learning', 'packages', 'publishing'],
  packages: ['journal', 'publishing'],
  people: ['journal'],
  publishing: ['journal'],
  reminders: ['follow-up', 'journal'],
  search: ['publishing'],
  'sign-in': ['journal'],
  'follow-up': ['journal'],
  'training-sessions': ['journal', 'learning'],
};
