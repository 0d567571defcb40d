import type { z } from 'zod';
import type { Caller, Person } from '#domain/simulation/persona.ts';
import type { Utterance } from '#domain/simulation/speech.ts';
import type { IdMaker } from '#kernel/ids.ts';
import type { Clock } from '#kernel/time.ts';
import type { ReleasedToken, VerifyRelease } from './released.ts';

/** A telephone number in E.164 form, `+12025550123`. */
export type E164 = string;

/**
 * Names a call. An outbound call is named by its attempt id, so that a call found up after a
 * restart tells whose it is; an inbound call gets a new id from the host's id maker.
 */
export type CallId = string;

/** An order to ring one number once. */
export type DialOrder = {
  readonly token: ReleasedToken;
  readonly attemptId: string;
  readonly to: E164;
  /** The number shown to the person called. */
  readonly callerId: E164;
  readonly ringTimeoutSeconds: number;
};

/** What the answer detection made of whoever picked up. */
export type AnsweredBy = 'human' | 'machine' | 'unknown';

/** Who ended a call: the desk, whoever is on the other end, or the network between them. */
export type HungUpBy = 'agent' | 'far-end' | 'network';

/** Who said something: our side, a person on the other end, or a recording there. */
export type SaidBy = 'agent' | 'person' | 'machine';

/**
 * What happens on a call, in the order it happened. `atMs` is the host's clock. Every dial and every
 * inbound call ends in exactly one of `refused no-answer busy failed hung-up`.
 */
export type TelephonyEvent = { readonly callId: CallId; readonly atMs: number } & (
  | { readonly kind: 'refused'; readonly reason: 'not-released' | 'not-verifiable' }
  | { readonly kind: 'ringing' }
  | { readonly kind: 'answered'; readonly by: AnsweredBy }
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed'; readonly cause: 'not-in-service' | 'network' }
  | { readonly kind: 'said'; readonly speaker: SaidBy; readonly text: string }
  | { readonly kind: 'hung-up'; readonly by: HungUpBy }
  | { readonly kind: 'inbound'; readonly from: E164; readonly to: E164 }
);

const terminal: ReadonlySet<TelephonyEvent['kind']> = new Set([
  'refused',
  'no-answer',
  'busy',
  'failed',
  'hung-up',
]);

/** Whether nothing follows this event on its call. */
export function isTerminal(event: TelephonyEvent): boolean {
  return terminal.has(event.kind);
}

/** Undoes a timer; harmless when it has already fired. */
export type Cancel = () => void;

/** What a telephony adapter gets from the product. */
export type TelephonyHost = {
  readonly clock: Clock;
  /** Runs something once after so many milliseconds of the host's clock. */
  readonly after: (delayMs: number, run: () => void) => Cancel;
  readonly newId: IdMaker;
  /** Takes every event; it must not throw. */
  readonly emit: (event: TelephonyEvent) => void;
  readonly verifyRelease: VerifyRelease;
  /** The person behind a number, for adapters that simulate a network; a real switch never asks. */
  readonly who: (to: E164) => Promise<Person | undefined>;
};

/** Calls whose voice is text: the simulated network has it, a real switch does not. */
export type TextVoice = {
  /** Says something on an answered call; without effect on any other. */
  readonly say: (callId: CallId, utterance: Utterance) => void;
};

/** What only a simulated network can do: make its people call us. */
export type Simulation = {
  /** A customer calls in now; the answer names the call. */
  readonly placeInbound: (caller: Caller) => CallId;
  /** Customers chosen by `pick` call in at the rate of the settings, until cancelled. */
  readonly startInbound: (pick: () => Promise<Caller | undefined>) => Cancel;
};

/** A connected switch. */
export type Telephony = {
  /**
   * Rings a number once the token is verified; settles when the order was handed over or refused,
   * the outcome comes as events. Throws when a call of that attempt is still up.
   */
  readonly dial: (order: DialOrder) => Promise<void>;
  /** Takes an inbound call that is waiting; without effect on any other. */
  readonly answer: (callId: CallId) => void;
  /** Ends a call in any state; without effect on a call that has ended. */
  readonly hangUp: (callId: CallId) => void;
  /** Stops the adapter. Calls which cannot outlive it end as hung up by the network. */
  readonly close: () => Promise<void>;
  readonly text?: TextVoice;
  readonly simulation?: Simulation;
};

/** The default export of `adapters/telephony/<name>/index.ts`. */
export type TelephonyAdapter<Settings extends z.ZodType = z.ZodType> = {
  readonly label: string;
  /** Checks the settings and draws their form; every setting has a default. */
  readonly settings: Settings;
  readonly connect: (settings: z.output<Settings>, host: TelephonyHost) => Promise<Telephony>;
};
