import { request as ask, type IncomingMessage, type RequestListener } from 'node:http';

/** Passes each request on to a server of this machine, and its answer back; `onAnswer` sees it go by. */
export function forwardTo(
  serverPort: number,
  proto: 'http' | 'https',
  onAnswer: (answer: IncomingMessage, incoming: IncomingMessage) => void = () => {},
): RequestListener {
  return (incoming, outgoing) => {
    const headers = {
      ...incoming.headers,
      'x-forwarded-for': incoming.socket.remoteAddress ?? '',
      'x-forwarded-proto': proto,
    };
    const { method, url } = incoming;
    const passed = ask({ host: '127.0.0.1', port: serverPort, method, path: url, headers }, (answer) => {
      onAnswer(answer, incoming);
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  };
}
