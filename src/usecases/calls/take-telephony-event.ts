import { withoutCardNumbers } from '#kernel/card-numbers.ts';
import { shownTextOf } from '#kernel/shown-text.ts';
import type { MonitorMode, TelephonyEvent } from '#ports/telephony.ts';
import { addLine, changeConversation, conversationOfCall } from '#storage/calls/conversations.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, now } from '#usecases/app.ts';
import { unknownEvent } from '#usecases/gate/steps/unknown-event.ts';
import { detectOptOut } from '#usecases/messages/steps/detect-opt-out.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { endCall } from './steps/end-call.ts';
import { takeInbound } from './steps/take-inbound.ts';

/** Keeps one thing that happened on a call. Events of one call come in order, one at a time. */
export async function takeTelephonyEvent(app: App, event: TelephonyEvent): Promise<void> {
  switch (event.kind) {
    case 'inbound':
      return takeInbound(app, event);
    case 'ringing':
    case 'answered':
      return goOn(app, event);
    case 'joined':
      return event.mode === 'talk' ? undefined : keepMonitor(app, event, event.mode);
    case 'recording-started':
      return keepRecording(app, event);
    case 'said':
      return keepWords(app, event);
    case 'refused':
    case 'no-answer':
    case 'busy':
    case 'failed':
    case 'hung-up':
      return endCall(app, event.callId, event);
    default:
      return unknownEvent(app, 'telephony', event);
  }
}

type Happening<Kind> = Extract<TelephonyEvent, { kind: Kind }>;

async function goOn(app: App, event: Happening<'ringing' | 'answered'>): Promise<void> {
  await inRetriedTransaction(app.db, async (tx) => {
    const conversation = await conversationOfCall(tx, event.callId);
    if (!conversation || conversation.endedAt !== null) return;
    if (event.kind === 'ringing') {
      if (conversation.state === 'dialling')
        await changeConversation(tx, conversation, { state: 'ringing' });
      return;
    }
    // When detection cannot tell, a person is given the benefit: a machine soon says so itself.
    const answeredBy = event.by === 'machine' ? ('machine' as const) : ('person' as const);
    await changeConversation(tx, conversation, { state: 'live', answeredAt: now(app), answeredBy });
    const facts = { conversationId: conversation.id, answeredBy };
    await logOnCase(app, tx, conversation, conversation.userId, 'contact.answered', facts);
  });
}

/** That somebody of ours listens or speaks beside the agent is written into the history. */
async function keepMonitor(
  app: App,
  { callId, leg }: Happening<'joined'>,
  mode: MonitorMode,
): Promise<void> {
  await inRetriedTransaction(app.db, async (tx) => {
    const conversation = await conversationOfCall(tx, callId);
    if (!conversation) return;
    await logOnCase(app, tx, conversation, leg, 'call.monitored', {
      conversationId: conversation.id,
      mode,
    });
  });
}

async function keepRecording(app: App, { callId }: Happening<'recording-started'>): Promise<void> {
  await inRetriedTransaction(app.db, async (tx) => {
    const conversation = await conversationOfCall(tx, callId);
    if (!conversation) return;
    await logOnCase(app, tx, conversation, conversation.userId, 'call.recorded', {
      conversationId: conversation.id,
    });
  });
}

/** Words of the other side; ours were kept when they were said, with what was meant by them. */
async function keepWords(app: App, event: Happening<'said'>): Promise<void> {
  if (event.speaker === 'agent') return;
  const speaker = event.speaker === 'person' ? 'customer' : 'machine';
  const words = withoutCardNumbers(shownTextOf(event.text));
  if (words === '') return;
  await inRetriedTransaction(app.db, async (tx) => {
    const conversation = await conversationOfCall(tx, event.callId);
    if (!conversation || conversation.finishedAt !== null) return;
    const said = { speaker, intent: null, words, saidAt: now(app) } as const;
    await addLine(tx, conversation, app.tenantId, said);
    if (speaker === 'customer') {
      const { customerId, caseId, portfolio, contactPointId, id } = conversation;
      await detectOptOut(app, tx, {
        ...{ customerId, caseId, portfolioId: portfolio.id, contactPointId, words },
        ...{ source: 'call', sourceId: app.newId(), conversationId: id, recordedBy: null },
      });
    }
    if (speaker === 'machine' && conversation.answeredBy !== 'machine') {
      await changeConversation(tx, conversation, { answeredBy: 'machine' });
    }
  });
}
