import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { loadExampleBook } from '#demo/load-example-book.ts';
import { parsePhone } from '#kernel/phone.ts';
import { allPortfolios } from '#storage/portfolios/portfolio-rows.ts';
import { testCases } from './book-cases.ts';
import { testContacts } from './book-contacts.ts';
import { testMoney } from './book-money.ts';
import { testPeople } from './book-people.ts';
import { loadedBook, share } from './loaded-book.ts';

// One book for all: loading it takes far longer than asking it.
const book = await loadedBook();
const { world, printed, rowsOf } = book;

test('three portfolios in three currencies are there, and progress was printed', async () => {
  const portfolios = await allPortfolios(world.db, world.app.tenantId);
  assert.deepEqual(portfolios.map(({ currency }) => currency).sort(), ['GBP', 'MXN', 'USD']);
  const places = await rowsOf(sql<{ place: string }>`
    select distinct case country when 'GB' then country || '-' || region else country end as place
    from customers order by 1`);
  assert.deepEqual(
    places.map(({ place }) => place),
    ['GB-ENG', 'GB-SCT', 'MX', 'US'],
  );
  assert.equal(printed.length, 2);
});

test('two people of the example have opened the one channel that no law read of its places speaks of', async () => {
  const opened = await rowsOf(sql`
    select s.rule_id, s.turn, p.email <> a.email as two from rule_switches s
    join approvals o on o.id = s.id and o.state = 'approved'
    join users p on p.id = o.asked_by join users a on a.id = o.decided_by`);
  assert.deepEqual(opened, [{ ruleId: 'DUNLIN-NO-RULE:MX:letter', turn: 'on', two: true }]);
});

test('loading again changes nothing', async () => {
  const before = await rowsOf(sql`select count(*) from customers`);
  await loadExampleBook(world.app, assert.fail, share);
  assert.deepEqual(await rowsOf(sql`select count(*) from customers`), before);
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

testMoney(book);
testCases(book);
testContacts(book);
testPeople(book);
