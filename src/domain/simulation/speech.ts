import type { Money } from '#kernel/money.ts';
import type { LocalDate } from '#kernel/time.ts';

/** Languages the simulated people speak (ISO 639-1). */
export const languages = ['en', 'es', 'he'] as const;
export type Language = (typeof languages)[number];

/** What an agent means by an utterance: the step of the script it was picked from. */
export const intents = [
  'greet',
  'ask-identity',
  'verify-question',
  'prove-genuine',
  'state-purpose',
  'ask-reason',
  'explain-debt',
  'offer-full',
  'offer-part',
  'offer-promise',
  'offer-plan',
  'empathy',
  'calm',
  'offer-supervisor',
  'acknowledge-request',
  'read-back',
  'close',
  'free-text',
] as const;
export type Intent = (typeof intents)[number];

/**
 * Terms an agent puts forward or reads back. `amount` is what is paid by `due` (full, part,
 * promise) or each month (plan, for `months` months).
 */
export type Offer = {
  readonly kind: 'full' | 'part' | 'promise' | 'plan';
  readonly amount: Money;
  readonly due?: LocalDate;
  readonly months?: number;
};

/**
 * One thing an agent says. `question` names the asked verification question; `offer` goes with the
 * offer intents and with `read-back`. Without an intent the words are searched for one.
 */
export type Utterance = {
  readonly text: string;
  readonly intent?: Intent;
  readonly question?: string;
  readonly offer?: Offer;
};

/** Sentences a person on the line can say; the words per language belong to the adapter. */
export const lineKeys = [
  'hello',
  'hello-again',
  'calling-in',
  'nobody-there',
  'yes-speaking',
  'here-is-the-answer',
  'do-not-remember',
  'will-not-say',
  'is-this-genuine',
  'genuine-thanks',
  'listening',
  'reason-forgot',
  'reason-method-cancelled',
  'reason-bounced',
  'reason-technical',
  'reason-invoice-missing',
  'reason-disputes-part',
  'reason-job-lost',
  'reason-hardship',
  'shouting',
  'calmer',
  'thanks',
  'wants-supervisor',
  'wait-for-supervisor',
  'stop-calling',
  'has-attorney',
  'call-me-at',
  'you-never-asked',
  'what-do-you-offer',
  'accepts',
  'accepts-promise',
  'counter-plan',
  'counter-after-pay-day',
  'counter-part',
  'cannot-pay-now',
  'not-before-invoice',
  'not-before-bank',
  'read-back-right',
  'read-back-wrong',
  'nothing-agreed',
  'how-dare-you',
  'enough',
  'goodbye',
  'what-do-you-mean',
  'flatmate-not-home',
  'flatmate-message',
  'stranger-wrong-number',
  'other-what-debt',
  'machine-greeting',
] as const;
export type LineKey = (typeof lineKeys)[number];

/** Values that sentences mention. `hour` is local, 0 to 23; `day` a day of the month. */
export type Slots = {
  readonly name?: string;
  readonly amount?: Money;
  readonly answer?: string;
  readonly hour?: number;
  readonly day?: number;
};

/** A sentence to be said, not yet in words. */
export type Line = { readonly key: LineKey; readonly slots: Slots };
