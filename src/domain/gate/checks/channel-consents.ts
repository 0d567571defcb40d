import {
  type EvaluationContext,
  isAddress,
  standingConsents,
  touchesDebts,
} from '../evaluation-context.ts';
import type { Finding } from '../pack.ts';
import { theirCall } from './replies.ts';

/** A consent without which a channel is shut. */
export type ConsentNeeded = {
  /** Kinds of consent of which any one opens the channel. */
  readonly kinds: readonly string[];
  /** To whom it must have been given; `anyone` where the creditor's carries over. */
  readonly givenTo: 'collector' | 'anyone';
  /** Whether it has to name the debt, or name none and so mean all. */
  readonly perDebt?: boolean;
  /** The word for what would open it. */
  readonly releasing: string;
  /** What opens it besides, such as an answer or a message that only asks for the consent. */
  readonly unless?: (moment: EvaluationContext) => boolean;
};

/** A channel that is shut without consent; a consent that names an address opens that one only. */
export function needsConsent(of: ConsentNeeded): (moment: EvaluationContext) => Finding | null {
  return (moment) => {
    if (of.unless?.(moment)) return null;
    const opens = standingConsents(moment, ...of.kinds).some(
      ({ consent }) =>
        (of.givenTo === 'anyone' || consent.given_to === moment.facts.actor.id) &&
        (!consent.address || isAddress(moment, consent.address)) &&
        (!consent.channel || consent.channel === moment.facts.proposed.channel) &&
        (!of.perDebt || touchesDebts(consent.debts, moment)),
    );
    return opens ? null : { releasing: [of.releasing] };
  };
}

/**
 * Channels the person authorised, where the law shuts all others: without a list it shuts all. A
 * call that they placed goes on.
 */
export function onlyAuthorisedChannels(moment: EvaluationContext): Finding | null {
  const authorised = moment.facts.consumer.authorised_channels ?? [];
  const open = authorised.includes(moment.channel) || theirCall(moment) !== undefined;
  return open ? null : { releasing: ['channel_authorised'], details: { channel: moment.channel } };
}
