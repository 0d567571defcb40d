import { type Actor, portfoliosWith } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { assert } from '#kernel/refusal.ts';
import { instantOf } from '#kernel/time.ts';
import {
  type Change,
  changesOf,
  type ImportRow,
  listImports,
  type Reject,
  rejectReasons,
  rejectsAfter,
} from '#storage/intake/imports.ts';
import { allPortfolios, portfolioById } from '#storage/portfolios/portfolio-rows.ts';
import type { App } from '#usecases/app.ts';
import { importFor } from './steps/import-access.ts';

const dayMs = 86_400_000;
const maxImports = 200;
const maxShownRejects = 200;
const maxShownChanges = 500;
/** Refused records read at a time while they are written to a file. */
const rejectsAPage = 2_000;

/** An import in the words of the contract. */
function shownImport({ uploadRules }: App, row: ImportRow, portfolioName: string) {
  const { bytesRead, fileBytes, map: _, runId: __, unread, fileRemovedAt, ...rest } = row;
  const lastStep = Date.parse(row.endedAt ?? row.startedAt);
  const isImported = row.state === 'done' ? !row.dryRun : row.state === 'taken_back';
  const waits = fileRemovedAt === null && row.state !== 'running' && !isImported;
  return {
    ...rest,
    unread: unread.map(({ lines, places, customers, ...value }) => ({
      ...value,
      ...{ lines: [...lines], places: [...places], customers: [...customers] },
    })),
    portfolioName,
    fileKeptUntil: waits ? instantOf(lastStep + uploadRules.keepDays * dayMs) : null,
    bytesRead: Number(bytesRead),
    fileBytes: fileBytes === null ? null : Number(fileBytes),
  };
}

/** The imports of the actor's portfolios, newest first. */
export async function readImports(app: App, actor: Actor) {
  const mine = portfoliosWith(actor, 'import.run');
  const portfolios = await allPortfolios(app.db, app.tenantId);
  const names = new Map(portfolios.map(({ id, name }) => [id, name]));
  const rows = await listImports(app.db, app.tenantId, mine === 'all' ? null : mine, maxImports);
  return { imports: rows.map((row) => shownImport(app, row, names.get(row.portfolioId) ?? '')) };
}

/** One import with what it refused, by reason and the first rows, what it left out, and what it changed. */
export async function readImport(app: App, actor: Actor, { importId }: { importId: string }) {
  const row = await importFor(app, actor, importId);
  const portfolio = await portfolioById(app.db, app.tenantId, row.portfolioId);
  assert(portfolio, 'an import without a portfolio');
  const start = { line: 0, position: 0 };
  const rejects = await rejectsAfter(app.db, importId, start, maxShownRejects, 'refused');
  const details = await rejectsAfter(app.db, importId, start, maxShownRejects, 'details');
  const reasons = await rejectReasons(app.db, importId);
  const changes = await changesOf(app.db, importId, maxShownChanges);
  return {
    import: shownImport(app, row, portfolio.name),
    reasons: reasons
      .filter(({ rowKept }) => !rowKept)
      .map(({ reason, field, count }) => ({ reason, field, count })),
    rejects: rejects.map(shownReject),
    details: details.map(shownReject),
    changes: changes.map((change) => shownChange(change, portfolio.currency)),
  };
}

function shownReject({ facts, rowKept: _, ...reject }: Reject) {
  return { ...reject, facts: textFacts(facts) };
}

function textFacts(facts: Reject['facts']): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, String(value)]));
}

/** Amounts as plain decimals; the field's name without its unit. */
function shownChange(
  { id, entity, reference, field, oldValue, newValue }: Change,
  currency: string,
) {
  const isAmount = field.endsWith('_minor');
  const asText = (value: string | null) =>
    value !== null && isAmount ? plainAmount(BigInt(value), currency) : value;
  return {
    id,
    entity,
    reference,
    field: field.replace('_minor', ''),
    oldValue: asText(oldValue),
    newValue: asText(newValue),
  };
}

/**
 * The refused records, and the details left out of others, as lines of CSV, read page by page.
 */
export async function* rejectLines(
  app: App,
  actor: Actor,
  importId: string,
): AsyncGenerator<readonly string[]> {
  await importFor(app, actor, importId);
  yield* rejectRecords(app, importId);
}

/** As `rejectLines`, for those who may see every import: the command line. */
export async function* rejectRecords(
  app: App,
  importId: string,
): AsyncGenerator<readonly string[]> {
  yield ['line', 'column', 'field', 'reason', 'facts', 'original', 'row'];
  let after = { line: 0, position: 0 };
  for (;;) {
    const page = await rejectsAfter(app.db, importId, after, rejectsAPage);
    for (const { line, columnName, field, reason, facts, original, rowKept } of page) {
      const told = Object.entries(facts).map(([key, value]) => `${key}=${String(value)}`);
      const row = rowKept ? 'taken' : 'refused';
      yield [String(line), columnName ?? '', field ?? '', reason, told.join(' '), original, row];
    }
    const last = page.at(-1);
    if (last === undefined || page.length < rejectsAPage) return;
    after = { line: last.line, position: last.position };
  }
}
