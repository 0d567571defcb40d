import { createHash, randomFillSync } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openApp, tenantId } from '#boot/open-app.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { idMaker } from '#kernel/ids.ts';
import { connect } from '#storage/connect.ts';
import { cloneTemplate, stopTestServer } from '#test/support/run/test-server.ts';
import type { App } from '#usecases/app.ts';
import { finishContact } from '#usecases/calls/finish-contact.ts';
import { type BenchResult, median } from './figure.ts';
import { sizeOf } from './support/arguments.ts';
import { portfolios } from './support/big-queue.ts';
import { callLetters, callsToFinish } from './support/calls-to-finish.ts';
import { captured, makeParameters, pgbenchRate, type Replay, replayOf } from './support/replay.ts';

const clients = 32;
const rounds = 3;
const at = '2026-11-18T18:00:00.000Z';
const budgetShare = 0.6;

/**
 * The end of wrap-up by 32 agents at once, through the whole use case, beside the very statements it
 * runs, prepared and driven by pgbench with the same values. Rounds alternate on calls of their own.
 */
export async function bench(): Promise<BenchResult> {
  const each = sizeOf(100);
  const round = clients * each;
  const database = await cloneTemplate();
  const { db, pool, close } = connect(database.url, { poolSize: clients });
  const opened = await openApp({
    db,
    clock: () => Date.parse(at),
    after: () => () => undefined,
    uploads: mkdtempSync(join(tmpdir(), 'dunlin-uploads-')),
    telephony: { seed: 'bench', speed: 1, inboundPerHour: 0 },
    report: (error) => {
      throw error;
    },
  });
  try {
    const total = round * (2 * rounds + 1) + 1;
    await callsToFinish(db, total, at);
    const statements = await captured(pool, () => finish(opened.app, total - 1));
    const replay = replayOf(statements, [tenantId, ...portfolios]);
    await makeReplay(pool, replay, total);
    await finishAll(opened.app, 0, each);
    const ours: number[] = [];
    const bare: number[] = [];
    for (let i = 0; i < rounds; i += 1) {
      ours.push(await finishAll(opened.app, round * (2 * i + 1), each));
      const from = round * (2 * i + 2);
      bare.push(await pgbenchRate(database.url, replay, { clients, each, from }));
    }
    const share = median(ours) / median(bare);
    return {
      name: 'dispose',
      setting: `${clients} clients, ${rounds} rounds of ${round} calls, ${statements.length} statements each`,
      figures: [
        {
          what: `calls finished by ${clients} agents at once`,
          unit: 'a second',
          measured: median(ours),
          baseline: median(bare),
          baselineWhat: 'the same statements by pgbench',
          budget: `≥ ${budgetShare * 100} % of pgbench`,
          met: share >= budgetShare,
        },
      ],
    };
  } finally {
    await opened.close();
    await close();
    await database.drop();
    await stopTestServer();
  }
}

function makeReplay(pool: Parameters<typeof captured>[0], replay: Replay, total: number) {
  const newId = idMaker(Date.now, (bytes) => randomFillSync(bytes));
  const idsOf = (number: number) =>
    new Map(callLetters.map((letter) => [idOf(letter, total - 1), idOf(letter, number)]));
  return makeParameters(pool, replay, total, idsOf, newId);
}

/** The id a row of a conversation has; conversations are numbered from 0, rows from 1. */
function idOf(letter: string, number: number): string {
  const hex = createHash('md5')
    .update(`${letter}${number + 1}`)
    .digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

async function finish(app: App, number: number): Promise<void> {
  const userId = idOf('w', number);
  const roles = [{ role: 'agent', portfolioId: null }] as const;
  const actor: Actor = { kind: 'user', userId, name: 'bench', roles };
  await finishContact(app, actor, {
    conversationId: idOf('v', number),
    mechanism: 'outbound-call',
    result: 'information-given',
    nextOn: '2026-11-20',
    answeredBy: null,
    note: 'Will look at the invoice and wants to be called again.',
  });
}

/** Calls finished a second by all clients together. */
async function finishAll(app: App, from: number, each: number): Promise<number> {
  const began = performance.now();
  const work = async (client: number) => {
    for (let i = 0; i < each; i += 1) await finish(app, from + client * each + i);
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  return (clients * each * 1000) / (performance.now() - began);
}
