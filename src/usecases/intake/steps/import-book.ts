import { sql } from 'kysely';
import { placesOf } from '#domain/gate/places/regions.ts';
import { zonesOfPhone, zonesOfPlaces } from '#domain/gate/places/zones.ts';
import { refreshGrainDays } from '#domain/insight/quality.ts';
import { type BookRow, bookReader } from '#domain/intake/book-row.ts';
import { type ImportMap, isLedger } from '#domain/intake/import-map.ts';
import { type UnreadValue, UnreadValues } from '#domain/intake/unread-values.ts';
import { assert } from '#kernel/refusal.ts';
import type { CopyIn } from '#storage/copy-rows.ts';
import {
  analyzeBook,
  dropEmpty,
  lockForImport,
  type Merge,
  refuseContradictions,
} from '#storage/intake/import-checks.ts';
import { type Netted, netLedger } from '#storage/intake/import-ledger.ts';
import {
  applyChanges,
  bookMoves,
  countMerge,
  findMoves,
  type MergeCounts,
} from '#storage/intake/import-merge-changed.ts';
import {
  bookNew,
  insertContacts,
  insertMethods,
  insertNew,
  resolveReferences,
} from '#storage/intake/import-merge-new.ts';
import { claimPoints } from '#storage/intake/import-owners.ts';
import { insertParties, resolveParties } from '#storage/intake/import-parties.ts';
import { noteRefreshed } from '#storage/intake/import-refresh.ts';
import {
  dropStaging,
  kindOfContact,
  openStaging,
  type StagedContact,
  stagedLine,
} from '#storage/intake/import-staging.ts';
import { changesOf, type ImportRow, keepChanges } from '#storage/intake/imports.ts';
import {
  detailsOf,
  type Finding,
  keptText,
  rejectsOf,
  unreadOf,
} from '#storage/intake/row-findings.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { suppressImported } from '#usecases/privacy/steps/suppress-points.ts';
import { asRun, keepRejects } from './as-run.ts';
import { endDone } from './end-import.ts';
import { type LeftOutCount, recordsOf } from './records.ts';
import { settleMoved } from './settle-moved.ts';
import type { Sheet } from './sheet.ts';

/** Told while a file is read. */
export type OnProgress = (bytesRead: number, counts: Record<string, number>) => Promise<void>;

/** New rows from which on the planner must hear of them at once. */
const worthAnalyzing = 1_000;
/** Changes of a trial that are kept to be looked at. */
const maxTrialChanges = 1_000;

/**
 * Loads a book: the file flows row by row into a staging table of its own, then one transaction
 * checks and merges all rows, and ends the import. Interrupted anywhere before its commit it left
 * nothing behind and can run again. A trial does the same and takes it back before the commit.
 */
export async function importBook(
  app: App,
  row: ImportRow,
  portfolio: PortfolioRow,
  sheet: Sheet,
  onProgress: OnProgress,
): Promise<void> {
  const { runId } = row;
  assert(runId, 'an import that runs without a run');
  const copy = await openStaging(app.db, runId);
  const unread = new UnreadValues(portfolio.country);
  const read = await stageRows(app, row, portfolio, { sheet, copy, unread }, onProgress).catch(
    async (error: Error) => {
      await copy.fail(error);
      throw error;
    },
  );
  await copy.end();
  const added = await asRun(app, row, async (tx) => {
    const merge = mergeOf(app, tx, { ...row, runId }, portfolio, sheet);
    const isEmpty = await lockForImport(merge);
    const netted = merge.mapped.has('ledger') ? await netLedger(merge) : { rows: 0, lines: [] };
    await refuseContradictions(merge, isEmpty);
    const dropped = ofNothing.some((told) => merge.mapped.has(told)) ? await dropEmpty(merge) : 0;
    // An empty bucket is no row of the file.
    const skipped = read.skipped + netted.rows + (merge.mapped.has('buckets') ? 0 : dropped);
    await sql`savepoint trial`.execute(tx);
    const { policy } = await placeOf(app, tx, merge.portfolioId);
    const grainDays = refreshGrainDays(policy.staleBalanceDays);
    const counts = await mergeRows(merge, isEmpty, grainDays);
    if (row.dryRun) {
      const changes = await changesOf(tx, row.id, maxTrialChanges);
      await sql`rollback to savepoint trial`.execute(tx);
      await keepChanges(tx, row.id, changes);
    } else {
      await suppressImported(app, tx, row.id);
      await settleMoved(app, merge);
    }
    const told = [...sheet.doubts, ...unread.list(), ...nettedNote(netted)];
    await endDone(app, tx, row, { ...read, skipped, ...counts }, told);
    return row.dryRun ? 0 : counts.new;
  });
  await dropStaging(app.db, runId);
  if (added >= worthAnalyzing) await analyzeBook(app.db);
}

async function stageRows(
  app: App,
  row: ImportRow,
  portfolio: PortfolioRow,
  { sheet, copy, unread }: { sheet: Sheet; copy: CopyIn; unread: UnreadValues },
  onProgress: OnProgress,
): Promise<{ read: number; skipped: number } & LeftOutCount> {
  const reader = bookReader(sheet.map, sheet.header, sheet.defaults);
  const placeOf = contactsOf(portfolio.country);
  const leftOut: LeftOutCount = {};
  let read = 0;
  let staged = 0;
  let skipped = 0;
  let rejected = 0;
  for await (const batch of recordsOf(app, row, sheet, leftOut)) {
    const rejects = unreadOf(batch);
    read += batch.rows.length + batch.problems.length;
    rejected += batch.problems.length;
    let lines = '';
    for (const each of batch.rows) {
      const outcome = reader(each.cells, each.line);
      const stranger = outcome.kind === 'row' && outcome.row.item.currency !== portfolio.currency;
      if (outcome.kind === 'row' && !stranger) {
        const { customer } = outcome.row;
        const { notes, details = [] } = outcome;
        const { line } = each;
        unread.notePlace(line, customer);
        unread.noteRestored(line, notes);
        unread.noteProblems(line, details);
        rejects.push(...detailsOf(each, customer.reference, details));
        const raw = keptText(each, details);
        for (const item of [outcome.row, ...outcome.further]) {
          const contacts = item === outcome.row ? placeOf(item) : [];
          staged += 1;
          lines += stagedLine({ row: item, number: staged, line, id: app.newId(), contacts, raw });
        }
      } else if (outcome.kind === 'left-out') skipped += 1;
      else {
        rejected += 1;
        const problems =
          outcome.kind === 'refused'
            ? outcome.problems
            : [otherCurrency(sheet, outcome.row), ...(outcome.details ?? [])];
        unread.noteProblems(each.line, problems);
        // All that has to be answered is told at once, not one thing after another.
        const home = outcome.kind === 'refused' ? outcome.home : outcome.row.customer;
        if (home) unread.notePlace(each.line, home);
        rejects.push(...rejectsOf(each, problems));
      }
    }
    if (lines !== '') await copy.write(lines);
    await keepRejects(app, row, rejects);
    await onProgress(batch.bytesRead, { read, skipped, rejected, ...leftOut });
  }
  return { read, skipped, ...leftOut };
}

/** A portfolio has one currency: its ledger and its bridge are in it. */
function otherCurrency({ map, defaults }: Sheet, { item }: BookRow): Finding {
  const facts = { value: item.currency, expected: defaults.currency ?? '' };
  const column = map.columns.currency ?? null;
  return { column, field: 'currency', reason: 'currency-not-of-portfolio', facts };
}

async function mergeRows(merge: Merge, isEmpty: boolean, grainDays: number): Promise<MergeCounts> {
  await resolveReferences(merge, isEmpty);
  if (!isEmpty) await findMoves(merge);
  await insertNew(merge);
  await bookNew(merge);
  await resolveParties(merge);
  await insertParties(merge);
  await insertContacts(merge);
  await claimPoints(merge);
  if (!isEmpty) {
    await applyChanges(merge);
    await bookMoves(merge);
    await noteRefreshed(merge, grainDays);
  }
  await insertMethods(merge);
  return countMerge(merge);
}

function mergeOf(
  app: App,
  tx: Tx,
  row: ImportRow & { readonly runId: string },
  portfolio: PortfolioRow,
  sheet: Sheet,
): Merge {
  const { map, defaults } = sheet;
  return {
    tx,
    importId: row.id,
    runId: row.runId,
    tenantId: app.tenantId,
    portfolioId: portfolio.id,
    product: portfolio.product,
    country: portfolio.country,
    today: defaults.today,
    at: now(app),
    columns: map.columns,
    mapped: mappedFields(map),
  };
}

/** What may say of an item that nothing of it is open. */
const ofNothing = ['buckets', 'status', 'ledger'] as const;

/** That rows of a ledger were taken off others is told once for the file. */
function nettedNote({ rows, lines }: Netted): readonly UnreadValue[] {
  if (rows === 0) return [];
  const none = { value: '', places: [], customers: [] };
  return [{ field: 'credit', reason: 'ledger-netted', rows, lines, ...none }];
}

/** What an ageing report speaks of in its buckets. */
const ofBuckets = ['buckets', 'balance', 'dueOn'] as const;

/** The fields that a file speaks of. A due date counted back from days late moves with the day. */
function mappedFields(map: ImportMap): ReadonlySet<string> {
  const fields = new Set<string>([...Object.keys(map.columns), ...Object.keys(map.constants)]);
  if (Object.keys(map.buckets).length > 0) for (const told of ofBuckets) fields.add(told);
  if (map.asOf !== null && (fields.has('daysPastDue') || fields.has('monthsPastDue'))) {
    fields.add('dueOn');
  }
  // A state may say that an item is disputed; debits and credits tell what is open.
  if (fields.has('status')) fields.add('disputed');
  if (isLedger(map)) for (const told of ['ledger', 'balance'] as const) fields.add(told);
  if (fields.has('givenName') || fields.has('familyName')) fields.add('name');
  if (!fields.has('amount')) fields.delete('amount');
  return fields;
}

/** Makes the contact points of a row, each with the zones it points to. */
function contactsOf(defaultCountry: string): (row: BookRow) => readonly StagedContact[] {
  return ({ customer, contacts }) => {
    const given = customer.zone === null ? [] : [customer.zone];
    const country = customer.country ?? defaultCountry;
    const staged: StagedContact[] = contacts.map((contact) => {
      const zones = contact.kind === 'phone' ? zonesOfPhone(contact.value) : [];
      const { value, party, employer } = contact;
      // Where the customer is tells nothing of where somebody else is.
      const fallback = party === undefined ? given : [];
      const known = zones.length > 0 ? zones : fallback;
      return { kind: kindOfContact(contact), value, zones: known, party, employer };
    });
    const { street, city, region, postalCode } = customer;
    if (street === null && postalCode === null) return staged;
    const parts = [street, [postalCode, city].filter((part) => part !== null).join(' '), region];
    const value = [...parts, country].filter((part) => part !== null && part !== '').join(', ');
    const zones = zonesOfPlaces(placesOf({ country, region, city, postalCode }));
    // The zone a file gives is nearer than all those of a region that it is one of.
    const isNearer = given.some((zone) => zones.includes(zone));
    return [
      ...staged,
      { kind: 'mail', value, zones: isNearer || zones.length === 0 ? given : zones },
    ];
  };
}
