import { createServer } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readConfig } from '#platform/config.ts';
import { createRuntime, setRuntime } from '#platform/runtime.ts';
import { loadApplication } from '../../src/cli/load-application.ts';

/**
 * Serves a build that stands elsewhere than in dist; says so on standard output when it listens. Each line of standard
 * input asks for the longest hold of the event loop since the last one, which is answered in milliseconds.
 */
const [distFolder = ''] = process.argv.slice(2);
const config = readConfig(process.env);
setRuntime(createRuntime(config));
const holds = monitorEventLoopDelay({ resolution: 1 });
holds.enable();
process.stdin.on('data', () => {
  process.stdout.write(`${(holds.max / 1e6).toFixed(1)}\n`);
  holds.reset();
});
createServer(await loadApplication(distFolder)).listen(config.port, config.host, () =>
  process.stdout.write('listening\n'),
);
