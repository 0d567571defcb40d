import { type PartialSettings, settingsFrom } from '#domain/policy/default-settings.ts';
import { policyFrom } from '#domain/policy/portfolio-policy.ts';
import { countryHolidays } from '#kernel/country-holidays.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import type { JsonObject } from '#storage/tables.ts';
import type { Book, ExamplePortfolio } from './book.ts';

type Plan = Omit<PortfolioRow, 'id' | 'creditorId' | 'policyVersion'> &
  Pick<ExamplePortfolio, 'line' | 'customers'> & { readonly settings: PartialSettings };

const untilEight = ['08:00', '20:00'] as const;
const sixDays = {
  ...{ mon: untilEight, tue: untilEight, wed: untilEight, thu: untilEight, fri: untilEight },
  ...{ sat: untilEight, sun: null },
};

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
    settings: {
      shape: 'short-firm',
      gate: {
        voicemail: {
          leave: true,
          businessName: 'Harbour Services',
          callbackNumber: '+1 212 555 0100',
        },
      },
    },
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
    settings: {
      shape: 'long-service',
      keepWatching: true,
      gate: {
        ruleHours: { 'GB-POLICY-HOURS': { week: sixDays, shutOnHolidays: true } },
      },
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
    settings: { shape: 'long-service' },
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
    const { line, customers, creditorName, settings: own, ...given } = plan;
    const holidays = plan.country === 'GB' ? britishHolidays(nowAt) : [];
    const settings = settingsFrom({ ...own, holidays });
    const row = { ...given, id: newId(), creditorId: newId(), policyVersion: 1 };
    rows.creditors.push({ id: row.creditorId, tenantId, name: creditorName });
    rows.portfolioPolicies.push({
      portfolioId: row.id,
      version: row.policyVersion,
      settings: settings as unknown as JsonObject,
      madeAt: nowAt,
      madeBy: null,
      confirmedBy: null,
      reason: 'The example book',
    });
    rows.portfolios.push({ ...row, tenantId });
    return {
      ...row,
      creditorName,
      settings,
      line,
      rules: policyFrom(settings, {
        currency: row.currency,
        holidays: countryHolidays(row.country),
      }),
      customers: Math.ceil(customers * share),
    };
  });
}
