import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import * as cases from '#contract/cases.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { type MadeCase, smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { type BenchResult, quantile } from './figure.ts';
import { sizeOf } from './support/arguments.ts';

/** All of them stay below what the door lets one client ask in a minute. */
const times = 150;
const budgetMs = 150;

/**
 * What the desk asks when a case opens (the case, its history, what is allowed), all three at once
 * through the door, for a case with a long past and for one without.
 */
export async function bench(): Promise<BenchResult> {
  const past = sizeOf(1_000);
  const world = await freshWorld();
  const book = await smallBook(world);
  const agent = await world.user('agent');
  const short = await book.addCase();
  const long = await book.addCase();
  await addPast(world, long, agent, past);
  const ofShort = await opened(world, agent, short);
  const ofLong = await opened(world, agent, long);
  const measured = quantile(ofLong, 0.99);
  return {
    name: 'desk-open',
    setting: `${past} events, attempts and conversations and ${past / 10} notes; ${times} times, one after another`,
    figures: [
      {
        what: 'case, history and what is allowed, p99',
        unit: 'ms',
        measured,
        baseline: quantile(ofShort, 0.99),
        baselineWhat: 'of a new case',
        budget: `p99 ≤ ${budgetMs} ms`,
        met: measured <= budgetMs,
      },
    ],
  };
}

async function opened(world: World, agent: Actor, { caseId }: MadeCase): Promise<number[]> {
  const ms: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const began = performance.now();
    await Promise.all([
      world.call(cases.readCase, agent, { caseId }),
      world.call(cases.readHistory, agent, { caseId }),
      world.call(cases.askAllowed, agent, { caseId }),
    ]);
    ms.push(performance.now() - began);
  }
  return ms;
}

/** A call and its talk a day and a few hours apart, an event of each, and a note for every tenth. */
async function addPast({ db, app }: World, made: MadeCase, { userId }: Actor, past: number) {
  const { customerId, caseId, portfolioId, accountId, phoneId } = made;
  const now = new Date(app.clock()).toISOString();
  const from = sql`generate_series(1, ${past}::integer) n cross join lateral (
    select ${now}::timestamptz - interval '8 days' - n * interval '9 hours' as at) t`;
  const id = (of: string) =>
    sql.raw(`overlay(overlay(md5('${of}' || n) placing '7' from 13) placing '8' from 17)::uuid`);
  const own = sql`${customerId}::uuid, ${id('talk')}, ${app.tenantId}::uuid`;
  await sql`insert into attempts (customer_id, id, tenant_id, case_id, portfolio_id,
      conversation_id, channel, direction, contact_point_id, debts, state, result, user_id, zone,
      local_day, local_hour, attempted_at)
    select ${customerId}::uuid, ${id('attempt')}, ${app.tenantId}::uuid, ${caseId}::uuid,
      ${portfolioId}::uuid, ${id('talk')}, 'phone_call', 'outbound', ${phoneId}::uuid,
      array[${accountId}::uuid], 'ended', 'no_answer', ${userId}::uuid, 'America/New_York',
      at::date, 10, at from ${from}`.execute(db);
  await sql`insert into conversations (customer_id, id, tenant_id, case_id, portfolio_id,
      attempt_id, direction, user_id, contact_point_id, state, began_at, ended_at, finished_at,
      mechanism, result)
    select ${own}, ${caseId}::uuid, ${portfolioId}::uuid, ${id('attempt')}, 'outbound', ${userId}::uuid,
      ${phoneId}::uuid, 'done', at, at, at, 'outbound-call', 'no-answer' from ${from}`.execute(db);
  await sql`insert into event_log (id, tenant_id, portfolio_id, customer_id, case_id, kind, v,
      occurred_at, recorded_at, actor_kind, actor_id, facts, hash)
    select gen_random_uuid(), ${app.tenantId}::uuid, ${portfolioId}::uuid, ${customerId}::uuid,
      ${caseId}::uuid, 'contact.finished', 1, at, at, 'user', ${userId}::uuid, jsonb_build_object(
        'conversationId', ${id('talk')}, 'mechanism', 'outbound-call',
        'result', 'no-answer', 'nextAction', 'call', 'nextActionOn', at::date), '\\x00' from ${from} order by n desc`.execute(
    db,
  );
  await sql`insert into notes (customer_id, id, tenant_id, case_id, words, written_at,
      written_by)
    select ${own}, ${caseId}::uuid, 'Nobody took the call; will try in the evening.', at,
      ${userId}::uuid from ${from} where n % 10 = 0`.execute(db);
  await sql`vacuum analyze`.execute(db);
}
