import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { houseRules } from '#domain/contact/case-bars.ts';
import { howOf } from '#domain/contact/contact-how.ts';
import { packsCovering } from '#domain/gate/pack.ts';
import { regionsOf } from '#domain/gate/places/regions.ts';
import { factsFrom } from '#domain/gate-facts/build-gate-facts.ts';
import { dateIn, instantOf, msOf } from '#kernel/time.ts';
import { baseFacts } from '#storage/gate/gate.ts';
import { gateRows } from '#storage/gate/rows.ts';
import { type StoredFacts, unpackFacts } from '#storage/packed-facts.ts';
import { allPortfolios } from '#storage/portfolios/portfolio-rows.ts';
import { verifyLog } from '#usecases/audit/verify-log.ts';
import { policyOf } from '#usecases/portfolios/steps/portfolio-policy.ts';
import type { LoadedBook } from './loaded-book.ts';

type PastCall = {
  id: string;
  customerId: string;
  portfolioId: string;
  contactPointId: string;
  attemptedAt: string;
  debts: string[];
};

/** What must hold of the contacts of the loaded book and of the decisions behind them. */
export function testContacts({ world, rowsOf }: LoadedBook): void {
  /** Calls of ours, but those of which something was learned later that puts them in question. */
  const pastCalls = () =>
    rowsOf(sql<PastCall>`
    select a.id, a.customer_id, a.portfolio_id, a.contact_point_id, a.attempted_at, a.debts
    from attempts a join customers c on c.id = a.customer_id
    where a.direction = 'outbound' and a.channel = 'phone_call' and not exists (
      select 1 from decision_flags f where f.decision_id = a.decision_id)
    order by c.reference, a.attempted_at`);

  test('no call of the past broke a rule: the gate, asked about it as things were, agrees', async () => {
    const portfolios = await allPortfolios(world.db, world.app.tenantId);
    const sample = (await pastCalls()).filter((_, i) => i % 3 === 0);
    assert.ok(sample.length > 200);
    for (const attempt of sample) {
      const portfolio = portfolios.find(({ id }) => id === attempt.portfolioId);
      assert.ok(portfolio);
      const at = attempt.attemptedAt;
      const reading = { at, exceptAttempt: attempt.id, asOf: true };
      const rows = await gateRows(world.db, attempt.customerId, reading);
      assert.ok(rows);
      const packs = packsCovering(
        world.app.gate.packs,
        regionsOf(rows.customer, ...rows.otherPlaces),
      );
      const { gate } = await policyOf(world.app, world.db, portfolio);
      const law = { packs, law: world.app.gate.law };
      const facts = factsFrom(rows, portfolio, gate, world.app.tenantId, law, {
        ...howOf({}),
        ...{ contactPointId: attempt.contactPointId, debts: attempt.debts, at },
        ...{
          today: dateIn(portfolio.zone, msOf(at)),
          rebuttalFactor: null,
          confirmedRules: [],
          silencedRules: [],
        },
      });
      const { reasons } = world.app.gate.decide(facts);
      assert.deepEqual(reasons, [], `${portfolio.name} at ${at}`);
    }
  });

  test('every contact of the last two weeks has the decision it was made by, and none was refused', async () => {
    const since = instantOf(world.app.clock() - 14 * 86_400_000);
    const made = await rowsOf(sql<StoredFacts & { id: string; verdict: string | null }>`
    select a.id, d.verdict, d.facts, ${baseFacts} from attempts a
    left join decisions d on d.customer_id = a.customer_id and d.id = a.decision_id
    where a.direction = 'outbound' and a.attempted_at > ${since}::timestamptz`);
    assert.ok(made.length > 300);
    for (const { verdict, ...stored } of made) {
      assert.equal(verdict, 'permitted');
      assert.equal(world.app.gate.decide(unpackFacts(stored)).permitted, true);
    }
  });

  test('every notice and letter of the past is a contact with the decision it was made by', async () => {
    const letters = await rowsOf(sql<{ what: string; verdict: string | null }>`
    select l.what, (select d.verdict from attempts a
        join decisions d on d.customer_id = a.customer_id and d.id = a.decision_id
        where a.customer_id = l.customer_id and a.case_id = l.case_id and a.direction = 'outbound'
          and a.channel = 'letter' and a.state = 'ended'
          and (a.attempted_at at time zone p.zone)::date = coalesce(l.day,
            (l.at at time zone p.zone)::date) limit 1) as verdict
    from (
      select 'notice' as what, customer_id, case_id, sent_on as day, null::timestamptz as at
        from notices
      union all select 'work', customer_id, case_id, null, done_at from tasks
        where details #>> '{carriedOut,letter,words}' is not null
      union all select 'duty', customer_id, case_id, null, fulfilled_at from obligations
        where fulfilment ->> 'how' = 'letter'
      union all select 'fact', customer_id, case_id, null, occurred_at from contact_facts
        where kind = 'validation_notice' and source = 'post-room'
    ) l join cases c on c.customer_id = l.customer_id and c.id = l.case_id
    join portfolios p on p.id = c.portfolio_id`);
    for (const what of ['notice', 'work', 'duty', 'fact']) {
      const verdicts = letters.filter((one) => one.what === what).map(({ verdict }) => verdict);
      assert.ok(verdicts.length > 10, `${what} ${verdicts.length}`);
      assert.deepEqual([...new Set(verdicts)], ['permitted'], what);
    }
  });

  test('what was refused was refused by law or house rule, and decided again it is refused alike', async () => {
    const refused = await rowsOf(sql<StoredFacts & { verdict: string; rules: string[] }>`
    select d.verdict, d.rules, d.facts, ${baseFacts} from decisions d
    where d.verdict <> 'permitted'`);
    assert.ok(refused.length > 30);
    const seen = new Set(refused.flatMap(({ rules }) => rules));
    for (const rule of ['USF-6B1-HOURS', 'USF-14B-POSTCONV', 'GB-POLICY-HOURS']) {
      assert.ok(seen.has(rule), rule);
    }
    for (const { rules, ...stored } of refused) {
      const again = world.app.gate.decide(unpackFacts(stored)).reasons.map(({ rule }) => rule);
      const law = rules.filter((rule) => !(rule in houseRules));
      assert.deepEqual(again, law);
    }
  });

  test('every chain of events and decisions holds', async () => {
    const { brokenCases, brokenPeople, decisions } = await verifyLog(world.db);
    assert.deepEqual([brokenCases, brokenPeople], [[], []]);
    assert.ok(decisions > 500);
  });

  test('duties are met in time with a proof, but for a few', async () => {
    const at = instantOf(world.app.clock());
    const [counts] = await rowsOf(sql<{
      met: number;
      unproven: number;
      open: number;
      late: number;
    }>`
    select count(*) filter (where fulfilled_at is not null)::integer as met,
      count(*) filter (where fulfilled_at is not null
        and coalesce(fulfilment ->> 'reference', fulfilment ->> 'messageId') is null)::integer
        as unproven,
      count(*) filter (where fulfilled_at is null and cancelled_at is null)::integer as open,
      count(*) filter (where fulfilled_at is null and cancelled_at is null
        and due_at < ${at}::timestamptz)::integer as late
    from obligations`);
    assert.ok(counts && counts.met > 30 && counts.open > 5);
    assert.equal(counts.unproven, 0);
    assert.ok(counts.late <= 4, `${counts.late} late`);
  });

  test('messages came, wishes in them were obeyed, and unsure ones wait for a person', async () => {
    const [counts] = await rowsOf(sql<{
      messages: number;
      sure: number;
      waiting: number;
      read: number;
    }>`
    select (select count(*)::integer from messages where direction = 'inbound') as messages,
      count(*) filter (where certainty = 'sure')::integer as sure,
      count(*) filter (where certainty = 'unsure' and read_at is null)::integer as waiting,
      count(*) filter (where read_at is not null)::integer as read
    from refusals`);
    assert.ok(counts && counts.messages > 20 && counts.sure > 4);
    assert.ok(counts.waiting > 2 && counts.read > 2);
  });

  test('some calls are in question, a replay was run and a rule waits for a second person', async () => {
    const [counts] = await rowsOf(sql<{
      flags: number;
      replays: number;
      waiting: number;
      on: number;
    }>`
    select (select count(*)::integer from decision_flags where reviewed_at is null) as flags,
      (select count(*)::integer from replays where state = 'done') as replays,
      (select count(*)::integer from approvals where kind = 'rule' and state = 'waiting')
        as waiting,
      (select count(*)::integer from rule_switches where turn = 'on') as on`);
    assert.ok(counts && counts.flags > 0);
    assert.deepEqual([counts.replays, counts.waiting, counts.on], [1, 1, 1]);
  });
}
