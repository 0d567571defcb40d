import { addDays, dateIn, instantOf } from '#kernel/time.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import { ownedBy } from '../world/fresh-world.ts';
import type { BookPlace, CaseOptions, ItemOptions, MadeCase, MadeCustomer } from './small-book.ts';

/** Writes a case with its account, items, postings, key event and work item. */
export async function insertCase(
  place: BookPlace,
  portfolio: PortfolioRow,
  customer: MadeCustomer,
  options: CaseOptions,
): Promise<MadeCase> {
  const { app } = place;
  const wanted = options.items ?? [{}];
  const today = dateIn(portfolio.zone, app.clock());
  const items = wanted.map((item) => {
    const amountMinor = item.amountMinor ?? 10_000n;
    const dueOn = item.dueOn ?? addDays(today, -30);
    const issuedOn = item.issuedOn === undefined ? addDays(dueOn, -14) : item.issuedOn;
    const balanceMinor = item.balanceMinor ?? amountMinor;
    return { id: app.newId(), amountMinor, dueOn, issuedOn, balanceMinor, kind: item.kind };
  });
  const accountId = app.newId();
  const caseId = app.newId();
  const ids = { caseId, accountId, portfolioId: portfolio.id };
  await insertCaseRow(place, portfolio, customer, options, { ...ids, items, today });
  await insertAccount(place, portfolio, customer, accountId);
  for (const item of items) await insertItem(place, portfolio, customer, ids, item, today);
  const eventId = await insertEvent(place, customer, options, ids, today);
  await insertWork(place, customer, options, ids);
  return {
    ...customer,
    ...ids,
    eventId,
    itemIds: items.map(({ id }) => id),
    phoneId: customer.phones[0]?.id ?? '',
  };
}

type Ids = { readonly caseId: string; readonly accountId: string; readonly portfolioId: string };
type Item = {
  readonly id: string;
  readonly amountMinor: bigint;
  readonly balanceMinor: bigint;
  readonly dueOn: string;
  readonly issuedOn: string | null;
  readonly kind: ItemOptions['kind'];
};

async function insertCaseRow(
  { app, db }: BookPlace,
  portfolio: PortfolioRow,
  { customerId }: MadeCustomer,
  options: CaseOptions,
  parts: Ids & { items: readonly Item[]; today: string },
): Promise<void> {
  const at = instantOf(app.clock());
  const owed = parts.items.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0n);
  const ownerId = options.ownerId ?? null;
  await db
    .insertInto('cases')
    .values({
      ...ownedBy(customerId),
      id: parts.caseId,
      portfolioId: portfolio.id,
      state: options.state ?? 'working',
      stateSince: at,
      shape: options.shape ?? 'short-firm',
      step: options.step ?? 'call-1',
      stepOn: parts.today,
      queue: ownerId ? null : (options.queue ?? 'agents'),
      ownerId,
      nextAction: options.nextAction ?? 'call',
      nextActionAt: options.nextActionAt ?? at,
      priority: options.priority ?? 50,
      priorityWhy: JSON.stringify(options.priorityWhy ?? []),
      priorityTier: options.priorityTier ?? false,
      debtMinor: owed,
      overdueMinor: owed,
      currency: portfolio.currency,
      oldestDueOn: parts.items.map(({ dueOn }) => dueOn).sort()[0] ?? null,
      openedAt: at,
    })
    .execute();
}

async function insertAccount(
  { app, db }: BookPlace,
  portfolio: PortfolioRow,
  { customerId }: MadeCustomer,
  accountId: string,
): Promise<void> {
  await db
    .insertInto('accounts')
    .values({
      ...ownedBy(customerId),
      id: accountId,
      portfolioId: portfolio.id,
      reference: `A-${accountId.slice(-6)}`,
      product: portfolio.product,
      currency: portfolio.currency,
      createdAt: instantOf(app.clock()),
    })
    .execute();
}

async function insertItem(
  { app, db }: BookPlace,
  portfolio: PortfolioRow,
  { customerId }: MadeCustomer,
  { caseId, accountId }: Ids,
  item: Item,
  today: string,
): Promise<void> {
  const at = instantOf(app.clock());
  const common = { ...ownedBy(customerId), portfolioId: portfolio.id, accountId };
  const { kind = 'invoice', ...rest } = item;
  await db
    .insertInto('items')
    .values({
      ...common,
      ...rest,
      kind,
      caseId,
      reference: `I-${item.id.slice(-6)}`,
      currency: portfolio.currency,
      enteredCollectionOn: today,
      createdAt: at,
    })
    .execute();
  const posting = {
    ...common,
    itemId: item.id,
    currency: portfolio.currency,
    bookedOn: item.issuedOn ?? item.dueOn,
    recordedAt: at,
  };
  const billed = { debit: 'receivable', credit: 'billed', amountMinor: item.amountMinor };
  const paid = item.amountMinor - item.balanceMinor;
  const rows = [
    { ...posting, id: app.newId(), eventId: app.newId(), kind: 'bill', ...billed },
    ...(paid > 0n
      ? [
          {
            ...posting,
            id: app.newId(),
            eventId: app.newId(),
            kind: 'credit',
            debit: 'credited',
            credit: 'receivable',
            amountMinor: paid,
          },
        ]
      : []),
  ];
  await db.insertInto('postings').values(rows).execute();
}

async function insertEvent(
  { app, db }: BookPlace,
  { customerId }: MadeCustomer,
  options: CaseOptions,
  { caseId, accountId, portfolioId }: Ids,
  today: string,
): Promise<string | null> {
  const type = options.event === undefined ? 'D' : options.event;
  if (type === null) return null;
  const usual = { A: 'card-expired', B: 'insufficient-funds', C: 'wrong-account', D: 'unknown' };
  const id = app.newId();
  await db
    .insertInto('keyEvents')
    .values({
      ...ownedBy(customerId),
      id,
      portfolioId,
      caseId,
      accountId,
      type,
      subReason: options.subReason ?? usual[type],
      fault: options.fault ?? (type === 'C' ? 'organisation' : 'customer'),
      source: 'test',
      evidence: JSON.stringify(options.evidence ?? {}),
      happenedOn: today,
      recordedAt: instantOf(app.clock()),
    })
    .execute();
  return id;
}

async function insertWork(
  { app, db }: BookPlace,
  { customerId, zone }: MadeCustomer,
  options: CaseOptions,
  { caseId, portfolioId }: Ids,
): Promise<void> {
  const work = options.work === undefined ? 'ready' : options.work;
  if (work === null) return;
  await db
    .insertInto('queueZones')
    .values({ portfolioId, zone })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('workItems')
    .values({
      ...ownedBy(customerId),
      id: app.newId(),
      caseId,
      portfolioId,
      zone,
      state: work === 'ready' ? 'ready' : 'waiting',
      priorityTier: options.priorityTier ?? false,
      priority: options.priority ?? 50,
      nextCallableAt: options.nextActionAt ?? instantOf(app.clock()),
    })
    .execute();
}
