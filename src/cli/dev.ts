import { fixedClock, systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { prepareDatabase } from './prepare-database.ts';
import { explainingRefusals } from './refusal.ts';
import { runTool } from './run-tool.ts';

await explainingRefusals(async () => {
  const config = readConfig(process.env);
  const clock = config.fixedNow ? fixedClock(config.fixedNow) : systemClock;
  await prepareDatabase(config, clock, (sentence) => process.stdout.write(`${sentence}\n`));
  process.exitCode = runTool('astro', ['dev', '--host', config.host, '--port', String(config.port)]);
});
