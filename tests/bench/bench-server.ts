import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../../src/cli/paths.ts';
import { SERVER_ENVIRONMENT, SERVER_FLAGS } from '../../src/cli/server-flags.mjs';

export interface BenchServer {
  /** The longest hold of its event loop since the last question, in milliseconds. */
  longestHold(): Promise<number>;
  /** The most memory that its process has had so far, in MiB. */
  peakMemory(): Promise<number>;
  stop(): Promise<void>;
}

/** Serves a build in a process of its own, run as `npm start` runs it. */
export async function startBenchServer(dist: string, environment: Record<string, string>): Promise<BenchServer> {
  const server = spawn(process.execPath, [...SERVER_FLAGS, join(ROOT, 'tests/bench/serve.ts'), dist], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...SERVER_ENVIRONMENT, ...process.env, ...environment },
  });
  await once(server.stdout, 'data');
  const ask = async (question: string) => {
    server.stdin.write(`${question}\n`);
    const [answer] = (await once(server.stdout, 'data')) as [Buffer];
    return Number(answer.toString().trim());
  };
  return {
    longestHold: () => ask('hold'),
    peakMemory: () => ask('memory'),
    async stop() {
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}
