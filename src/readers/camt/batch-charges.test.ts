import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { type MadeEntry, madeStatement } from '#test/support/books/bank-statement.ts';
import { paymentsOf } from './payments.ts';
import { readCamt } from './read-camt.ts';

/** What of a batch was booked of which payment, and what of that are charges; minor units. */
async function partsOf(made: MadeEntry) {
  const found: [bigint, bigint][] = [];
  const bytes = Readable.from([Buffer.from(madeStatement('B-1', [made]))]);
  for await (const record of readCamt(bytes)) {
    if (record.kind !== 'entry') continue;
    for (const { amountMinor, charged } of paymentsOf(record).payments) {
      found.push([amountMinor, charged.chargesMinor]);
    }
  }
  return found;
}

test('a batch with charges is divided: what each paid, and what the banks kept or took on top', async () => {
  const on = '2026-11-02';
  const part = (amount: string, more: Partial<MadeEntry> = {}) => ({ amount, on, ...more });
  const back = { on, side: 'DBIT', reason: 'AM04' } as const;
  const table: [string, MadeEntry, [bigint, bigint][]][] = [
    [
      'held back from each, told beside what was paid',
      {
        on,
        amount: '118.00',
        parts: ['50.00', '70.00'].map((each) => part(each, { charges: '1.00' })),
      },
      [
        [4_900n, 100n],
        [6_900n, 100n],
      ],
    ],
    [
      'on top of each return, told beside what was collected',
      {
        ...back,
        amount: '126.00',
        parts: ['50.00', '70.00'].map((each) => part(each, { charges: '3.00' })),
      },
      [
        [5_300n, 300n],
        [7_300n, 300n],
      ],
    ],
    [
      'within each return, with the sum that was collected',
      {
        ...{ ...back, amount: '126.00' },
        parts: [
          part('53.00', { instructed: '50.00', charges: '3.00' }),
          part('73.00', { instructed: '70.00', charges: '3.00' }),
        ],
      },
      [
        [5_300n, 300n],
        [7_300n, 300n],
      ],
    ],
    [
      'held back from the whole',
      { on, amount: '118.50', entryCharges: '1.50', parts: [part('50.00'), part('70.00')] },
      [
        [4_850n, 150n],
        [7_000n, 0n],
      ],
    ],
    [
      'on top of the whole',
      { ...back, amount: '126.00', entryCharges: '6.00', parts: [part('50.00'), part('70.00')] },
      [
        [5_600n, 600n],
        [7_000n, 0n],
      ],
    ],
    [
      'that do not explain it: kept whole',
      { on, amount: '100.00', parts: [part('50.00'), part('70.00')] },
      [[10_000n, 0n]],
    ],
  ];
  for (const [what, made, expected] of table) assert.deepEqual(await partsOf(made), expected, what);
});
