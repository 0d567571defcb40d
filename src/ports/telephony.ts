import type { z } from 'zod';
import type { IdMaker } from '#kernel/ids.ts';
import type { Clock } from '#kernel/time.ts';
import type { Adapter, Connected } from './adapter.ts';
import type { ReleasedToken, VerifyRelease } from './released.ts';

/** A telephone number in E.164 form, `+12025550123`. */
export type E164 = string;

/**
 * Names a call. An outbound call is named by its attempt id, so that a call found up after a
 * restart tells whose it is; an inbound call gets a new id from the host's id maker.
 */
export type CallId = string;

/**
 * Names the telephone leg of somebody of ours: the id of the user at that desk. A switch keeps one
 * leg for each user who works and joins calls to it.
 */
export type LegId = string;

/** Whether the switch keeps a recording of both sides from the moment the call is answered. */
export type Recording = 'on' | 'off';

/** An order to ring one number once. */
export type DialOrder = {
  readonly token: ReleasedToken;
  readonly attemptId: string;
  readonly to: E164;
  /** The number shown to the person called. */
  readonly callerId: E164;
  readonly ringTimeoutSeconds: number;
  /** The leg that the person is joined to as soon as they answer. */
  readonly leg: LegId;
  readonly recording: Recording;
};

/** An order to take a call that is waiting, at one leg of ours. */
export type AnswerOrder = {
  readonly callId: CallId;
  readonly leg: LegId;
  readonly recording: Recording;
};

/**
 * How a further leg of ours takes part: `listen` hears both sides and is heard by nobody, `whisper`
 * is heard by our side only, `join` is heard by everybody.
 */
export const monitorModes = ['listen', 'whisper', 'join'] as const;
export type MonitorMode = (typeof monitorModes)[number];

/** An order to add a leg of ours to a call that was answered, or to change how it takes part. */
export type MonitorOrder = {
  readonly callId: CallId;
  readonly leg: LegId;
  readonly mode: MonitorMode;
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
  /** A leg of ours takes part from now on: as the one who talks, or beside them. */
  | { readonly kind: 'joined'; readonly leg: LegId; readonly mode: 'talk' | MonitorMode }
  | { readonly kind: 'recording-started' }
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
};

/** A connected switch. Closing it ends the calls which cannot outlive it, as by the network. */
export type Telephony = Connected & {
  /**
   * Rings a number once the token is verified; settles when the order was handed over or refused,
   * the outcome comes as events. Throws when a call of that attempt is still up.
   */
  readonly dial: (order: DialOrder) => Promise<void>;
  /** Takes an inbound call that is waiting; without effect on any other. */
  readonly answer: (order: AnswerOrder) => void;
  /** Adds a leg to an answered call, or changes its part; without effect on any other. */
  readonly monitor: (order: MonitorOrder) => void;
  /** Ends a call in any state; without effect on a call that has ended. */
  readonly hangUp: (callId: CallId) => void;
};

/** The default export of `adapters/telephony/<name>/index.ts`. */
export type TelephonyAdapter<Settings extends z.ZodObject = z.ZodObject> = Adapter<
  Settings,
  TelephonyHost,
  Telephony
>;
