import { countryHolidays } from '#kernel/country-holidays.ts';
import type { PortfolioRow } from '#storage/workforce/users.ts';
import { portfolioPolicy } from '#usecases/portfolios/portfolio-policy.ts';
import type { Book, ExamplePortfolio } from './book.ts';

type Plan = Omit<PortfolioRow, 'id' | 'creditorId'> & Pick<ExamplePortfolio, 'line' | 'customers'>;

const gbWeek = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((day) => [day, [['08:00', '20:00']]]),
);

/** The three portfolios. Numbers to call back are from ranges nobody is called on. */
const plans: readonly Plan[] = [
  {
    line: 'card',
    customers: 2_400,
    name: 'Harbour Card',
    creditorName: 'Harbour Card Bank',
    kind: 'consumer',
    product: 'credit_card',
    currency: 'USD',
    country: 'US',
    zone: 'America/New_York',
    collectorRole: 'third_party_collector',
    callerId: '+12125550100',
    policy: { shape: 'short-firm', processShape: 'short-firm', entry: { graceDays: 3 } },
  },
  {
    line: 'energy',
    customers: 1_700,
    name: 'Brightwater Energy',
    creditorName: 'Brightwater Energy',
    kind: 'consumer',
    product: 'energy',
    currency: 'GBP',
    country: 'GB',
    zone: 'Europe/London',
    collectorRole: 'original_creditor',
    callerId: '+442079460100',
    policy: {
      shape: 'long-service',
      processShape: 'long-service',
      keepWatching: true,
      entry: { graceDays: 3 },
      gate: { gb_hours: gbWeek, gb_closed_on_bank_holidays: true },
    },
  },
  {
    line: 'trade',
    customers: 900,
    name: 'Norte Suministros',
    creditorName: 'Norte Suministros',
    kind: 'business',
    product: 'trade_credit',
    currency: 'MXN',
    country: 'MX',
    zone: 'America/Mexico_City',
    collectorRole: 'original_creditor',
    callerId: '+525500000100',
    policy: { shape: 'long-service', processShape: 'long-service', entry: { graceDays: 3 } },
  },
];

/** Nations of which a holiday closes the utility: its people live in both. */
const nations = ['ENG', 'SCT'];

/** Holidays of England and of Scotland in the years around a day. */
function britishHolidays(nowAt: string): readonly string[] {
  const year = Number(nowAt.slice(0, 4));
  const years = [year - 1, year, year + 1].map(String);
  const days = nations.flatMap((nation) => [...countryHolidays('GB', nation)]);
  return [...new Set(days)].filter((day) => years.includes(day.slice(0, 4))).sort();
}

/** Makes the portfolios with their creditors; `share` (0 to 1] makes a smaller book. */
export function makePortfolios(
  { rows, tenantId, newId, nowAt }: Book,
  share: number,
): readonly ExamplePortfolio[] {
  return plans.map((plan) => {
    const { line, customers, creditorName, ...given } = plan;
    const daysOff = plan.country === 'GB' ? britishHolidays(nowAt) : [];
    const policy = { ...plan.policy, calendar: { holidays: daysOff } };
    const portfolio = { ...given, policy, id: newId(), creditorId: newId() };
    rows.creditors.push({ id: portfolio.creditorId, tenantId, name: creditorName });
    rows.portfolios.push({ ...portfolio, tenantId, policy: JSON.stringify(portfolio.policy) });
    return {
      ...portfolio,
      creditorName,
      line,
      rules: portfolioPolicy(portfolio),
      customers: Math.ceil(customers * share),
    };
  });
}
