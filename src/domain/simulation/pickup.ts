import { type Random, seeded, seedOf } from '#kernel/random.ts';

/**
 * Chance that somebody answers a dial, by the callee's local hour 0 to 23. An assumption shaped
 * like a working day (low at night, highest in the early evening): no open record of outbound dials
 * with their hour was found to fit it to.
 */
export const answerChanceByHour: readonly number[] = [
  0.03, 0.02, 0.02, 0.02, 0.02, 0.03, 0.06, 0.12, 0.2, 0.24, 0.26, 0.26, 0.28, 0.26, 0.24, 0.25,
  0.27, 0.32, 0.36, 0.36, 0.32, 0.2, 0.1, 0.05,
];

/** Who is on the line once a human answers. `stranger` never heard of the customer. */
export type Speaker = 'customer' | 'flatmate' | 'stranger';

/** What becomes of one dial, and after how many milliseconds (after ringing began, if it rings). */
export type Pickup =
  | { readonly kind: 'human'; readonly speaker: Speaker; readonly afterMs: number }
  | { readonly kind: 'machine'; readonly afterMs: number }
  | { readonly kind: 'ring-out' }
  | { readonly kind: 'busy'; readonly afterMs: number }
  | { readonly kind: 'network-failure'; readonly afterMs: number }
  | { readonly kind: 'not-in-service'; readonly afterMs: number };

/** What a number is for good: 3 % are disconnected, 2 % belong to somebody new by now. */
export type NumberFate = 'good' | 'disconnected' | 'reassigned';

/** The lasting fate of a number; a number of a known third party is always good. */
export function numberFate(worldSeed: string, e164: string): NumberFate {
  const draw = seeded(seedOf(`${worldSeed}/number/${e164}`))();
  if (draw < 0.03) return 'disconnected';
  return draw < 0.05 ? 'reassigned' : 'good';
}

/**
 * What {@link drawPickup} needs to know. `reach` multiplies the chance of an answer: the person's
 * own times the world's.
 */
export type PickupFacts = {
  readonly hasMailbox: boolean;
  readonly fate: NumberFate;
  readonly isThirdPartyNumber: boolean;
  readonly localHour: number;
  readonly reach: number;
};

/** Share of dials that fail in the network, of unanswered ones that meet a busy tone or mailbox. */
const networkFailureShare = 0.008;
const busyShare = 0.08;
const mailboxShare = 0.55;
/** Share of answered dials to a customer's own number that a housemate takes. */
const flatmateShare = 0.1;

/** Draws what one dial meets. */
export function drawPickup(random: Random, facts: PickupFacts): Pickup {
  if (facts.fate === 'disconnected') {
    return { kind: 'not-in-service', afterMs: 800 + Math.floor(random() * 1_200) };
  }
  if (random() < networkFailureShare) {
    return { kind: 'network-failure', afterMs: 500 + Math.floor(random() * 3_000) };
  }
  const byHour = answerChanceByHour[facts.localHour] ?? 0;
  const chance = Math.min(0.97, byHour * facts.reach);
  if (random() < chance) {
    const afterMs = 2_000 + Math.floor(random() * 14_000);
    if (facts.fate === 'reassigned') return { kind: 'human', speaker: 'stranger', afterMs };
    const isOther = facts.isThirdPartyNumber || random() < flatmateShare;
    return { kind: 'human', speaker: isOther ? 'flatmate' : 'customer', afterMs };
  }
  if (random() < busyShare) return { kind: 'busy', afterMs: 600 + Math.floor(random() * 1_500) };
  if (facts.hasMailbox && random() < mailboxShare) {
    return { kind: 'machine', afterMs: 15_000 + Math.floor(random() * 5_000) };
  }
  return { kind: 'ring-out' };
}

/**
 * How long a caller waits for an answer, in milliseconds: exponential with a median of 280 s, the
 * patience measured by Kaplan-Meier on the public call records of a bank (Technion, 1999).
 */
export function drawPatienceMs(random: Random): number {
  const medianMs = 280_000;
  return Math.round((-Math.log(1 - random()) / Math.LN2) * medianMs);
}

/** Milliseconds to the next inbound call of a Poisson stream with this many calls an hour. */
export function drawGapMs(random: Random, perHour: number): number {
  return Math.round((-Math.log(1 - random()) * 3_600_000) / perHour);
}
