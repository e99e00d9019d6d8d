import { once } from 'node:events';
import { createServer } from 'node:https';
import { forwardTo } from './forward-to.ts';
import { selfSignedCertificate } from './self-signed-certificate.ts';

/** What stands before a real installation: ends TLS, speaks HTTP to the server behind, says whom it speaks for. */
export async function startTlsProxy(port: number, serverPort: number): Promise<{ close(): Promise<void> }> {
  const proxy = createServer(selfSignedCertificate(), forwardTo(serverPort, 'https'));
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
