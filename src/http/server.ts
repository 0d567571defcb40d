import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { Refusal } from '#kernel/refusal.ts';
import { isOutage } from '#storage/retried.ts';
import { isTooDeep } from './json-depth.ts';
import { problemOf } from './problem.ts';
import { isForm, limitUploads, type UploadPace } from './upload-pace.ts';

const bodyLimitBytes = 1_048_576;
/** What our screens send nests five deep at most. */
const mostDepth = 32;
const longestUrl = 8_192;
/** A request of ours is some kilobytes: who takes longer to send it holds a connection and no more. */
const headersWithinMs = 15_000;
const usualBodyWithinMs = 20_000;
/** A file of 2 GB over a slow line. */
const uploadWithinMs = 3_600_000;
/** A connection on which nothing moves; live streams send a sign of life in between. */
const silentForMs = 300_000;
/** A file comes at 32 KB a second at least, a quarter of a slow line, in each stretch of this length. */
const usualPace: UploadPace = { withinMs: 20_000, bytes: 20 * 32_768 };
const queryFields = 100;
/** For one address: an office of 200 people shares one, at 300 requests a minute each at most. */
const requestsPerMinute = 60_000;

/** What the web server is made of. `webFolder` is null where no screens are served (tests). */
export type ServerSettings = {
  readonly log: FastifyBaseLogger;
  readonly webFolder: string | null;
  readonly uploadLimitBytes: number;
  readonly baseUrl: string;
  /** Addresses of proxies whose word is taken for where a request comes from; none by default. */
  readonly trustedProxies?: readonly string[];
  /** How long a body may take to come. */
  readonly bodyWithinMs?: number;
  /** What of a file has to come in each stretch of time. */
  readonly uploadPace?: UploadPace;
};

/** A Fastify server with our plug-ins and our answer to every error; endpoints come by `mount`. */
export async function makeServer(settings: ServerSettings): Promise<FastifyInstance> {
  const server = fastify({
    loggerInstance: settings.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyLimitBytes,
    connectionTimeout: silentForMs,
    requestTimeout: uploadWithinMs,
    http: { headersTimeout: headersWithinMs },
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
    trustProxy: settings.trustedProxies?.length ? [...settings.trustedProxies] : false,
  });
  await protectPages(server, settings.baseUrl);
  await server.register(rateLimit, { max: requestsPerMinute, timeWindow: 60_000 });
  await server.register(multipart, {
    limits: { fileSize: settings.uploadLimitBytes, files: 1, fields: 4, parts: 5, headerPairs: 50 },
  });
  limitRequests(server, settings.bodyWithinMs ?? usualBodyWithinMs);
  limitUploads(server, settings.uploadPace ?? usualPace);
  answerErrors(server);
  requireOwnHeader(server);
  keepNothing(server);
  if (settings.webFolder) await serveScreens(server, settings.webFolder);
  return server;
}

/** Headers that keep a page to our own scripts, styles and addresses. */
export async function protectPages(server: FastifyInstance, baseUrl: string): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        scriptSrc: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: baseUrl.startsWith('https:'),
  });
}

/** Limits before work: the length of an address, the depth of a body, the time it takes to come. */
function limitRequests(server: FastifyInstance, bodyWithinMs: number): void {
  server.addHook('onRequest', async ({ url, query }) => {
    const fields = Object.keys(query as object).length;
    if (url.length > longestUrl) throw new Refusal('too-large', { limit: String(longestUrl) });
    if (fields > queryFields) throw new Refusal('too-large', { limit: String(queryFields) });
  });
  server.addHook('preParsing', async (request, _reply, payload) => {
    // What has no body is read to no end: its stream stays open as long as its answer, as a live one's.
    if (isForm(request) || !hasBody(request)) return payload;
    const timer = setTimeout(() => request.raw.destroy(), bodyWithinMs);
    for (const end of ['end', 'close', 'error']) payload.once(end, () => clearTimeout(timer));
    return payload;
  });
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string' },
    (request, body, done) => {
      if (!isTooDeep(body, mostDepth)) return parse(request, body, done);
      const problems = [{ path: '', message: 'too-deep', code: 'wrong' }];
      return done(new Refusal('invalid-input', { problems }));
    },
  );
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function answerErrors(server: FastifyInstance): void {
  server.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    void reply.type('application/problem+json');
    if (error instanceof Refusal) {
      if ('seconds' in error.facts) void reply.header('retry-after', error.facts.seconds);
      const problem = problemOf(error, request.id);
      return reply.status(problem.status).send(JSON.stringify(problem));
    }
    if (isOutage(error)) {
      request.log.error({ err: error, requestId: request.id }, 'the database was lost');
      const [type, title] = ['/problems/database-away', 'The database cannot be reached now'];
      void reply.header('retry-after', '1').status(503);
      return reply.send(JSON.stringify({ type, title, status: 503, instance: request.id }));
    }
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error({ err: error, requestId: request.id }, 'request failed');
    const title = status >= 500 ? 'Something broke on our side' : error.message;
    const type = status === 429 ? '/problems/too-many' : 'about:blank';
    return reply.status(status).send(JSON.stringify({ type, title, status, instance: request.id }));
  });
}

/** The headers of a Fastify request in the form the fetch world knows. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.delete('content-length');
  return headers;
}

/** A form on another site cannot set a header of its own: the guard against forged requests. */
function requireOwnHeader(server: FastifyInstance): void {
  server.addHook('onRequest', async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD') return;
    if (request.headers['x-dunlin'] !== '1')
      throw new Refusal('not-allowed', { right: 'x-dunlin' });
  });
}

/** What the product answers is of people and their debts: no browser and no proxy keeps it. */
function keepNothing(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (path.startsWith('/api/') || path === '/metrics') {
      void reply.header('cache-control', 'no-store');
    }
  });
}

async function serveScreens(server: FastifyInstance, folder: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      const cached = path.includes('/assets/');
      void reply.header(
        'cache-control',
        cached ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  server.setNotFoundHandler((request, reply) => {
    // A file of the screens that an upgrade replaced is no page: a browser has to hear that it is gone.
    if (/^\/(?:api|assets)\//.test(request.url) || request.method !== 'GET') {
      throw new Refusal('not-found', { thing: 'address', id: request.url.split('?')[0] ?? '' });
    }
    return reply.sendFile('index.html');
  });
}
