import type { PartialSettings } from '#domain/policy/default-settings.ts';
import { type Instant, instantOf } from '#kernel/time.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import type { App, Db } from '#usecases/app.ts';
import { ownedBy } from '../world/fresh-world.ts';
import { firstPolicy } from './policies.ts';
import { insertCase } from './small-book-case.ts';

/** What a book is made in. */
export type BookPlace = { readonly app: App; readonly db: Db };

type Plain = Readonly<Record<string, unknown>>;

/** How a portfolio differs from the usual: a US consumer lender's third-party collector, in USD. */
export type PortfolioOptions = Partial<
  Omit<PortfolioRow, 'id' | 'creditorId' | 'policyVersion'>
> & {
  /** What of its policy differs from the default. */
  readonly settings?: PartialSettings;
};

/** How a customer differs from the usual: a verified person in New York with one mobile. */
export type CustomerOptions = {
  readonly name?: string;
  readonly kind?: 'person' | 'company';
  readonly reference?: string;
  readonly language?: string | null;
  readonly country?: string;
  readonly region?: string | null;
  readonly city?: string | null;
  readonly postalCode?: string | null;
  readonly birthDate?: string | null;
  readonly zone?: string;
  readonly vulnerable?: boolean;
  /** E.164 numbers, the best first; one made-up number unless given. */
  readonly phones?: readonly string[];
};

/** One open item; amounts in minor units. Due 30 days ago unless given. */
export type ItemOptions = {
  readonly amountMinor?: bigint;
  readonly balanceMinor?: bigint;
  readonly dueOn?: string;
  readonly issuedOn?: string | null;
  readonly kind?: 'invoice' | 'instalment' | 'fee';
};

/** How a case differs from the usual: one event D of 100.00, to be called now. */
export type CaseOptions = {
  readonly customer?: CustomerOptions | MadeCustomer;
  readonly portfolioId?: string;
  readonly items?: readonly ItemOptions[];
  readonly event?: 'A' | 'B' | 'C' | 'D' | null;
  readonly subReason?: string;
  readonly fault?: 'customer' | 'organisation' | 'bank' | 'nobody';
  readonly evidence?: Plain;
  readonly state?: string;
  readonly shape?: 'short-firm' | 'long-service';
  readonly step?: string;
  readonly nextAction?: string;
  readonly nextActionAt?: Instant;
  readonly queue?: string | null;
  readonly ownerId?: string | null;
  readonly priority?: number;
  readonly priorityWhy?: readonly Plain[];
  readonly priorityTier?: boolean;
  /** Where the work item stands; null for a case nobody is to call. */
  readonly work?: 'waiting' | 'ready' | null;
};

/** A customer as made. */
export type MadeCustomer = {
  readonly customerId: string;
  readonly phones: readonly { readonly id: string; readonly value: string }[];
  readonly zone: string;
};

/** A case as made, with what hangs on it. */
export type MadeCase = MadeCustomer & {
  readonly caseId: string;
  readonly portfolioId: string;
  readonly accountId: string;
  readonly itemIds: readonly string[];
  readonly eventId: string | null;
  readonly phoneId: string;
};

/** A small book in the database: one portfolio to begin with, and ways to add to it. */
export type SmallBook = {
  readonly portfolio: PortfolioRow;
  readonly addPortfolio: (options?: PortfolioOptions) => Promise<PortfolioRow>;
  readonly addCustomer: (options?: CustomerOptions) => Promise<MadeCustomer>;
  readonly addCase: (options?: CaseOptions) => Promise<MadeCase>;
};

/** Area codes whose 555-0100 to 555-0199 are kept for fiction. */
const areas = ['212', '202', '305', '404', '617', '919'];
const numbersAnArea = 100;

/**
 * Makes a portfolio straight in the database, without import or daily run, and answers how to add
 * customers and cases to it. Items are billed by postings, so balances and ledger agree.
 */
export async function smallBook(
  place: BookPlace,
  options: PortfolioOptions = {},
): Promise<SmallBook> {
  const made = { count: 0 };
  const nextPhone = () => {
    const area = areas[Math.floor(made.count / numbersAnArea) % areas.length];
    const end = 100 + (made.count % numbersAnArea);
    made.count += 1;
    return `+1${area}5550${end}`;
  };
  const portfolios = new Map<string, PortfolioRow>();
  const addPortfolio = async (wanted: PortfolioOptions = {}) => {
    const portfolio = await insertPortfolio(place, wanted, portfolios.size);
    portfolios.set(portfolio.id, portfolio);
    return portfolio;
  };
  const portfolio = await addPortfolio(options);
  const addCustomer = (wanted: CustomerOptions = {}) => insertCustomer(place, wanted, nextPhone);
  return {
    portfolio,
    addPortfolio,
    addCustomer,
    addCase: async (wanted = {}) => {
      const given = wanted.customer ?? {};
      const customer = 'customerId' in given ? given : await addCustomer(given);
      const chosen = portfolios.get(wanted.portfolioId ?? portfolio.id) ?? portfolio;
      return insertCase(place, chosen, customer, wanted);
    },
  };
}

async function insertPortfolio(
  { app, db }: BookPlace,
  { settings = {}, ...options }: PortfolioOptions,
  index: number,
): Promise<PortfolioRow> {
  const creditorId = app.newId();
  const row: PortfolioRow = {
    id: app.newId(),
    name: index === 0 ? 'Cards' : `Cards ${index + 1}`,
    kind: 'consumer',
    product: 'credit_card',
    currency: 'USD',
    country: 'US',
    zone: 'America/New_York',
    collectorRole: 'third_party_collector',
    callerId: '+12125550199',
    creditorId,
    creditorName: 'Lender One',
    policyVersion: 1,
    ...options,
  };
  const { creditorName, ...rest } = row;
  await db
    .insertInto('creditors')
    .values({ id: creditorId, tenantId: app.tenantId, name: creditorName })
    .execute();
  await firstPolicy(db, row.id, instantOf(app.clock()), settings);
  await db
    .insertInto('portfolios')
    .values({ ...rest, tenantId: app.tenantId })
    .execute();
  return row;
}

async function insertCustomer(
  { app, db }: BookPlace,
  options: CustomerOptions,
  nextPhone: () => string,
): Promise<MadeCustomer> {
  const customerId = app.newId();
  const at = instantOf(app.clock());
  const { phones: numbers, zone = 'America/New_York', ...given } = options;
  const { customerId: _, ...owned } = ownedBy(customerId);
  await db
    .insertInto('customers')
    .values({
      id: customerId,
      ...owned,
      reference: `C-${customerId.slice(-6)}`,
      kind: 'person',
      name: 'Alex Example',
      language: 'en',
      country: 'US',
      region: 'NY',
      city: 'New York',
      postalCode: '10001',
      birthDate: '1980-05-17',
      createdAt: at,
      ...given,
    })
    .execute();
  const phones = (numbers ?? [nextPhone()]).map((value) => ({ id: app.newId(), value }));
  for (const [index, phone] of phones.entries()) {
    await db
      .insertInto('contactPoints')
      .values({
        ...ownedBy(customerId),
        ...phone,
        kind: 'mobile',
        zones: [zone],
        source: 'test',
        state: 'valid',
        rank: index + 1,
        createdAt: at,
      })
      .execute();
  }
  return { customerId, phones, zone };
}
