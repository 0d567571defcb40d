import type { z } from 'zod';
import type { IdMaker } from '#kernel/ids.ts';
import type { Clock } from '#kernel/time.ts';
import type { Adapter, Connected } from './adapter.ts';
import type { ReleasedToken, VerifyRelease } from './released.ts';
import type { Cancel } from './telephony.ts';

/** Ways of written contact. The words are those of `Proposed.channel`. */
export const messageChannels = ['sms', 'email', 'letter', 'chat'] as const;
export type MessageChannel = (typeof messageChannels)[number];

/** An order to send one message once. */
export type MessageOrder = {
  readonly token: ReleasedToken;
  readonly attemptId: string;
  readonly channel: MessageChannel;
  /** The number in E.164 form, the e-mail address, the postal address, the handle. */
  readonly to: string;
  /** Only e-mails and letters have one. */
  readonly subject: string | null;
  readonly words: string;
  /** Language of the words, BCP 47. */
  readonly lang: string;
};

/** What became of an order when it was handed over; `sent` does not yet mean delivered. */
export type SendResult =
  | { readonly sent: true; readonly providerRef: string }
  | { readonly sent: false; readonly reason: 'not-released' | 'not-verifiable' | 'network' };

/** Why a message that was sent did not arrive. */
export type UndeliveredCause = 'no-such-address' | 'refused-there' | 'network';

/** A message of the other side. `providerRef` is its provider's own number: told twice, kept once. */
export type ReceivedMessage = {
  readonly kind: 'received';
  readonly channel: MessageChannel;
  readonly from: string;
  /** The address of ours that it came to. */
  readonly to: string;
  readonly subject: string | null;
  readonly words: string;
  readonly providerRef: string;
  /** Our attempt that it answers, when the thread says so. */
  readonly answers: string | null;
  /** Whether it says of itself that a machine sent it (RFC 3834, `Auto-Submitted`). */
  readonly automatic: boolean;
  /** When it reached the provider, by the host's clock. */
  readonly atMs: number;
};

/** What is told later of messages. Each sent message is delivered or undelivered at most once. */
export type MessageEvent =
  | { readonly kind: 'delivered'; readonly attemptId: string; readonly atMs: number }
  | {
      readonly kind: 'undelivered';
      readonly attemptId: string;
      readonly cause: UndeliveredCause;
      readonly atMs: number;
    }
  | ReceivedMessage;

/** What a message adapter gets from the product. */
export type MessagesHost = {
  readonly clock: Clock;
  /** Runs something once after so many milliseconds of the host's clock. */
  readonly after: (delayMs: number, run: () => void) => Cancel;
  readonly newId: IdMaker;
  /** Takes every event; it must not throw. */
  readonly emit: (event: MessageEvent) => void;
  readonly verifyRelease: VerifyRelease;
};

/** A connected provider of written messages. */
export type Messages = Connected & {
  /**
   * Sends one message once the token is verified. Never sends the same attempt twice: the token is
   * used up by asking.
   */
  readonly send: (order: MessageOrder) => Promise<SendResult>;
};

/** The default export of `adapters/messages/<name>/index.ts`. */
export type MessagesAdapter<Settings extends z.ZodObject = z.ZodObject> = Adapter<
  Settings,
  MessagesHost,
  Messages
>;
