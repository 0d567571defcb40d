import { dayOf, parseInstant } from '#kernel/local-clock.ts';
import {
  dayAt,
  type EvaluationContext,
  eventsOf,
  isAddress,
  type Known,
} from '../evaluation-context.ts';
import { CALLS, channelsOfMedium, ELECTRONIC } from '../facts/channels.ts';
import type { Finding } from '../pack.ts';
import { isOralCease } from './cease-notices.ts';
import { mayReply } from './replies.ts';
import { isPlainConfirmation, roleOf } from './third-parties.ts';
import { mayBeAddress, namesNoAddress } from './unnamed-address.ts';

const isElectronic = (channel: string) => (ELECTRONIC as readonly string[]).includes(channel);

/** Ways in which a request comes that name nothing that could be closed. */
const UNCLEAR = ['oral', 'portal'];

/** What a request says it closes; an unclear one closes all. */
function closedBy({ event, word }: Known): readonly string[] {
  if (word === 'cease') return CALLS;
  const { medium } = event;
  return channelsOfMedium(!medium || UNCLEAR.includes(medium) ? 'all' : medium);
}

function closes(known: Known, moment: EvaluationContext): boolean {
  const { address, person, medium } = known.event;
  if (address && !mayBeAddress(moment, address)) return false;
  // A neighbour's or an attorney's line stays open when the person closes their own.
  if (!address && roleOf(person ?? 'consumer') !== roleOf(moment.person)) return false;
  if (address && !medium) return true;
  const closed = closedBy(known);
  if (closed.includes(moment.channel)) return true;
  // STOP at an address closes it for every electronic message, whichever kind it answered.
  return Boolean(address) && closed.some(isElectronic) && isElectronic(moment.channel);
}

/** Opt-outs that shut this address or medium and were not withdrawn since. */
export function optOuts(moment: EvaluationContext): Known[] {
  const oral = eventsOf(moment, 'cease').filter(isOralCease);
  const stops = [...eventsOf(moment, 'opt_out'), ...oral].filter((known) => closes(known, moment));
  if (stops.length === 0) return stops;
  const returns = eventsOf(moment, 'opt_in').filter((known) => closes(known, moment));
  // Where no address is named a return opens that of its own stop and no other.
  const isOfAll = ({ event }: Known) => !event.address || !namesNoAddress(moment);
  const consents = moment.consents.filter(
    ({ consent, ms, revokedMs }) =>
      ['email', 'text'].includes(consent.kind) &&
      consent.given_to === moment.facts.actor.id &&
      isAddress(moment, consent.address) &&
      ms <= moment.ms &&
      moment.ms < revokedMs,
  );
  const reopened = [...returns.filter(isOfAll), ...consents].map(({ ms }) => ms);
  return stops.filter(
    (stop) =>
      !reopened.some((ms) => ms > stop.ms) &&
      !returns.some(({ ms, event }) => ms > stop.ms && event.address === stop.event.address),
  );
}

/** Whether this is the one electronic confirmation of an opt-out, with nothing else in it. */
export function isConfirmation(moment: EvaluationContext): boolean {
  if (moment.purpose !== 'optout_confirmation') return false;
  if (moment.content?.confirms_optout === false || !isPlainConfirmation(moment)) return false;
  const stops = eventsOf(moment, 'opt_out').map(({ ms }) => ms);
  const lastStopMs = Math.max(...stops, Number.NEGATIVE_INFINITY);
  return !moment.facts.contact_log.some(
    (entry) =>
      entry.dir === 'outbound' &&
      entry.purpose === moment.purpose &&
      entry.to === moment.facts.proposed.to &&
      parseInstant(entry.at) >= lastStopMs,
  );
}

/** 12 CFR 1006.14(h)(2)(iii): where another law wants the notice in this very medium, and which. */
const isRequired = ({ purpose, facts }: EvaluationContext) =>
  purpose === 'legally_required_medium' && Boolean(facts.proposed.legal_basis);

/** What is spoken, which a wish for contact in writing only closes. */
const SPOKEN: readonly string[] = [...CALLS, 'visit'];

/** Whoever wants contact in writing only closed calls and visits (12 CFR 1006.14(h)(1)). */
function closedToSpeech(moment: EvaluationContext): Finding | null {
  if (!SPOKEN.includes(moment.channel) || roleOf(moment.person) !== 'consumer') return null;
  const ended = eventsOf(moment, 'written_only_ended').map(({ ms }) => ms);
  const asked = eventsOf(moment, 'written_only').filter(
    ({ event: { valid_until: until }, ms }) =>
      !ended.some((endMs) => endMs >= ms) && (!until || dayAt(moment) <= dayOf(until)),
  );
  if (asked.length === 0 || isRequired(moment)) return null;
  const since = Math.min(...asked.map(({ ms }) => ms));
  if (mayReply(moment, (inbound) => inbound.ms > since)) return null;
  return { releasing: ['written_only_withdrawn'], details: { medium: moment.channel } };
}

/** A medium or address the person closed, for every debt of this collector. */
export function closedMedium(moment: EvaluationContext): Finding | null {
  return optedOut(moment) ?? closedToSpeech(moment);
}

function optedOut(moment: EvaluationContext): Finding | null {
  const stops = optOuts(moment);
  if (stops.length === 0 || isRequired(moment)) return null;
  if (isElectronic(moment.channel) && isConfirmation(moment)) return null;
  const since = Math.min(...stops.map((stop) => stop.ms));
  if (mayReply(moment, (inbound) => inbound.ms > since)) return null;
  const details = { medium: moment.channel };
  const isTold = !namesNoAddress(moment) || stops.some(({ event }) => !event.address);
  // One that is not said to go to another address may go to the closed one.
  if (isTold) return { releasing: ['opt_in'], details };
  return { releasing: ['address_named', 'opt_in'], details: { ...details, address: 'not_named' } };
}
