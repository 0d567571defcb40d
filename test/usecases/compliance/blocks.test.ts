import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as cases from '#contract/cases.ts';
import * as compliance from '#contract/compliance/compliance.ts';
import * as contact from '#contract/conversations.ts';
import * as desk from '#contract/desk.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { answersBy } from '#test/support/world/answering.ts';
import { freshWorld, ownedBy, type World } from '#test/support/world/fresh-world.ts';

const period = { from: '2026-11-17', to: '2026-11-19' };

/** One call that went out on Wednesday morning, one refused at night, in New York. */
async function callsOfADay() {
  const world = await freshWorld({ asPerson: answersBy('customer') });
  const book = await smallBook(world);
  const made = await book.addCase({ customer: { name: 'Vera Block' } });
  const agent = await world.user('agent');
  const supervisor = await world.user('supervisor');
  await world.call(desk.openCase, agent, { caseId: made.caseId });
  world.clock.set('2026-11-18T05:00:00.000Z');
  const night = await world.request(contact.startCall, agent, {
    caseId: made.caseId,
    contactPointId: made.phoneId,
  });
  assert.equal(night.body['type'], '/problems/contact-refused');
  world.clock.set('2026-11-18T15:30:00.000Z');
  await world.call(desk.openCase, agent, { caseId: made.caseId });
  const open = { caseId: made.caseId, contactPointId: made.phoneId };
  await world.call(contact.startCall, agent, open);
  await world.call(cases.setHold, supervisor, {
    ...{ caseId: made.caseId, kind: 'complaint', why: 'Wrote to us', reviewOn: '2026-12-01' },
  });
  return { world, book, made, officer: await world.user('compliance') };
}

async function rowsOf(world: World, officer: Awaited<ReturnType<World['user']>>, input: object) {
  return world.call(compliance.openBlocks, officer, { ...period, figure: 'decisions', ...input });
}

describe('decisions and blocks', () => {
  it('every figure is the number of its rows, by day, rule, portfolio and channel', async () => {
    const { world, officer } = await callsOfADay();
    const figures = await world.call(compliance.readBlocks, officer, period);
    const { total } = figures;
    assert.equal(total.attempts, 1);
    assert.equal(total.blocks, 1);
    assert.equal(total.complaints, 1);
    assert.equal(total.operational, undefined);
    assert.equal(total.decisions, (total.blocks ?? 0) + (total.permitted ?? 0));
    for (const figure of compliance.complianceFigures) {
      const found = await rowsOf(world, officer, { figure });
      assert.equal(found.total ?? 0, total[figure] ?? 0, figure);
      assert.equal(found.rows.length, total[figure] ?? 0, figure);
    }
    assert.deepEqual(
      figures.days.map(({ day }) => day),
      ['2026-11-18'],
    );
    const hours = figures.rules.find(({ citation }) => citation.includes('1006.6'));
    assert.ok(hours, 'the hours of the federal rule refused the night call');
    const { rows } = await rowsOf(world, officer, { figure: 'blocks', rule: hours.rule });
    assert.deepEqual([rows.length, rows[0]?.customerName], [1, 'Vera Block']);
    assert.equal(rows[0]?.rules.find(({ rule }) => rule === hours.rule)?.title, hours.title);
    const none = await rowsOf(world, officer, { figure: 'blocks', rule: 'no-such-rule' });
    assert.equal(none.total, 0);
    const [channel] = figures.channels;
    assert.ok(channel);
    const byChannel = await rowsOf(world, officer, { channel: channel.channel });
    assert.equal(byChannel.total, channel.counts.decisions);
  });

  it('pages through all rows, each once, newest first', async () => {
    const { world, book, officer } = await callsOfADay();
    const at = Date.parse('2026-11-18T16:00:00.000Z');
    const made = await book.addCase();
    const { sealNo: _, ...kept } = await world.db
      .selectFrom('decisions')
      .selectAll()
      .where('verdict', '=', 'refused')
      .executeTakeFirstOrThrow();
    for (let n = 0; n < 120; n += 1) {
      const decidedAt = new Date(at + Math.floor(n / 3) * 1000).toISOString();
      await world.db
        .insertInto('decisions')
        .values({
          ...{ ...kept, id: world.app.newId(), customerId: made.customerId, decidedAt },
          ...{ caseId: made.caseId, portfolioId: made.portfolioId, hash: null, logSeq: null },
          decision: JSON.stringify(kept.decision),
          packHashes: JSON.stringify(kept.packHashes),
        })
        .execute();
    }
    const seen: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 4; page += 1) {
      const found = await rowsOf(world, officer, { figure: 'blocks', ...(after && { after }) });
      assert.equal(found.total, page === 0 ? 121 : null);
      seen.push(...found.rows.map(({ happenedAt, id }) => `${happenedAt} ${id}`));
      after = found.next ?? undefined;
      if (!after) break;
    }
    assert.equal(seen.length, 121);
    assert.equal(new Set(seen).size, 121);
    assert.deepEqual(seen, [...seen].sort().reverse());
    const csv = await world.server.inject({
      method: 'GET',
      url: '/api/compliance/blocks/rows.csv',
      query: { ...period, figure: 'blocks' },
      headers: { 'x-test-actor': officer.userId ?? '' },
    });
    assert.equal(csv.body.trim().split('\r\n').length, 122);
  });

  it('a decision opens to its law, local time, facts and the attempt that followed', async () => {
    const { world, officer } = await callsOfADay();
    const blocks = await rowsOf(world, officer, { figure: 'blocks' });
    const refused = await world.call(compliance.readDecision, officer, {
      decisionId: blocks.rows[0]?.id ?? '',
    });
    assert.equal(refused.verdict, 'refused');
    const reason = refused.reasons.find(({ citation }) => citation.includes('1006.6'));
    assert.match(reason?.source ?? '', /^https:/);
    assert.ok(reason?.basis && reason.confidence && reason.since);
    assert.deepEqual([reason.bound, reason.operational], ['time', false]);
    assert.equal(refused.nextPermittedAt, '2026-11-18T13:00:00.000Z');
    assert.equal(refused.zones[0]?.zone, 'America/New_York');
    assert.match(refused.zones[0]?.local ?? '', /^2026-11-18T00:00:00/);
    assert.ok(refused.packs.some(({ pack, version }) => pack === 'US-FED' && version));
    assert.equal(refused.attempt, null);
    assert.deepEqual((refused.facts['proposed'] as { channel: string }).channel, 'phone_call');
    const allowed = await rowsOf(world, officer, { figure: 'permitted' });
    for (const { id } of allowed.rows) {
      const { attempt } = await world.call(compliance.readDecision, officer, { decisionId: id });
      assert.ok(attempt, 'reservation and release both lead to the attempt');
    }
    const missing = await world.request(compliance.readDecision, officer, {
      decisionId: world.app.newId(),
    });
    assert.equal(missing.status, 404);
  });

  it('a stop for want of knowledge is never counted among the blocks of the law', async () => {
    const { world, made, officer } = await callsOfADay();
    const { sealNo: _, ...kept } = await world.db
      .selectFrom('decisions')
      .selectAll()
      .where('verdict', '=', 'refused')
      .executeTakeFirstOrThrow();
    const decision = kept.decision as { reasons: object[] };
    const inputs = { ...decision.reasons[0], rule: 'DUNLIN-ZONE-UNKNOWN', details: {} };
    await world.db
      .insertInto('decisions')
      .values({
        ...{ ...kept, id: world.app.newId(), rules: ['DUNLIN-ZONE-UNKNOWN'], hash: null },
        ...{ logSeq: null, customerId: made.customerId },
        decision: JSON.stringify({ ...decision, reasons: [inputs] }),
        packHashes: JSON.stringify(kept.packHashes),
      })
      .execute();
    const { total, rules } = await world.call(compliance.readBlocks, officer, period);
    assert.deepEqual([total.blocks, total.operational], [1, 1]);
    const line = rules.find(({ rule }) => rule === 'DUNLIN-ZONE-UNKNOWN');
    assert.deepEqual(line?.counts, { operational: 1, decisions: 1 });
  });
});

describe('why not, and when next', () => {
  it('answers each phone of a case, now and at a later moment', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const { caseId, customerId } = await book.addCase({
      customer: { name: 'Vera Block', phones: ['+12125550101', '+14155550102'] },
    });
    const officer = await world.user('compliance');
    const now = await world.call(compliance.askWhyNot, officer, { caseId });
    const written = { email: 'vera@example.test', mail: '1 Main Street' };
    for (const [kind, value] of Object.entries(written)) {
      const createdAt = new Date(world.app.clock()).toISOString();
      await world.db
        .insertInto('contactPoints')
        .values({
          ...{ ...ownedBy(customerId), id: world.app.newId(), kind, value, createdAt },
          source: 'test',
        })
        .execute();
    }
    const all = await world.call(compliance.askWhyNot, officer, { caseId });
    assert.deepEqual(
      all.ways.map(({ channel }) => channel),
      ['phone_call', 'phone_call', 'sms', 'sms', 'email', 'letter', 'visit'],
    );
    const calls = now.ways.filter(({ channel }) => channel === 'phone_call');
    assert.equal(calls.length, 2);
    assert.ok(calls.every(({ masked }) => masked?.includes('•')));
    assert.ok(
      calls.every(({ verdict, nextKind }) => verdict !== 'permitted' || nextKind === 'now'),
    );
    const night = await world.call(compliance.askWhyNot, officer, {
      caseId,
      at: '2026-11-19T06:00:00Z',
    });
    const [call] = night.ways;
    assert.equal(call?.verdict, 'refused');
    assert.equal(call?.nextKind, 'at');
    assert.ok(call?.nextPermittedAt && call.nextPermittedAt > '2026-11-19T06:00:00Z');
    assert.ok(call?.reasons.every(({ title, citation }) => title && citation));
    for (const at of ['2026-11-01T06:00:00Z', '2028-11-01T06:00:00Z']) {
      const { status } = await world.request(compliance.askWhyNot, officer, { caseId, at });
      assert.equal(status, 400, at);
    }
    const kept = await world.db.selectFrom('decisions').select('id').execute();
    assert.equal(kept.length, 0, 'asking decides nothing');
  });
});
