import { CONSENT_KINDS } from '#domain/gate/facts/consent-kinds.ts';
import { type ConsentRow, consentReader, type Moment } from '#domain/intake/consent-row.ts';
import {
  consentKey,
  type EndedConsent,
  mergeConsents,
  standingAmong,
} from '#domain/intake/merge-consents.ts';
import { addDays, type Instant, instantAt, instantOf, msOf } from '#kernel/time.ts';
import type { CsvRow } from '#readers/csv/shape.ts';
import { endConsent, insertConsents, type NewConsent } from '#storage/contact-log/consents.ts';
import { groupOf, lockPeople } from '#storage/contact-log/person-links.ts';
import { append } from '#storage/event-log.ts';
import {
  consentsOf,
  type Known,
  knownReferences,
  type PointOf,
  pointsByValue,
  type StandingConsent,
} from '#storage/intake/import-consents.ts';
import { holdRun } from '#storage/intake/import-runs.ts';
import type { ImportRow } from '#storage/intake/imports.ts';
import { type Finding, rejectsOf, unreadOf } from '#storage/intake/row-findings.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import { collectorOf } from '#storage/portfolios/portfolio-transfers.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { endDuplicates } from '#usecases/contact-log/steps/end-duplicates.ts';
import { recheckDecisions } from '#usecases/gate/steps/recheck-decisions.ts';
import { factEvent } from '#usecases/record-event.ts';
import { asRun, keepRejects } from './as-run.ts';
import { endDone } from './end-import.ts';
import type { OnProgress } from './import-book.ts';
import { type LeftOutCount, recordsOf } from './records.ts';
import type { Sheet } from './sheet.ts';

type Counts = Record<'read' | 'rejected' | 'new' | 'changed' | 'unchanged', number> & LeftOutCount;
type ReadConsent = { readonly at: CsvRow; readonly row: ConsentRow };
type Refused = { readonly at: CsvRow; readonly finding: Finding };

/**
 * Loads a file of consents, batch by batch, each in a transaction of its own under the lock of the
 * people concerned. A consent that is kept already changes nothing, unless the file says when it was
 * revoked; so the file may come again. One that was given before the person revoked the same is refused.
 */
export async function importConsents(
  app: App,
  row: ImportRow,
  portfolio: PortfolioRow,
  sheet: Sheet,
  onProgress: OnProgress,
): Promise<void> {
  const reader = consentReader(sheet.map, sheet.header, sheet.defaults);
  const counts: Counts = { read: 0, rejected: 0, new: 0, changed: 0, unchanged: 0 };
  for await (const batch of recordsOf(app, row, sheet, counts)) {
    const rejects = unreadOf(batch);
    counts.read += batch.rows.length + batch.problems.length;
    const reads: ReadConsent[] = [];
    for (const each of batch.rows) {
      const outcome = reader(each.cells, each.line);
      if (outcome.kind === 'row') reads.push({ at: each, row: outcome.row });
      else if (outcome.kind === 'refused') rejects.push(...rejectsOf(each, outcome.problems));
    }
    const kept = await inRetriedTransaction(app.db, async (tx) => {
      await holdRun(tx, row);
      return keepBatch(app, tx, { row, portfolio, sheet }, reads);
    });
    rejects.push(...kept.refused.flatMap(({ at, finding }) => rejectsOf(at, [finding])));
    counts.new += kept.fresh;
    counts.changed += kept.changed;
    counts.unchanged += kept.unchanged;
    counts.rejected += new Set(rejects.map(({ line }) => line)).size;
    await keepRejects(app, row, rejects);
    await onProgress(batch.bytesRead, counts);
  }
  await asRun(app, row, (tx) => endDone(app, tx, row, counts, sheet.doubts));
}

type Place = {
  readonly row: ImportRow;
  readonly portfolio: PortfolioRow;
  readonly sheet: Sheet;
};

/** What the book knows of the people of a batch. */
type Book = {
  readonly customers: ReadonlyMap<string, Known>;
  readonly accounts: ReadonlyMap<string, Known>;
  readonly points: readonly PointOf[];
  readonly kept: ReadonlyMap<string, StandingConsent>;
  /** Consents that are over, and so may have been revoked. */
  readonly ended: readonly StandingConsent[];
  readonly collector: string;
};

async function keepBatch(app: App, tx: Tx, place: Place, reads: readonly ReadConsent[]) {
  const { row } = place;
  const book = await readBook(app, tx, place, reads);
  const refused: Refused[] = [];
  const rows = reads.flatMap((read) => {
    const made = consentOf(app, place, book, read.row);
    if (!('finding' in made)) return [{ read, made }];
    refused.push({ at: read.at, finding: made.finding });
    return [];
  });
  const { given, ended, changed, unchanged } = mergeConsents(rows, book.kept);
  const { fresh, revoked } = standingAmong(given, book.ended, ended);
  for (const { read } of revoked) {
    const { customerReference: value } = read.row;
    const finding: Finding = {
      ...{ column: null, field: 'consentKind', reason: 'revoked-since', facts: { value } },
    };
    refused.push({ at: read.at, finding });
  }
  if (!row.dryRun) {
    await insertConsents(tx, fresh);
    for (const { consent, at, source } of ended) {
      const recorded = { revocationRecordedAt: now(app), revokedBy: row.startedBy };
      await endConsent(tx, consent, { revokedAt: at, revocationSource: source, ...recorded });
    }
    await endRevoked(app, tx, place, fresh, ended);
    await tell(app, tx, place, fresh, ended);
  }
  return { refused, fresh: fresh.length, changed, unchanged };
}

/** What a row says was revoked ends every older note of the same, on all records of the person. */
async function endRevoked(
  app: App,
  tx: Tx,
  { row, portfolio }: Place,
  fresh: readonly NewConsent[],
  ended: readonly EndedConsent<StandingConsent>[],
): Promise<void> {
  const over = [
    ...ended.map(({ consent: { id, customerId }, at, source }) => ({ id, customerId, at, source })),
    ...fresh.flatMap(({ id, customerId, revokedAt: at, revocationSource: source }) =>
      at && source ? [{ id, customerId, at, source }] : [],
    ),
  ].filter(({ source }) => source !== 'expired');
  for (const [customerId, revoked] of Map.groupBy(over, (one) => one.customerId)) {
    const people = await groupOf(tx, customerId);
    const of = { people, portfolioId: portfolio.id, userId: row.startedBy };
    await endDuplicates(app, tx, of, revoked);
  }
}

/** Locks the people whom the rows name and reads what is known of them. */
async function readBook(
  app: App,
  tx: Tx,
  { row, portfolio }: Place,
  reads: readonly ReadConsent[],
): Promise<Book> {
  const place = { tenantId: app.tenantId, portfolioId: portfolio.id };
  const references = reads.map((read) => read.row.customerReference);
  const customers = await knownReferences(tx, place, 'customer', [...new Set(references)]);
  const named = new Set(reads.flatMap((read) => read.row.accountReferences));
  const accounts = await knownReferences(tx, place, 'account', [...named]);
  const ids = [...new Set([...customers.values()].map(({ customerId }) => customerId))].sort();
  if (!row.dryRun) for (const id of ids) await lockPeople(tx, id);
  const values = reads.flatMap((read) => read.row.point?.toLowerCase() ?? []);
  const points = await pointsByValue(tx, ids, [...new Set(values)]);
  const kept = await consentsOf(tx, ids);
  const collector = (await collectorOf(tx, portfolio.id)) ?? app.tenantId;
  return {
    ...{ customers, accounts, points, collector },
    // What an import brought that was taken back may come again.
    kept: new Map(kept.filter(isNoMistake).map((consent) => [consentKey(consent), consent])),
    ended: kept.filter(({ revokedAt }) => revokedAt !== null),
  };
}

const isNoMistake = ({ revocationSource }: StandingConsent) =>
  revocationSource !== 'import-taken-back';

/** The consent a row speaks of, or why it cannot be one of this book. */
function consentOf(
  app: App,
  { row, portfolio, sheet }: Place,
  book: Book,
  read: ConsentRow,
): NewConsent | { readonly finding: Finding } {
  const refuse = (field: Finding['field'], reason: Finding['reason'], value: string) => ({
    finding: { column: sheet.map.columns[field] ?? null, field, reason, facts: { value } },
  });
  const customer = book.customers.get(read.customerReference);
  if (!customer) return refuse('customerReference', 'customer-not-known', read.customerReference);
  const { customerId } = customer;
  const debts: string[] = [];
  for (const reference of read.accountReferences) {
    const account = book.accounts.get(reference);
    const isTheirs = account?.customerId === customerId;
    if (!account || !isTheirs) return refuse('consentAccounts', 'account-not-known', reference);
    debts.push(account.targetId);
  }
  const value = read.point?.toLowerCase() ?? null;
  const point = book.points.find(
    (each) => each.customerId === customerId && each.value.toLowerCase() === value,
  );
  const fitting: readonly string[] = CONSENT_KINDS[read.kind].points;
  if (value !== null && !point) return refuse('consentPoint', 'contact-not-known', value);
  if (point && !fitting.includes(point.kind)) {
    return refuse('consentPoint', 'contact-does-not-fit', read.point ?? '');
  }
  return {
    ...{ id: app.newId(), tenantId: app.tenantId, customerId, importId: row.id },
    portfolioId: portfolio.id,
    ...{ kind: read.kind, contactPointId: point?.id ?? null, debts, details: read.details },
    ...{ givenTo: read.givenTo ?? book.collector, conversationId: null },
    ...{ recordedBy: row.startedBy, source: read.source ?? 'import', evidenceRef: read.evidence },
    ...timesOf(app, portfolio.zone, read),
  };
}

/**
 * The instants of a row. A day without a time counts strictly: what was given holds from its end, what
 * was revoked from its beginning.
 */
function timesOf(
  app: App,
  zone: string,
  { given, received, until, revoked, revokedVia }: ConsentRow,
) {
  const recordedAt = now(app);
  const latest = msOf(recordedAt);
  const begins = (day: string) => instantAt(zone, day, '00:00');
  const begin = ({ day, ms }: Moment) => Math.min(ms ?? begins(day), latest);
  const receivedMs = Math.min(received.ms ?? begins(addDays(received.day, 1)), latest);
  const ends = [
    ...(revoked ? [{ ms: begin(revoked), source: revokedVia ?? 'import' }] : []),
    ...(until ? [{ ms: begins(addDays(until, 1)), source: 'expired' }] : []),
  ].sort((a, b) => a.ms - b.ms);
  const [end] = ends;
  return {
    occurredAt: instantOf(Math.min(begin(given), receivedMs)),
    receivedAt: instantOf(receivedMs),
    recordedAt,
    revokedAt: end ? instantOf(Math.max(end.ms, receivedMs)) : null,
    revocationSource: end?.source ?? null,
    revocationRecordedAt: end ? recordedAt : null,
  };
}

/** Writes the events, and looks again at what was decided of these people since. */
async function tell(
  app: App,
  tx: Tx,
  { row, portfolio }: Place,
  fresh: readonly NewConsent[],
  ended: readonly EndedConsent<StandingConsent>[],
): Promise<void> {
  const about = (customerId: string) => ({
    ...{ customerId, caseId: null, portfolioId: portfolio.id, userId: row.startedBy },
  });
  const recorded = fresh.map((consent) => {
    const { id, customerId, kind, occurredAt, receivedAt, recordedAt } = consent;
    const facts = { consentId: id, consent: kind as ConsentRow['kind'] };
    const times = { occurredAt, receivedAt, recordedAt };
    return factEvent(app, about(customerId), 'consent.recorded', times, facts);
  });
  const revoked = ended.map(({ consent: { id, customerId, kind }, at }) => {
    const times = { occurredAt: at, receivedAt: at, recordedAt: now(app) };
    return factEvent(app, about(customerId), 'consent.revoked', times, {
      ...{ consentId: id, consent: kind },
    });
  });
  await append(tx, [...recorded, ...revoked]);
  const since = new Map<string, { at: Instant; id: string }>();
  const learned = [
    ...fresh.map(({ id, customerId, receivedAt }) => ({ id, customerId, at: receivedAt })),
    ...ended.map(({ consent: { id, customerId }, at }) => ({ id, customerId, at })),
  ];
  for (const { id, customerId, at } of learned) {
    const earlier = since.get(customerId);
    if (!earlier || msOf(at) < msOf(earlier.at)) since.set(customerId, { at, id });
  }
  for (const [customerId, { at, id }] of since) {
    await recheckDecisions(app, tx, { people: [customerId] }, at, { kind: 'fact', id });
  }
}
