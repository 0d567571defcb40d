import { addDays, addMonths, type LocalDate } from '#kernel/time.ts';

/** The laws by which people ask. */
export const requestLaws = ['gdpr', 'uk_gdpr', 'ccpa', 'other'] as const;

/** One of `requestLaws`. */
export type RequestLaw = (typeof requestLaws)[number];

/** Days until an answer is due under California's law (Cal. Civ. Code 1798.130(a)(2)). */
const ccpaDays = 45;

/** By when a request is to be answered: a month after it came in (GDPR art. 12(3)), or 45 days. */
export function answerDueOn(law: RequestLaw, receivedOn: LocalDate): LocalDate {
  return law === 'ccpa' ? addDays(receivedOn, ccpaDays) : addMonths(receivedOn, 1);
}

/** How it was checked that whoever asks is the person. */
export const identityChecks = [
  'verified-call',
  'document',
  'known-address',
  'representative',
] as const;

/** What a legal hold is about. */
export const holdMatters = ['litigation', 'dispute', 'complaint', 'regulator', 'other'] as const;

/** How a request stands. */
export const requestStates = ['open', 'approved', 'done', 'refused'] as const;

/** One of `holdMatters`. */
export type HoldMatter = (typeof holdMatters)[number];
