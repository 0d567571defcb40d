import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import fastify from 'fastify';
import { event } from '#domain/events/event.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { mountLive } from '#realtime/live.ts';
import { startOutbox } from '#realtime/outbox.ts';
import { connect } from '#storage/connect.ts';
import { append } from '#storage/event-log.ts';
import { testDatabase } from '#test/support/run/postgres.ts';
import type { App } from '#usecases/app.ts';
import { type BenchResult, quantile } from './figure.ts';

const readers = 500;
const events = 200;
const betweenMs = 40;
const pollMs = 50;
const budgetMs = 250;
const tenantId = '00000000-0000-7000-8000-000000000001';
const actor: Actor = { kind: 'system', userId: null };

/** From the commit of an event to 500 open screens, and to one. */
export async function bench(): Promise<BenchResult> {
  const database = await testDatabase();
  const { db, close } = connect(database.url, { poolSize: 4 });
  const app = { db, tenantId } as App;
  const outbox = await startOutbox(app, pollMs);
  const server = fastify({ forceCloseConnections: true });
  const live = mountLive(server, app, outbox, () => Promise.resolve(actor));
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as AddressInfo;
  try {
    const alone = await delays(app, port, 1);
    const together = await delays(app, port, readers);
    return {
      name: 'event-to-screen',
      setting: `${events} events, one each ${betweenMs} ms; readers and server in one process`,
      figures: [
        {
          what: `commit to ${readers} readers, p99`,
          unit: 'ms',
          measured: quantile(together, 0.99),
          baseline: quantile(alone, 0.99),
          baselineWhat: 'commit to one reader',
          budget: `p99 ≤ ${budgetMs} ms`,
          met: quantile(together, 0.99) <= budgetMs,
        },
      ],
    };
  } finally {
    live.close();
    await outbox.stop();
    await server.close();
    await close();
    await database.drop();
  }
}

async function delays(app: App, port: number, count: number): Promise<number[]> {
  const sentAt = new Map<string, number>();
  const found: number[] = [];
  const open = await Promise.all(
    Array.from({ length: count }, () =>
      reader(port, (at) => {
        found.push(performance.now() - (sentAt.get(at) ?? 0));
      }),
    ),
  );
  for (let i = 0; i < events; i += 1) {
    const at = new Date(startMs + count * 1_000 + i).toISOString();
    await append(app.db, [eventOf(i, at)]);
    sentAt.set(at, performance.now());
    await setTimeout(betweenMs);
  }
  await setTimeout(1000);
  for (const close of open) close();
  return found;
}

async function reader(port: number, seen: (at: string) => void): Promise<() => void> {
  const asked = request({ port, host: '127.0.0.1', path: '/api/live' });
  asked.on('error', () => undefined);
  asked.end();
  const [response] = (await once(asked, 'response')) as [import('node:http').IncomingMessage];
  response.setEncoding('utf8');
  response.on('data', (text: string) => {
    for (const [, at = ''] of text.matchAll(/"at":"([^"]+)"/g)) seen(at);
  });
  response.on('error', () => undefined);
  return () => asked.destroy();
}

/** Each event has an instant of its own, by which a reader tells it. */
const startMs = Date.UTC(2026, 10, 18, 15);

function eventOf(number: number, at: string) {
  const frame = {
    id: `00000000-0000-7000-8000-${number.toString().padStart(12, '0')}`,
    tenantId,
    portfolioId: null,
    customerId: null,
    caseId: null,
    occurredAt: at,
    recordedAt: at,
    actorId: null,
  };
  return event('call.unknown-caller', frame, { callId: `bench-${number}` });
}
