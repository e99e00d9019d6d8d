import { createRuntime } from '#platform/runtime.ts';
import { readConfig } from '#platform/config.ts';
import { servePackages } from '../../src/cli/serve-packages.ts';

/** Serves the packages' origin alone; says so on standard output when it listens. No shell is built: nobody opens one here. */
await servePackages(createRuntime(readConfig(process.env)), '');
process.stdout.write('listening\n');
