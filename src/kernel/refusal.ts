/** Every code a use case may refuse with, and the facts that come with it. */
export type RefusalFacts = {
  'not-signed-in': Record<never, never>;
  /** The e-mail address or the password, nobody is told which. */
  'wrong-credentials': Record<never, never>;
  /**
   * The password is right, and a code of the authenticator app (`app`) or a passkey is asked too.
   * `passkey`: what the browser needs to have one sign.
   */
  'second-factor-needed': { app: boolean; passkey: Readonly<Record<string, unknown>> | null };
  'wrong-code': Record<never, never>;
  'wrong-passkey': Record<never, never>;
  /** A role of theirs comes in by the identity provider only. */
  'provider-needed': Record<never, never>;
  'provider-away': Record<never, never>;
  /** `until`: when the next try is looked at. */
  'too-many-tries': { until: string };
  'not-allowed': { right: string };
  'not-found': { thing: string; id: string };
  /**
   * `code` is one word that a screen has words for: `missing`, `date`, `amount`. `words`: those of our
   * own lists that stand in what was written.
   */
  'invalid-input': {
    problems: readonly { path: string; message: string; code?: string; words?: string }[];
  };
  /** `server`: the name of another server that is the reason. */
  conflict: { thing: string; reason: string; server?: string };
  /** `overridable`: only presumptions stand against it, a supervisor may let it pass once. */
  'contact-refused': {
    reasons: readonly string[];
    /** The same rules as one would cite them, of those that have a title. */
    rules: readonly { rule: string; title: string; citation: string }[];
    nextKind: 'now' | 'at' | 'on_condition' | 'never';
    nextPermittedAt: string | null;
    /** The zone of the person's place, in which the next time is meant. */
    zone: string | null;
    overridable?: boolean;
  };
  'gate-unavailable': { reason: string };
  /** The clocks disagree or one was set: what cannot be undone waits until somebody has looked. */
  'clock-in-doubt': Record<never, never>;
  /** Only the customer says this for themselves; somebody tied to them is on the line. */
  'not-the-customer': { conversationId: string };
  'not-verified': { conversationId: string };
  /** `reason` is why a connection test failed, `detail` a technical word more. */
  'connection-failed': { reason: string; detail: string | null };
  'already-done': { thing: string; id: string };
  'transition-not-allowed': { from: string; to: string; on: string };
  'authority-exceeded': { limit: string; asked: string };
  /** `accounts`: those to which the person is tied, by masked references. */
  'beyond-accounts': { accounts: string };
  'amount-mismatch': { expected: string; got: string };
  'step-missing': { needs: string };
  'too-large': { limit: string };
  /** More work than one request may ask for; `needs` is what it takes too much of. */
  'too-heavy': { needs: 'time' | 'memory'; limit: string };
  /** Files that wait to be imported take up all that is kept; they are deleted after `days`. */
  'storage-full': { days: string };
  /** Too much is being worked on at once, by this person or by all. */
  busy: { seconds: string };
  unreadable: { what: string; reason: string };
  'cannot-undo': { thing: string; reason: string };
  'taken-by-another': { thing: string; by: string };
  'second-person-needed': { thing: string };
};

export type RefusalCode = keyof RefusalFacts;

/**
 * A no from a use case: thrown, so that the transaction rolls back. `code` names the problem type
 * and `facts` are shown to the caller as they are, so they never hold personal data.
 */
export class Refusal<Code extends RefusalCode = RefusalCode> extends Error {
  readonly code: Code;
  readonly facts: RefusalFacts[Code];

  constructor(code: Code, facts: RefusalFacts[Code]) {
    super(`${code} ${JSON.stringify(facts)}`);
    this.name = 'Refusal';
    this.code = code;
    this.facts = facts;
  }
}

/** Throws when something that cannot happen did: a bug, never a user's mistake. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`cannot happen: ${message}`);
}
