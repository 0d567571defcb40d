import { isForRepresentative } from './checks/debtors.ts';
import { deniedAtAddress, deniedBeingDebtor } from './checks/denied-debtor.ts';
import { givesWhatIsOwed, standing } from './checks/holds.ts';
import { inconvenientPlaces, shutPlaceOf } from './checks/inconvenient-places.ts';
import { statedTimes } from './checks/open-hours.ts';
import { closedMedium } from './checks/opt-outs.ts';
import { theirCall } from './checks/replies.ts';
import { mayBeAddress } from './checks/unnamed-address.ts';
import type { RuleResult } from './decision.ts';
import { type EvaluationContext, eventsOf } from './evaluation-context.ts';
import { NOT_CONTACT } from './facts/channels.ts';
import type { EventWord } from './facts/event-kinds.ts';
import { houseHours } from './house-hours.ts';
import { HOLDS, type OperatorHold } from './operator-hold-kinds.ts';
import type { Finding, Pack, Rule } from './pack.ts';
import { NO_RULE } from './silent-channels.ts';

const isOn = (moment: EvaluationContext, kind: string) =>
  moment.facts.policy?.holds?.includes(kind) === true;

const idOf = (kind: string) => `DUNLIN-HOLD-${kind.toUpperCase().replaceAll('_', '-')}`;

function ruleOf(
  kind: string,
  title: string,
  check: (moment: EvaluationContext) => Finding | null,
  discreet?: true,
): Rule {
  return {
    id: idOf(kind),
    title,
    citation: 'Operator’s own limit',
    source: 'docs/compliance.md#the-operators-own-limits',
    since: '1970-01-01',
    confidence: 'high',
    basis: 'primary',
    enforcement: 'policy',
    applies: { notChannels: NOT_CONTACT, when: (moment) => isOn(moment, kind) },
    ...(discreet ? { discreet } : {}),
    check,
  };
}

function wrongParty(moment: EvaluationContext): Finding | null {
  const told = eventsOf(moment, 'wrong_party').map(({ event }) => event.address);
  const isTheirs = told.some((address) => mayBeAddress(moment, address));
  return isTheirs ? { releasing: ['number_confirmed'] } : null;
}

function shutPlace(moment: EvaluationContext): Finding | null {
  // A call they placed themselves goes on at a place they called inconvenient.
  return shutPlaceOf(moment, theirCall(moment) === undefined ? inconvenientPlaces(moment) : []);
}

/** What people asked of us, by the name the policy turns it on with. */
const REQUESTS: readonly Rule[] = [
  ruleOf('medium_optout', 'Closed this medium or address', closedMedium),
  ruleOf('time_inconvenient', 'Called this time inconvenient', (moment) =>
    moment.channel === 'letter' ? null : statedTimes({ replyOnce: true })(moment),
  ),
  ruleOf('place_inconvenient', 'Called this place inconvenient', shutPlace),
  ruleOf('wrong_party', 'The number is not this person’s', wrongParty),
  ruleOf('not_the_debtor', 'Said not to be the one who owes', (moment) =>
    givesWhatIsOwed(moment) && !deniedAtAddress(moment) ? null : deniedBeingDebtor(moment),
  ),
];

/** Whether a state of the person is told of them themselves, without an event. */
function isKnownState({ facts }: EvaluationContext, words: readonly EventWord[]): boolean {
  const status: Readonly<Record<string, unknown>> = facts.consumer.status ?? {};
  return words.some((word) => status[word] === true);
}

const holdRule = ({ word, title, ended, releasing, theirs, ...of }: OperatorHold): Rule =>
  ruleOf(
    word,
    title,
    (moment) => {
      if (!theirs && givesWhatIsOwed(moment)) return null;
      if (of.openToSpecialists && moment.facts.proposed.team === 'specialist') return null;
      // Whoever speaks for them is whom one speaks with.
      if (word === 'attorney' && moment.facts.proposed.person === word) return null;
      if (word === 'representative' && isForRepresentative(moment)) return null;
      const words = [word, of.also ?? word];
      const holds = isKnownState(moment, words) || standing(moment, words, ended).length > 0;
      return holds ? { releasing: [releasing] } : null;
    },
    of.discreet,
  );

/** Named when a rule pack is missing or the jurisdiction is not known. */
export const NO_PACK = 'DUNLIN-NO-PACK';
/** Named when nothing tells in which zone the person is. */
export const NO_ZONE = 'DUNLIN-ZONE-UNKNOWN';
/** Named when an address names no place that can be read, and the law of the country varies by place. */
export const NO_PLACE = 'DUNLIN-PLACE-UNKNOWN';
/** Named when a holiday calendar does not reach the year. */
export const NO_CALENDAR = 'DUNLIN-NO-CALENDAR';
/** Named when the record holds a word or field that nobody knows. */
export const NO_WORD = 'DUNLIN-WORD-UNKNOWN';
/** Named when part of the person's log could not be read. */
export const NO_LOG = 'DUNLIN-NO-LOG';

/** Whether contact stops for want of knowledge, no law: a reason for those who run the system. */
export function isOperational(reason: RuleResult): boolean {
  const grounds = [NO_PACK, NO_RULE, NO_PLACE, NO_ZONE, NO_CALENDAR, NO_WORD, NO_LOG];
  return grounds.includes(reason.rule) || reason.details['location'] === 'unknown';
}

const inputs = (id: string, title: string): Rule => ({
  id,
  title,
  citation: 'What the gate was not given it does not allow',
  source: 'docs/compliance.md#what-is-missing-is-refused',
  since: '1970-01-01',
  ...({ confidence: 'high', basis: 'primary', enforcement: 'definition' } as const),
});

/**
 * The operator's own limits, asked in every place beside its law. All are off until
 * `policy.holds` names them.
 */
export const operatorPack: Pack = {
  id: 'DUNLIN',
  name: 'Operator’s own limits',
  version: '1.0.0',
  asOf: '2026-11-01',
  territory: [],
  rules: [
    inputs(NO_PACK, 'No rule pack covers this place'),
    inputs(NO_RULE, 'No rule of the place speaks of this channel'),
    inputs(NO_PLACE, 'The state or province of the address cannot be read'),
    inputs(NO_ZONE, 'Nobody knows what time it is where the person is'),
    inputs(NO_CALENDAR, 'The calendar of holidays does not reach this year'),
    inputs(NO_WORD, 'The record holds a word that nobody knows'),
    inputs(NO_LOG, 'The record of earlier contacts could not be read'),
    houseHours,
    ...HOLDS.map(holdRule),
    ...REQUESTS,
  ],
};

/** Every kind of hold that `policy.holds` may name. */
export const OPERATOR_HOLDS: readonly string[] = [
  ...HOLDS.map(({ word }) => word),
  'medium_optout',
  'time_inconvenient',
  'place_inconvenient',
  'wrong_party',
  'not_the_debtor',
];
