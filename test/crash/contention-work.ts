import { appendFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { openApp } from '#boot/open-app.ts';
import type { ContactHow } from '#domain/contact/contact-how.ts';
import type { AttemptResult } from '#domain/gate/facts/attempt-results.ts';
import { type Random, seeded, seedOf } from '#kernel/random.ts';
import { Refusal } from '#kernel/refusal.ts';
import { instantOf } from '#kernel/time.ts';
import { connect } from '#storage/connect.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { append } from '#storage/event-log.ts';
import { allPortfolios, type PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import type { App } from '#usecases/app.ts';
import { releaseContact } from '#usecases/gate/steps/release-contact.ts';
import { contactEvent, reserveContact } from '#usecases/gate/steps/reserve-contact.ts';
import type { Wanted } from '#usecases/gate/steps/wanted-contact.ts';
import { verifyRelease } from '#usecases/gate/verify-release.ts';

/** Somebody to be contacted, with a point for each channel. */
export type ContentionPerson = {
  readonly customerId: string;
  readonly caseId: string;
  readonly portfolioId: string;
  readonly phone: { readonly id: string; readonly value: string };
  readonly mail: { readonly id: string; readonly value: string };
  readonly email: { readonly id: string; readonly value: string };
};

/** What one process is told: where, as whom, by what clock. */
export type ContentionJob = {
  readonly url: string;
  readonly people: readonly ContentionPerson[];
  readonly lane: number;
  readonly life: number;
  readonly workers: number;
  readonly skewMs: number;
  /** The user the lane's attempts are made by: what a killed life left is found by it. */
  readonly userId: string;
  /** File of what was acknowledged, one line each, written before it is used. */
  readonly notes: string;
  readonly campaign: string;
};

/** Days pass in a moment, so that windows move while it lasts. */
export const realMsADay = 4_000;
const dayMs = 24 * 60 * 60 * 1000;

/** What the clock of the test says when a real clock says `realMs`: as time, with a day's leaps. */
export function contentionClock(realMs: number): number {
  return Math.floor(realMs / realMsADay) * dayMs + realMs;
}

const pauseMs = 15;
const repliesADay = 3;

type Place = { readonly app: App; readonly job: ContentionJob; readonly random: Random };

async function work(job: ContentionJob): Promise<void> {
  const { db } = connect(job.url, { poolSize: job.workers });
  const { rows } = await sql<{ began: string }>`select began from contention`.execute(db);
  const beganMs = Number(rows[0]?.began);
  const last = { ms: 0 };
  const clock = () => {
    const passed = contentionClock(Date.now() - beganMs);
    last.ms = Date.parse('2026-11-02T18:00:00Z') + passed + job.skewMs;
    return last.ms;
  };
  const { app } = await openApp({
    // The days of the test leap; no clock was set.
    steady: () => last.ms,
    ...{ db, clock, clockCheck: true, uploads: mkdtempSync(join(tmpdir(), 'dunlin-uploads-')) },
    after: () => () => undefined,
    telephony: { seed: `contention ${job.lane}`, speed: 1, inboundPerHour: 0 },
    report: (error) => {
      throw error;
    },
  });
  // What the killed life of this lane had under way may have rung: it stays counted.
  await sql`update attempts set state = 'unknown', ended_at = ${instantOf(clock())}::timestamptz
    where user_id = ${job.userId}::uuid and state in ('reserved', 'released')`.execute(db);
  const portfolios = await allPortfolios(db, app.tenantId);
  process.stdout.write('ready\n');
  await Promise.all(
    Array.from({ length: job.workers }, async (_, worker) => {
      const random = seeded(seedOf(`${job.lane} ${job.life} ${worker}`));
      for (;;) {
        await tryOne({ app, job, random }, portfolios);
        await wait(random() * pauseMs);
      }
    }),
  );
}

const content = {
  identity_disclosed: true,
  debt_collector_disclosure: 'initial',
  optout_notice: true,
};

const channels: readonly Partial<ContactHow>[] = [
  ...Array.from({ length: 6 }, () => ({ channel: 'phone_call' })),
  { channel: 'ringless_voicemail', mode: 'manual' },
  { channel: 'ringless_voicemail', mode: 'manual' },
  { channel: 'sms', mode: 'manual', content },
  { channel: 'sms', mode: 'manual', content },
  { channel: 'email', mode: 'manual', content },
  { channel: 'letter', mode: 'manual' },
  { channel: 'visit', mode: 'live_agent' },
];

function pick<T>(from: readonly T[], random: Random): T {
  const one = from[Math.floor(random() * from.length)];
  if (one === undefined) throw new Error('cannot happen: nothing to pick from');
  return one;
}

async function tryOne(place: Place, portfolios: readonly PortfolioRow[]): Promise<void> {
  const { app, job, random } = place;
  const person = pick(job.people, random);
  const portfolio = portfolios.find(({ id }) => id === person.portfolioId);
  if (!portfolio) throw new Error('cannot happen: the portfolio is missing');
  const chosen = pick(channels, random);
  const inResponseTo = chosen.channel === 'sms' ? await theirMessage(place, person) : null;
  const how = { ...chosen, inResponseTo, campaign: job.campaign };
  const point = pointFor(person, chosen.channel);
  const { customerId, caseId } = person;
  const wanted: Wanted = {
    ...{ customerId, caseId, portfolio, userId: job.userId, exceptAttempt: null },
    ...{ contactPointId: point.id, how },
  };
  try {
    const reserved = await reserveContact(app, wanted);
    if (!reserved.reserved) return;
    const { attemptId, token } = reserved;
    note(job, 'reserved', attemptId);
    // Some go no further, as when a process forgets what it was about.
    if (random() < 0.1) return;
    const released = await releaseContact(app, wanted, attemptId, token);
    if (!released.released) return;
    note(job, 'released', attemptId);
    await goOnTwice(place, wanted, attemptId, released.token, point.value);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

function pointFor({ phone, mail, email }: ContentionPerson, channel: string | undefined) {
  if (channel === 'letter') return mail;
  return channel === 'email' ? email : phone;
}

/** Two adapters at once try to go on with one token; what they did then becomes known. */
async function goOnTwice(
  { app, job, random }: Place,
  wanted: Wanted,
  attemptId: string,
  token: string,
  to: string,
): Promise<void> {
  const answers = await Promise.all([
    verifyRelease(app, token, attemptId, to),
    verifyRelease(app, token, attemptId, to),
  ]);
  for (const used of answers) if (used) note(job, 'used', attemptId);
  if (!answers.includes(true)) return;
  await wait(random() * pauseMs);
  const talks = wanted.how?.channel === 'phone_call' || wanted.how?.channel === 'visit';
  const result = talks ? resultOf(random()) : 'sent';
  await app.db.transaction().execute(async (tx) => {
    await lockPeople(tx, wanted.customerId);
    await sql`update attempts set state = 'ended', result = ${result},
      conversation_debts = case when ${result} = 'conversation' then debts else '{}' end,
      ended_at = ${instantOf(app.clock())}::timestamptz
      where id = ${attemptId}::uuid and state = 'released'`.execute(tx);
    await append(tx, [
      contactEvent(app, wanted, 'contact.ended', { conversationId: null, attemptId, result }),
    ]);
  });
}

function resultOf(draw: number): AttemptResult {
  if (draw < 0.05) return 'conversation';
  if (draw < 0.2) return 'busy';
  return draw < 0.3 ? 'voicemail_none' : 'no_answer';
}

/** A message of theirs of today, which may be answered once although they stopped messages. */
async function theirMessage(
  { app, random }: Place,
  { customerId, caseId, portfolioId, phone }: ContentionPerson,
): Promise<string> {
  const day = instantOf(app.clock()).slice(0, 10);
  const { rows } = await sql<{ id: string }>`
    select id from attempts where customer_id = ${customerId}::uuid and direction = 'inbound'
      and local_day = ${day}::date order by id limit ${repliesADay}
  `.execute(app.db);
  if (rows.length === repliesADay) return pick(rows, random).id;
  const id = app.newId();
  await sql`insert into attempts (id, tenant_id, customer_id, case_id, portfolio_id, channel,
      direction, contact_point_id, mode, state, result, zone, local_day, local_hour, attempted_at)
    select ${id}::uuid, tenant_id, customer_id, id, portfolio_id, 'sms', 'inbound',
      ${phone.id}::uuid, 'manual', 'ended', 'received', 'America/New_York', ${day}::date, 12,
      ${instantOf(app.clock())}::timestamptz
    from cases where customer_id = ${customerId}::uuid and id = ${caseId}::uuid
      and portfolio_id = ${portfolioId}::uuid`.execute(app.db);
  return id;
}

/** Written before anything is done with it: a process killed at the next step has said so. */
function note({ notes }: ContentionJob, what: string, attemptId: string): void {
  appendFileSync(notes, `${what} ${attemptId}\n`);
}

if (process.argv[2]) await work(JSON.parse(process.argv[2]) as ContentionJob);
