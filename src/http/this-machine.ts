import type { FastifyRequest } from 'fastify';

/** A proxy on this machine speaks for somebody else, and says so in these headers. */
const proxyHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

const ownNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a URL is one that only this machine itself can open. */
export function isOwnAddress(url: string): boolean {
  return ownNames.has(new URL(url).hostname);
}

/**
 * Whether a request comes from a program on this machine itself, and through no proxy. A proxy need
 * not say that it is one: so nobody is when people come by another address (`baseUrl`), and a request
 * is refused that names another host (a page that points its name at this machine) or speaks
 * HTTP/1.0, as proxies do.
 */
export function isThisMachine({ socket, headers, raw }: FastifyRequest, baseUrl: string): boolean {
  const from = socket.remoteAddress ?? '';
  const isLoopback = from === '::1' || from.startsWith('127.') || from.startsWith('::ffff:127.');
  const host = (headers.host ?? '').toLowerCase().replace(/:\d{1,5}$/, '');
  return (
    isLoopback &&
    isOwnAddress(baseUrl) &&
    ownNames.has(host) &&
    raw.httpVersion !== '1.0' &&
    proxyHeaders.every((name) => headers[name] === undefined)
  );
}
