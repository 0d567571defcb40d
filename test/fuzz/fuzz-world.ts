import { request } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { workerPool } from '#boot/worker-pool.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { roles } from '#domain/workforce/rights.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

/** One request as it goes over the wire. */
export type Sent = {
  readonly method: string;
  readonly url: string;
  readonly type?: string;
  readonly body?: string | Uint8Array;
  /** Headers over the usual ones. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The address of this machine that it comes from. */
  readonly from?: string;
};

/** What came back; `status` 0: the connection was closed without an answer. */
export type Answer = { readonly status: number; readonly body: string };

/** A running product with a small book and everything a fuzzer needs to reach it. */
export type FuzzWorld = Awaited<ReturnType<typeof fuzzWorld>>;

/** Longer than this the main thread answers nobody. */
const mostBlockedMs = 1_000;
const answerWithinMs = 60_000;

/** The product behind a socket, with somebody in it who may do everything. */
export async function fuzzWorld() {
  const { inWorker, close } = workerPool();
  const world = await freshWorld({ inWorker, forgesEvents: true });
  const { app, server } = world;
  const lost: { error: unknown } = { error: null };
  server.addHook('onError', async (_request, _reply, error) => {
    lost.error = error;
  });
  const book = await smallBook(world);
  const made = await book.addCase({ state: 'working' });
  await book.addCase({ state: 'requested', work: 'waiting' });
  const [first = 'manager', ...others] = roles;
  const actor = await world.user(first, null, others);
  await server.listen({ port: 0, host: '127.0.0.1' });
  const address = server.server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const endpoints: readonly Endpoint[] = world.door.mounted;
  const send = (sent: Sent) => answerTo(port, actor.userId, sent);
  const { caseId, customerId, portfolioId } = made;
  const { email } = await world.db
    .selectFrom('users')
    .select('email')
    .where('id', '=', actor.userId)
    .executeTakeFirstOrThrow();
  const ids = [caseId, customerId, portfolioId, actor.userId, app.newId()];
  return { app, email, endpoints, send, ids, portfolioId, watched: watcher(lost), end: close };
}

function answerTo(port: number, userId: string, sent: Sent): Promise<Answer> {
  const { method, url, type, body, from } = sent;
  const headers = {
    'x-dunlin': '1',
    'x-test-actor': userId,
    ...(type === undefined ? {} : { 'content-type': type }),
    ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
    ...sent.headers,
  };
  return new Promise((resolve) => {
    const none = () => resolve({ status: 0, body: '' });
    const asked = request(
      {
        ...{ port, host: '127.0.0.1', method, path: url, headers, timeout: answerWithinMs },
        ...(from === undefined ? {} : { localAddress: from }),
      },
      (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('error', none);
        reply.on('end', () =>
          resolve({ status: reply.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
        );
      },
    );
    // The server may answer and close before it has read everything.
    asked.on('error', none);
    asked.on('timeout', () => asked.destroy());
    asked.end(body);
  });
}

/** Throws for what no input may bring about: an answer of 500 and above, a main thread that stands. */
function watcher(lost: { readonly error: unknown }) {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const worst = { blockedMs: 0 };
  const watched = async (work: () => Promise<readonly Answer[]>): Promise<void> => {
    delay.reset();
    const before = process.threadCpuUsage();
    const answers = await work();
    await new Promise((resolve) => setTimeout(resolve, 25));
    const { user, system } = process.threadCpuUsage(before);
    // A machine with other work delays the thread too: what counts is time it worked itself.
    const blockedMs = Math.min(delay.max / 1e6, (user + system) / 1e3);
    worst.blockedMs = Math.max(worst.blockedMs, blockedMs);
    const broken = answers.find(({ status }) => status >= 500 && status !== 503);
    if (broken) throw new Error(`answered ${broken.status}`, { cause: lost.error });
    if (blockedMs > mostBlockedMs) throw new Error(`the main thread stood ${blockedMs} ms`);
  };
  return Object.assign(watched, { worst });
}
