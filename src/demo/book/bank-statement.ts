import type { MatchReason } from '#domain/intake/matching.ts';
import { dateIn, instantOf } from '#kernel/time.ts';
import { englishNames } from '../people/names.ts';
import { type Book, between, daysFrom, type ExamplePortfolio, pick } from './book.ts';

/** Entries of the statement that nobody could match, with what makes each hard. */
const unmatched = [
  ['EARLY BILL', 'nothing-found'],
  ['ELEC', 'nothing-found'],
  ['FOR MUM', 'nothing-found'],
  ['ACC 10', 'number-not-sure'],
  ['GAS AND ELEC', 'nothing-found'],
  ['BRIGHTWATR', 'nothing-found'],
  ['MARCH', 'nothing-found'],
  ['THANKS', 'nothing-found'],
] as const satisfies readonly (readonly [string, MatchReason['code']])[];

/** Entries taken into the statement from payments that were matched. */
const matchedLimit = 25;

/** Yesterday's bank statement of the utility: most of it matched, some of it for a person. */
export function addStatement(book: Book, portfolio: ExamplePortfolio): void {
  const { tenantId, rows, random } = book;
  const yesterday = daysFrom(dateIn(portfolio.zone, book.nowMs), -1);
  const importId = book.newId();
  const statementId = book.newId();
  const own = { tenantId, portfolioId: portfolio.id, importId };
  const entry = { ...own, statementId, currency: portfolio.currency, bookedOn: yesterday };
  const matched = rows.payments
    .filter(
      ({ portfolioId, receivedOn }) => portfolioId === portfolio.id && receivedOn === yesterday,
    )
    .filter(({ source }) => source === 'bank-transfer' || source === 'import')
    .slice(0, matchedLimit);
  for (const payment of matched) {
    const id = book.newId();
    payment.bankEntryId = id;
    const resolved = {
      state: 'matched',
      how: 'item-reference',
      candidates: [] as never,
      note: null,
    };
    const { customerId, id: paymentId, amountMinor, reference = null } = payment;
    const who = { customerId, paymentId, amountMinor, reference, remittance: reference };
    const position = rows.bankEntries.length + 1;
    const told = { id, position, fingerprint: id, payerName: null };
    rows.bankEntries.push({ ...entry, ...resolved, ...who, ...told });
  }
  for (const [remittance, code] of unmatched) {
    const id = book.newId();
    const payerName = `${pick(random, englishNames.given)} ${pick(random, englishNames.family)}`;
    const why: object = { reasons: [{ code, about: null }], items: [] };
    const open = { state: 'unmatched', how: null, candidates: why as never, note: null };
    const nobody = { customerId: null, paymentId: null, reference: null, remittance };
    const amountMinor = BigInt(between(random, 1_500, 22_000));
    const position = rows.bankEntries.length + 1;
    const told = { id, position, fingerprint: id, payerName, amountMinor };
    rows.bankEntries.push({ ...entry, ...open, ...nobody, ...told });
  }
  const total = rows.bankEntries.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n);
  const counts: object = { read: rows.bankEntries.length, matched: matched.length };
  const at = instantOf(book.nowMs - 3_600_000);
  rows.imports.push({
    id: importId,
    tenantId,
    portfolioId: portfolio.id,
    kind: 'camt',
    fileName: `statement-${yesterday}.xml`,
    state: 'done',
    counts: counts as never,
    startedAt: at,
    endedAt: at,
  });
  rows.statements.push({
    ...own,
    id: statementId,
    position: 1,
    format: 'camt.053',
    reference: `BRW-${yesterday}`,
    iban: null,
    currency: portfolio.currency,
    openingMinor: 1_000_000n,
    closingMinor: 1_000_000n + total,
    fromOn: yesterday,
    toOn: yesterday,
  });
}
