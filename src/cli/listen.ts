import { createServer, type Server } from 'node:http';
import type { Config } from '#platform/config.ts';

type Address = Pick<Config, 'host' | 'port'>;

/** A port in use or a host that is not ours; the message is one French sentence. */
export class ListenError extends Error {}

/** Listens; throws a ListenError when the address cannot be had. */
export function listen(server: Server, { host, port }: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, host, port)));
    server.listen(port, host, resolve);
  });
}

/** Refuses an address that is taken, before anything long is begun. */
export async function requireFreeAddress(address: Address): Promise<void> {
  const server = createServer();
  await listen(server, address);
  await new Promise((resolve) => server.close(resolve));
}

function explained(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new ListenError(
      `Le port ${port} est déjà pris : arrêtez le programme qui l’occupe, ou choisissez-en un autre (PORT=4322).`,
    );
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new ListenError(`Cette machine n’a pas l’adresse « ${host} » : corrigez HOST (127.0.0.1 par défaut).`);
  if (error.code === 'EACCES')
    return new ListenError(`Le port ${port} demande des droits d’administrateur : choisissez-en un au-dessus de 1023.`);
  return error;
}
