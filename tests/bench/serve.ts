import { createServer } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readConfig } from '#platform/config.ts';
import { createRuntime, setRuntime } from '#platform/runtime.ts';
import { loadApplication } from '../../src/cli/load-application.ts';

/**
 * Serves a build that stands elsewhere than in dist; says so on standard output when it listens. A line of standard input
 * asks either for the longest hold of the event loop since the last time, in milliseconds, or for the most memory that the
 * process has had, in MiB.
 */
const [distFolder = ''] = process.argv.slice(2);
const config = readConfig(process.env);
setRuntime(createRuntime(config));
const holds = monitorEventLoopDelay({ resolution: 1 });
holds.enable();
process.stdin.on('data', (question: Buffer) => {
  const isAboutMemory = question.toString().trim() === 'memory';
  const answer = isAboutMemory ? process.resourceUsage().maxRSS / 1024 : holds.max / 1e6;
  if (!isAboutMemory) holds.reset();
  process.stdout.write(`${answer.toFixed(1)}\n`);
});
createServer(await loadApplication(distFolder)).listen(config.port, config.host, () =>
  process.stdout.write('listening\n'),
);
