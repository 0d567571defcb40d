import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { verifyLog } from '#boot/commands/verify-log.ts';
import { loadExampleBook } from '#demo/load-example-book.ts';
import { openStates } from '#domain/cases/states.ts';
import { houseRules } from '#domain/contact/case-bars.ts';
import { howOf } from '#domain/contact/contact-how.ts';
import { packsCovering } from '#domain/gate/pack.ts';
import { regionsOf } from '#domain/gate/places/regions.ts';
import { factsFrom } from '#domain/gate-facts/build-gate-facts.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { parsePhone } from '#kernel/phone.ts';
import { addDays, dateIn, instantOf, minuteOfDayIn, msOf } from '#kernel/time.ts';
import { verifyChains } from '#storage/append-many.ts';
import { baseFacts } from '#storage/gate/gate.ts';
import { gateRows } from '#storage/gate/rows.ts';
import { type StoredFacts, unpackFacts } from '#storage/packed-facts.ts';
import { allPortfolios } from '#storage/workforce/users.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { readBridge } from '#usecases/insight/read-bridge.ts';
import { policyOf } from '#usecases/portfolios/steps/portfolio-policy.ts';

/** A part of the book is enough to see everything in it. */
const share = 0.35;

const loaded: { world: World; manager: Actor; told: string[] } = await (async () => {
  const world = await freshWorld();
  for (const role of ['agent', 'agent', 'agent', 'agent', 'back_office', 'supervisor'] as const) {
    await world.user(role);
  }
  const manager = await world.user('manager');
  const told: string[] = [];
  await loadExampleBook(world.app, (sentence) => told.push(sentence), share);
  return { world, manager, told };
})();

const { world, manager } = loaded;

async function rowsOf<T>(statement: ReturnType<typeof sql<T>>): Promise<readonly T[]> {
  return (await statement.execute(world.db)).rows;
}

test('three portfolios in three currencies are there, and progress was told', async () => {
  const portfolios = await allPortfolios(world.db, world.app.tenantId);
  assert.deepEqual(portfolios.map(({ currency }) => currency).sort(), ['GBP', 'MXN', 'USD']);
  const places = await rowsOf(sql<{ place: string }>`
    select distinct case country when 'GB' then country || '-' || region else country end as place
    from customers order by 1`);
  assert.deepEqual(
    places.map(({ place }) => place),
    ['GB-ENG', 'GB-SCT', 'MX', 'US'],
  );
  assert.equal(loaded.told.length, 2);
});

test('loading again changes nothing', async () => {
  const before = await rowsOf(sql`select count(*) from customers`);
  await loadExampleBook(world.app, assert.fail, share);
  assert.deepEqual(await rowsOf(sql`select count(*) from customers`), before);
});

test('every item owes what its postings say, and every payment is booked whole', async () => {
  assert.deepEqual(
    await rowsOf(sql`
      select i.id, i.balance_minor, s.owed from items i left join (
        select item_id, sum(case when debit = 'receivable' then amount_minor
          when credit = 'receivable' then -amount_minor else 0 end) as owed
        from postings group by item_id
      ) s on s.item_id = i.id
      where i.balance_minor is distinct from s.owed`),
    [],
  );
  assert.deepEqual(
    await rowsOf(sql`
      select p.id from payments p left join postings s on s.payment_id = p.id
      group by p.id, p.amount_minor having p.amount_minor is distinct from sum(s.amount_minor)`),
    [],
  );
});

test('the debt bridge closes on each of the last forty days', async () => {
  const to = dateIn('Europe/London', world.app.clock());
  const portfolios = await allPortfolios(world.db, world.app.tenantId);
  for (const { id } of portfolios) {
    const period = { portfolioId: id, from: addDays(to, -39), to };
    const { bridges } = await readBridge(world.app, manager, period);
    const [bridge] = bridges;
    assert.ok(bridge);
    assert.equal(Number(bridge.proof.difference), 0);
    assert.equal(bridge.days.length, 40);
    for (const day of bridge.days) assert.equal(Number(day.difference), 0, JSON.stringify(day));
    assert.ok(bridge.days.filter(({ collected }) => Number(collected) > 0).length > 20);
    assert.ok(Number(bridge.total.credited) > 0);
  }
});

test('cases stand in every state that this book can hold honestly', async () => {
  const found = await rowsOf(sql<{ state: string }>`select distinct state from cases`);
  const outside = ['event', 'agency', 'legal', 'woff-proposed'];
  const wanted = [...openStates.filter((state) => !outside.includes(state)), 'closed'];
  assert.deepEqual(found.map(({ state }) => state).sort(), wanted.sort());
});

test('every open case has one owner or queue, and a next action or a hold under review', async () => {
  assert.deepEqual(
    await rowsOf(sql`
      select id, state, queue, owner_id, next_action from cases
      where closed_at is null and ((queue is null) = (owner_id is null)
        or (next_action is null or next_action_at is null) and hold_review_on is null)`),
    [],
  );
  assert.deepEqual(
    await rowsOf(sql`
      select c.id, c.next_action from cases c where c.closed_at is null
        and (c.next_action in ('call', 'callback')) <> exists (
          select 1 from work_items w where w.case_id = c.id and w.state <> 'done')`),
    [],
  );
});

test('a callback stands only while calling back is the next action', async () => {
  assert.deepEqual(
    await rowsOf(sql`
      select b.id, c.state, c.next_action from callbacks b join cases c on c.id = b.case_id
      where b.done_at is null and (c.closed_at is not null
        or c.next_action not in ('callback', 'review', 'wait', 'task'))`),
    [],
  );
});

test('stages were announced by a proven notice before they were entered', async () => {
  assert.deepEqual(
    await rowsOf(sql`
      select c.id, c.state from cases c
      where c.closed_at is null and c.state in ('warned', 'restricted', 'final', 'review')
        and not exists (select 1 from notices n where n.case_id = c.id and n.announces = c.state
          and n.recorded_by is not null and n.cancelled_at is null
          and n.promised_on <= c.state_since::date)`),
    [],
  );
});

test('what promises and plans say was paid is what was paid', async () => {
  assert.deepEqual(
    await rowsOf(sql`
      select m.id, m.state from promises_to_pay m where m.state = 'kept'
        and m.paid_minor + m.tolerance_minor < m.amount_minor
        or m.state = 'broken' and m.paid_minor > 0`),
    [],
  );
  assert.deepEqual(
    await rowsOf(sql`
      select l.id from plans l join plan_instalments x on x.plan_id = l.id
      group by l.id, l.total_minor having sum(x.amount_minor) <> l.total_minor`),
    [],
  );
});

test('the log of every case is a chain without a gap, in the order of time', async () => {
  assert.deepEqual(await verifyChains(world.db), []);
  assert.deepEqual(
    await rowsOf(sql`
      select case_id from (
        select case_id, recorded_at, lag(recorded_at) over (partition by case_id order by seq) as last
        from event_log) e
      where last > recorded_at`),
    [],
  );
});

test('numbers are from ranges that nobody is called on, addresses lead nowhere', async () => {
  const points = await rowsOf(sql<{ kind: string; value: string }>`
    select kind, value from contact_points where kind <> 'mail'`);
  const fiction =
    /^\+1\d{3}55501\d\d$|^\+44(11[34678]|1[2-6]1)4960\d{3}$|^\+442079460\d{3}$|^\+441914980\d{3}$|^\+52(55|33|81)0\d{7}$|^\+52\d{3}0\d{6}$/;
  const phones = points.filter(({ kind }) => kind !== 'email');
  for (const { value } of phones) {
    assert.match(value, fiction);
    assert.equal(typeof parsePhone(value, null), 'object', value);
  }
  assert.equal(new Set(phones.map(({ value }) => value)).size, phones.length);
  for (const { kind, value } of points) {
    if (kind === 'email') assert.match(value, /@example\.(com|org|net)$/);
  }
});

type PastCall = {
  id: string;
  customerId: string;
  portfolioId: string;
  contactPointId: string;
  attemptedAt: string;
  debts: string[];
};

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
    const facts = factsFrom(rows, portfolio, gate, world.app.tenantId, packs, {
      ...howOf({}),
      ...{ contactPointId: attempt.contactPointId, debts: attempt.debts, at },
      ...{ today: dateIn(portfolio.zone, msOf(at)), rebuttalFactor: null, confirmedRules: [] },
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
  const [counts] = await rowsOf(sql<{ met: number; unproven: number; open: number; late: number }>`
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
      (select count(*)::integer from rule_switches where answered_at is null) as waiting,
      (select count(*)::integer from rule_switches where confirmed) as on`);
  assert.ok(counts && counts.flags > 0);
  assert.deepEqual([counts.replays, counts.waiting, counts.on], [1, 1, 0]);
});

test('at every hour of a weekday somebody may decently be called', async () => {
  const zones = await rowsOf(sql<{ zone: string; cases: bigint }>`
    select zone, count(*) as cases from work_items where state <> 'done' group by zone`);
  for (let hour = 0; hour < 24; hour += 1) {
    const ms = Date.UTC(2026, 10, 18, hour, 30);
    const open = zones.filter(({ zone }) => {
      const minute = minuteOfDayIn(zone, ms);
      return minute >= 8 * 60 && minute < 20 * 60;
    });
    assert.ok(open.length > 0, `nobody at ${hour}:30 UTC`);
  }
});

test('an agent did one thing at a time, and all time adds up', async () => {
  assert.deepEqual(
    await rowsOf(sql`
      select user_id, began_at from (
        select user_id, began_at, lag(ended_at) over (partition by user_id order by began_at) as before
        from agent_states) s
      where before is distinct from began_at and before is not null`),
    [],
  );
});
