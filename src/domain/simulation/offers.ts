import type { Money } from '#kernel/money.ts';
import { addMonths, type LocalDate } from '#kernel/time.ts';
import type { Persona } from './persona.ts';
import type { Line, Offer } from './speech.ts';

/** What a person answers to an offer. */
export type OfferAnswer = { readonly accepts: boolean; readonly line: Line };

/** The next pay day on or after a date; a `payDay` of 28 or less exists in every month. */
export function nextPayDate(today: LocalDate, payDay: number): LocalDate {
  const inThisMonth = `${today.slice(0, 8)}${String(payDay).padStart(2, '0')}`;
  return inThisMonth >= today ? inThisMonth : addMonths(inThisMonth, 1);
}

function refusal(key: Line['key'], slots: Line['slots'] = {}): OfferAnswer {
  return { accepts: false, line: { key, slots } };
}

/** What stands in the way of paying at all, by the reason; null when nothing does. */
function obstacle(
  persona: Persona,
  offer: Offer,
  owed: Money,
  today: LocalDate,
): OfferAnswer | null {
  switch (persona.reason) {
    case 'technical':
      return isPaidNow(offer) ? refusal('not-before-bank') : null;
    case 'invoice-missing':
      return isPaidNow(offer) ? refusal('not-before-invoice') : null;
    case 'disputes-part': {
      const undisputed = owed.minor / 2n;
      const total = offer.kind === 'plan' ? planTotal(offer) : offer.amount.minor;
      return total > undisputed
        ? refusal('counter-part', { amount: { minor: undisputed, currency: owed.currency } })
        : null;
    }
    case 'bounced':
      return offer.kind !== 'plan' && (offer.due ?? today) < nextPayDate(today, persona.payDay)
        ? refusal('counter-after-pay-day', { day: persona.payDay })
        : null;
    default:
      return null;
  }
}

function isPaidNow(offer: Offer): boolean {
  return offer.kind === 'full' || offer.kind === 'part';
}

function planTotal(offer: Offer): bigint {
  return offer.amount.minor * BigInt(offer.months ?? 1);
}

/** Accepts an offer within the person's means, else says what would do. Pure; `today` is local. */
export function judgeOffer(
  persona: Persona,
  offer: Offer,
  owed: Money,
  today: LocalDate,
): OfferAnswer {
  const blocked = obstacle(persona, offer, owed, today);
  if (blocked) return blocked;
  const inMeans = offer.amount.minor <= persona.monthlyMeans.minor;
  const payable = inMeans || (offer.kind !== 'plan' && persona.canPayInFull);
  if (payable) {
    const key = offer.kind === 'promise' ? 'accepts-promise' : 'accepts';
    return { accepts: true, line: { key, slots: { amount: offer.amount } } };
  }
  return persona.monthlyMeans.minor > 0n
    ? refusal('counter-plan', { amount: persona.monthlyMeans })
    : refusal('cannot-pay-now');
}
