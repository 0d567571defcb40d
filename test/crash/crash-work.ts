import { mkdirSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { openApp } from '#boot/open-app.ts';
import { inThisThread } from '#boot/worker-pool.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { turnSecond } from '#jobs/clockwork.ts';
import { type Random, seeded, seedOf } from '#kernel/random.ts';
import { Refusal } from '#kernel/refusal.ts';
import { dateIn } from '#kernel/time.ts';
import { startOutbox } from '#realtime/outbox.ts';
import { connect } from '#storage/connect.ts';
import { joinInstances } from '#storage/instances/instances.ts';
import { isOutage } from '#storage/retried.ts';
import type { App } from '#usecases/app.ts';
import { sealRecord } from '#usecases/audit/seal-record.ts';
import { hangUp } from '#usecases/calls/conversation.ts';
import { finishContact } from '#usecases/calls/finish-contact.ts';
import { keepAlive, takeOverFromDead } from '#usecases/calls/keep-alive.ts';
import { readConversation } from '#usecases/calls/read-conversation.ts';
import { startCall } from '#usecases/calls/start-call.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';
import { nextCase } from '#usecases/desk/take-next.ts';
import { runWaitingImports } from '#usecases/intake/run-imports.ts';
import { startImport } from '#usecases/intake/start-import.ts';
import { lookAtFile, uploadFile } from '#usecases/intake/upload-file.ts';
import { recordPayment } from '#usecases/ledger/record-payment.ts';
import { reversePayment } from '#usecases/ledger/reverse-payment.ts';
import { recordSent } from '#usecases/tasks/record-sent.ts';

/** What the killed process is told: where it works, for whom, on which day. */
export type CrashJob = {
  readonly url: string;
  readonly uploads: string;
  readonly portfolioId: string;
  readonly lane: number;
  readonly round: number;
  readonly agentId: string;
  readonly officeId: string;
  /** Ends when its standard input ends, and goes on when the database is lost. */
  readonly survives?: boolean;
  /** Days leap by a clock that all processes share; without it, a round is a day of its own. */
  readonly days?: { readonly beganMs: number; readonly realMsADay: number };
};

const zone = 'America/New_York';
const customersAFile = 40;
const accountsPerBatch = 60;
const callPollMs = 10;
const callPolls = 60;
const streamEveryMs = 20;
const beatMs = 1_000;
const dayMs = 24 * 60 * 60 * 1000;

const job = JSON.parse(process.argv[2] ?? '{}') as CrashJob;
const random = seeded(seedOf(`lane ${job.lane} round ${job.round}`));

const startedMs = Date.now();

/** Days follow each other fast, each at an hour when calls are allowed. */
function clock(): number {
  const passed = Date.now() - (job.days?.beganMs ?? startedMs);
  const day = job.days ? Math.floor(passed / job.days.realMsADay) : job.round;
  return Date.parse('2026-11-02T15:00:00Z') + day * dayMs + passed;
}

function say(what: string): void {
  process.stdout.write(`${what}\n`);
}

let isOver = false;
if (job.survives) process.stdin.on('end', () => (isOver = true)).resume();

await work();

/** Works at random until it is killed; everything it says is done must be there afterwards. */
async function work(): Promise<void> {
  mkdirSync(job.uploads, { recursive: true });
  const { db, close } = connect(job.url, {
    poolSize: 4,
    applicationName: `dunlin work ${job.lane}`,
  });
  const opened = await openApp({
    db,
    clock,
    after: (delayMs, run) => {
      const timer = setTimeout(run, delayMs / 500);
      return () => clearTimeout(timer);
    },
    uploads: job.uploads,
    inWorker: inThisThread,
    telephony: { seed: `crash ${job.round}`, speed: 1, inboundPerHour: 0 },
    report: (error) => process.stderr.write(`${String(error)}\n`),
  });
  const { app } = opened;
  const { portfolioId } = job;
  const office: Actor = personOf(job.officeId, 'back_office');
  const agent: Actor = personOf(job.agentId, 'agent');
  const stop = await liveAmongOthers(app);
  const outbox = job.survives ? await startOutbox(app, streamEveryMs) : null;
  outbox?.follow((batch) => {
    for (const { seq } of batch) say(`heard ${seq}`);
  });
  const works = [
    () => importSome(app, office),
    () => dailyRun(app, portfolioId, dateIn(zone, clock()), accountsPerBatch),
    () => turnSecond(app),
    () => sealRecord(app),
    () => recordSent(app, office, { portfolioId, kind: 'send-request', sentOn: null, how: 'post' }),
    () => paySome(app, office),
    () => paySome(app, office),
    () => paySome(app, office),
    () => callSome(app, agent),
    () => callSome(app, agent),
  ];
  while (!isOver) {
    say('turn');
    const one = works[Math.floor(random() * works.length)] ?? works[0];
    try {
      await one?.();
    } catch (error) {
      if (job.survives && isOutage(error)) say('lost');
      else if (!(error instanceof Refusal)) throw error;
    }
  }
  await stop();
  await opened.close();
  await outbox?.poke();
  await outbox?.stop();
  await close();
}

/** As the product's clockwork: it says that it lives, and settles what others left that died. */
async function liveAmongOthers(app: App): Promise<() => Promise<void>> {
  await joinInstances(app.db, app.instance);
  // Started again ten times faster by what the last one compiled: a killed process keeps nothing.
  flushCompileCache();
  const state = { over: false };
  const everySecond = async () => {
    while (!state.over) {
      try {
        await keepAlive(app);
        await takeOverFromDead(app);
        say(`seen ${app.instance.id}`);
      } catch (error) {
        if (!(job.survives && isOutage(error))) throw error;
      }
      await wait(beatMs);
    }
  };
  const running = everySecond();
  return async () => {
    state.over = true;
    await running;
  };
}

function personOf(userId: string, role: 'agent' | 'back_office'): Actor {
  return { kind: 'user', userId, name: role, roles: [{ role, portfolioId: null }] };
}

async function importSome(app: App, office: Actor): Promise<void> {
  const name = `${job.lane}-${job.round}-${Math.floor(random() * 1e6)}`;
  const lines = Array.from({ length: customersAFile }, (_, i) => {
    const dueOn = dateIn(zone, clock() - (5 + ((i * 7) % 60)) * 24 * 60 * 60 * 1000);
    const phone = `+1212555${String(100 + (i % 100)).padStart(4, '0')}`;
    return `C${name}-${i},Person ${i},A${name}-${i},I${name}-${i},${dueOn},${20 + i}.50,${phone},NY,${i} Low Street`;
  });
  const header = 'Customer number,Name,Account,Invoice number,Due date,Amount,Mobile,State,Street';
  const { importId } = await uploadFile(app, office, {
    portfolioId: job.portfolioId,
    fileName: `${name}.csv`,
    bytes: Readable.from([Buffer.from([header, ...lines].join('\n'))]),
    tooLarge: () => false,
  });
  const { table } = await lookAtFile(app, office, { importId, kind: null, options: {} });
  await startImport(app, office, { importId, map: { ...table?.map }, options: {}, dryRun: false });
  await runWaitingImports(app);
}

/** Pays some accounts, each with its own reference, sends one twice, and takes some back. */
async function paySome(app: App, office: Actor): Promise<void> {
  const accounts = await app.db
    .selectFrom('accounts')
    .select('reference')
    .orderBy('id')
    .offset(Math.floor(random() * (await countOf(app))))
    .limit(5)
    .execute();
  for (const account of accounts) {
    const reference = `P${job.lane}-${job.round}-${Math.floor(random() * 1e9)}`;
    const paid = await pay(app, office, account.reference, reference, random);
    say(`paid ${reference}`);
    if (random() < 0.3) await pay(app, office, account.reference, reference, random);
    const { paymentId } = paid;
    if (paymentId !== null && random() < 0.25) {
      await reversePayment(app, office, { paymentId, reason: 'objected', reasonCode: null });
      say(`reversed ${reference}`);
    }
  }
}

async function countOf(app: App): Promise<number> {
  const { count } = await app.db
    .selectFrom('accounts')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function pay(app: App, office: Actor, account: string, reference: string, draw: Random) {
  return recordPayment(app, office, {
    portfolioId: job.portfolioId,
    accountReference: account,
    itemReference: null,
    customerReference: null,
    amount: `${1 + Math.floor(draw() * 60)}.50`,
    receivedOn: dateIn(zone, clock()),
    reference,
  });
}

/** Calls the next case and finishes it with a result that fits; also one a killed process left. */
async function callSome(app: App, agent: Actor): Promise<void> {
  const open = await openTalk(app);
  const conversationId = open ?? (await dialNext(app, agent));
  if (!conversationId) return;
  for (let poll = 0; poll < callPolls; poll += 1) {
    const conversation = await readConversation(app, agent, { conversationId });
    if (conversation.state === 'wrap_up') {
      const result = conversation.results[0];
      if (!result) return;
      const nextOn = dateIn(zone, clock() + 3 * 24 * 60 * 60 * 1000);
      const mechanism = 'outbound-call';
      await finishContact(app, agent, {
        ...{ conversationId, mechanism, result, nextOn, note: null },
        answeredBy: result === 'third-party' ? 'unknown' : null,
      });
      say(`finished ${conversationId}`);
      return;
    }
    if (conversation.state === 'live') await hangUp(app, agent, { conversationId });
    await wait(callPollMs);
  }
}

async function openTalk(app: App): Promise<string | undefined> {
  const row = await app.db
    .selectFrom('conversations')
    .select('id')
    .where('userId', '=', job.agentId)
    .where('finishedAt', 'is', null)
    .executeTakeFirst();
  return row?.id;
}

async function dialNext(app: App, agent: Actor): Promise<string | undefined> {
  const next = await nextCase(app, agent, { portfolioId: null });
  const point = next.allowed.find(({ verdict }) => verdict === 'permitted');
  if (!next.case || !point) return undefined;
  const { contactPointId } = point;
  const { conversationId } = await startCall(app, agent, { caseId: next.case.id, contactPointId });
  say(`called ${conversationId}`);
  return conversationId;
}
