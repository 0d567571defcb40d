import { attorneySilent, isKnownAttorney } from '#domain/gate/checks/attorneys.ts';
import { isWrittenCease } from '#domain/gate/checks/cease-notices.ts';
import { hold } from '#domain/gate/checks/holds.ts';
import { employerForbids, inconvenientPlaces } from '#domain/gate/checks/inconvenient-places.ts';
import { everyDay, openHours, statedTimes } from '#domain/gate/checks/open-hours.ts';
import {
  opens,
  placeAddressed,
  placeReached,
  reachedAmong,
  TIED_TO_PLACE,
  whileThere,
} from '#domain/gate/checks/place-reached.ts';
import { mayReply } from '#domain/gate/checks/replies.ts';
import {
  type EvaluationContext,
  eventsOf,
  type Known,
  standingConsents,
} from '#domain/gate/evaluation-context.ts';
import { NOT_CONTACT, WITHOUT_HOURS } from '#domain/gate/facts/channels.ts';
import { AFTER_CEASE } from '#domain/gate/facts/purposes.ts';
import type { Finding, Rule } from '#domain/gate/pack.ts';
import { offsetAt } from '#kernel/local-clock.ts';
import { isConsumer, regulationF } from './coverage.ts';

function placeConsent(moment: EvaluationContext, place: string): boolean {
  return standingConsents(moment, 'contact_place').some(
    ({ consent }) => consent.given_to === moment.facts.actor.id && consent.place === place,
  );
}

const courtPermits = (moment: EvaluationContext) => eventsOf(moment, 'court_permission').length > 0;

function inconvenientPlace(moment: EvaluationContext): Finding | null {
  const reached = reachedAmong(moment, inconvenientPlaces(moment), placeReached(moment));
  if (!reached) return null;
  const { place } = reached;
  if (placeConsent(moment, place)) return null;
  if (courtPermits(moment)) return null;
  const pointsHere = new Set(
    moment.facts.contact_points.filter((point) => point.place === place).map(({ id }) => id),
  );
  if (mayReply(moment, ({ entry }) => pointsHere.has(entry.from ?? ''))) return null;
  return {
    releasing: opens(reached, 'place_withdrawn'),
    details: { place },
    ...whileThere(reached),
  };
}

function forbiddenWorkplace(moment: EvaluationContext): Finding | null {
  const places = employerForbids(moment) ? ['work'] : [];
  const reached = reachedAmong(moment, places, placeAddressed(moment));
  if (!reached || placeConsent(moment, 'work') || courtPermits(moment)) return null;
  return { releasing: opens(reached, 'employer_permits'), ...whileThere(reached) };
}

const mayAnswerWhileRepresented = (moment: EvaluationContext, standing: readonly Known[]) => {
  const since = Math.min(...standing.map(({ ms }) => ms));
  return mayReply(moment, (inbound) => inbound.ms >= since);
};

function conflictingZones(moment: EvaluationContext): Finding | null {
  const offsets = new Set(moment.zones.map((zone) => offsetAt(zone, moment.ms)));
  return offsets.size > 1 ? { details: { zones: moment.zones.join(', ') } } : null;
}

export const timesAndPlaces: readonly Rule[] = [
  regulationF({
    id: 'USF-6B1-HOURS',
    about: ['hours'],
    title: 'No contact before 8:00 or from 21:00 on at the person’s place',
    citation: '12 CFR 1006.6(b)(1)(i) and comments; 15 USC 1692c(a)(1)',
    section: '6',
    applies: {
      notChannels: WITHOUT_HOURS,
      when: (moment) => isConsumer(moment) && !courtPermits(moment),
    },
    topics: ['hours'],
    check: openHours({
      week: everyDay('08:00', '21:00'),
      replyOnce: true,
      consentOpens: 'asked-in-hours',
    }),
  }),
  regulationF({
    id: 'USF-6B1-TZ',
    about: ['hours'],
    title: 'Location hints disagree: the hour must be right in every place they point to',
    citation: '12 CFR 1006 Supp. I, comment 6(b)(1)(i)-2',
    section: '6',
    enforcement: 'advisory',
    applies: { notChannels: WITHOUT_HOURS, when: isConsumer },
    check: conflictingZones,
  }),
  regulationF({
    id: 'USF-6B1-STATED-TIME',
    about: ['hours'],
    title: 'The person called this time inconvenient',
    citation: '12 CFR 1006.6(b)(1)(i) and comment 6(b)(1)-1',
    section: '6',
    applies: {
      notChannels: WITHOUT_HOURS,
      when: (moment) => isConsumer(moment) && !courtPermits(moment),
    },
    check: statedTimes({ replyOnce: true }),
  }),
  regulationF({
    id: 'USF-6B1-PLACE',
    title: 'The person called this place inconvenient',
    citation: '12 CFR 1006.6(b)(1)(ii) and comment',
    section: '6',
    applies: { notChannels: NOT_CONTACT, when: isConsumer },
    check: inconvenientPlace,
  }),
  regulationF({
    id: 'USF-6B1-REPLY-ONCE',
    title: 'One reply by the same medium to a message that came at a shut time or place',
    citation: '12 CFR 1006 Supp. I, comments 6(b)(1)-2 and 6(b)(2)-1; 1006.14(h)(2)(ii)',
    section: '6',
    enforcement: 'definition',
  }),
  regulationF({
    id: 'USF-6B2-ATTORNEY',
    discreet: true,
    title: 'An attorney represents the person on this debt',
    citation: '12 CFR 1006.6(b)(2) and comment 6(b)(2)-1; 15 USC 1692c(a)(2)',
    section: '6',
    applies: { notChannels: NOT_CONTACT, when: isConsumer },
    check: hold({
      set: ['attorney'],
      released: ['attorney_released'],
      releasing: ['attorney_unresponsive', 'attorney_consents', 'representation_ended'],
      when: ({ event }) => isKnownAttorney(event),
      unless: (moment, standing) =>
        courtPermits(moment) ||
        attorneySilent(moment) ||
        mayAnswerWhileRepresented(moment, standing),
    }),
  }),
  regulationF({
    id: 'USF-6B3-EMPLOYER',
    title: 'The employer forbids such contact at work',
    citation: '12 CFR 1006.6(b)(3) and comment 6(b)(3)-1; 15 USC 1692c(a)(3)',
    section: '6',
    applies: { channels: TIED_TO_PLACE, when: isConsumer },
    check: forbiddenWorkplace,
  }),
  regulationF({
    id: 'USF-6B4-CONSENT',
    title: 'Consent counts when given directly to this collector, beforehand, in a proper talk',
    citation: '12 CFR 1006.6(b)(4) and comment 6(b)(4)(i)',
    section: '6',
    enforcement: 'definition',
  }),
  regulationF({
    id: 'USF-6C-CEASE',
    title: 'The person asked in writing that contact about this debt stop',
    citation: '12 CFR 1006.6(c) and commentary; 15 USC 1692c(c)',
    section: '6',
    applies: { notChannels: NOT_CONTACT, when: isConsumer },
    check: hold({
      set: ['cease'],
      released: ['cease_released'],
      releasing: ['cease_withdrawn'],
      exceptPurposes: AFTER_CEASE,
      when: isWrittenCease,
    }),
  }),
  regulationF({
    id: 'CEASE-ON-OTHER-DEBT',
    title: 'A cease notice stands on another debt of this person',
    citation: '12 CFR 1006.6(c)(1): the notice operates for the debt it names',
    section: '6',
    enforcement: 'advisory',
    applies: { notChannels: NOT_CONTACT, when: isConsumer },
    check: (moment) => {
      const others = eventsOf(moment, 'cease').filter(
        (known) =>
          isWrittenCease(known) &&
          known.event.debts?.every((id) => !moment.facts.proposed.debts.includes(id)),
      );
      return others.length > 0 ? { details: { notices: others.length } } : null;
    },
  }),
];
