import { z } from 'zod';
import type { PlacedStatement } from '#domain/authoring/statements/placed-statement.ts';
import { compileFolder } from '#features/publishing/compile-folder.ts';
import { BYTE_ORDER_MARK, csvText } from '#platform/csv-text.ts';
import { command } from '../command.ts';
import { chooseFolders } from '../choose-folders.ts';
import { readContent } from '../read-content.ts';

const COLUMNS = ['Énoncé', 'Texte ou source', 'Article', 'Confiance', 'Vérifié le', 'À vérifier', 'Fichier'];

export const contentAudit = command({
  name: 'content audit',
  usage: '[module] [--csv]',
  summary: 'Dresse la table des énoncés juridiques et chiffrés : source, article, confiance, date ; en CSV avec --csv.',
  options: { csv: { type: 'boolean' } },
  schema: z.object({
    names: z.array(z.string()).max(1, 'indiquez un seul module, ou aucun pour tous'),
    csv: z.boolean().default(false),
  }),
  async run({ names, csv }, { config, say }) {
    const folders = chooseFolders(await readContent(config), names[0]);
    const statements = folders.flatMap((folder) => compileFolder(folder).survey.statements);
    if (csv) return say(BYTE_ORDER_MARK + csvText([COLUMNS, ...statements.map(cellsOf)]).trimEnd());
    for (const statement of statements) say(lineOf(statement));
    say(`${statements.length} énoncés.`);
  },
});

function cellsOf(statement: PlacedStatement): string[] {
  const { source, article, confidence, verifiedOn, toVerify } = statement;
  return [
    statement.statement,
    source,
    article ?? '',
    confidence,
    verifiedOn,
    toVerify ? 'oui' : 'non',
    placeOf(statement),
  ];
}

function lineOf(statement: PlacedStatement): string {
  const { source, article, confidence, verifiedOn, toVerify } = statement;
  const text = article === null ? source : `${source}, ${article}`;
  const mark = toVerify ? ', à vérifier' : '';
  return `${placeOf(statement)}\n  ${statement.statement}\n  → ${text} [${confidence}], vérifié le ${verifiedOn}${mark}\n`;
}

function placeOf({ file, line, column }: PlacedStatement): string {
  return `content/${file}:${line}:${column}`;
}
