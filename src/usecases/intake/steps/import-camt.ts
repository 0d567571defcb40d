import { createHash } from 'node:crypto';
import type { Movement } from '#domain/intake/same-movement.ts';
import { ownValue } from '#kernel/own-value.ts';
import { Refusal } from '#kernel/refusal.ts';
import { paymentsOf, type StatementPayment } from '#readers/camt/payments.ts';
import { readCamt } from '#readers/camt/read-camt.ts';
import type { StatementBalance, StatementHead, StatementProblem } from '#readers/camt/records.ts';
import type { SourceFile } from '#readers/source-file.ts';
import { fingerprintOf } from '#storage/intake/entry-fingerprint.ts';
import type { ToTake } from '#storage/intake/entry-verdicts.ts';
import type { ImportRow, Reject } from '#storage/intake/imports.ts';
import { keepBalance, keepStatement } from '#storage/intake/statements.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import { type App, today } from '#usecases/app.ts';
import { policyOf } from '#usecases/portfolios/steps/portfolio-policy.ts';
import { openedFile } from '../opened-file.ts';
import { asRun, keepRejects } from './as-run.ts';
import { endMoneyImport } from './end-import.ts';
import type { OnProgress } from './import-book.ts';
import { takeEntries } from './take-entries.ts';

/** Entries taken in one transaction. */
const entriesAtOnce = 500;
/** Problems of a file that are kept; a file with more is no bank's. */
const maxProblems = 10_000;

/** Why an entry of a statement is not a payment for us. */
type SkipReason = 'intraday' | 'not-booked' | 'outgoing' | 'no-money';

type Reading = {
  /** Whether booked entries of intraday reports are taken: the policy of the portfolio says it. */
  readonly takesIntraday: boolean;
  /** The file that is read now: one of an archive is known by its own. */
  fileSha: string | null;
  head: StatementHead | null;
  statementId: string | null;
  /** Of the statement, as far as they are read. */
  balances: Pick<Movement, 'opening' | 'closing'>;
  /** Statements and movements read so far. */
  statements: number;
  movements: number;
  readonly pending: ToTake[];
  readonly counts: { read: number; skipped: number; rejected: number };
  readonly skipped: Partial<Record<SkipReason, number>>;
};

/**
 * Loads camt.053 and camt.054 files: statements with balances, entries that are matched and booked,
 * returns that take payments back. An entry that came before, in whichever message, is known again
 * (`recogniser`). Intraday reports (camt.052) repeat what a statement will tell and are skipped, but
 * where the policy takes them, because no statement comes or a later one. A trial reads and counts only. Throws `unreadable` when the file breaks off.
 */
export async function importCamt(
  app: App,
  row: ImportRow,
  portfolio: PortfolioRow,
  file: SourceFile,
  onProgress: OnProgress,
): Promise<void> {
  const { intradayReports } = await policyOf(app, app.db, portfolio);
  const { parts, bytesPerByte } = await openedFile(app, file, {});
  const reading: Reading = {
    takesIntraday: intradayReports,
    fileSha: row.fileSha256,
    head: null,
    statementId: null,
    ...{ statements: 0, movements: 0, balances: { opening: null, closing: null } },
    pending: [],
    counts: { read: 0, skipped: 0, rejected: 0 },
    skipped: {},
  };
  let bytesRead = 0;
  const counted = async function* (part: SourceFile) {
    for await (const chunk of part()) {
      bytesRead += chunk.byteLength;
      yield chunk;
    }
  };
  const flush = async () => {
    const takes = reading.pending.splice(0);
    if (!row.dryRun) await takeEntries(app, row, portfolio, takes);
    await onProgress(Math.round(bytesRead * bytesPerByte), reading.counts);
  };
  for (const part of parts) {
    // A statement is known by its own file, whatever archive it comes in.
    if (parts.length > 1) reading.fileSha = await shaOf(part);
    await readPart(app, row, portfolio, reading, counted(part), flush);
  }
  await flush();
  await endMoneyImport(app, row, { ...reading.counts, ...reading.skipped });
}

async function shaOf(part: SourceFile): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of part()) hash.update(chunk);
  return hash.digest('hex');
}

async function readPart(
  app: App,
  row: ImportRow,
  portfolio: PortfolioRow,
  reading: Reading,
  bytes: AsyncIterable<Uint8Array>,
  flush: () => Promise<void>,
): Promise<void> {
  for await (const record of readCamt(bytes)) {
    if (record.kind === 'statement') {
      // What the next one tells is compared with what this one told.
      await flush();
      await openStatement(app, row, reading, record);
    } else if (record.kind === 'balance') await takeBalance(app, row, reading, record);
    else if (record.kind === 'problem') await keepProblem(app, row, reading, record);
    else {
      const batchId = app.newId();
      for (const payment of paymentsOf(record).payments) {
        reading.counts.read += 1;
        reading.movements += 1;
        const why = skipReason(reading, payment);
        reading.pending.push(toTake(app, row, portfolio, reading, { ...payment, batchId }, why));
        if (why === null) continue;
        reading.counts.skipped += 1;
        reading.skipped[why] = (reading.skipped[why] ?? 0) + 1;
      }
      if (reading.pending.length >= entriesAtOnce) await flush();
    }
  }
}

async function openStatement(app: App, row: ImportRow, reading: Reading, head: StatementHead) {
  reading.head = head;
  reading.statements += 1;
  reading.balances = { opening: null, closing: null };
  if (row.dryRun) return;
  reading.statementId = await asRun(app, row, (tx) =>
    keepStatement(tx, {
      id: app.newId(),
      tenantId: app.tenantId,
      portfolioId: row.portfolioId,
      importId: row.id,
      position: reading.statements,
      format: `${head.message}.${head.version}`,
      reference: head.reference,
      iban: head.account,
    }),
  );
}

const balanceKinds: Readonly<Record<string, 'opening' | 'closing'>> = {
  OPBD: 'opening',
  PRCD: 'opening',
  CLBD: 'closing',
};

async function takeBalance(app: App, row: ImportRow, reading: Reading, balance: StatementBalance) {
  const kind = ownValue(balanceKinds, balance.type ?? '');
  const { statementId } = reading;
  if (row.dryRun || statementId === null || kind === undefined) return;
  reading.balances = { ...reading.balances, [kind]: balance.amountMinor };
  await asRun(app, row, (tx) => keepBalance(tx, statementId, kind, balance));
}

async function keepProblem(app: App, row: ImportRow, reading: Reading, problem: StatementProblem) {
  const { line, reason, facts } = problem;
  if (problem.fatal) throw new Refusal('unreadable', { what: 'statement', reason });
  reading.counts.rejected += 1;
  reading.counts.read += 1;
  if (reading.counts.rejected > maxProblems) return;
  const reject: Reject = {
    line,
    position: reading.counts.rejected,
    field: null,
    columnName: null,
    reason,
    facts,
    original: '',
  };
  await keepRejects(app, row, [reject]);
}

/** Whether a movement is money that came to us or went back from us; why not, else null. */
function skipReason(
  { head, takesIntraday }: Pick<Reading, 'head' | 'takesIntraday'>,
  payment: StatementPayment,
): SkipReason | null {
  if (payment.amountMinor === 0n) return 'no-money';
  if (head?.message === 'camt.052') {
    if (!takesIntraday) return 'intraday';
    // The statement is compared by its booking day, so an entry that has none yet is not booked.
    if (payment.status !== 'BOOK' || payment.booked === null) return 'not-booked';
  }
  if (payment.status !== null && payment.status !== 'BOOK') return 'not-booked';
  const isReturn = payment.reversal || payment.returnReason !== null;
  if (payment.direction === 'debit' && !isReturn) return 'outgoing';
  // What we had sent and came back is no payment of a debt.
  return payment.direction === 'credit' && isReturn ? 'outgoing' : null;
}

function toTake(
  app: App,
  row: ImportRow,
  portfolio: PortfolioRow,
  { head, statementId, movements, balances, fileSha }: Reading,
  payment: StatementPayment & { readonly batchId: string },
  why: SkipReason | null,
): ToTake {
  const { account, bankReference, currency, booked, valued, direction, references } = payment;
  const { payerName, texts, mandateId, returnReason, charged } = payment;
  const amountMinor = direction === 'debit' ? -payment.amountMinor : payment.amountMinor;
  const bookedOn = booked ?? valued ?? today(app, portfolio.zone);
  const payerAccount = (direction === 'credit' ? payment.debtor : payment.creditor).account;
  const told = [account, bookedOn, amountMinor, currency, payerName, payerAccount];
  const format = head && `${head.message}.${head.version}`;
  return {
    source: 'camt',
    place: {
      ...{ account, format, statementName: head?.reference ?? null, fileSha },
      ...balances,
    },
    entry: {
      id: app.newId(),
      tenantId: app.tenantId,
      portfolioId: row.portfolioId,
      importId: row.id,
      statementId,
      position: movements,
      fingerprint: fingerprintOf([...told, ...references, ...texts]),
      amountMinor,
      currency,
      bookedOn,
      payerName,
      payerAccount,
      reference: references[0] ?? bankReference,
      remittance: texts.join(' ').slice(0, 1_000) || null,
      givenReferences: references,
      bankReference,
      mandateId,
      returnReason,
      chargesMinor: charged.chargesMinor,
      ...batchOf(payment),
      ...{
        state: why === null ? 'unmatched' : 'left_out',
        how: why,
        sameAs: null,
        customerId: null,
      },
    },
    // What a payer paid is theirs in full; what banks kept of it is a cost of the creditor.
    payment:
      direction === 'credit'
        ? { ...payment, amountMinor: payment.amountMinor + charged.chargesMinor }
        : payment,
    chargesAreSure: charged.isSure,
  };
}

/** Where a payment stands in the batch that the bank booked, if it does. */
function batchOf(payment: StatementPayment & { readonly batchId: string }) {
  const { ofBatch, holdsSeveral, direction, batchId, entryReference: batchReference } = payment;
  if (ofBatch === null) {
    return { batchId: null, batchMinor: null, batchCount: holdsSeveral, batchReference };
  }
  const batchMinor = direction === 'debit' ? -ofBatch.totalMinor : ofBatch.totalMinor;
  return { batchId, batchMinor, batchCount: ofBatch.count, batchReference };
}
