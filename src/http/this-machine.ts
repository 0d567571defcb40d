import type { FastifyRequest } from 'fastify';

/** A proxy on this machine speaks for somebody else, and says so in these headers. */
const proxyHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** Whether a request comes from a program on this machine itself, and through no proxy. */
export function isThisMachine({ socket, headers }: FastifyRequest): boolean {
  const from = socket.remoteAddress ?? '';
  const isLoopback = from === '::1' || from.startsWith('127.') || from.startsWith('::ffff:127.');
  return isLoopback && proxyHeaders.every((name) => headers[name] === undefined);
}
