import type { Command, CommandContext } from './command.ts';
import { adminCreate } from './commands/admin-create.ts';
import { backup } from './commands/backup.ts';
import { contentAudit } from './commands/content-audit.ts';
import { contentCheck } from './commands/content-check.ts';
import { contentNew } from './commands/content-new.ts';
import { contentPublish } from './commands/content-publish.ts';
import { contentReport } from './commands/content-report.ts';
import { demoGenerate } from './commands/demo-generate.ts';
import { designate } from './commands/designate.ts';
import { exportModule } from './commands/export.ts';
import { packageImport } from './commands/package-import.ts';
import { packageList } from './commands/package-list.ts';
import { passwordReset } from './commands/password-reset.ts';
import { peopleImport } from './commands/people-import.ts';
import { peopleUndo } from './commands/people-undo.ts';
import { personAdd } from './commands/person-add.ts';
import { programmeOpen } from './commands/programme-open.ts';
import { reportVerify } from './commands/report-verify.ts';
import { roleGive } from './commands/role-give.ts';
import { unitAdd } from './commands/unit-add.ts';
import { Refusal } from './refusal.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  contentCheck,
  contentReport,
  contentAudit,
  contentNew,
  contentPublish,
  exportModule,
  packageImport,
  packageList,
  backup,
  unitAdd,
  personAdd,
  peopleImport,
  peopleUndo,
  roleGive,
  programmeOpen,
  designate,
  demoGenerate,
  adminCreate,
  passwordReset,
  reportVerify,
];

/** Runs what was typed after `npm run reperes --`; throws a Refusal for what is no command. */
export async function dispatch(words: string[], context: () => CommandContext): Promise<void> {
  if (words.length === 0 || ['aide', '--aide', '--help', '-h', 'help'].includes(words[0] ?? ''))
    return printHelp(context().say);
  const found = COMMANDS.find(({ name }) => name === words.slice(0, name.split(' ').length).join(' '));
  if (!found) throw new Refusal(`Commande inconnue : « ${words.join(' ')} ». La liste : npm run reperes -- aide`);
  await found.run(words.slice(found.name.split(' ').length), context());
}

function printHelp(say: CommandContext['say']): void {
  const lines = COMMANDS.map(({ name, usage, summary }) => `  ${name} ${usage}\n      ${summary}`);
  say(`npm run reperes -- <commande>\n\n${lines.join('\n')}\n\nUne commande avec --aide dit son usage.\n`);
}
