import type { MessageOrder, Messages, ReceivedMessage } from '#ports/messages.ts';

/** A message as the simulated provider carried it. */
export type SentMessage = Omit<MessageOrder, 'token'> & {
  readonly providerRef: string;
  readonly atMs: number;
};

/** What only a simulated provider can do. */
export type MessageSimulation = {
  /** Messages sent since the start, oldest first; only the newest thousand are remembered. */
  readonly sent: () => readonly SentMessage[];
  /** Somebody writes to us now; answers the provider's number of the message. */
  readonly receive: (
    message: Pick<ReceivedMessage, 'channel' | 'from' | 'to' | 'words'> & {
      readonly subject?: string;
      readonly answers?: string;
      readonly automatic?: boolean;
    },
  ) => string;
};

/** A simulated provider: a provider, and what the world around it does. */
export type SimulatedMessages = Messages & { readonly simulation: MessageSimulation };

/** Whether a connected provider is the simulated one. */
export function isSimulated(messages: Messages): messages is SimulatedMessages {
  return 'simulation' in messages;
}
