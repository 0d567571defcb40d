import { coercedDebtDuties, coercedDebtRules } from '#domain/gate/checks/coerced-debt.ts';
import { isConsumerDebt, isIndividual } from '#domain/gate/checks/debtors.ts';
import { fdcpaConduct } from '#domain/gate/checks/fdcpa-conduct.ts';
import { dayAt, type EvaluationContext } from '#domain/gate/evaluation-context.ts';
import { NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import type { Pack, Rule } from '#domain/gate/pack.ts';
import { dayOf } from '#kernel/local-clock.ts';
import { statements } from './statements.ts';

/** Since then smaller commercial debts of natural persons are covered too (SB 1286). */
const COMMERCIAL_SINCE = '2025-07-01';

const isCovered = (moment: EvaluationContext) =>
  isConsumerDebt(moment) || (isIndividual(moment) && dayAt(moment) >= dayOf(COMMERCIAL_SINCE));

const common = {
  source:
    'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=1788.17',
  basis: 'unread',
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
      title: 'Commercial debts up to 500,000 dollars of natural persons are covered',
      citation: 'SB 1286 (2024)',
      since: COMMERCIAL_SINCE,
      confidence: 'medium',
      enforcement: 'definition',
    },
  ],
} satisfies Pack;
