import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { EventKind } from '#domain/events/event-kinds.ts';
import { kindToTell } from '#domain/events/private-lines.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { holdsAllAfter, type LogRow, lookAtLog } from '#storage/event-log.ts';
import type { App } from '#usecases/app.ts';
import { readingKinds } from '#usecases/record-admin-event.ts';
import type { Outbox } from './outbox.ts';
import { hears, scopeOf } from './who-hears.ts';

/** The shortest time between two frames to one reader: a wallboard needs no more. */
const frameMs = 150;
const heartbeatMs = 15_000;
/** A browser with many tabs open; of more than these the oldest ends. */
const streamsEach = 8;
const catchUpLimit = 500;
/** Events before the last one seen that are sent again: one of them may have committed late. */
const overlap = 100n;
/** Events that wait for one frame; beyond it readers hear of a gap instead. */
const waitingLimit = 2000;

/** Bytes that wait for one reader; who does not take them in time is let go, and comes back from where it was. */
const mostUnsent = 1_048_576;

/** Tells a reader that events are missing here: only reading everything again helps. */
const gapFrame = 'event: gap\ndata: {}\n\n';

/** Who reads a stream, and the request that opened it. */
type Reader = { readonly actor: Actor; readonly request: FastifyRequest };

/** Readers who may see the same portfolios: one frame is written for all of them. */
type Audience = {
  readonly sees: (row: LogRow) => boolean;
  /** Whose stream each one is, and by which sign-in. */
  readonly readers: Map<FastifyReply, Reader>;
  waiting: LogRow[];
  /** True when some that waited were dropped. */
  isMissing: boolean;
};

/**
 * The live stream as mounted: `close` ends every open connection, `count` tells how many there are.
 */
export type Live = {
  readonly close: () => void;
  readonly count: () => number;
  /** Readers that were let go since the start because they did not take what was sent. */
  readonly letGo: () => number;
};

/**
 * `GET /api/live`: server-sent events of the log, each frame a list of
 * `{seq, kind, caseId, portfolioId, at}`. `Last-Event-ID` resumes after that number; where that is no
 * longer possible an event `gap` says so. Nothing personal is in it: a screen that cares fetches
 * what it may see. A stream ends with the sign-in that opened it; `lookEveryMs` is how often that is
 * asked, `mostUnsentBytes` what may wait for one that does not read.
 */
export function mountLive(
  server: FastifyInstance,
  app: App,
  outbox: Outbox,
  authenticate: (request: FastifyRequest) => Promise<Actor | null>,
  lookEveryMs = 60_000,
  mostUnsentBytes = mostUnsent,
): Live {
  const audiences = new Map<string, Audience>();
  let letGo = 0;
  const stopFollowing = outbox.follow((batch) => {
    const changed = batch.filter(changesAccess);
    for (const audience of audiences.values()) {
      endStreams(audience, changed);
      audience.waiting.push(...batch.filter(audience.sees));
      const tooMany = audience.waiting.length - waitingLimit;
      if (tooMany > 0) {
        audience.waiting.splice(0, tooMany);
        audience.isMissing = true;
      }
    }
  });
  const frames = setInterval(() => {
    const resume = outbox.resumeAfter();
    for (const audience of audiences.values()) {
      // Asked before the next frame: each had the time between two to take the last.
      for (const reply of slowOf(audience, mostUnsentBytes)) {
        letGo += 1;
        server.log.warn({ unsent: reply.raw.writableLength }, 'a live stream was not read');
        audience.readers.delete(reply);
        reply.raw.destroy();
      }
      flush(audience, resume);
    }
  }, frameMs);
  const heart = setInterval(() => {
    for (const { readers } of audiences.values()) {
      for (const { raw } of readers.keys()) raw.write(': still here\n\n');
    }
  }, heartbeatMs);
  const look = setInterval(() => {
    for (const audience of audiences.values()) void endOver(audience, authenticate);
  }, lookEveryMs);

  server.get('/api/live', async (request, reply) => {
    const actor = await authenticate(request);
    if (!actor) throw new Refusal('not-signed-in', {});
    const key = scopeOf(actor);
    const audience = audiences.get(key) ?? newAudience(actor);
    const here = outbox.resumeAfter();
    open(reply);
    // Joined before anything is awaited: what comes meanwhile is not missed, and of two who come at
    // once neither is left in an audience that the other one replaced.
    audiences.set(key, audience);
    audience.readers.set(reply, { actor, request });
    endOldest(audience, actor);
    request.raw.on('close', () => {
      audience.readers.delete(reply);
      if (audience.readers.size === 0 && audiences.get(key) === audience) audiences.delete(key);
    });
    await catchUp(app, audience, request, reply, here);
  });

  return {
    letGo: () => letGo,
    count: () => [...audiences.values()].reduce((sum, { readers }) => sum + readers.size, 0),
    close: () => {
      clearInterval(frames);
      clearInterval(heart);
      clearInterval(look);
      stopFollowing();
      for (const { readers } of audiences.values()) for (const { raw } of readers.keys()) raw.end();
      audiences.clear();
    },
  };
}

/** What is done to a user that leaves the streams opened before as they are. */
const withoutEffect: readonly EventKind[] = [
  'user.created',
  'user.renamed',
  'user.signed-in',
  'user.sign-in-failed',
  'user.password-changed',
  'user.password-mistaken',
  'user.second-factor-set',
  'user.provider-linked',
  'user.passkey-added',
  ...readingKinds,
];

/** What is done to a user ends the streams opened before: the browser connects and is asked anew. */
function changesAccess({ kind }: LogRow): boolean {
  return kind.startsWith('user.') && !withoutEffect.includes(kind);
}

/** A sign-out ends the streams of that sign-in only. */
function endStreams({ readers }: Audience, changes: readonly LogRow[]): void {
  for (const [reply, { actor }] of readers) {
    const signInId = actor.kind === 'user' ? actor.signInId : undefined;
    const isMeant = changes.some(
      ({ kind, facts }) =>
        facts['userId'] === actor.userId &&
        (kind !== 'user.signed-out' || facts['signInId'] === signInId),
    );
    if (isMeant) end(readers, reply);
  }
}

/** Ends the oldest streams of a sign-in that has more than it may. */
function endOldest({ readers }: Audience, actor: Actor): void {
  const own = [...readers].filter(([, reader]) => signInOf(reader.actor) === signInOf(actor));
  for (const [reply] of own.slice(0, -streamsEach)) end(readers, reply);
}

function signInOf(actor: Actor): string | null {
  return actor.kind === 'user' ? (actor.signInId ?? actor.userId) : null;
}

function end(readers: Audience['readers'], reply: FastifyReply): void {
  readers.delete(reply);
  reply.raw.end();
}

/** Ends the streams whose sign-in is over: nothing else asks while a page only listens. */
async function endOver(
  { readers }: Audience,
  authenticate: (request: FastifyRequest) => Promise<Actor | null>,
): Promise<void> {
  for (const [reply, { request }] of [...readers]) {
    // A failure is not an answer: the next look tells.
    const isOver = await authenticate(request).then(
      (actor) => actor === null,
      () => false,
    );
    if (isOver) end(readers, reply);
  }
}

function newAudience(actor: Actor): Audience {
  return { sees: (row) => hears(actor, row), readers: new Map(), waiting: [], isMissing: false };
}

function open(reply: FastifyReply): void {
  void reply.hijack();
  // Somebody who left at this moment is no reason to end: their `close` is told.
  reply.raw.on('error', () => undefined);
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    connection: 'keep-alive',
  });
  reply.raw.write('retry: 2000\n\n');
}

/**
 * Sends a reader that comes back what it missed, or that it missed more than can be sent. A new one
 * hears its place in the log, which it names should it break off before any news.
 */
async function catchUp(
  app: App,
  audience: Audience,
  request: FastifyRequest,
  reply: FastifyReply,
  here: bigint,
): Promise<void> {
  const from = request.headers['last-event-id'];
  if (typeof from !== 'string' || !/^\d{1,18}$/.test(from)) {
    reply.raw.write(`id: ${here}\n\n`);
    return;
  }
  const missed = await lookAtLog(app.db, BigInt(from) - overlap, [], catchUpLimit);
  // Asked after the look: what is emptied in between was still seen.
  const isWhole = missed.rows.length < catchUpLimit && (await holdsAllAfter(app.db, BigInt(from)));
  if (!isWhole) {
    reply.raw.write(`id: ${here}\n${gapFrame}`);
    return;
  }
  const frame = frameOf(missed.rows.filter(audience.sees), here);
  if (frame) reply.raw.write(frame);
}

/** Readers for whom more waits than may. */
function slowOf({ readers }: Audience, most: number): readonly FastifyReply[] {
  return [...readers.keys()].filter(({ raw }) => raw.writableLength > most);
}

function flush(audience: Audience, resume: bigint): void {
  const frame = frameOf(audience.waiting, resume);
  if (!frame) return;
  const told = audience.isMissing ? gapFrame + frame : frame;
  audience.waiting = [];
  audience.isMissing = false;
  for (const { raw } of audience.readers.keys()) raw.write(told);
}

/** A frame of events. Its id is at most `resume`: numbers after that may still appear. */
function frameOf(rows: readonly LogRow[], resume: bigint): string | null {
  const last = rows.at(-1);
  if (!last) return null;
  const events = rows.map(({ seq, kind, caseId, portfolioId, occurredAt }) => ({
    seq: seq.toString(),
    kind: kindToTell(kind),
    caseId,
    portfolioId,
    at: occurredAt,
  }));
  const id = last.seq < resume ? last.seq : resume;
  return `id: ${id}\ndata: ${JSON.stringify(events)}\n\n`;
}
