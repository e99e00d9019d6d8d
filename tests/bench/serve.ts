import { createServer } from 'node:http';
import { readConfig } from '#platform/config.ts';
import { createRuntime, setRuntime } from '#platform/runtime.ts';
import { loadApplication } from '../../src/cli/load-application.ts';

/** Serves a build that stands elsewhere than in dist; says so on standard output when it listens. */
const [distFolder = ''] = process.argv.slice(2);
const config = readConfig(process.env);
setRuntime(createRuntime(config));
createServer(await loadApplication(distFolder)).listen(config.port, config.host, () =>
  process.stdout.write('listening\n'),
);
