import type { Facts } from '#domain/gate/facts/facts.ts';
import type { Content, VoicemailPlan } from '#domain/gate/facts/proposed-facts.ts';
import { MODES } from '#domain/gate/facts/words.ts';
import { Refusal } from '#kernel/refusal.ts';
import { isReference, needsReference } from './purposes.ts';

/** How somebody is contacted; the fields of the gate's `Proposed`. */
export type ContactHow = {
  /** `phone_call`, `sms`, `email`, `letter`, `chat`, `visit`, `ringless_voicemail` and others. */
  readonly channel: string;
  /** How it is placed. */
  readonly mode: (typeof MODES)[number];
  /** Null is plain collection. */
  readonly purpose: string | null;
  /** What a claimed purpose rests on: the number of a court case, law or notice. */
  readonly reference: string | null;
  /** Whom: `consumer`, or a word for somebody else; null is whoever the point belongs to. */
  readonly person: string | null;
  /** What the message or call carries. */
  readonly content: Content;
  /** The message of theirs that it answers: the id of its attempt. */
  readonly inResponseTo: string | null;
  readonly voicemailPlan: VoicemailPlan | null;
  readonly inLiveSession: boolean;
  /** False for an answer or something they asked for. */
  readonly unsolicited: boolean;
  /** The queue, step or campaign that asks; null for a person at a desk. */
  readonly campaign: string | null;
  /** The debts to which it is charged when nobody answers; null is all it is about. */
  readonly countDebts: readonly string[] | null;
  /** Who makes it, where they are trained for people in vulnerable circumstances. */
  readonly team: 'specialist' | null;
  /** `ai_generated_conversational` where a machine talks; null for a human or a recorded voice. */
  readonly voice: string | null;
};

const agentCall: ContactHow = {
  channel: 'phone_call',
  mode: 'live_agent',
  purpose: null,
  reference: null,
  person: null,
  content: {},
  inResponseTo: null,
  voicemailPlan: null,
  inLiveSession: false,
  unsolicited: true,
  campaign: null,
  countDebts: null,
  team: null,
  voice: null,
};

/** How the contact is made, with what was left out. An answer is not unsolicited. */
export function howOf({ how = {} }: { readonly how?: Partial<ContactHow> }): ContactHow {
  const unsolicited = (how.inResponseTo ?? null) === null;
  return { ...agentCall, unsolicited, voice: voiceOf(how.mode ?? agentCall.mode), ...how };
}

/** A person speaks, or a recording does, which its mode tells; an artificial voice may answer back. */
function voiceOf(mode: ContactHow['mode']): string | null {
  return mode === 'artificial_voice' ? 'ai_generated_conversational' : null;
}

/**
 * Throws `invalid-input` for a purpose that allows what is otherwise refused and has no reference: such
 * a purpose is a claim, and needs a number that can be looked up.
 */
export function checkPurpose({ purpose, reference }: ContactHow): void {
  if (purpose === null || !needsReference(purpose)) return;
  if (reference !== null && isReference(reference)) return;
  const message = reference === null ? 'reference-missing' : 'reference-unreadable';
  throw new Refusal('invalid-input', { problems: [{ path: 'reference', message }] });
}

/**
 * How an attempt was to be made, from the facts it was reserved with. Whom it reaches is asked anew:
 * the point may have become somebody else's since.
 */
export function howReserved(
  proposed: Facts['proposed'],
  kept: Pick<ContactHow, 'reference' | 'unsolicited' | 'campaign'>,
): ContactHow {
  return {
    ...kept,
    channel: proposed.channel,
    mode: MODES.find((mode) => mode === proposed.mode) ?? agentCall.mode,
    purpose: proposed.purpose ?? null,
    person: null,
    content: proposed.content ?? {},
    inResponseTo: proposed.in_response_to ?? null,
    voicemailPlan: proposed.voicemail_plan ?? null,
    inLiveSession: proposed.in_live_session ?? false,
    countDebts: proposed.count_debts ?? null,
    team: proposed.team === 'specialist' ? 'specialist' : null,
    voice: proposed.voice ?? null,
  };
}
