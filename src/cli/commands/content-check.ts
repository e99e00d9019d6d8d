import { z } from 'zod';
import { compileFolder } from '#features/publishing/compile-folder.ts';
import { problemLine } from '#features/publishing/problem-line.ts';
import { command } from '../command.ts';
import { chooseFolders } from '../choose-folders.ts';
import { readContent } from '../read-content.ts';

export const contentCheck = command({
  name: 'content check',
  usage: '[module]',
  summary: 'Vérifie les modules de content/, ou un seul : chaque problème avec son fichier, sa ligne et son remède.',
  options: {},
  schema: z.object({ names: z.array(z.string()).max(1, 'indiquez un seul module, ou aucun pour tous') }),
  async run({ names }, { config, say }) {
    const folders = chooseFolders(await readContent(config), names[0]);
    const problems = folders.flatMap((folder) => compileFolder(folder).problems);
    const errors = problems.filter(({ severity }) => severity === 'error');
    const notices = problems.filter(({ severity }) => severity === 'notice');
    for (const problem of errors) say(`content/${problemLine(problem)}`);
    if (notices.length > 0) say('Remarques (elles n’empêchent pas de publier) :');
    for (const problem of notices) say(`  content/${problemLine(problem)}`);
    say(verdict(folders.length, errors.length));
    if (errors.length > 0) process.exitCode = 1;
  },
});

function verdict(moduleCount: number, errorCount: number): string {
  const modules = moduleCount === 1 ? '1 module vérifié' : `${moduleCount} modules vérifiés`;
  if (errorCount === 0) return `${modules} : aucune erreur.`;
  return `${modules} : ${errorCount === 1 ? '1 erreur' : `${errorCount} erreurs`} à corriger avant de publier.`;
}
