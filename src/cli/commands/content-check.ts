import { z } from 'zod';
import { dueWithin, wordsOf, type DueStatement } from '#domain/authoring/statements/check-review.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { frenchDate } from '#domain/time/french-dates.ts';
import { sharedCodes } from '#features/publishing/shared-codes.ts';
import { checkFolder } from '#features/publishing/check-folder.ts';
import { problemLine } from '#features/publishing/problem-line.ts';
import { command } from '../command.ts';
import { chooseFolders } from '../choose-folders.ts';
import { readContent } from '../read-content.ts';

const DAYS_AHEAD = 30;

export const contentCheck = command({
  name: 'content check',
  usage: '[module]',
  summary:
    'Vérifie les modules de content/, ou un seul : chaque problème avec son fichier, sa ligne et son remède ; dit ce qui est bientôt à relire.',
  options: {},
  schema: z.object({ names: z.array(z.string()).max(1, 'indiquez un seul module, ou aucun pour tous') }),
  async run({ names }, { config, act, say }) {
    const today = civilDateOf(act.at);
    const all = await readContent(config);
    const folders = chooseFolders(all, names[0]).map((folder) => checkFolder(folder, today));
    const problems = [...folders.flatMap((folder) => folder.problems), ...sharedCodes(all)];
    const errors = problems.filter(({ severity }) => severity === 'error');
    const notices = problems.filter(({ severity }) => severity === 'notice');
    for (const problem of errors) say(`content/${problemLine(problem)}`);
    if (notices.length > 0) say('Remarques (elles n’empêchent pas de publier) :');
    for (const problem of notices) say(`  content/${problemLine(problem)}`);
    const due = folders.flatMap(({ survey }) => dueWithin(survey, today, DAYS_AHEAD));
    if (due.length > 0) say(`À relire dans les ${DAYS_AHEAD} jours :`);
    for (const statement of due) say(`  content/${dueLine(statement)}`);
    say(verdict(folders.length, errors.length));
    if (errors.length > 0) process.exitCode = 1;
  },
});

function dueLine({ statement, dueOn }: DueStatement): string {
  const { file, line, column } = statement;
  return `${file}:${line}:${column} ${wordsOf(statement)} — au plus tard le ${frenchDate(dueOn)}`;
}

function verdict(moduleCount: number, errorCount: number): string {
  const modules = moduleCount === 1 ? '1 module vérifié' : `${moduleCount} modules vérifiés`;
  if (errorCount === 0) return `${modules} : aucune erreur.`;
  return `${modules} : ${errorCount === 1 ? '1 erreur' : `${errorCount} erreurs`} à corriger avant de publier.`;
}
