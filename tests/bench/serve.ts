import { createServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readConfig } from '#platform/config.ts';
import { createRuntime, setRuntime } from '#platform/runtime.ts';

/** Serves a build that stands elsewhere than in dist; says so on standard output when it listens. */
const [distFolder = ''] = process.argv.slice(2);
process.env.ASTRO_NODE_AUTOSTART = 'disabled';
const config = readConfig(process.env);
setRuntime(createRuntime(config));
const { handler } = (await import(pathToFileURL(join(distFolder, 'server', 'entry.mjs')).href)) as {
  handler: RequestListener;
};
createServer(handler).listen(config.port, config.host, () => process.stdout.write('listening\n'));
