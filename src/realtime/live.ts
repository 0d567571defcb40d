import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Actor, portfoliosWith } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { eventsAfter, type LogRow } from '#storage/event-log.ts';
import type { App } from '#usecases/app.ts';
import type { Outbox } from './outbox.ts';

const frameMs = 250;
const heartbeatMs = 15_000;
const catchUpLimit = 500;
const waitingLimit = 2000;

type Reader = {
  readonly reply: FastifyReply;
  readonly userId: string | null;
  readonly sees: (row: LogRow) => boolean;
  waiting: LogRow[];
};

/** The live stream as mounted: `close` ends every open connection. */
export type Live = { readonly close: () => void; readonly count: () => number };

/**
 * `GET /api/live`: server-sent events of the log, at most four frames a second for each reader, each
 * frame a list of `{seq, kind, caseId, portfolioId, at}`. `Last-Event-ID` resumes after that number.
 * Nothing personal is in it: a screen that cares fetches what it may see.
 */
export function mountLive(
  server: FastifyInstance,
  app: App,
  outbox: Outbox,
  whoAsks: (request: import('fastify').FastifyRequest) => Promise<Actor | null>,
): Live {
  const readers = new Set<Reader>();
  const stopFollowing = outbox.follow((batch) => {
    const changed = new Set(batch.filter(changesAccess).map(({ facts }) => facts['userId']));
    for (const reader of readers) {
      if (reader.userId !== null && changed.has(reader.userId)) {
        // The browser connects again and is asked anew who it is and what it may see.
        reader.reply.raw.end();
        readers.delete(reader);
      }
      reader.waiting.push(...batch.filter(reader.sees));
      if (reader.waiting.length > waitingLimit)
        reader.waiting.splice(0, reader.waiting.length - waitingLimit);
    }
  });
  const frames = setInterval(() => {
    for (const reader of readers) flush(reader);
  }, frameMs);
  const heart = setInterval(() => {
    for (const { reply } of readers) reply.raw.write(': still here\n\n');
  }, heartbeatMs);

  server.get('/api/live', async (request, reply) => {
    const actor = await whoAsks(request);
    if (!actor) throw new Refusal('not-signed-in', {});
    const reader: Reader = { reply, userId: actor.userId, sees: seenBy(actor), waiting: [] };
    void reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      connection: 'keep-alive',
    });
    reply.raw.write('retry: 2000\n\n');
    const from = request.headers['last-event-id'];
    if (typeof from === 'string' && /^\d{1,18}$/.test(from)) {
      const missed = await eventsAfter(app.db, BigInt(from), catchUpLimit);
      reader.waiting.push(...missed.filter(reader.sees));
    }
    readers.add(reader);
    request.raw.on('close', () => readers.delete(reader));
  });

  return {
    count: () => readers.size,
    close: () => {
      clearInterval(frames);
      clearInterval(heart);
      stopFollowing();
      for (const { reply } of readers) reply.raw.end();
      readers.clear();
    },
  };
}

/** What is done to a user ends the streams that were opened before it. */
function changesAccess({ kind }: LogRow): boolean {
  return kind.startsWith('user.');
}

function seenBy(actor: Actor): (row: LogRow) => boolean {
  const mine = portfoliosWith(actor, 'case.read');
  const figures = portfoliosWith(actor, 'insight.read');
  if (mine === 'all' || figures === 'all') return () => true;
  const ids = new Set([...mine, ...figures]);
  return (row) => row.portfolioId === null || ids.has(row.portfolioId);
}

function flush(reader: Reader): void {
  const last = reader.waiting.at(-1);
  if (!last) return;
  const frame = reader.waiting.map((row) => ({
    seq: row.seq.toString(),
    kind: row.kind,
    caseId: row.caseId,
    portfolioId: row.portfolioId,
    at: row.occurredAt,
  }));
  reader.waiting = [];
  reader.reply.raw.write(`id: ${last.seq}\ndata: ${JSON.stringify(frame)}\n\n`);
}
