import type { Caller, Person } from '#domain/simulation/persona.ts';
import type { Utterance } from '#domain/simulation/speech.ts';
import type { CallId, Cancel, E164, Telephony } from '#ports/telephony.ts';

/** Finds the person behind a number. */
export type FindPerson = (to: E164) => Promise<Person | undefined>;

/** What only a simulated network can do. */
export type CallSimulation = {
  /** Says who is behind the numbers; until then every number is out of service. */
  readonly populate: (find: FindPerson) => void;
  /** Says something on an answered call in text; without effect on any other. */
  readonly say: (callId: CallId, utterance: Utterance) => void;
  /** A customer calls in now; the answer names the call. */
  readonly placeInbound: (caller: Caller) => CallId;
  /** Customers chosen by `pick` call in at the rate of the settings, until cancelled. */
  readonly startInbound: (pick: () => Promise<Caller | undefined>) => Cancel;
};

/** A simulated network: a switch, and what the world around it does. */
export type SimulatedTelephony = Telephony & { readonly simulation: CallSimulation };

/** Whether a connected switch is the simulated network. */
export function isSimulated(telephony: Telephony): telephony is SimulatedTelephony {
  return 'simulation' in telephony;
}
