import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { protectPages } from './server.ts';

/** What a start is busy with, and which share of it, from 0 to 1, is done; null: nobody can say. */
export type StartProgress = {
  readonly step: 'database' | 'example-book';
  readonly share: number | null;
};

/** What the server that answers meanwhile is made of; `webFolder` is null without screens. */
export type StartingSettings = {
  readonly webFolder: string | null;
  readonly baseUrl: string;
  /** Asked at every request. */
  readonly progress: () => StartProgress;
};

const retryAfterSeconds = '1';

/**
 * The server that answers until Dunlin is open: each address shows a page that tells the progress and
 * asks `/ready` until it can load itself again. Whatever else is asked is answered 503.
 */
export async function makeStartingServer(settings: StartingSettings): Promise<FastifyInstance> {
  const { webFolder, progress } = settings;
  const server = fastify({ forceCloseConnections: true });
  await protectPages(server, settings.baseUrl);
  server.get('/health', async () => ({ status: 'up' }));
  server.get('/ready', async (_, reply) =>
    reply
      .status(503)
      .header('cache-control', 'no-store')
      .send({ status: 'starting', ...progress() }),
  );
  const page = webFolder === null ? null : readFileSync(join(webFolder, 'starting.html'));
  if (webFolder !== null) {
    await server.register(fastifyStatic, { root: webFolder, wildcard: false, index: false });
  }
  server.setNotFoundHandler((request, reply) => {
    void reply.status(503).header('retry-after', retryAfterSeconds);
    void reply.header('cache-control', 'no-store');
    const isPage = request.method === 'GET' && !request.url.startsWith('/api/');
    if (isPage && page) return reply.type('text/html; charset=utf-8').send(page);
    void reply.type('application/problem+json');
    return reply.send(
      JSON.stringify({ type: 'about:blank', title: 'Dunlin is starting', status: 503 }),
    );
  });
  return server;
}
