import type { MonitorMode, TelephonyEvent } from '#ports/telephony.ts';
import { addLine, changeConversation, conversationOfCall } from '#storage/calls/conversations.ts';
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
  await app.db.transaction().execute(async (tx) => {
    const talk = await conversationOfCall(tx, event.callId);
    if (!talk || talk.endedAt !== null) return;
    if (event.kind === 'ringing') {
      if (talk.state === 'dialling') await changeConversation(tx, talk, { state: 'ringing' });
      return;
    }
    // When detection cannot tell, a person is given the benefit: a machine soon says so itself.
    const answeredBy = event.by === 'machine' ? ('machine' as const) : ('person' as const);
    await changeConversation(tx, talk, { state: 'live', answeredAt: now(app), answeredBy });
    const facts = { conversationId: talk.id, answeredBy };
    await logOnCase(app, tx, talk, talk.userId, 'contact.answered', facts);
  });
}

/** That somebody of ours listens or speaks beside the agent is written into the history. */
async function keepMonitor(
  app: App,
  { callId, leg }: Happening<'joined'>,
  mode: MonitorMode,
): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const talk = await conversationOfCall(tx, callId);
    if (!talk) return;
    await logOnCase(app, tx, talk, leg, 'call.monitored', { conversationId: talk.id, mode });
  });
}

async function keepRecording(app: App, { callId }: Happening<'recording-started'>): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const talk = await conversationOfCall(tx, callId);
    if (!talk) return;
    await logOnCase(app, tx, talk, talk.userId, 'call.recorded', { conversationId: talk.id });
  });
}

/** Words of the other side; ours were kept when they were said, with what was meant by them. */
async function keepWords(app: App, event: Happening<'said'>): Promise<void> {
  if (event.speaker === 'agent') return;
  const speaker = event.speaker === 'person' ? 'customer' : 'machine';
  await app.db.transaction().execute(async (tx) => {
    const talk = await conversationOfCall(tx, event.callId);
    if (!talk || talk.finishedAt !== null) return;
    const said = { speaker, intent: null, words: event.text, saidAt: now(app) } as const;
    await addLine(tx, talk, app.tenantId, said);
    if (speaker === 'customer') {
      const { customerId, caseId, portfolio, contactPointId, id } = talk;
      await detectOptOut(app, tx, {
        ...{ customerId, caseId, portfolioId: portfolio.id, contactPointId, words: event.text },
        ...{ source: 'call', sourceId: app.newId(), conversationId: id, recordedBy: null },
      });
    }
    if (speaker === 'machine' && talk.answeredBy !== 'machine') {
      await changeConversation(tx, talk, { answeredBy: 'machine' });
    }
  });
}
