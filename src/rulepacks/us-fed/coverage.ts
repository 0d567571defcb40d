import { isConsumerDebt } from '#domain/gate/checks/debtors.ts';
import { actsForEstate } from '#domain/gate/checks/location-calls.ts';
import { roleOf } from '#domain/gate/checks/third-parties.ts';
import { type EvaluationContext, eventsOf, once } from '#domain/gate/evaluation-context.ts';
import { LOOKING } from '#domain/gate/facts/purposes.ts';
import type { Rule } from '#domain/gate/pack.ts';

/**
 * Whom 12 CFR 1006.6(a) treats as the consumer, with those who owe beside them; who acts for an
 * estate only of somebody who died.
 */
export const CONSUMER_ROLES: readonly string[] = [
  'consumer',
  'spouse',
  'parent_of_minor',
  'guardian',
  'surviving_spouse',
  'confirmed_successor_in_interest',
  'co_debtor',
  'guarantor',
];

/** With whom 1006.6(d)(1) lets a collector speak besides, and whose calls 14(b)(3) leaves out. */
export const PROFESSIONAL_ROLES: readonly string[] = [
  'attorney',
  'creditor',
  'creditor_attorney',
  'collector_attorney',
  'consumer_reporting_agency',
  'check_history_bureau',
  'trustee',
];

/** Whether the parent of this person speaks for them: only while they are a minor. */
const isParentOfMinor = (moment: EvaluationContext) =>
  roleOf(moment.person) === 'parent' &&
  (moment.facts.consumer.status?.minor === true || eventsOf(moment, 'minor').length > 0);

export const isConsumer = (moment: EvaluationContext) =>
  CONSUMER_ROLES.includes(roleOf(moment.person)) ||
  isParentOfMinor(moment) ||
  actsForEstate(moment, roleOf(moment.person));
export const isProfessional = (moment: EvaluationContext) =>
  PROFESSIONAL_ROLES.includes(roleOf(moment.person));

/** Looking only for the person's home, telephone or place of work (1006.10(a)). */
export const seeksLocation = (moment: EvaluationContext) => LOOKING.includes(moment.purpose);

const OWN_DEBT_TYPES = ['original_creditor', 'bank'];

/** Whether 15 USC 1692a(6) reaches the actor; an unknown role is read as a collector. */
export function isDebtCollector(moment: EvaluationContext): boolean {
  const { actor } = moment.facts;
  return actor.uses_third_party_name === true || !OWN_DEBT_TYPES.includes(actor.type ?? '');
}

/** A servicer that took the debts over before they were in default (1006.2(i)(2)(vi)(C)). */
const tookBeforeDefault = ({ debts }: EvaluationContext) =>
  debts.length > 0 && debts.every((debt) => debt.obtained_before_default === true);

/** Whether Regulation F speaks to the actor and the debts; some sixty rules ask. */
export function isCovered(moment: EvaluationContext): boolean {
  return once(
    moment,
    'usf-covered',
    () => isDebtCollector(moment) && isConsumerDebt(moment) && !tookBeforeDefault(moment),
  );
}

/** A rule of Regulation F: what differs from its defaults. */
export type RegulationF = Omit<Rule, 'source' | 'since' | 'confidence' | 'basis' | 'enforcement'> &
  Partial<Pick<Rule, 'confidence' | 'basis' | 'enforcement' | 'source' | 'since'>> & {
    /** Section of 12 CFR part 1006, for the address of its text. */
    readonly section: string;
  };

/** Makes a rule of Regulation F, in force from 30 November 2021, for the actors it covers. */
export function regulationF({ section, applies, ...rest }: RegulationF): Rule {
  return {
    source: `https://www.ecfr.gov/current/title-12/section-1006.${section}`,
    since: '2021-11-30',
    confidence: 'high',
    basis: 'primary',
    enforcement: 'hard',
    ...rest,
    applies: {
      ...applies,
      when: (moment) => isCovered(moment) && (applies?.when?.(moment) ?? true),
    },
  };
}
