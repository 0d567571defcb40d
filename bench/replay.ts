import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import { loadFolder } from '#boot/load-folder.ts';
import { tenantId } from '#boot/open-app.ts';
import { replayCrew } from '#boot/replay-crew.ts';
import { createGate } from '#domain/gate/decide.ts';
import { verdictWord } from '#domain/gate/decision.ts';
import type { Pack } from '#domain/gate/pack.ts';
import { instantOf } from '#kernel/time.ts';
import {
  decisionsAfter,
  decisionsByHour,
  insertReplay,
  replayRows,
} from '#storage/compliance/replays.ts';
import { connect } from '#storage/connect.ts';
import { packFacts } from '#storage/packed-facts.ts';
import { cloneTemplate, stopTestServer } from '#test/support/run/test-server.ts';
import type { Db } from '#usecases/app.ts';
import type { BenchResult } from './figure.ts';
import { sizeOf } from './support/arguments.ts';
import { loggedFacts } from './support/logged-facts.ts';

const at = '2026-11-18T18:00:00.000Z';
const million = 1_000_000;
const budgetSeconds = 60;
/** Different people's logs about one debt: ten entries, the depth of a case in its third week. */
const people = 500;
const entries = 10;
const rowsAtOnce = 1_000;
const days = 90;

/**
 * Decides a book of past contacts again on all processors, beside reading the same rows and deciding
 * nothing. Both are given for a million decisions.
 */
export async function bench(): Promise<BenchResult> {
  const size = sizeOf(million);
  const database = await cloneTemplate();
  const { db, close } = connect(database.url, { poolSize: 2 });
  try {
    await fill(db, size);
    const fromAt = instantOf(Date.parse(at) - (days + 1) * 86_400_000);
    const slices = await decisionsByHour(db, tenantId, 'all', fromAt, at);
    const question = {
      confirmedRules: [],
      silencedRules: [],
      newPacks: true,
      portfolios: 'all' as const,
    };
    const replayId = '00000000-0000-7000-8000-00000000beac';
    const asked = { id: replayId, tenantId, askedBy: null, askedAt: at, question };
    await insertReplay(db, { ...asked, fromAt, toAt: at, total: size });
    const reading = await seconds(() => readAll(db, fromAt));
    const deciding = await seconds(async () => {
      await replayCrew(database.url)({ replayId, tenantId, question }, slices);
    });
    const [replay] = await replayRows(db, tenantId, replayId);
    if (replay?.done !== size) throw new Error(`${replay?.done} of ${size} were decided again`);
    const each = (measured: number) => (measured / size) * million;
    return {
      name: 'replay',
      setting: `${size} decisions with ${entries} entries of log each, worker threads`,
      figures: [
        {
          what: 'deciding a million contacts again, packs loaded and counts kept',
          unit: 's',
          measured: each(deciding),
          baseline: each(reading),
          baselineWhat: 'one connection reading the same rows and deciding nothing',
          budget: `≤ ${budgetSeconds} s on two cores`,
          met: each(deciding) <= budgetSeconds,
        },
      ],
    };
  } finally {
    await close();
    await database.drop();
    await stopTestServer();
  }
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

async function fill(db: Db, size: number): Promise<void> {
  const folder = new URL('../src/rulepacks/', import.meta.url);
  const gate = createGate([...(await loadFolder<Pack>(folder)).values()]);
  const kept = Array.from({ length: people }, (_, seed) => {
    const one = { debts: ['d1'], zones: ['America/New_York'] };
    const logged = loggedFacts(at, 30, entries, seed, one);
    const facts = { ...logged, policy: { silence_refuses: true } };
    const decision = gate(facts);
    const rules = decision.reasons.map(({ rule }) => rule);
    const facts64 = packFacts(facts).bytes.toString('base64');
    return { facts64, decision, verdict: verdictWord(decision), rules };
  });
  await sql`
    insert into tenants (id, name, created_at) values (${tenantId}, 'Bench', ${at}::timestamptz)
  `.execute(db);
  await sql`
    with kept as materialized (
      select row_number() over () - 1 as n, x.* from jsonb_to_recordset(
        ${JSON.stringify(kept)}::jsonb
      ) as x(facts64 text, decision jsonb, verdict text, rules text[])
    )
    insert into decisions (customer_id, id, tenant_id, purpose, channel, verdict, rules,
      decision, facts, facts_hash, decided_at)
    select gen_random_uuid(), gen_random_uuid(), ${tenantId}::uuid, 'reserve',
      'phone_call', k.verdict, k.rules, k.decision, decode(k.facts64, 'base64'), 'bench',
      ${at}::timestamptz - make_interval(secs => 60 + s * ${(days * 86_400) / size}::float8)
    from generate_series(0, ${size - 1}::integer) s join kept k on k.n = s % ${people}::integer
  `.execute(db);
  await sql`analyze decisions`.execute(db);
}

async function readAll(db: Db, fromAt: string): Promise<void> {
  const slice = { fromAt, toAt: at, count: 0 };
  let last: { exactly: string; id: string } | null = null;
  for (;;) {
    const rows = await decisionsAfter(db, tenantId, 'all', slice, last, rowsAtOnce);
    if (rows.length < rowsAtOnce) return;
    last = rows.at(-1) ?? null;
  }
}
