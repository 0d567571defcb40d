import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import * as cases from '#contract/cases.ts';
import { recordFact } from '#contract/compliance/contact-facts.ts';
import * as refusals from '#contract/compliance/refusals.ts';
import { saveMap } from '#contract/intake.ts';
import * as ledger from '#contract/ledger.ts';
import { type MadeEntry, madeStatement } from '#test/support/books/bank-statement.ts';
import { importFile, sendFile } from '#test/support/books/import-file.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { readEntries } from '#usecases/intake/resolve-entry.ts';

const [visa, mastercard, amex] = ['4111111111111111', '5555555555554444', '378282246310005'];
const cards = [visa, mastercard, amex] as const;
/** A number of sixteen digits with a check digit that a creditor prints on its invoices. */
const ownNumber = '4242424242424242';

/** Every row of the database in which the digits of one of the cards stand, in groups or not. */
async function rowsWithCards({ db }: World): Promise<string[]> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(
    db,
  );
  assert.ok(tables.length > 80);
  const digits = cards.map((card) => [...card].join('[ .-]?')).join('|');
  const found: string[] = [];
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row
      from ${sql.table(`${schema}.${name}`)} t where to_jsonb(t)::text ~ ${digits}`.execute(db);
    found.push(...rows.map(({ row }) => `${name}: ${row}`));
  }
  return found;
}

/** A file with a card in every column that is no reference; a second row of it is refused. */
const book = [
  'Customer number,Name,Street,City,Region,Mobile,Email,Product,Account,Invoice number,Due date,Amount,Card number,Original creditor',
  `C1,Ana ${visa},"${mastercard} Street",${amex},NY,${visa},${visa},loan,A-1,${ownNumber},2026-08-31,120.50,${visa},${amex}`,
  `C2,Bob,,,NY,,,,A-2,INV-2,${visa},${mastercard},,`,
  `C3,Eve,,,NY,,,,A-3,INV-3,2026-08-31,"12,${visa}",,`,
].join('\n');

const payments = [
  'Transaction id,Payment date,Amount,Payer name,Memo',
  `${visa},2026-11-10,11.00,ANA ${mastercard},card ${amex}`,
  `T2,2026-11-11,${visa},Ana,${visa}`,
].join('\n');

const consents = [
  'Customer number,Consent type,Number or address,Account,Given on,Received on,Valid until,Revoked on,Given how,Wording,Source,Evidence,Channels',
  `C1,authorised_channels,,,2026-10-01,2026-10-02,,,web ${visa},I agree ${visa},CRM ${visa},DOC ${visa},phone_call`,
  `C1,authorised_channels,${visa},,2026-10-01,${visa},,,${visa},,,,${visa}`,
].join('\n');

const creditNotes = [
  'Credit note,Invoice number,Credit date,Amount,Reason',
  `CN-1,${ownNumber},2026-11-01,5.00,paid by ${visa}`,
  `CN-2,INV-9,2026-11-01,5.00,paid by ${visa}`,
].join('\n');

const entry = (amount: string, more: Partial<MadeEntry>): MadeEntry => ({
  ...{ amount, on: '2026-11-17', payer: 'Somebody' },
  ...more,
});

test('no way in keeps the number of a card', async (t) => {
  const world = await freshWorld();
  const small = await smallBook(world);
  const made = await small.addCase();
  const { caseId } = made;
  const portfolioId = small.portfolio.id;
  const office = await world.user('back_office', null, ['compliance', 'manager', 'agent']);
  const send = (content: string, fileName = `${visa}.csv`) =>
    importFile(world, office, { portfolioId, content, fileName });
  const waiting = async () => {
    const { entries } = await readEntries(world.app, office, { state: 'unmatched' });
    return entries;
  };

  await t.test('a file of the book, with what is refused and left out of it', async () => {
    const done = await importFile(world, office, {
      ...{ portfolioId, content: book, fileName: `${visa}.csv` },
      map: { debtTypes: { loan: 'personal_loan' } },
    });
    assert.equal(done.state, 'done', `${done.failure}`);
    assert.deepEqual(
      [done.fileName, done.counts['new'], done.counts['rejected']],
      ['•••• 1111.csv', 1, 2],
    );
    assert.deepEqual(await rowsWithCards(world), []);
    const { rows } = await sql<{ name: string; reference: string; line: string }>`
      select c.name, i.reference, (select string_agg(original, ' ') from import_rejects) as line
      from items i join customers c on c.id = i.customer_id where c.reference = 'C1'`.execute(
      world.db,
    );
    const [row] = rows;
    assert.deepEqual([row?.name, row?.reference], ['Ana 411111••••••1111', ownNumber]);
    // A refused row comes back by its references: they stand in its text.
    assert.match(row?.line ?? '', /A-2,INV-2,411111••••••1111/);
    assert.ok(row?.line.includes(ownNumber));
  });

  await t.test('payments, credit notes and consents', async () => {
    for (const [content, counts] of [
      [payments, [1, 1]],
      [creditNotes, [1, 1]],
      [consents, [1, 1]],
    ] as const) {
      const done = await send(content);
      assert.deepEqual([done.counts['new'], done.counts['rejected']], counts, content);
      assert.deepEqual(await rowsWithCards(world), [], content);
    }
    const [paid] = await waiting();
    assert.deepEqual(
      [paid?.reference, paid?.payerName, paid?.remittance],
      ['411111••••••1111', 'ANA 555555••••••4444', 'card 378282••••••0005'],
    );
  });

  await t.test('statements of a bank', async () => {
    const told = {
      ...{ payer: `Eve ${visa}`, text: `card ${mastercard} thanks`, endToEnd: amex },
      mandate: visa,
    } as const;
    const done = await send(madeStatement('S-1', [entry('13.00', told)]), 'statement.xml');
    assert.equal(done.counts['new'], 1);
    assert.deepEqual(await rowsWithCards(world), []);
    const [one] = (await waiting()).filter(({ amount }) => amount === '13.00');
    assert.deepEqual(
      [one?.payerName, one?.remittance, one?.givenReferences, one?.mandateId],
      [
        'Eve 411111••••••1111',
        'card 555555••••••4444 thanks',
        ['378282••••••0005'],
        '411111••••••1111',
      ],
    );
    // The next message of the bank tells of it again, and is known as before.
    const again = await send(madeStatement('S-2', [entry('13.00', told)], '054'), 'again.xml');
    assert.deepEqual([again.counts['unchanged'], again.counts['unmatched']], [1, 0]);
  });

  await t.test('a reference of the book that looks like one goes on to be known', async () => {
    const told = { payer: 'Ana', text: `invoice ${ownNumber}`, endToEnd: ownNumber };
    const done = await send(madeStatement('S-3', [entry('115.50', told)]), 'statement.xml');
    assert.deepEqual([done.counts['matched'], done.counts['unmatched']], [1, 0]);
    const { rows } = await sql<{ remittance: string; references: string[] }>`
      select remittance, given_references as references from bank_entries
      where amount_minor = 11550`.execute(world.db);
    assert.deepEqual(rows, [{ remittance: `invoice ${ownNumber}`, references: [ownNumber] }]);
  });

  await t.test(
    'two payments under different numbers stay two, however alike they are cut',
    async () => {
      const [one, other] = ['4000000000181000', '4000000000341000'];
      const [first, second] = [one, other].map((endToEnd, i) =>
        madeStatement(`D-${i}`, [entry('31.00', { endToEnd })]),
      );
      await send(first ?? '', 'one.xml');
      const next = await send(second ?? '', 'other.xml');
      assert.equal(next.counts['unchanged'], 0, 'nothing is taken for what came before');
      const two = (await waiting()).filter(({ amount }) => amount === '31.00');
      assert.deepEqual(
        two.map(({ reference }) => reference),
        ['400000••••••1000', '400000••••••1000'],
      );
    },
  );

  await t.test('what people type, and the names of files', async () => {
    await world.call(cases.writeNote, office, { caseId, words: `pays with ${visa}` });
    const keyed = { caseId, contactPointId: made.phoneId, channel: 'sms' as const };
    await world.call(refusals.keyInMessage, office, {
      ...{ ...keyed, subject: `my card ${amex}`, words: `my card is 5555 5555 5555 4444` },
    });
    await world.call(recordFact, office, {
      ...{ caseId, kind: 'cease', details: {}, source: `letter ${visa}`, evidenceRef: visa },
    });
    const paid = {
      ...{ portfolioId, customerReference: 'C1', amount: '1.00', receivedOn: '2026-11-17' },
      reference: visa,
    };
    const { status, body } = await world.request(ledger.recordPayment, office, paid);
    assert.equal(status, 400);
    assert.match(JSON.stringify(body), /card-number-not-masked/);
    await world.call(ledger.recordPayment, office, { ...paid, reference: 'card 1111' });
    const map = { kind: 'book', constants: { city: visa } };
    const saved = await world.request(saveMap, office, {
      ...{ portfolioId, kind: 'book', name: `map ${visa}`, map },
    });
    assert.equal(saved.status, 400);
    await sendFile(world, office, { portfolioId, content: book, fileName: `${amex} May.csv` });
    assert.deepEqual(await rowsWithCards(world), []);
  });
});
