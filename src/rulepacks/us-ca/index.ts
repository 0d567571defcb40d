import { coercedDebtDuties, coercedDebtRules } from '#domain/gate/checks/coerced-debt.ts';
import { isConsumerDebt, isIndividual } from '#domain/gate/checks/debtors.ts';
import { fdcpaConduct } from '#domain/gate/checks/fdcpa-conduct.ts';
import { dayAt, type EvaluationContext } from '#domain/gate/evaluation-context.ts';
import { CALLS, NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import type { Pack, Rule } from '#domain/gate/pack.ts';
import { addBusinessDays, plainCalendar } from '#kernel/business-days.ts';
import { dateOfDay, dayOf } from '#kernel/local-clock.ts';
import { statements } from './statements.ts';

/**
 * Commercial debts of natural persons are covered too when entered into, renewed, sold or assigned on
 * or after that day (SB 1286).
 */
const COMMERCIAL_SINCE = '2025-07-01';

/** All that a debtor owes one creditor counts together, in dollars. */
const COMMERCIAL_LIMIT = 500_000;

type Owed = EvaluationContext['debts'][number];

/**
 * What is known to have been lent by a debt's creditor. What nobody recorded counts nothing, so that
 * a limit is passed only by amounts that are known.
 */
function lentBy({ creditor, id }: Owed, all: readonly Owed[]): number {
  return all
    .filter((each) => each.id === id || (creditor && each.creditor === creditor))
    .filter(({ currency }) => currency === 'USD')
    .reduce((sum, { original_amount: amount }) => sum + (amount ?? 0), 0);
}

/** A debt is left out only when it is known to be older than the law, or larger than its limit. */
function isWithinCommercialLaw(moment: EvaluationContext): boolean {
  return moment.debts.some(
    (debt) =>
      (!debt.renewed_on || debt.renewed_on >= COMMERCIAL_SINCE) &&
      lentBy(debt, moment.facts.debts) <= COMMERCIAL_LIMIT,
  );
}

const isCovered = (moment: EvaluationContext) =>
  isConsumerDebt(moment) ||
  ((isIndividual(moment) || moment.person === 'guarantor') &&
    dayAt(moment) >= dayOf(COMMERCIAL_SINCE) &&
    isWithinCommercialLaw(moment));

const common = {
  source:
    'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=1788.17',
  basis: 'unread',
} as const satisfies Partial<Rule>;

/** A debt of business of a natural person, or of one who stands in for it. */
const isCommercial = (moment: EvaluationContext) => !isConsumerDebt(moment) && isCovered(moment);

const isFirst = ({ facts }: EvaluationContext) =>
  facts.consumer.initial_communication_made === false;

const speaksOther = ({ content }: EvaluationContext) =>
  Boolean(content?.language) && !/^en/i.test(content?.language ?? '');

/** Weekends alone are left out: the notice may come early and never late. */
const LANGUAGE_DAYS = 5;

const commercialLaw = {
  source: 'https://leginfo.legislature.ca.gov/faces/billNavClient.xhtml?bill_id=202320240SB1286',
  since: COMMERCIAL_SINCE,
  confidence: 'medium',
  basis: 'secondary',
  enforcement: 'duty',
} as const satisfies Partial<Rule>;

/** California: the Rosenthal Act asks the conduct of the federal Act of creditors too. */
export default {
  id: 'US-CA',
  name: 'California',
  version: '1.1.0',
  asOf: '2026-11-01',
  parent: 'US-FED',
  territory: ['US-CA'],
  statements,
  limitation: [
    {
      place: 'US-CA',
      years: 4,
      from: 'default',
      paymentRestarts: null,
      citation: 'Cal. Code Civ. Proc. 337, 360',
      source: 'https://law.justia.com/codes/california/',
      confirmedBy:
        'https://www.creditcards.com/credit-card-news/credit-card-state-statute-limitations-1282.php',
    },
  ],
  duties: coercedDebtDuties('US-CA', { bureau: 10, review: null, answer: 10 }),
  rules: [
    ...coercedDebtRules('US-CA', {
      citation: 'Cal. Civ. Code 1798.97.2',
      source:
        'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=1798.97.2',
      since: '2023-07-01',
      confidence: 'high',
      basis: 'primary',
    }),
    {
      ...common,
      id: 'US-CA-ROSENTHAL-1692',
      about: ['hours', 'channels', 'third_parties'],
      title: 'Hours, places, attorneys, requests to stop and third parties, for creditors as well',
      citation: 'Cal. Civ. Code 1788.17, 1788.11, 1788.14; 15 USC 1692b–1692j',
      since: '2000-01-01',
      confidence: 'high',
      enforcement: 'hard',
      applies: { notChannels: NOT_CONTACT, when: isCovered },
      check: fdcpaConduct,
    },
    {
      ...common,
      id: 'US-CA-SCOPE',
      title: 'Commercial debts up to 500,000 dollars of natural persons and guarantors are covered',
      citation: 'SB 1286 (2024)',
      since: COMMERCIAL_SINCE,
      confidence: 'medium',
      basis: 'secondary',
      enforcement: 'definition',
    },
    {
      ...commercialLaw,
      id: 'US-CA-COMMERCIAL-NOTICE',
      title: 'The first letter about a commercial debt says that its records may be asked for',
      citation: 'Cal. Civ. Code 1788.14.5, as amended by SB 1286 (2024)',
      applies: {
        channels: ['letter', 'email'],
        when: (moment) => isCommercial(moment) && isFirst(moment),
      },
      requires: () => ['right_to_request_records'],
      check: () => ({ details: { say: 'right_to_request_records' } }),
    },
    {
      ...commercialLaw,
      id: 'US-CA-COMMERCIAL-LANGUAGE',
      title:
        'After a first talk in another language its notice follows in it, in five business days',
      citation: 'Cal. Civ. Code 1788.14.5, as amended by SB 1286 (2024)',
      applies: {
        channels: CALLS,
        when: (moment) => isCommercial(moment) && isFirst(moment) && speaksOther(moment),
      },
      check: (moment) => ({
        details: {
          due: addBusinessDays(dateOfDay(dayAt(moment)), LANGUAGE_DAYS, plainCalendar),
          language: moment.content?.language ?? '',
        },
      }),
    },
  ],
} satisfies Pack;
