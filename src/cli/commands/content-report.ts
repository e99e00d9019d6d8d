import { z } from 'zod';
import { countModule, type ModuleCounts } from '#domain/authoring/count-module.ts';
import { compileFolder } from '#features/publishing/compile-folder.ts';
import { command } from '../command.ts';
import { chooseFolders } from '../choose-folders.ts';
import { readContent } from '../read-content.ts';

export const contentReport = command({
  name: 'content report',
  usage: '[module]',
  summary:
    'Compte ce que contiennent les modules de content/, ou un seul : leçons, mots, cas, questions, figures, références.',
  options: {},
  schema: z.object({ names: z.array(z.string()).max(1, 'indiquez un seul module, ou aucun pour tous') }),
  async run({ names }, { config, say }) {
    for (const folder of chooseFolders(await readContent(config), names[0])) {
      const { module, survey } = compileFolder(folder);
      say(`${folder.slug}${module ? ` (${module.code})` : ''}`);
      if (!module) say('  des erreurs sont à corriger : npm run reperes -- content check');
      else
        for (const [label, figure] of reportLines(countModule(module, survey))) say(`  ${label.padEnd(24)} ${figure}`);
      say('');
    }
  },
});

function reportLines(counts: ModuleCounts): [string, string][] {
  const { situations, exercises, questions, ease } = counts;
  return [
    ['leçons', String(counts.lessons)],
    ['durée', `${counts.minutes} min`],
    ['mots des leçons', String(counts.words)],
    ['lisibilité (0 à 100)', ease ? `de ${ease.least} à ${ease.most}` : 'sans objet'],
    [
      'situations',
      parts({
        témoin: situations.temoin,
        commandement: situations.commandement,
        confident: situations.confident,
        collègue: situations.collegue,
      }),
    ],
    [
      'exercices',
      parts({
        questions: exercises.question,
        classer: exercises.classer,
        ordonner: exercises.ordonner,
        réflexion: exercises.reflexion,
      }),
    ],
    ['figures', String(counts.figures)],
    [
      'questions d’évaluation',
      parts({ savoir: questions.savoir, comprendre: questions.comprendre, décider: questions.decider }),
    ],
    ['références', parts(counts.references)],
    ['sources', parts(counts.sources)],
    ['à vérifier', String(counts.toVerify)],
    ['termes du glossaire', String(counts.glossary)],
  ];
}

/** « 4 (témoin 1, commandement 2, confident 1) ». */
function parts(figures: Record<string, number>): string {
  const total = Object.values(figures).reduce((sum, figure) => sum + figure, 0);
  const named = Object.entries(figures).map(([name, figure]) => `${name} ${figure}`);
  return `${total} (${named.join(', ')})`;
}
