import type { Conversation } from '#domain/simulation/conversation.ts';
import type { Person } from '#domain/simulation/persona.ts';
import type { Line } from '#domain/simulation/speech.ts';
import type { Random } from '#kernel/random.ts';
import type {
  Cancel,
  LegId,
  Recording,
  SaidBy,
  TelephonyEvent,
  TelephonyHost,
} from '#ports/telephony.ts';
import type { Settings } from './settings.ts';
import type { FindPerson } from './simulation.ts';
import { wordsOf } from './words.ts';

/** Where a call stands in the simulated network. */
export type Stage = 'placing' | 'ringing' | 'waiting' | 'talking' | 'machine' | 'leaving';

/** A call that is up, with its timers. It is forgotten when it ends. */
export type Call = {
  readonly id: string;
  readonly random: Random;
  readonly timers: Set<Cancel>;
  stage: Stage;
  /** The leg of ours that talks, and whether the call is to be recorded; known when it is taken. */
  desk: { readonly leg: LegId; readonly recording: Recording } | null;
  /** Who is at the far end, once known. */
  person: Person | null;
  conversation: Conversation | null;
  silence: readonly Cancel[];
  /** When the far end has said all it has to say so far, by the host's clock. */
  quietAtMs: number;
};

/** The network: its settings, its host and the calls that are up. */
export type Network = {
  readonly settings: Settings;
  readonly host: TelephonyHost;
  readonly calls: Map<string, Call>;
  /** The people behind the numbers. */
  find: FindPerson;
};

type Happening = TelephonyEvent extends infer E
  ? E extends TelephonyEvent
    ? Omit<E, 'callId' | 'atMs'>
    : never
  : never;

/** Calls up at once before the network answers like a full one. */
export const maxCalls = 5_000;

/** Makes a call known. */
export function openCall(network: Network, id: string, stage: Stage, random: Random): Call {
  const call: Call = {
    id,
    random,
    timers: new Set(),
    stage,
    desk: null,
    person: null,
    conversation: null,
    silence: [],
    quietAtMs: 0,
  };
  network.calls.set(id, call);
  return call;
}

/** Whether the call is still up. */
export function isUp(network: Network, call: Call): boolean {
  return network.calls.get(call.id) === call;
}

/** Joins our leg to an answered call and begins to record it, where that was ordered. */
export function joinDesk(network: Network, call: Call): void {
  if (!call.desk) return;
  const { leg, recording } = call.desk;
  if (isUp(network, call)) emit(network, call, { kind: 'joined', leg, mode: 'talk' });
  if (recording === 'on' && isUp(network, call)) emit(network, call, { kind: 'recording-started' });
}

/** Tells the host what happened. */
export function emit(network: Network, call: Call, what: Happening): void {
  const { host } = network;
  host.emit({ callId: call.id, atMs: host.clock(), ...what } as TelephonyEvent);
}

/** Ends a call: its timers stop, the network forgets it, the host hears why. */
export function endCall(network: Network, call: Call, why: Happening): void {
  if (!isUp(network, call)) return;
  for (const cancel of call.timers) cancel();
  network.calls.delete(call.id);
  emit(network, call, why);
}

/**
 * Runs something on a call later, in whole milliseconds of the host's clock. A host may hang up
 * while it is being told of an event: what was to follow on that call is then not even planned.
 */
export function afterExactly(
  network: Network,
  call: Call,
  delayMs: number,
  run: () => void,
): Cancel {
  if (!isUp(network, call)) return () => {};
  const cancelTimer = network.host.after(Math.round(delayMs), () => {
    call.timers.delete(cancel);
    run();
  });
  const cancel = () => {
    call.timers.delete(cancel);
    cancelTimer();
  };
  call.timers.add(cancel);
  return cancel;
}

/** Runs something on a call later, in simulated time: sooner when the network runs fast. */
export function afterSimulated(
  network: Network,
  call: Call,
  delayMs: number,
  run: () => void,
): Cancel {
  return afterExactly(network, call, delayMs / network.settings.speed, run);
}

/** Thinking and speaking: a pause, then time by the length of the words, at most this much. */
const pauseMs = 500;
const perCharMs = 40;
const longestMs = 6_000;

/** Has the far end say lines one after another, then do something. */
export function farEndSays(
  network: Network,
  call: Call,
  speaker: SaidBy,
  lines: readonly Line[],
  then?: () => void,
): void {
  const now = network.host.clock();
  const { speed } = network.settings;
  for (const line of lines) {
    const text = wordsOf(line, call.person?.language ?? 'en', call.random);
    const takesMs = Math.min(longestMs, pauseMs + perCharMs * text.length) / speed;
    call.quietAtMs = Math.max(now, call.quietAtMs) + takesMs;
    afterExactly(network, call, call.quietAtMs - now, () =>
      emit(network, call, { kind: 'said', speaker, text }),
    );
  }
  if (then) afterExactly(network, call, Math.max(now, call.quietAtMs) - now + 300 / speed, then);
}
