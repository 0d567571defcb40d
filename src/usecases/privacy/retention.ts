import {
  customerKinds,
  type DataKindName,
  dataKindNames,
  dataKinds,
} from '#domain/privacy/data-kinds.ts';
import { dueOf, dueOn, type KeptMonths, quietBefore } from '#domain/privacy/erasure-plan.ts';
import { type Actor, portfoliosWith } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { addMonths } from '#kernel/time.ts';
import {
  customersNamed,
  type KeptCustomer,
  newestCases,
  oldFiles,
  quietCustomers,
} from '#storage/privacy/kept-people.ts';
import { lastReport, putReport, retentionRuns } from '#storage/privacy/retention.ts';
import { type App, allow, today } from '#usecases/app.ts';
import { askApproval } from '#usecases/approvals/steps/ask-approval.ts';
import { keptMonths } from './steps/kept-months.ts';

/** How long each kind of data is kept and why, what was due at the last count, and the runs so far. */
export async function readRetention(app: App, actor: Actor) {
  allow(actor, 'person.protect');
  const months = await keptMonths(app, app.db);
  const report = await lastReport(app.db, app.tenantId);
  return {
    countedOn: report?.countedOn ?? null,
    kinds: dataKindNames.map((kind) => ({
      ...{ kind, months: months[kind], usualMonths: dataKinds[kind].months },
      ...{ leastMonths: dataKinds[kind].leastMonths, after: dataKinds[kind].after },
      ...{ onRequest: dataKinds[kind].onRequest, basis: [...dataKinds[kind].basis] },
      due: report?.counts[kind] ?? null,
    })),
    runs: (await retentionRuns(app.db, app.tenantId)).map((run) => ({
      ...run,
      kinds: [...run.kinds],
      counts: { ...run.counts },
    })),
  };
}

/** Customers shown of one kind that is due. */
const rowsShown = 200;

/**
 * The dry run of one kind of data: the customers of whom it would be erased today, by the order of
 * their records; `more` when there are others.
 */
export async function readDue(app: App, actor: Actor, { kind }: { readonly kind: DataKindName }) {
  expectHouse(actor);
  const months = await keptMonths(app, app.db);
  const day = today(app, 'UTC');
  const due: KeptCustomer[] = [];
  for await (const page of quietPages(app, months, [kind])) {
    due.push(...page.filter((kept) => dueOf(kept, months, day).includes(kind)));
    if (due.length > rowsShown) break;
  }
  const shown = due.slice(0, rowsShown);
  const ids = shown.map(({ customerId }) => customerId);
  const names = new Map((await customersNamed(app.db, ids)).map((one) => [one.customerId, one]));
  const cases = new Map((await newestCases(app.db, ids)).map((one) => [one.customerId, one]));
  return {
    more: due.length > rowsShown,
    rows: shown.map(({ customerId, lastActivityOn }) => ({
      ...{ customerId, lastActivityOn, dueOn: dueOn(kind, lastActivityOn, months[kind]) },
      caseId: cases.get(customerId)?.caseId ?? null,
      name: names.get(customerId)?.name ?? '',
      reference: names.get(customerId)?.reference ?? '',
    })),
  };
}

/** Asks a second person that what is due today of some kinds be erased. */
export async function askRetentionRun(
  app: App,
  actor: Actor,
  { kinds, reason }: { readonly kinds: readonly DataKindName[]; readonly reason: string },
) {
  expectHouse(actor);
  const about = { kinds: [...kinds], dueOn: today(app, 'UTC') };
  const asking = { portfolioId: null, about, reason };
  await app.db.transaction().execute(async (tx) => {
    await askApproval(app, tx, actor, { kind: 'retention', subject: 'retention', ...asking });
  });
  return { done: true as const };
}

/** Asks a second person that a kind of data be kept for another time, not below what laws want. */
export async function askRetentionPeriod(
  app: App,
  actor: Actor,
  input: { readonly kind: DataKindName; readonly months: number; readonly reason: string },
) {
  expectHouse(actor);
  const { kind, months, reason } = input;
  if (months < dataKinds[kind].leastMonths) {
    throw new Refusal('invalid-input', { problems: [{ path: 'months', message: 'below-law' }] });
  }
  const was = (await keptMonths(app, app.db))[kind];
  const asking = { portfolioId: null, about: { kind, months, was }, reason };
  await app.db.transaction().execute(async (tx) => {
    const subject = `retention-period:${kind}`;
    await askApproval(app, tx, actor, { kind: 'retention-period', subject, ...asking });
  });
  return { done: true as const };
}

/** Counts once a day what is due, for whoever looks after it. Answers whether it counted. */
export async function countDue(app: App): Promise<boolean> {
  const day = today(app, 'UTC');
  if ((await lastReport(app.db, app.tenantId))?.countedOn === day) return false;
  const months = await keptMonths(app, app.db);
  const counts: Record<string, number> = Object.fromEntries(dataKindNames.map((kind) => [kind, 0]));
  for await (const page of quietPages(app, months, customerKinds)) {
    for (const kept of page) {
      for (const kind of dueOf(kept, months, day)) counts[kind] = (counts[kind] ?? 0) + 1;
    }
  }
  const before = addMonths(day, -months.files);
  counts['files'] = (await oldFiles(app.db, app.tenantId, before, filesCounted)).length;
  await putReport(app.db, app.tenantId, { countedOn: day, counts });
  return true;
}

/** Files that are counted at most. */
const filesCounted = 10_000;

/** Customers looked at in one page. */
const pageSize = 2_000;

/** Pages of the customers of whom one of these kinds may be due. */
async function* quietPages(
  app: App,
  months: KeptMonths,
  kinds: readonly DataKindName[],
): AsyncGenerator<readonly KeptCustomer[]> {
  const before = quietBefore(today(app, 'UTC'), months, kinds);
  let last: string | null = null;
  for (;;) {
    const page: readonly KeptCustomer[] = await quietCustomers(
      ...([app.db, app.tenantId, before, last, pageSize] as const),
    );
    yield page;
    last = page.at(-1)?.customerId ?? null;
    if (page.length < pageSize) return;
  }
}

/** Retention is about everybody: only who protects persons on every portfolio sees to it. */
function expectHouse(actor: Actor): void {
  if (portfoliosWith(actor, 'person.protect') === 'all') return;
  throw new Refusal('not-allowed', { right: 'person.protect' });
}
