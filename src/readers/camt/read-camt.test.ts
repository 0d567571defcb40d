import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paymentsOf } from './payments.ts';
import { readCamt } from './read-camt.ts';
import type { StatementEntry, StatementRecord } from './records.ts';

async function* chunks(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string | Uint8Array, size = 11): Promise<StatementRecord[]> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const records: StatementRecord[] = [];
  for await (const record of readCamt(chunks(bytes, size))) records.push(record);
  return records;
}

const roots = { '052': 'AcctRpt Rpt', '053': 'Stmt Stmt', '054': 'DbtCdtNtfctn Ntfctn' } as const;

function file(entries: string, message: keyof typeof roots = '053', version = '02'): string {
  const [root = '', statement = ''] = roots[message].split(' ');
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${message}.001.${version}">
<BkToCstmr${root}><GrpHdr><MsgId>M1</MsgId></GrpHdr><${statement}><Id>S1</Id>
<Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ownr><Nm>Example Lender</Nm></Ownr></Acct>
${entries}
</${statement}></BkToCstmr${root}></Document>`;
}

function entry(parts: { amount?: string; details?: string; more?: string; sign?: string } = {}) {
  const { amount = '10.50', details = '', more = '', sign = 'CRDT' } = parts;
  return `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd>${more}
<Sts>BOOK</Sts><BookgDt><Dt>2026-06-01</Dt></BookgDt><ValDt><DtTm>2026-06-02T00:00:00</DtTm></ValDt>
<NtryDtls>${details}</NtryDtls></Ntry>`;
}

async function entriesOf(text: string): Promise<StatementEntry[]> {
  return (await read(text)).filter((record) => record.kind === 'entry');
}

const detail = (inner: string) => `<TxDtls>${inner}</TxDtls>`;

test('readCamt() reads head, balance and entry of each message and many versions', async () => {
  const balance = `<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">5.00</Amt>
<CdtDbtInd>DBIT</CdtDbtInd><Dt><Dt>2026-05-31</Dt></Dt></Bal>`;
  for (const message of ['052', '053', '054'] as const) {
    for (const version of ['02', '04', '08', '10']) {
      const [head, first, second] = await read(file(balance + entry(), message, version));
      assert.ok(head?.kind === 'statement' && first?.kind === 'balance');
      assert.deepEqual(
        [head.message, head.version, head.reference, head.account, head.owner],
        [`camt.${message}`, version, 'S1', 'DE02120300000000202051', 'Example Lender'],
      );
      assert.deepEqual([first.type, first.amountMinor, first.on], ['OPBD', -500n, '2026-05-31']);
      assert.ok(second?.kind === 'entry');
      assert.deepEqual(
        [second.amountMinor, second.direction, second.booked, second.valued, second.status],
        [1050n, 'credit', '2026-06-01', '2026-06-02', 'BOOK'],
      );
    }
  }
});

test('readCamt() finds parties where old and new versions put them', async () => {
  const old = '<Dbtr><Nm>Ann Example</Nm></Dbtr>';
  const deep = '<Dbtr><Pty><Nm>Ann Example</Nm></Pty></Dbtr>';
  for (const debtor of [old, deep]) {
    const account = '<DbtrAcct><Id><IBAN>GB29NWBK60161331926819</IBAN></Id></DbtrAcct>';
    const refs = '<Refs><EndToEndId>NOTPROVIDED</EndToEndId><MndtId>M-7</MndtId></Refs>';
    const text = `<RmtInf><Ustrd>Invoice R-1 &amp; R-2</Ustrd><Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf>`;
    const details = detail(`${refs}<RltdPties>${debtor}${account}</RltdPties>${text}`);
    const [found] = await entriesOf(file(entry({ details })));
    const [transaction] = found?.transactions ?? [];
    assert.deepEqual(transaction?.debtor, {
      name: 'Ann Example',
      account: 'GB29NWBK60161331926819',
    });
    assert.deepEqual([transaction?.endToEndId, transaction?.mandateId], [null, 'M-7']);
    assert.deepEqual(transaction?.texts, ['Invoice R-1 & R-2']);
    assert.deepEqual(transaction?.creditorReferences, ['RF18539007547034']);
  }
});

test('a batch is divided when its parts sum to what was booked, and else kept whole', async () => {
  const part = (amount: string, name: string) =>
    detail(
      `<Refs><EndToEndId>${name}</EndToEndId></Refs><Amt Ccy="EUR">${amount}</Amt><RltdPties><Dbtr><Nm>${name}</Nm></Dbtr></RltdPties>`,
    );
  const [even] = await entriesOf(
    file(entry({ details: part('4.25', 'Ann') + part('6.25', 'Bo') })),
  );
  assert.ok(even);
  assert.deepEqual(
    paymentsOf(even).payments.map(({ amountMinor, payerName, part, parts }) => [
      amountMinor,
      payerName,
      part,
      parts,
    ]),
    [
      [425n, 'Ann', 1, 2],
      [625n, 'Bo', 2, 2],
    ],
  );
  const [odd] = await entriesOf(file(entry({ details: part('4.25', 'Ann') + part('1.00', 'Bo') })));
  assert.ok(odd);
  const { payments, split } = paymentsOf(odd);
  assert.equal(split, false);
  assert.deepEqual(
    payments.map(({ amountMinor, references }) => [amountMinor, references]),
    [[1050n, ['Ann', 'Bo']]],
  );
});

test('a returned direct debit tells its reason and whose it was', async () => {
  const parties =
    '<RltdPties><Dbtr><Nm>Ann Example</Nm></Dbtr><Cdtr><Nm>Example Lender</Nm></Cdtr></RltdPties>';
  const details = detail(`${parties}<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>`);
  const text = file(entry({ details, sign: 'DBIT', more: '<RvslInd>true</RvslInd>' }));
  const [returned] = await entriesOf(text);
  assert.ok(returned);
  const [payment] = paymentsOf(returned).payments;
  assert.deepEqual(
    [payment?.direction, payment?.reversal, payment?.returnReason, payment?.payerName],
    ['debit', true, 'AM04', 'Ann Example'],
  );
});

test('what cannot be booked is a problem with its line, and the next entry is read', async () => {
  const bad = entry({ amount: '10.505' }) + entry({ amount: 'ten' }) + entry({ sign: 'UP' });
  const records = await read(file(bad + entry()));
  assert.deepEqual(
    records
      .filter((record) => record.kind === 'problem')
      .map(({ line, reason, fatal }) => [line, reason, fatal]),
    [
      [5, 'amount-not-exact', false],
      [7, 'amount-not-number', false],
      [9, 'bad-choice', false],
    ],
  );
  assert.equal(records.filter(({ kind }) => kind === 'entry').length, 1);
});

test('a file cut off, of another kind or with a document type ends with one fatal problem', async () => {
  const whole = file(entry() + entry());
  const cut = await read(whole.slice(0, whole.lastIndexOf('<Ntry>') + 40));
  assert.equal(cut.filter(({ kind }) => kind === 'entry').length, 1);
  const last = cut.at(-1);
  assert.ok(last?.kind === 'problem' && last.fatal && last.reason === 'not-well-formed');
  const cases: [string, string][] = [
    ['<Document xmlns="urn:x"><CstmrDrctDbtInitn/></Document>', 'not-a-camt-message'],
    ['<Document xmlns="urn:x"><constructor/></Document>', 'not-a-camt-message'],
    ['<Document xmlns="urn:x"/>', 'not-a-camt-message'],
    ['id;amount', 'not-xml'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><Document>&b;</Document>', 'document-type-refused'],
    ['<?xml version="1.0" encoding="EBCDIC-1"?><a/>', 'encoding-not-supported'],
  ];
  for (const [text, reason] of cases) {
    const records = await read(text, 400);
    assert.equal(records.length, 1, text);
    assert.ok(records[0]?.kind === 'problem' && records[0].fatal);
    assert.equal(records[0].reason, reason, text);
  }
});

test('what nests too deep is refused where it does, and nothing behind it is read', async () => {
  // A parser that went on behind the refusal would be busy for an hour with this.
  const deep = '<a>'.repeat(500_000);
  const cases: [string, string][] = [
    [`<Document xmlns="urn:x"><BkToCstmrStmt>${deep}`, 'too-large'],
    [deep, 'not-a-camt-message'],
    ['<a:b>'.repeat(300_000), 'not-xml'],
  ];
  for (const [text, reason] of cases) {
    const records = await read(text, text.length);
    assert.ok(records[0]?.kind === 'problem' && records[0].reason === reason, reason);
    assert.equal(records.length, 1);
  }
});

test('readCamt() reads the encoding that the file declares', async () => {
  const details = detail('<RltdPties><Dbtr><Nm>Jörg Müßig</Nm></Dbtr></RltdPties>');
  const text = file(entry({ details })).replace('UTF-8', 'ISO-8859-1');
  const records = await read(Uint8Array.from(Buffer.from(text, 'latin1')), 100);
  const found = records.find((record) => record.kind === 'entry');
  assert.equal(found?.transactions[0]?.debtor.name, 'Jörg Müßig');
});
