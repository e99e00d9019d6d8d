import { once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSignedCertificate } from './self-signed-certificate.ts';

/** Another site on this machine, where « Quitter rapidement » leads; it answers only when told to. */
export interface ExitSite {
  origin: string;
  /** The headers of what was asked of it. */
  requests: IncomingHttpHeaders[];
  answer(): void;
  close(): Promise<void>;
}

export async function startExitSite(): Promise<ExitSite> {
  const requests: IncomingHttpHeaders[] = [];
  const { promise: mayAnswer, resolve: answer } = Promise.withResolvers<void>();
  const server = createServer(selfSignedCertificate(), (request, response) => {
    if (request.url === '/') requests.push(request.headers);
    void mayAnswer.then(() => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end('<!doctype html><title>Météo</title><link rel="icon" href="data:,"><h1>Un autre site</h1>');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `https://localhost:${(server.address() as AddressInfo).port}`,
    requests,
    answer,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
