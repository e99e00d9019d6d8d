import { systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import type { CommandContext } from './command.ts';
import { dispatch } from './dispatch.ts';
import { openInstallation } from './open-installation.ts';
import { explainingRefusals } from './refusal.ts';

// What reads the output may stop before its end, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

await explainingRefusals(() => dispatch(process.argv.slice(2), commandContext));

function commandContext(): CommandContext {
  const config = readConfig(process.env);
  return {
    config,
    act: { by: null, at: systemClock.now(), requestId: null },
    say: (sentence) => process.stdout.write(`${sentence}\n`),
    openDatabase: () => openInstallation(config),
  };
}
