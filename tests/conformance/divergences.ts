import type { Standard } from './step.ts';

/** Where the run-time (scorm-again 3.4.3) and the specification differ: by requirement, what is heard instead of what. */
export const DIVERGENCES: Record<Standard, Record<string, string>> = {
  scorm12: {
    'LMSCommit après LMSFinish': 'true / 0 au lieu de false / 301',
    'LMSFinish une seconde fois': 'true / 101 au lieu de false / 301',
    'LMSGetValue après LMSFinish': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx / 0 au lieu de  / 301',
    'LMSSetValue après LMSFinish': 'true / 0 au lieu de false / 301',
    'cmi.core.lesson_status = "not attempted"': 'false / 405 au lieu de true / 0',
    'cmi.core.lesson_status rend "not attempted"': 'browsed / 0 au lieu de not attempted / 0',
  },
  scorm2004: {
    'GetValue("adl.nav.request")': ' / 405 au lieu de _none_ / 0',
    'GetValue("cmi.objectives.9.id")': ' / 403 au lieu de  / 301',
    'SetValue("cmi.objectives.0.score.raw", "1")': 'true / 0 au lieu de false / 408',
    'cmi.comments_from_learner.0.location = 1000 caractères': 'false / 406 au lieu de true / 0',
    'cmi.comments_from_learner.0.location rend 1000 caractères':
      'page 3 / 0 au lieu de xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx / 0',
    'cmi.interactions.0.weighting = "1e3"': 'false / 406 au lieu de true / 0',
    'cmi.interactions.0.weighting rend "1e3"': '0 / 0 au lieu de 1e3 / 0',
    'cmi.learner_preference.delivery_speed = "0"': 'false / 407 au lieu de true / 0',
    'cmi.learner_preference.delivery_speed rend "0"': '1 / 0 au lieu de 0 / 0',
    'cmi.objectives.0.score.max = "1e3"': 'false / 406 au lieu de true / 0',
    'cmi.objectives.0.score.max rend "1e3"': '0 / 0 au lieu de 1e3 / 0',
    'cmi.objectives.0.score.min = "1e3"': 'false / 406 au lieu de true / 0',
    'cmi.objectives.0.score.min rend "1e3"': '0 / 0 au lieu de 1e3 / 0',
    'cmi.objectives.0.score.raw = "1e3"': 'false / 406 au lieu de true / 0',
    'cmi.objectives.0.score.raw rend "1e3"': '0 / 0 au lieu de 1e3 / 0',
    'cmi.score.max = "1e3"': 'false / 406 au lieu de true / 0',
    'cmi.score.max rend "1e3"': '0 / 0 au lieu de 1e3 / 0',
    'cmi.score.min = "1e3"': 'false / 406 au lieu de true / 0',
    'cmi.score.min rend "1e3"': '0 / 0 au lieu de 1e3 / 0',
    'cmi.score.raw = "1e3"': 'false / 406 au lieu de true / 0',
    'cmi.score.raw rend "1e3"': '0 / 0 au lieu de 1e3 / 0',
  },
};
