import type { Money } from '#kernel/money.ts';
import { type Random, seeded, seedOf } from '#kernel/random.ts';
import type { Zone } from '#kernel/time.ts';
import type { Pickup } from './pickup.ts';
import type { Language } from './speech.ts';

/** Why a simulated person is late. */
export const reasons = [
  'forgot',
  'method-cancelled',
  'bounced',
  'technical',
  'invoice-missing',
  'disputes-part',
  'job-lost',
  'hardship',
] as const;
export type Reason = (typeof reasons)[number];

/** How a simulated person takes a call, whatever the reason. */
export const manners = [
  'plain',
  'hostile',
  'wants-supervisor',
  'stop-calling',
  'attorney',
  'callback',
  'suspicious',
] as const;
export type Manner = (typeof manners)[number];

/** The key event of a case: A method cancelled, B refused, C technical return, D unpaid invoice. */
export type EventLetter = 'A' | 'B' | 'C' | 'D';

/**
 * What the host knows about the customer behind a number. `answers` holds the right answer to each
 * verification question by its name. `persona` and `pickup` fix what would else be drawn, for
 * practice and for tests.
 */
export type Person = {
  readonly customerId: string;
  readonly name: string;
  readonly language: Language;
  readonly zone: Zone;
  readonly event: EventLetter;
  readonly owed: Money;
  readonly isThirdPartyNumber: boolean;
  readonly isVulnerable: boolean;
  readonly answers: Readonly<Record<string, string>>;
  readonly persona?: Partial<Persona>;
  readonly pickup?: Pickup;
};

/** A customer about to call in, from which number to which of ours (both E.164). */
export type Caller = { readonly person: Person; readonly from: string; readonly to: string };

/**
 * The lasting character of one customer. `reach` multiplies the chance of an answer; `monthlyMeans`
 * is what the person can pay a month; `payDay` the day of the month when wages come; `callbackHour`
 * the local hour that suits; `mood` the mood a call starts in, -3 to 3.
 */
export type Persona = {
  readonly reason: Reason;
  readonly manner: Manner;
  readonly keepsPromises: boolean;
  readonly monthlyMeans: Money;
  readonly canPayInFull: boolean;
  readonly payDay: number;
  readonly callbackHour: number;
  readonly reach: number;
  readonly hasMailbox: boolean;
  readonly mood: number;
};

type Weights<T extends string> = Readonly<Partial<Record<T, number>>>;

/** Relative weights of the reasons behind each key event: assumptions, see docs/simulation.md. */
export const reasonWeights: Readonly<Record<EventLetter, Weights<Reason>>> = {
  A: { 'method-cancelled': 60, forgot: 15, 'job-lost': 10, hardship: 5, 'disputes-part': 10 },
  B: { bounced: 55, 'job-lost': 15, forgot: 12, hardship: 8, 'method-cancelled': 10 },
  C: { technical: 85, forgot: 10, bounced: 5 },
  D: { 'invoice-missing': 30, forgot: 28, 'disputes-part': 22, 'job-lost': 12, hardship: 8 },
};

/** Relative weights of the manners: assumptions, see docs/simulation.md. */
export const mannerWeights: Weights<Manner> = {
  plain: 62,
  hostile: 9,
  suspicious: 10,
  callback: 9,
  'wants-supervisor': 4,
  'stop-calling': 4,
  attorney: 2,
};

/** Shares of people who keep their promises, by reason: assumptions, see docs/simulation.md. */
const keepingShare: Readonly<Record<Reason, number>> = {
  forgot: 0.85,
  'method-cancelled': 0.8,
  bounced: 0.7,
  technical: 0.9,
  'invoice-missing': 0.85,
  'disputes-part': 0.7,
  'job-lost': 0.45,
  hardship: 0.35,
};

/** Monthly means as a percentage of the debt, lowest and highest, by reason. */
const meansPercent: Readonly<Record<Reason, readonly [number, number]>> = {
  forgot: [40, 120],
  'method-cancelled': [30, 100],
  bounced: [20, 60],
  technical: [40, 120],
  'invoice-missing': [40, 120],
  'disputes-part': [30, 80],
  'job-lost': [3, 15],
  hardship: [0, 4],
};

/** Picks by relative weight, in the order the weights are written. */
export function pickWeighted<T extends string>(random: Random, weights: Weights<T>): T {
  const entries = Object.entries(weights) as [T, number][];
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random() * total;
  for (const [value, weight] of entries) {
    left -= weight;
    if (left < 0) return value;
  }
  const last = entries.at(-1);
  if (!last) throw new Error('cannot happen: no weights to pick from');
  return last[0];
}

function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** Draws a person's character: the same world seed and customer always give the same one. */
export function drawPersona(worldSeed: string, person: Person): Persona {
  const random = seeded(seedOf(`${worldSeed}/persona/${person.customerId}`));
  // Every draw is made in this order, whatever is fixed, so that fixing one leaves the rest alone.
  const drawnReason = pickWeighted(random, reasonWeights[person.event]);
  const drawnManner = pickWeighted(random, mannerWeights);
  const keeping = random();
  const meansShare = random();
  const fullShare = random();
  const payDay = between(random, 1, 4) === 1 ? 1 : 28;
  const callbackHour = between(random, 17, 19);
  const reach = 0.5 + random() * 1.1;
  const hasMailbox = random() < 0.7;
  const reason = person.persona?.reason ?? (person.isVulnerable ? 'hardship' : drawnReason);
  const manner =
    person.persona?.manner ??
    (person.isVulnerable && drawnManner === 'hostile' ? 'plain' : drawnManner);
  const [low, high] = meansPercent[reason];
  const percent = BigInt(low + Math.floor(meansShare * (high - low + 1)));
  return {
    reason,
    manner,
    keepsPromises: keeping < keepingShare[reason],
    monthlyMeans: { minor: (person.owed.minor * percent) / 100n, currency: person.owed.currency },
    canPayInFull: percent >= 100n || (percent >= 40n && fullShare < 0.5),
    payDay,
    callbackHour,
    reach,
    hasMailbox,
    mood: manner === 'hostile' ? -2 : manner === 'plain' ? 0 : -1,
    ...person.persona,
  };
}
