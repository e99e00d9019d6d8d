import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
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
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('end', () => {
      const body = decompressed(Buffer.concat(chunks), answer.headers['content-encoding'], url).toString();
      answers.push({ path: url, text: plainText(JSON.stringify(answer.rawHeaders) + body) });
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

/** What was sent as it was before it was compressed: compressed bytes cannot be searched. */
function decompressed(body: Buffer, encoding: string | undefined, url: string): Buffer {
  switch (encoding) {
    case undefined:
      return body;
    case 'br':
      return brotliDecompressSync(body);
    case 'gzip':
      return gunzipSync(body);
    default:
      throw new Error(`${url} is compressed as ${encoding}: its bytes cannot be searched`);
  }
}
