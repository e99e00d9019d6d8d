import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { forwardTo } from './forward-to.ts';
import { plainText } from './plain-text.ts';

/** Stands between a browser and the server and keeps every byte sent, as text that compares with the content's words. */
export interface Recorder {
  /** The paths of the answers so far in which this text stands. */
  pathsWith(text: string): string[];
  count(): number;
  close(): Promise<void>;
}

export async function startRecorder(port: number, serverPort: number): Promise<Recorder> {
  const answers: { path: string; text: string }[] = [];
  const keep = (answer: IncomingMessage, { url = '' }: IncomingMessage) => {
    const chunks: Buffer[] = [JSON.stringify(answer.rawHeaders)].map((text) => Buffer.from(text));
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('end', () => {
      if (answer.headers['content-encoding']) throw new Error(`${url} is compressed: its bytes cannot be searched`);
      answers.push({ path: url, text: plainText(Buffer.concat(chunks).toString()) });
    });
  };
  const server = createServer(forwardTo(serverPort, 'http', keep)).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    pathsWith(text) {
      const wanted = plainText(text);
      return answers.filter((answer) => answer.text.includes(wanted)).map(({ path }) => path);
    },
    count: () => answers.length,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
