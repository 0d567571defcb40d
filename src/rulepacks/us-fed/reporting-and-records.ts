import { cameBack } from '#domain/gate/checks/holds.ts';
import { ESTATE_ROLES } from '#domain/gate/checks/location-calls.ts';
import {
  type EvaluationContext,
  eventsOf,
  type Known,
  logWhere,
  mainZone,
  touchesDebts,
} from '#domain/gate/evaluation-context.ts';
import type { Finding, Rule } from '#domain/gate/pack.ts';
import { instantOfLocal, localDay, parseInstant } from '#kernel/local-clock.ts';
import { regulationF } from './coverage.ts';

/** 1006.30(a)(1)(ii): fourteen consecutive days without a returned letter are reasonable. */
const FURNISHING_DAYS = 14;

const ARRIVING: readonly string[] = ['sent', 'delivered', 'opened'];

/** The rule asks for words to the consumer, or to who acts for them: a spouse is somebody else here. */
const isToConsumer = (person: string | null | undefined) =>
  ['consumer', 'guardian', ...ESTATE_ROLES].includes(person ?? 'consumer');

/** Written by letter or electronic message, whether kept as a notice or only in the log. */
function lettersAboutDebt(moment: EvaluationContext): Pick<Known, 'event' | 'ms'>[] {
  const notices = eventsOf(moment, 'letter_about_debt', 'validation_notice').filter(
    ({ event, ms }) => Number.isFinite(ms) && touchesDebts(event.debts, moment),
  );
  const sent = logWhere(
    moment,
    (entry) =>
      entry.dir === 'outbound' && ARRIVING.includes(entry.result) && isToConsumer(entry.person),
  ).filter(({ entry, ms }) => ms <= moment.ms && touchesDebts(entry.debts, moment));
  return [...notices, ...sent.map(({ ms }) => ({ event: { kind: 'letter_about_debt' }, ms }))];
}

function spokeAbout(moment: EvaluationContext): boolean {
  return logWhere(
    moment,
    ({ result, about_debt, person }) =>
      result === 'conversation' && about_debt !== false && isToConsumer(person),
  ).some(
    ({ entry, ms }) =>
      ms <= moment.ms && touchesDebts(entry.conversation_debts ?? entry.debts, moment),
  );
}

/** 1006.30(a)(2): bureaus that keep only what people do with their cheques. */
const CHECK_BUREAU = 'check_history_bureau';

function beforeFurnishing(moment: EvaluationContext): Finding | null {
  const { proposed } = moment.facts;
  if (proposed.already_furnished === true || moment.person === CHECK_BUREAU) return null;
  if (spokeAbout(moment)) return null;
  const zone = mainZone(moment);
  const bounces = eventsOf(moment, 'undeliverable', 'notice_returned').map(({ ms }) => ms);
  const releases = lettersAboutDebt(moment).flatMap((letter) => {
    const free = instantOfLocal(zone, localDay(zone, letter.ms) + FURNISHING_DAYS, 0);
    const returned = letter.event.undelivered_notice_at;
    const late = returned && parseInstant(returned) >= free;
    if (!late && cameBack({ ...letter, word: 'letter_about_debt' }, moment.ms)) return [];
    return bounces.some((ms) => ms >= letter.ms && ms < free) ? [] : [free];
  });
  if (releases.length === 0) return { releasing: ['letter_sent', 'conversation'] };
  const untilMs = Math.min(...releases);
  return untilMs > moment.ms ? { untilMs } : null;
}

/** 1006.30(b)(2): to the owner, back to an earlier one, with a merger, a lien or a securitisation. */
const EXCEPTED = ['return_to_owner', 'merger', 'securitisation', 'secured_interest'];

const GONE = ['paid', 'settled', 'discharged'];

function notOwed(moment: EvaluationContext): Finding | null {
  const gone = moment.debts.some((debt) => GONE.includes(debt.status ?? ''));
  const told = eventsOf(moment, 'debt_paid', 'discharge').some(({ event }) =>
    touchesDebts(event.debts, moment),
  );
  return (gone || told) && !EXCEPTED.includes(moment.purpose) ? { final: true } : null;
}

export const reportingAndRecords: readonly Rule[] = [
  regulationF({
    id: 'USF-30A-FURNISH',
    title: 'Speak or write to the person, and wait, before reporting to a bureau',
    citation: '12 CFR 1006.30(a)(1) and comments',
    section: '30',
    applies: { channels: ['credit_reporting'] },
    check: beforeFurnishing,
  }),
  regulationF({
    id: 'USF-30B-TRANSFER',
    title: 'A paid, settled or discharged debt is not sold or placed',
    citation: '12 CFR 1006.30(b)',
    section: '30',
    applies: { channels: ['debt_transfer'] },
    check: notOwed,
  }),
  regulationF({
    id: 'USF-30C-PAYMENT',
    title: 'A payment never goes to a disputed debt and goes where the person directs',
    citation: '12 CFR 1006.30(c); 15 USC 1692h',
    section: '30',
    enforcement: 'duty',
  }),
  regulationF({
    id: 'USF-22C-POSTDATED',
    title: 'Notice three to ten business days before a cheque postdated by more than five days',
    citation: '12 CFR 1006.22(c); 15 USC 1692f(2)',
    section: '22',
    enforcement: 'duty',
  }),
  regulationF({
    id: 'USF-100-RETAIN',
    title: 'Evidence is kept until three years after the last collection activity on the debt',
    citation: '12 CFR 1006.100',
    section: '100',
    enforcement: 'duty',
  }),
];
