import { serve } from '../../../src/cli/serve.ts';
import { readConfig } from '#platform/config.ts';

await serve(readConfig(process.env));
process.stdout.write('listening\n');
