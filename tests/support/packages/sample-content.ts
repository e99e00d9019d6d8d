/**
 * A page that speaks SCORM as authoring tools make it: it looks for the run-time above it, opens, reads where one was, and says
 * what it does. Buttons: `next` (turns a page and keeps the place), `pass` and `fail` (score and status), `complete` (status
 * alone), `leave` (suspends and ends).
 */
export function scoPage(title: string, standard: 'scorm12' | 'scorm2004'): string {
  return `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><title>${title}</title></head>
<body>
<h1>${title}</h1>
<p>Page <output id="page">?</output>, entrée <output id="entry">?</output>, dernier code <output id="code">0</output></p>
<p><button id="next">Page suivante</button> <button id="complete">Lu</button> <button id="pass">Réussir</button>
<button id="fail">Échouer</button> <button id="leave">Quitter</button></p>
<script>${standard === 'scorm12' ? SCORM12 : SCORM2004}${PAGE}</script>
</body>
</html>
`;
}

const SCORM12 = `
const NAME = 'API';
const CALLS = { open: 'LMSInitialize', get: 'LMSGetValue', set: 'LMSSetValue', commit: 'LMSCommit', close: 'LMSFinish', code: 'LMSGetLastError' };
const CORE = 'cmi.core.';
const NAMES = { place: CORE + 'lesson_location', entry: CORE + 'entry', exit: CORE + 'exit', time: CORE + 'session_time', data: 'cmi.suspend_data' };
const DURATION = (seconds) => '0000:' + String(Math.floor(seconds / 60)).padStart(2, '0') + ':' + String(seconds % 60).padStart(2, '0');
const judge = (raw, success) => { set(CORE + 'score.min', '0'); set(CORE + 'score.max', '100'); set(CORE + 'score.raw', String(raw)); set(CORE + 'lesson_status', success); };
const complete = () => set(CORE + 'lesson_status', 'completed');
const begin = () => { if (get(CORE + 'lesson_status') === 'not attempted') set(CORE + 'lesson_status', 'incomplete'); };
`;

const SCORM2004 = `
const NAME = 'API_1484_11';
const CALLS = { open: 'Initialize', get: 'GetValue', set: 'SetValue', commit: 'Commit', close: 'Terminate', code: 'GetLastError' };
const NAMES = { place: 'cmi.location', entry: 'cmi.entry', exit: 'cmi.exit', time: 'cmi.session_time', data: 'cmi.suspend_data' };
const DURATION = (seconds) => 'PT' + seconds + 'S';
const judge = (raw, success) => { set('cmi.score.scaled', String(raw / 100)); set('cmi.score.raw', String(raw)); set('cmi.success_status', success); set('cmi.completion_status', 'completed'); };
const complete = () => set('cmi.completion_status', 'completed');
const begin = () => { if (get('cmi.completion_status') === 'unknown') set('cmi.completion_status', 'incomplete'); };
`;

const PAGE = `
function find(from) {
  for (let at = from, turn = 0; at && turn < 50; turn += 1) {
    try { if (at[NAME]) return at[NAME]; } catch { return null; }
    if (at === at.parent) return at.opener ? find(at.opener) : null;
    at = at.parent;
  }
  return null;
}
const api = find(window);
const byId = (id) => document.getElementById(id);
const say = () => { byId('code').value = api ? api[CALLS.code]() : 'sans API'; };
const get = (name) => { const value = api ? api[CALLS.get](name) : ''; say(); return value; };
const set = (name, value) => { const answer = api ? api[CALLS.set](name, value) : 'false'; say(); return answer; };
const started = Date.now();
if (api) api[CALLS.open]('');
begin();
let page = Number(get(NAMES.place) || '1');
byId('page').value = page;
byId('entry').value = get(NAMES.entry) || 'vide';
document.documentElement.dataset.ready = 'oui';
const commit = () => { if (api) api[CALLS.commit](''); say(); };
byId('next').onclick = () => { page += 1; byId('page').value = page; set(NAMES.place, String(page)); set(NAMES.data, 'page=' + page); commit(); };
byId('complete').onclick = () => { complete(); commit(); };
byId('pass').onclick = () => { judge(90, 'passed'); commit(); };
byId('fail').onclick = () => { judge(30, 'failed'); commit(); };
byId('leave').onclick = () => {
  set(NAMES.exit, 'suspend');
  set(NAMES.time, DURATION(Math.round((Date.now() - started) / 1000)));
  if (api) api[CALLS.close]('');
  document.documentElement.dataset.ended = 'oui';
};
`;
