import { once } from 'node:events';
import { request as forward } from 'node:http';
import { createServer } from 'node:https';
import { selfSignedCertificate } from './self-signed-certificate.ts';

/** What stands before a real installation: ends TLS, speaks HTTP to the server behind, says whom it speaks for. */
export async function startTlsProxy(port: number, serverPort: number): Promise<{ close(): Promise<void> }> {
  const proxy = createServer(selfSignedCertificate(), (incoming, outgoing) => {
    const headers = {
      ...incoming.headers,
      'x-forwarded-for': incoming.socket.remoteAddress ?? '',
      'x-forwarded-proto': 'https',
    };
    const { method, url } = incoming;
    const passed = forward({ host: '127.0.0.1', port: serverPort, method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  proxy.listen(port, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    async close() {
      proxy.closeAllConnections();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
