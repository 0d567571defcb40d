import type { MessageEvent } from '#ports/messages.ts';
import { settleMessage } from '#storage/messages.ts';
import { type App, now } from '../app.ts';
import { logOnCase } from './in-conversation.ts';

/** Keeps what a provider tells of messages. Told twice, it is kept once. */
export async function takeMessageEvent(app: App, event: MessageEvent): Promise<void> {
  switch (event.kind) {
    case 'delivered':
    case 'undelivered':
      return takeDelivery(app, event);
    case 'received':
      return;
  }
}

type Delivery = Extract<MessageEvent, { attemptId: string }>;

/** A message that did not arrive was never sent: rules that count or wait from it start afresh. */
async function takeDelivery(app: App, event: Delivery): Promise<void> {
  const cause = event.kind === 'undelivered' ? event.cause : null;
  await app.db.transaction().execute(async (tx) => {
    const message = await settleMessage(tx, event.attemptId, event.kind, now(app));
    if (!message) return;
    const facts = { attemptId: event.attemptId, channel: message.channel, cause };
    const place = { ...message, portfolio: { id: message.portfolioId } };
    await logOnCase(app, tx, place, null, `message.${event.kind}`, facts);
  });
}
