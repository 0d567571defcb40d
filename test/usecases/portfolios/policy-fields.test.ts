import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { z } from 'zod';
import * as policy from '#contract/admin/policy.ts';
import { type PartialSettings, settingsFrom } from '#domain/policy/default-settings.ts';
import { policySettings } from '#domain/policy/policy-settings.ts';
import { policyFrom } from '#domain/policy/portfolio-policy.ts';
import { madeStatement } from '#test/support/books/bank-statement.ts';
import { importFile } from '#test/support/books/import-file.ts';
import { addAccount } from '#test/support/books/overdue-book.ts';
import { type SmallBook, smallBook } from '#test/support/books/small-book.ts';
import { agreementRows } from '#test/support/policy-rows/agreement-rows.ts';
import { caseRows } from '#test/support/policy-rows/case-rows.ts';
import { deskRows } from '#test/support/policy-rows/desk-rows.ts';
import { gateRows } from '#test/support/policy-rows/gate-rows.ts';
import type { Lived, PolicyRow, PureRows } from '#test/support/policy-rows/policy-row.ts';
import { answersBy } from '#test/support/world/answering.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';
import { reserveContact } from '#usecases/gate/steps/reserve-contact.ts';
import { recordKeyEvent } from '#usecases/key-events/record-key-event.ts';

const pureRows: PureRows = { ...agreementRows, ...caseRows, ...gateRows };

const opened: Lived = async (world, book) => {
  await addAccount(world, book, [{ dueOn: '2026-11-08', amountMinor: 4_000n }]);
  await dailyRun(world.app, book.portfolio.id, '2026-11-18');
  return world.db
    .selectFrom('cases')
    .select(['shape', 'state'])
    .where('portfolioId', '=', book.portfolio.id)
    .execute();
};

/** Fields that statements and use cases obey: each is shown in a portfolio of its own. */
const livedRows: Readonly<Record<string, PolicyRow<Lived>>> = {
  'entry.graceDays': { to: 20, seen: opened },
  'entry.minAmount': { to: '100', seen: opened },
  'entry.exitAmount': { to: '50', seen: opened },
  'entry.itemKinds': { to: ['fee'], seen: opened },
  shape: { to: 'long-service', seen: opened },
  rejectLimit: {
    to: 1,
    seen: async (world, book) => {
      const { app, db } = world;
      const due = [{ dueOn: '2026-11-08', amountMinor: 4_000n }];
      const { customerId, accountId, accountReference } = await addAccount(world, book, due);
      const id = app.newId();
      await db
        .insertInto('paymentMethods')
        .values({
          ...{ customerId, id, tenantId: app.tenantId, accountId, kind: 'mandate' },
          ...{ state: 'valid', createdAt: new Date(app.clock()).toISOString() },
        })
        .execute();
      await recordKeyEvent(app, await world.user('back_office'), {
        ...{ portfolioId: book.portfolio.id, accountReference, itemReference: null, type: 'B' },
        ...{ subReason: 'insufficient-funds', reasonCode: null, fault: null, detail: null },
        ...{ methodValid: null, happenedOn: '2026-11-18', note: null },
      });
      return db.selectFrom('paymentMethods').select('state').where('id', '=', id).execute();
    },
  },
  intradayReports: {
    to: true,
    seen: async (world, book) => {
      await addAccount(world, book, [{ dueOn: '2026-11-08', amountMinor: 4_000n }]);
      const content = madeStatement('R-1', [{ amount: '40.00', on: '2026-11-17' }], '052');
      const { counts } = await importFile(world, await world.user('back_office'), {
        ...{ portfolioId: book.portfolio.id, content },
      });
      return counts;
    },
  },
  'gate.closingGuardSeconds': {
    to: 0,
    seen: async (world, book) => {
      const { customerId, caseId, phoneId } = await book.addCase({
        portfolioId: book.portfolio.id,
      });
      const before = world.app.clock();
      world.clock.set('2026-11-19T01:59:45.000Z');
      const { reserved } = await reserveContact(world.app, {
        ...{ customerId, caseId, contactPointId: phoneId, portfolio: book.portfolio },
        ...{ userId: null, exceptAttempt: null },
      });
      world.clock.set(new Date(before).toISOString());
      return reserved;
    },
  },
};

/** The paths of a schema's values: its objects are walked, what else there is has one path. */
function pathsOf(schema: unknown, path = ''): string[] {
  if (!(schema instanceof z.ZodObject)) return [path];
  return Object.entries(schema.shape).flatMap(([name, inner]) =>
    pathsOf(inner, path === '' ? name : `${path}.${name}`),
  );
}

/** Settings in part, with one value at a path. */
function having(given: unknown, path: string, value: unknown): unknown {
  const [name = '', ...rest] = path.split('.');
  const of = (given ?? {}) as Readonly<Record<string, unknown>>;
  return { ...of, [name]: rest.length === 0 ? value : having(of[name], rest.join('.'), value) };
}

const pairOf = (path: string, { given = {}, to }: PolicyRow<unknown>) =>
  [given, having(given, path, to) as PartialSettings] as const;

test('every field of a policy has a row that shows that it is obeyed', () => {
  const rows = new Set([pureRows, livedRows, deskRows].flatMap((of) => Object.keys(of)));
  assert.deepEqual([...rows].sort(), pathsOf(policySettings).sort());
});

for (const [path, row] of Object.entries(pureRows)) {
  test(`two policies that differ in ${path} alone differ in what they do`, () => {
    const place = { currency: 'USD', holidays: new Set<string>() };
    const [one, other] = pairOf(path, row).map((part) => policyFrom(settingsFrom(part), place));
    assert.ok(one && other);
    assert.notDeepEqual(row.seen(one), row.seen(other));
  });
}

/** Each row in two portfolios of one world that differ in its field. */
async function live(t: TestContext, rows: typeof livedRows): Promise<void> {
  const world = await freshWorld({
    at: '2026-11-18T15:00:00.000Z',
    asPerson: answersBy('customer'),
  });
  const book = await smallBook(world);
  const livedIn = async (settings: PartialSettings, seen: Lived) => {
    const portfolio = await book.addPortfolio({ settings });
    const addCase: SmallBook['addCase'] = (more) =>
      book.addCase({ portfolioId: portfolio.id, ...more });
    return seen(world, { ...book, portfolio, addCase });
  };
  for (const [path, row] of Object.entries(rows)) {
    await t.test(path, async () => {
      const [one, other] = pairOf(path, row);
      assert.notDeepEqual(await livedIn(one, row.seen), await livedIn(other, row.seen));
    });
  }
}

test('two portfolios that differ in one field alone differ in what happens', (t) =>
  live(t, livedRows));

test('two portfolios that differ in one field alone differ at the desk', (t) => live(t, deskRows));

/** Settings without which the value of a row is refused; they need two people as well. */
const beside: Readonly<Record<string, readonly (readonly [string, unknown])[]>> = {
  'entry.exitAmount': [['entry.minAmount', '100']],
  'verification.questions': [['verification.answersNeeded', 1]],
  'gate.voicemail.leave': [
    ['gate.voicemail.businessName', 'Quill Ltd'],
    ['gate.voicemail.callbackNumber', '+12025550100'],
  ],
};

/** What one person changes at once. */
const byOnePerson = [
  ...['amountPercent', 'ageDays', 'daysSinceBreak', 'daysToDisputeDeadline', 'daysToRestriction'],
  ...['A', 'B', 'C', 'D'].map((type) => `eventType.${type}`),
  ...['first-time', 'late-but-pays', 'never-pays'].map((name) => `pattern.${name}`),
  ...['perEarlierBreak', 'brokenFloor'],
  ...['breakDays', 'disputeDays', 'restrictionDays'].map((name) => `upper.${name}`),
]
  .map((name) => `ranking.${name}`)
  .concat(['queue.priorityTierOfTen', 'queue.dailyGoal', 'wipLimits', 'staleBalanceDays'])
  .concat(['A', 'B', 'C', 'D'].map((type) => `firstTreatmentHours.${type}`))
  .concat('monthlyCollectionTarget');

test('every setting waits for a second person but those that order the work', async (t) => {
  const world = await freshWorld({ at: '2026-11-18T15:00:00.000Z' });
  const book = await smallBook(world);
  const { id: portfolioId } = book.portfolio;
  const manager = await world.user('manager');
  const read = () => world.call(policy.readPolicy, manager, { portfolioId });
  for (const [path, { to }] of Object.entries({ ...pureRows, ...livedRows, ...deskRows })) {
    await t.test(path, async () => {
      const { version, settings: before } = await read();
      const wanted = [...(beside[path] ?? []), [path, to] as const];
      const settings = settingsFrom(
        wanted.reduce<unknown>((so, [name, value]) => having(so, name, value), before),
      );
      const input = { portfolioId, version, settings, reason: 'Tried alone' };
      const answer = await world.request(policy.setPolicy, manager, input);
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      const { changed, proposed } = answer.body as { changed: number; proposed: number };
      const alone = byOnePerson.includes(path);
      assert.deepEqual([changed > 0, proposed > 0], [alone, !alone]);
      if (alone) return;
      assert.deepEqual((await read()).settings, before, 'the value before stays in force');
      const { proposals } = await world.call(policy.readProposals, manager, {});
      const proposalId = proposals.find(({ outcome }) => outcome === null)?.id ?? '';
      await world.call(policy.answerProposal, manager, { proposalId, confirmed: false });
    });
  }
});
