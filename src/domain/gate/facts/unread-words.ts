import { inOwnWords } from './aliases.ts';
import { LOG_RESULTS } from './attempt-results.ts';
import { consentKinds } from './consent-kinds.ts';
import { eventWord } from './event-kinds.ts';
import type { Facts } from './facts.ts';
import { fieldsOfConsent, fieldsOfEvent, foreignFields } from './fields.ts';
import {
  ACTOR_TYPES,
  CHANNELS,
  MEDIA,
  MODES,
  OWNERS,
  PERSONS,
  PLACES,
  POINT_KINDS,
  SIGNAL_KINDS,
  THIRD_PARTIES,
} from './words.ts';

type Told = string | null | undefined;

const oneOf = (words: readonly string[]) => {
  const known = new Set(words);
  return (word: Told) => !word || known.has(word);
};

const isActor = oneOf(ACTOR_TYPES);
const isSignal = oneOf(SIGNAL_KINDS);
const isPoint = oneOf(POINT_KINDS);
const isPlace = oneOf(PLACES);
const isChannel = oneOf(CHANNELS);
const isMedium = oneOf(MEDIA);
const isMode = oneOf(MODES);
const isResult = oneOf(LOG_RESULTS);
const isConsent = oneOf(consentKinds);
const isPerson = oneOf([...PERSONS, ...THIRD_PARTIES]);
const isOwner = oneOf([...OWNERS, ...THIRD_PARTIES]);

/** Collects each word that is not known, once. */
function collector() {
  const unread = new Set<string>();
  const word = (field: string, told: Told, isKnown: (word: Told) => boolean) => {
    if (!isKnown(told)) unread.add(`${field} ${told}`);
  };
  const fields = (of: string, told: object, known: ReadonlySet<string>) => {
    for (const name of foreignFields({ ...told }, known)) unread.add(`${of}.${name}`);
  };
  return { unread, word, fields };
}

function unreadWords(facts: Facts): readonly string[] {
  const { unread, word, fields } = collector();
  word('actor.type', facts.actor.type, isActor);
  for (const { kind } of facts.consumer.location_signals) {
    word('consumer.location_signals.kind', kind, isSignal);
  }
  for (const { kind, owner, place } of facts.contact_points) {
    word('contact_points.kind', kind, isPoint);
    word('contact_points.owner', owner, isOwner);
    word('contact_points.place', place, isPlace);
  }
  for (const { channel, result, person, mode } of facts.contact_log) {
    word('contact_log.channel', channel, isChannel);
    word('contact_log.result', result, isResult);
    word('contact_log.person', person, isPerson);
    word('contact_log.mode', mode, isMode);
  }
  for (const consent of facts.consents) {
    word('consents.kind', consent.kind, isConsent);
    fields('consents', consent, fieldsOfConsent(consent.kind));
    word('consents.person', consent.person, isPerson);
  }
  for (const event of facts.events) {
    word('events.kind', event.kind, (kind) => !kind || eventWord(kind) === kind);
    word('events.medium', event.medium, isMedium);
    fields('events', event, fieldsOfEvent(event.kind));
    word('events.person', event.person, isPerson);
  }
  const { proposed } = facts;
  word('proposed.channel', proposed.channel, isChannel);
  word('proposed.person', proposed.person, isPerson);
  word('proposed.mode', proposed.mode, isMode);
  return [...unread];
}

/**
 * Facts of our own record in the gate's words. What nobody knows in them is named, and the gate then
 * refuses: a kind that no rule reads may be the hold that shuts the door.
 */
export function readFacts(facts: Facts): Facts {
  const { unread_words: _, ...own } = inOwnWords(facts) as Facts;
  const unread = unreadWords(own);
  return unread.length === 0 ? own : { ...own, unread_words: unread };
}
