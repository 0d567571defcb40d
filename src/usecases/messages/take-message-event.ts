import type { Medium } from '#domain/gate/facts/channels.ts';
import { instantOf, msOf } from '#kernel/time.ts';
import type { MessageEvent, ReceivedMessage } from '#ports/messages.ts';
import { settleMessage } from '#storage/messages/messages.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, now } from '#usecases/app.ts';
import { unknownEvent } from '#usecases/gate/steps/unknown-event.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { takeMessage } from './steps/take-message.ts';

/** Keeps what a provider tells of messages. Told twice, it is kept once. */
export async function takeMessageEvent(app: App, event: MessageEvent): Promise<void> {
  switch (event.kind) {
    case 'delivered':
    case 'undelivered':
      return takeDelivery(app, event);
    case 'received':
      return takeReceived(app, event);
    default:
      return unknownEvent(app, 'messages', event);
  }
}

async function takeReceived(app: App, event: ReceivedMessage): Promise<void> {
  const { channel, from, subject, words, providerRef, answers, automatic, atMs } = event;
  const receivedAt = now(app);
  // A provider's clock may run ahead of ours; nothing reaches us before it was sent.
  const occurredAt = instantOf(Math.min(atMs, msOf(receivedAt)));
  const times = { occurredAt, receivedAt, recordedBy: null };
  const told = { subject, words, providerRef, answers, automatic };
  await takeMessage(app, { channel, from, ...told, ...times });
}

type Delivery = Extract<MessageEvent, { attemptId: string }>;

/** A message that did not arrive was never sent: rules that count or wait from it start afresh. */
async function takeDelivery(app: App, event: Delivery): Promise<void> {
  await inRetriedTransaction(app.db, async (tx) => {
    const message = await settleMessage(tx, event.attemptId, event.kind, now(app));
    if (!message) return;
    const facts = { attemptId: event.attemptId, channel: message.channel as Medium };
    const place = { ...message, portfolio: { id: message.portfolioId } };
    if (event.kind === 'delivered') {
      return logOnCase(app, tx, place, null, 'message.delivered', facts);
    }
    const why = { ...facts, cause: event.cause };
    await logOnCase(app, tx, place, null, 'message.undelivered', why);
  });
}
