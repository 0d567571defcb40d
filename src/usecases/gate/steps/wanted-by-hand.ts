import { type GivingWay, sentThrough } from '#domain/contact/sent-by-hand.ts';
import type { Content } from '#domain/gate/facts/proposed-facts.ts';
import { type Addressee, pointToSendTo } from '#storage/gate/sent-by-hand.ts';
import type { Db } from '#usecases/app.ts';
import type { Wanted, WantedOfCase } from './wanted-contact.ts';

/** What people send by hand: what for, what it says, and on which work or duty. */
export type HandContact = {
  readonly purpose: string | null;
  readonly reference?: string | null;
  readonly content: Content;
  readonly campaign: string;
  readonly to?: Addressee;
};

/**
 * What people want to send by hand by one way, as the gate is asked; null where no address for it is
 * known.
 */
export async function wantedByHand(
  db: Db,
  place: Pick<WantedOfCase, 'customerId' | 'caseId' | 'portfolio' | 'userId'>,
  way: GivingWay,
  { purpose, reference = null, content, campaign, to = 'customer' }: HandContact,
): Promise<Wanted | null> {
  const { channel, kinds } = sentThrough[way];
  const contactPointId = await pointToSendTo(db, place.customerId, kinds, to);
  if (contactPointId === undefined) return null;
  const how = { channel, mode: 'manual', purpose, reference, content, campaign } as const;
  return { ...place, contactPointId, exceptAttempt: null, how };
}
