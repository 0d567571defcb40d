import {
  type EvaluationContext,
  eventsOf,
  type Known,
  logWhere,
  standingConsents,
} from '../evaluation-context.ts';
import { NOT_CONTACT, WITHOUT_HOURS } from '../facts/channels.ts';
import { isTwoWayConversation } from '../facts/outcomes.ts';
import { AFTER_CEASE, LOOKING } from '../facts/purposes.ts';
import type { Finding } from '../pack.ts';
import { attorneySilent, isKnownAttorney } from './attorneys.ts';
import { isWrittenCease } from './cease-notices.ts';
import { combined, onlyWhen } from './combined.ts';
import { isAgency } from './debtors.ts';
import { hold } from './holds.ts';
import { employerForbids, inconvenientPlaces } from './inconvenient-places.ts';
import {
  actsForEstate,
  mayAskAgain,
  seeksEstateOfLiving,
  untoldInLocationCall,
} from './location-calls.ts';
import { everyDay, openHours, statedTimes } from './open-hours.ts';
import { isPostcard } from './papers.ts';
import { opens, placeReached, reachedAmong, whileThere } from './place-reached.ts';
import { mayReply } from './replies.ts';
import { onlyWith, readerOf, roleOf } from './third-parties.ts';
import { disclosesCollection, saysMore } from './told-content.ts';

/**
 * The conduct that 15 USC 1692b–1692j asks of debt collectors, as one check: some states ask it of
 * creditors too. The numbers of calls stand in the federal regulation and not in the Act.
 */

const CONSUMERS: readonly string[] = [
  'consumer',
  'spouse',
  'parent_of_minor',
  'guardian',
  'co_debtor',
  'guarantor',
];
const PROFESSIONALS: readonly string[] = [
  'attorney',
  'creditor',
  'creditor_attorney',
  'collector_attorney',
  'consumer_reporting_agency',
  'check_history_bureau',
  'trustee',
];

/** Whether the attempt is for the person who owes or somebody the Act treats as them. */
export const isFdcpaConsumer = (moment: EvaluationContext) =>
  CONSUMERS.includes(roleOf(moment.person)) || actsForEstate(moment, roleOf(moment.person));

/** Whether 15 USC 1692a(6) reaches the actor. */
export const isFdcpaCollector = (moment: EvaluationContext) =>
  isAgency(moment) || moment.facts.actor.uses_third_party_name === true;

const courtPermits = (moment: EvaluationContext) => eventsOf(moment, 'court_permission').length > 0;
const isContacting = ({ channel }: EvaluationContext) =>
  !NOT_CONTACT.some((other) => other === channel);
const hasHours = (moment: EvaluationContext) =>
  isFdcpaConsumer(moment) &&
  !courtPermits(moment) &&
  !WITHOUT_HOURS.some((other) => other === moment.channel);

/** Hours from 8:00 to 21:00 at the person's place (1692c(a)(1)). */
export const fdcpaHours = onlyWhen(
  hasHours,
  openHours({ week: everyDay('08:00', '21:00'), replyOnce: true, consentOpens: true }),
);

function shutPlace(moment: EvaluationContext): Finding | null {
  const told = placeReached(moment);
  const stated = reachedAmong(moment, inconvenientPlaces(moment), told);
  const reached = stated ?? reachedAmong(moment, employerForbids(moment) ? ['work'] : [], told);
  if (!reached || courtPermits(moment)) return null;
  const { place } = reached;
  const consented = standingConsents(moment, 'contact_place').some(
    ({ consent }) => consent.given_to === moment.facts.actor.id && consent.place === place,
  );
  if (consented) return null;
  const releasing = opens(reached, stated ? 'place_withdrawn' : 'employer_permits');
  return { releasing, details: { place }, ...whileThere(reached) };
}

/** Contact with a person whom an attorney represents on the debt, from a notice that counts. */
export function attorneyHold(counts: (known: Known, moment: EvaluationContext) => boolean) {
  return onlyWhen(
    (moment) => isContacting(moment) && isFdcpaConsumer(moment),
    hold({
      set: ['attorney'],
      released: ['attorney_released'],
      releasing: ['attorney_unresponsive', 'attorney_consents', 'representation_ended'],
      when: counts,
      unless: (moment, standing) => {
        const since = Math.min(...standing.map(({ ms }) => ms));
        return (
          courtPermits(moment) ||
          attorneySilent(moment) ||
          mayReply(moment, (inbound) => inbound.ms >= since)
        );
      },
    }),
  );
}

/** The same from the moment of knowledge, when name and address are known or easily found (1692c(a)(2)). */
export const fdcpaAttorney = attorneyHold(({ event }) => isKnownAttorney(event));

const fdcpaCease = onlyWhen(
  isFdcpaConsumer,
  hold({
    set: ['cease'],
    released: ['cease_released'],
    releasing: ['cease_withdrawn'],
    exceptPurposes: AFTER_CEASE,
    when: isWrittenCease,
  }),
);

const seeksLocation = (moment: EvaluationContext) => LOOKING.includes(moment.purpose);

/** Nobody else hears of the debt (1692c(b)). */
export const fdcpaThirdParties = onlyWhen(
  isContacting,
  onlyWith({
    roles: [...CONSUMERS, ...PROFESSIONALS],
    unless: (moment) =>
      isFdcpaConsumer(moment) ||
      seeksLocation(moment) ||
      moment.purpose === 'post_judgment_remedy' ||
      courtPermits(moment) ||
      standingConsents(moment, 'third_party_contact').some(
        ({ consent }) => consent.given_to === moment.facts.actor.id,
      ),
    releasing: ['third_party_consent', 'court_permission'],
  }),
);

/** Whoever is asked where the person is, is asked once and hears of no debt (1692b). */
function locationCall(moment: EvaluationContext): Finding | null {
  const person = readerOf(moment);
  const isTheirs = isFdcpaConsumer({ ...moment, person });
  if (isTheirs || PROFESSIONALS.includes(roleOf(person)) || !seeksLocation(moment)) return null;
  const { content } = moment;
  if (saysMore(content) || disclosesCollection(content) || isPostcard(moment)) {
    return { releasing: ['content_corrected'] };
  }
  const untold = seeksEstateOfLiving(moment) ?? untoldInLocationCall(moment);
  if (untold) return untold;
  const { actor } = moment.facts;
  if (mayAskAgain(moment)) return null;
  const earlier = logWhere(
    moment,
    ({ dir, person, by, result }) =>
      dir === 'outbound' &&
      person === moment.person &&
      (by ?? actor.id) === actor.id &&
      (isTwoWayConversation(result) || result === 'third_party_answered' || result === 'sent'),
  );
  return earlier.some(({ ms }) => ms <= moment.ms) ? { releasing: ['third_party_requests'] } : null;
}

/** Abuse, postcards, and envelopes that tell of the debt (1692d, 1692f(7)-(8)). */
function unfairContent(moment: EvaluationContext): Finding | null {
  const { channel, content } = moment;
  const open =
    channel === 'letter' && (isPostcard(moment) || content?.envelope_reveals_debt === true);
  return open || content?.threatens_harm || content?.abusive
    ? { releasing: ['content_corrected'] }
    : null;
}

/** All of it. Shut by an event when any part is, else until the latest of their times. */
export const fdcpaConduct = onlyWhen(
  isContacting,
  combined(
    fdcpaHours,
    onlyWhen(hasHours, statedTimes({ replyOnce: true })),
    onlyWhen(isFdcpaConsumer, shutPlace),
    fdcpaAttorney,
    fdcpaCease,
    fdcpaThirdParties,
    locationCall,
    unfairContent,
  ),
);
