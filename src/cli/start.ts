import { announce } from './announce.ts';
import { buildWhenChanged } from './build-when-changed.ts';
import { requireFreeAddress } from './listen.ts';
import { prepareDatabase } from './prepare-database.ts';
import { explainingRefusals } from './refusal.ts';
import { reportAccessibilityProblem } from './report-accessibility-problem.ts';
import { reportContentDifferences } from './report-content-differences.ts';
import { reportHelpProblem } from './report-help-problem.ts';
import { reportWaitingPackages } from './report-waiting-packages.ts';
import { serve } from './serve.ts';
import { systemClock, fixedClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';

const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

await explainingRefusals(async () => {
  const config = readConfig(process.env);
  const clock = config.fixedNow ? fixedClock(config.fixedNow) : systemClock;
  await requireFreeAddress(config);
  await requireFreeAddress({ host: config.host, port: config.packagesPort });
  buildWhenChanged(say);
  await prepareDatabase(config, clock, say);
  reportHelpProblem(config, say);
  reportAccessibilityProblem(config, say);
  await reportContentDifferences(config, say);
  await reportWaitingPackages(config, say);
  await serve(config);
  announce(config, say);
});
