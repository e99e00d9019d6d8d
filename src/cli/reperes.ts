import { systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import type { Command, CommandContext } from './command.ts';
import { adminCreate } from './commands/admin-create.ts';
import { backup } from './commands/backup.ts';
import { contentCheck } from './commands/content-check.ts';
import { contentNew } from './commands/content-new.ts';
import { contentPublish } from './commands/content-publish.ts';
import { designate } from './commands/designate.ts';
import { passwordReset } from './commands/password-reset.ts';
import { personAdd } from './commands/person-add.ts';
import { programmeOpen } from './commands/programme-open.ts';
import { roleGive } from './commands/role-give.ts';
import { unitAdd } from './commands/unit-add.ts';
import { openInstallation } from './open-installation.ts';
import { explainingRefusals, Refusal } from './refusal.ts';

const COMMANDS: readonly Command[] = [
  contentCheck,
  contentNew,
  contentPublish,
  backup,
  unitAdd,
  personAdd,
  roleGive,
  programmeOpen,
  designate,
  adminCreate,
  passwordReset,
];

await explainingRefusals(() => dispatch(process.argv.slice(2)));

async function dispatch(words: string[]): Promise<void> {
  if (words.length === 0 || ['aide', '--aide', '--help', 'help'].includes(words[0] ?? '')) return printHelp();
  const found = COMMANDS.find(({ name }) => name === words.slice(0, name.split(' ').length).join(' '));
  if (!found) throw new Refusal(`Commande inconnue : « ${words.join(' ')} ». La liste : npm run reperes -- aide`);
  const context = commandContext();
  await found.run(words.slice(found.name.split(' ').length), context);
}

function printHelp(): void {
  const lines = COMMANDS.map(({ name, usage, summary }) => `  ${name} ${usage}\n      ${summary}`);
  process.stdout.write(
    `npm run reperes -- <commande>\n\n${lines.join('\n')}\n\nUne commande avec --aide dit son usage.\n`,
  );
}

function commandContext(): CommandContext {
  const config = readConfig(process.env);
  return {
    config,
    act: { by: null, at: systemClock.now(), requestId: null },
    say: (sentence) => process.stdout.write(`${sentence}\n`),
    openDatabase: () => openInstallation(config),
  };
}
