import { channelsOfMedium, ELECTRONIC } from './channels.ts';
import { eventsOf, isAddress, type Known, type Moment } from './moment.ts';
import type { Finding } from './pack.ts';
import { mayReply } from './replies.ts';

const isElectronic = (channel: string) => (ELECTRONIC as readonly string[]).includes(channel);

function closes({ event }: Known, moment: Moment): boolean {
  const { medium, address } = event;
  if (address && !isAddress(moment, address)) return false;
  if (!medium) return Boolean(address);
  const closed = channelsOfMedium(medium);
  if (closed.includes(moment.channel)) return true;
  // STOP at an address closes it for every electronic message, whichever kind it answered.
  return Boolean(address) && closed.some(isElectronic) && isElectronic(moment.channel);
}

/** Opt-outs that shut this address or medium and were not taken back since. */
export function optOuts(moment: Moment): Known[] {
  const stops = eventsOf(moment, 'opt_out').filter((known) => closes(known, moment));
  if (stops.length === 0) return stops;
  const returns = eventsOf(moment, 'opt_in').filter((known) => closes(known, moment));
  const consents = moment.consents.filter(
    ({ consent, ms, revokedMs }) =>
      ['email', 'text', 'phone_call'].includes(consent.kind) &&
      consent.given_to === moment.facts.actor.id &&
      isAddress(moment, consent.address) &&
      ms <= moment.ms &&
      moment.ms < revokedMs,
  );
  const reopened = [...returns, ...consents].map(({ ms }) => ms);
  return stops.filter((stop) => !reopened.some((ms) => ms > stop.ms));
}

/** Whether this is the one electronic confirmation of an opt-out, with nothing else in it. */
export function isConfirmation(moment: Moment): boolean {
  if (moment.purpose !== 'optout_confirmation' || moment.content?.other_content) return false;
  return !moment.facts.contact_log.some(
    (entry) =>
      entry.dir === 'outbound' &&
      entry.purpose === 'optout_confirmation' &&
      entry.to === moment.facts.proposed.to,
  );
}

/** A medium or address the person closed, for every debt of this collector. */
export function closedMedium(moment: Moment): Finding | null {
  const stops = optOuts(moment);
  if (stops.length === 0) return null;
  if (isElectronic(moment.channel) && isConfirmation(moment)) return null;
  const since = Math.min(...stops.map((stop) => stop.ms));
  if (mayReply(moment, (inbound) => inbound.ms > since)) return null;
  return { releasing: ['opt_in'], details: { medium: moment.channel } };
}
