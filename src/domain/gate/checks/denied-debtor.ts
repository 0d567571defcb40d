import { type EvaluationContext, eventsOf } from '../evaluation-context.ts';
import type { Finding } from '../pack.ts';
import { mayBeAddress } from './unnamed-address.ts';

/** Whether whoever was reached at this address said not to be the one who owes. */
export const deniedAtAddress = (moment: EvaluationContext): boolean =>
  eventsOf(moment, 'not_the_debtor').some(
    ({ event }) => event.address && mayBeAddress(moment, event.address),
  );

/** The person who was reached said that they are not the one who owes, of an address or of themselves. */
export function deniedBeingDebtor(moment: EvaluationContext): Finding | null {
  const denied = eventsOf(moment, 'not_the_debtor').some(
    ({ event: { address, person } }) => !address && (person ?? 'consumer') === moment.person,
  );
  return denied || deniedAtAddress(moment) ? { releasing: ['debtor_identified'] } : null;
}

/** Whether the address was found to be somebody else's. */
export const isWrongNumber = (moment: EvaluationContext): boolean =>
  eventsOf(moment, 'wrong_party').some(({ event }) => mayBeAddress(moment, event.address));
