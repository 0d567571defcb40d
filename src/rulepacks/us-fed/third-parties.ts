import { isKnownAttorney } from '#domain/gate/checks/attorneys.ts';
import { standing } from '#domain/gate/checks/holds.ts';
import {
  hasDied,
  mayAskAgain,
  seeksEstateOfLiving,
  untoldInLocationCall,
} from '#domain/gate/checks/location-calls.ts';
import { isPostcard, showsTrade } from '#domain/gate/checks/papers.ts';
import { onlyWith, readerOf } from '#domain/gate/checks/third-parties.ts';
import { disclosesCollection, saysMore } from '#domain/gate/checks/told-content.ts';
import {
  type EvaluationContext,
  eventsOf,
  logWhere,
  standingConsents,
} from '#domain/gate/evaluation-context.ts';
import { NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import type { Finding, Rule } from '#domain/gate/pack.ts';
import {
  CONSUMER_ROLES,
  isConsumer,
  isProfessional,
  PROFESSIONAL_ROLES,
  regulationF,
  seeksLocation,
} from './coverage.ts';

const isThirdParty = (moment: EvaluationContext) => !isConsumer(moment) && !isProfessional(moment);
const asksThirdParty = (moment: EvaluationContext) => isThirdParty(moment) && seeksLocation(moment);

/** A question for the person, too, when somebody else is known to read it. */
const isReadByThirdParty = (moment: EvaluationContext) =>
  asksThirdParty({ ...moment, person: readerOf(moment) });

/** Results by which something reached the person; a ring without answer is no communication. */
const COMMUNICATED = [
  'conversation',
  'third_party_answered',
  'voicemail_content',
  'exchange',
  'sent',
];

function mayTellThem(moment: EvaluationContext): boolean {
  if (seeksLocation(moment) || moment.purpose === 'post_judgment_remedy') return true;
  if (eventsOf(moment, 'court_permission').length > 0) return true;
  return standingConsents(moment, 'third_party_contact').some(
    ({ consent }) =>
      consent.given_to === moment.facts.actor.id &&
      (!consent.person || consent.person === moment.person),
  );
}

/** Asked again only when they wanted to be, or what they said is thought wrong. */
function askedBefore(moment: EvaluationContext): Finding | null {
  if (mayAskAgain(moment)) return null;
  const earlier = logWhere(
    moment,
    (entry) =>
      entry.dir === 'outbound' &&
      entry.person === moment.person &&
      COMMUNICATED.includes(entry.result) &&
      (entry.by ?? moment.facts.actor.id) === moment.facts.actor.id,
  ).filter(({ ms }) => ms <= moment.ms);
  if (earlier.length === 0) return null;
  return { releasing: ['third_party_requests', 'earlier_answer_believed_wrong'] };
}

/** What has to be said of oneself and of the reason; of a dead person's estate instead (10(b)(1)). */
function saysTooLittle(moment: EvaluationContext): boolean {
  const { content } = moment;
  const forEstate = hasDied(moment) && content?.states_seeking_person_handling_estate === true;
  const unexplained = content?.states_confirming_location === false && !forEstate;
  return unexplained || content?.identifies_individual === false;
}

function contentOfLocationCall(moment: EvaluationContext): Finding | null {
  const { content } = moment;
  const named = content?.names_employer === true && content.employer_requested !== true;
  // 1006.10(b)(2): whoever discloses that a debt is collected has said that one is owed.
  const told = saysMore(content) || disclosesCollection(content);
  if (told || named || isPostcard(moment) || showsTrade(moment) || saysTooLittle(moment)) {
    return { releasing: ['content_corrected'] };
  }
  const untold = seeksEstateOfLiving(moment) ?? untoldInLocationCall(moment);
  if (untold) return untold;
  const represented = standing(moment, ['attorney'], ['attorney_released']).some(({ event }) =>
    isKnownAttorney(event),
  );
  return represented ? { releasing: ['attorney_unresponsive'] } : null;
}

export const thirdParties: readonly Rule[] = [
  regulationF({
    id: 'USF-6D-THIRD-PARTY',
    about: ['third_parties'],
    title: 'Only the person, their representatives and a few others may hear of the debt',
    citation: '12 CFR 1006.6(a), (d)(1)-(2); 15 USC 1692c(b)',
    section: '6',
    applies: { notChannels: NOT_CONTACT },
    check: onlyWith({
      roles: [...CONSUMER_ROLES, ...PROFESSIONAL_ROLES],
      unless: (moment) => isConsumer(moment) || mayTellThem(moment),
      releasing: ['third_party_consent', 'court_permission'],
    }),
  }),
  regulationF({
    id: 'USF-10-LOCATION-ONCE',
    about: ['third_parties'],
    title: 'A third party is asked where the person is only once',
    citation: '12 CFR 1006.10(c); 15 USC 1692b(3)',
    section: '10',
    applies: { when: asksThirdParty },
    check: askedBefore,
  }),
  regulationF({
    id: 'USF-10-LOCATION-CONTENT',
    about: ['third_parties'],
    title: 'When asking where the person is, never that a debt is owed',
    citation: '12 CFR 1006.10(b); 15 USC 1692b',
    section: '10',
    applies: { when: (moment) => asksThirdParty(moment) || isReadByThirdParty(moment) },
    check: contentOfLocationCall,
  }),
];
