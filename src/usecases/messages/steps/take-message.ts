import { looksAutomatic } from '#domain/opt-out-detection/automatic-replies.ts';
import { scopeWord } from '#domain/opt-out-detection/closing.ts';
import { isPassedOn } from '#domain/opt-out-detection/mail-programs.ts';
import { type OptOutRequest, readOptOut } from '#domain/opt-out-detection/opt-out-request.ts';
import { type SentTexts, sentTexts } from '#domain/opt-out-detection/sent-texts.ts';
import { customerActor } from '#domain/workforce/rights.ts';
import { withoutCardNumbers } from '#kernel/card-numbers.ts';
import { dateIn, type Instant, minuteOfDayIn, msOf } from '#kernel/time.ts';
import type { MessageChannel } from '#ports/messages.ts';
import type { FactTimes } from '#storage/contact-log/contact-facts.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { append } from '#storage/event-log.ts';
import { raiseAlarm } from '#storage/gate/alarms.ts';
import {
  claimMessage,
  insertInboundAttempt,
  insertInboundMessage,
  type Sender,
  sendersAt,
} from '#storage/messages/inbound-messages.ts';
import { textsSentTo } from '#storage/messages/messages.ts';
import { insertOptOutRequest, standingOptOuts } from '#storage/messages/refusals.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { whoIsAt } from '#usecases/gate/steps/own-wish.ts';
import { recheckDecisions } from '#usecases/gate/steps/recheck-decisions.ts';
import { createObligations } from '#usecases/obligations/steps/create-obligations.ts';
import { factEvent } from '#usecases/record-event.ts';
import { applyOptOut } from './apply-opt-out.ts';
import { confirmOptOut, isConfirmed } from './confirm-opt-out.ts';

/** A message of the other side, from a provider or keyed in from paper. */
export type TakenMessage = {
  readonly channel: MessageChannel;
  /** The number in E.164 form or the address. */
  readonly from: string;
  readonly subject: string | null;
  readonly words: string;
  /** Null for what was keyed in. */
  readonly providerRef: string | null;
  /** Our attempt that it answers, when the thread says so. */
  readonly answers: string | null;
  /** Whether it says of itself that a machine sent it; left out by those who cannot tell. */
  readonly automatic?: boolean;
  readonly occurredAt: Instant;
  readonly receivedAt: Instant;
  readonly recordedBy: string | null;
};

/** What became of it: `people` is empty when nobody has the address it came from. */
export type TakenResult = {
  readonly people: readonly {
    readonly customerId: string;
    readonly messageId: string;
    readonly request: Pick<OptOutRequest, 'kind' | 'certainty' | 'also'>;
    /** What the request closed, or what a person has to look at; null when nothing was noticed. */
    readonly scope: string | null;
  }[];
};

/** Contact points that a channel comes from. */
const kindsOf: Readonly<Record<MessageChannel, readonly string[]>> = {
  sms: ['mobile', 'landline'],
  email: ['email'],
  letter: ['mail'],
  chat: ['mobile', 'email'],
};

type AppliedOptOut = { readonly refusalId: string; readonly scope: string };

type Kept = {
  readonly sender: Sender;
  readonly messageId: string;
  readonly attemptId: string | null;
  readonly request: OptOutRequest;
  /** What was closed and by which refusal, null when nothing was. */
  readonly obeyed: AppliedOptOut | null;
};

/**
 * Takes a message of the other side, for everybody who has the address it came from: keeps it, counts
 * it, reads it for requests and applies them under the person's lock, so that what is on its way to
 * them is refused when it asks for release. No event holds the words. A message that its provider
 * delivers twice is kept once. After the commit one opt-out is confirmed, if the gate permits it.
 */
export async function takeMessage(app: App, taken: TakenMessage): Promise<TakenResult> {
  const message = {
    ...taken,
    words: withoutCardNumbers(plain(taken.words)),
    subject: taken.subject && withoutCardNumbers(plain(taken.subject)),
  };
  const from = message.channel === 'email' ? message.from.trim().toLowerCase() : message.from;
  const senders = await sendersAt(app.db, kindsOf[message.channel], from, message.answers);
  if (senders.length === 0) {
    await app.db.transaction().execute((tx) => noteUnknown(app, tx, message));
    return { people: [] };
  }
  const kept = await inRetriedTransaction(app.db, (tx) => keepAll(app, tx, message, senders));
  // One address, one confirmation: whoever shares it reads the same words.
  const told = kept.find(({ obeyed, sender }) => obeyed !== null && sender.caseId !== null);
  if (told?.obeyed)
    await confirmOptOut(app, { ...told.sender, ...message, ...told, ...told.obeyed });
  return {
    people: kept.map(({ sender: { customerId }, messageId, request }) => ({
      ...{ customerId, messageId, request },
      scope: scopeWord(request),
    })),
  };
}

async function keepAll(
  app: App,
  tx: Tx,
  message: TakenMessage,
  senders: readonly Sender[],
): Promise<readonly Kept[]> {
  const people = await lockPeople(tx, ...senders.map(({ customerId }) => customerId));
  const given = senders.map((sender) => ({ ...sender, messageId: app.newId() }));
  if (!(await isNew(app, tx, message, given[0]))) return [];
  // A number that several share is one telephone: it quotes what was sent to any of them.
  const texts: string[] = [];
  for (const customerId of new Set(given.map((sender) => sender.customerId))) {
    texts.push(...(await textsSentTo(tx, customerId)));
  }
  const sent = sentTexts(texts);
  const kept: Kept[] = [];
  for (const sender of given) kept.push(await keepOne(app, tx, message, sender, sent));
  const first = kept.find(({ obeyed }) => obeyed !== null)?.obeyed;
  if (first && msOf(message.receivedAt) < app.clock()) {
    // Read late, in force from its receipt: what was decided meanwhile is looked at again.
    const cause = { kind: 'fact', id: first.refusalId } as const;
    await recheckDecisions(app, tx, { people }, message.receivedAt, cause);
  }
  return kept;
}

/** Whether the provider reports it for the first time; what a person keys in is always new. */
async function isNew(
  app: App,
  tx: Tx,
  { channel, providerRef }: TakenMessage,
  first: (Sender & { readonly messageId: string }) | undefined,
): Promise<boolean> {
  if (providerRef === null || first === undefined) return true;
  const { customerId, messageId: id } = first;
  return claimMessage(tx, app.tenantId, { id, customerId, reference: `${channel} ${providerRef}` });
}

async function keepOne(
  app: App,
  tx: Tx,
  message: TakenMessage,
  sender: Sender & { readonly messageId: string },
  sent: SentTexts,
): Promise<Kept> {
  const { customerId, caseId, portfolioId, contactPointId, messageId } = sender;
  const { channel, subject, words, occurredAt, receivedAt, recordedBy } = message;
  const owned = { customerId, tenantId: app.tenantId };
  const times = { occurredAt, receivedAt, recordedAt: now(app) };
  const attemptId = caseId && portfolioId ? app.newId() : null;
  const automated = message.automatic === true || looksAutomatic(message);
  await insertInboundMessage(tx, {
    ...{ ...owned, ...times, id: messageId, caseId, portfolioId, channel, contactPointId },
    ...{ attemptId, subject, words, inResponseTo: message.answers, userId: recordedBy },
    providerRef: message.providerRef,
  });
  if (attemptId && caseId && portfolioId) {
    await insertInboundAttempt(tx, {
      ...{ ...owned, ...times, id: attemptId, caseId, portfolioId, channel, contactPointId },
      ...{ debts: sender.debts, inResponseTo: message.answers, zone: sender.zone, automated },
      person: await whoIsAt(app, tx, { customerId, contactPointId }),
      localDay: dateIn(sender.zone, msOf(occurredAt)),
      localHour: Math.floor(minuteOfDayIn(sender.zone, msOf(occurredAt)) / 60),
    });
  }
  const about = { customerId, caseId, portfolioId, ...bySender(sender, message) };
  const writtenBy = automated ? ('machine' as const) : ('person' as const);
  const facts = { messageId, attemptId, channel, writtenBy };
  await append(tx, [factEvent(app, about, 'message.received', times, facts)]);
  const request = readRequest(sender, message, automated, sent);
  const obeyed = await follow(app, tx, sender, { ...message, messageId, times }, request);
  return { sender, messageId, attemptId, request, obeyed };
}

/**
 * What a message asks. What a machine says it wrote asks nothing; what only looks so may be a person's
 * own words, and is looked at.
 */
function readRequest(
  { language, names }: Sender,
  message: TakenMessage,
  automated: boolean,
  sent: SentTexts,
): OptOutRequest {
  const text = message.automatic === true ? '' : textOf(message);
  const { channel } = message;
  const address = channel === 'email' ? message.from.trim() : null;
  const request = readOptOut(text, { channel, language, names, sent, address });
  return automated ? { ...request, certainty: 'unsure' } : request;
}

async function follow(
  app: App,
  tx: Tx,
  sender: Sender,
  message: TakenMessage & { readonly messageId: string; readonly times: FactTimes },
  request: OptOutRequest,
): Promise<AppliedOptOut | null> {
  const { messageId, times, channel, recordedBy } = message;
  if (request.kind === 'opt_in' && request.certainty === 'sure') {
    await reopen(app, tx, sender, message);
    return null;
  }
  const from = {
    ...sender,
    ...{ channel, recordedBy, source: 'message' as const, sourceId: messageId },
    conversationId: null,
  };
  const obeyed = await applyOptOut(app, tx, from, request, times);
  if (!obeyed || request.kind !== 'opt_out') return null;
  const { customerId, caseId, portfolioId } = sender;
  if (caseId && portfolioId && isConfirmed(channel, obeyed.scope)) {
    const place = { customerId, caseId, portfolioId };
    const source = `refusal:${obeyed.refusalId}`;
    await createObligations(app, tx, place, 'opt_out', source, msOf(times.receivedAt));
  }
  return obeyed;
}

/**
 * START opens again what STOP at this very address closed, and nothing wider. One that comes late, and
 * was said before a STOP, opens nothing: the last word counts.
 */
async function reopen(
  app: App,
  tx: Tx,
  { customerId, caseId, portfolioId, contactPointId }: Sender,
  {
    messageId,
    times,
    channel,
    recordedBy,
  }: { messageId: string; times: FactTimes } & Pick<TakenMessage, 'channel' | 'recordedBy'>,
): Promise<void> {
  const owned = { customerId, tenantId: app.tenantId };
  const standing = await standingOptOuts(tx, customerId, contactPointId, times.occurredAt);
  for (const withdraws of standing) {
    await insertOptOutRequest(tx, {
      ...{ ...owned, id: app.newId(), kind: 'withdrawn', channel, contactPointId, withdraws },
      ...{ details: { messageId }, givenAt: times.receivedAt, receivedAt: times.receivedAt },
      ...{ recordedAt: times.recordedAt, source: 'message', conversationId: null, recordedBy },
    });
    const about = { customerId, caseId, portfolioId, ...bySender({ customerId }, { recordedBy }) };
    const facts = { messageId, preferenceId: withdraws, channel };
    await append(tx, [factEvent(app, about, 'opt-out.taken-back', times, facts)]);
  }
}

/** Who a message is logged for: whoever keyed it in, else the customer who wrote it. */
function bySender(
  { customerId }: Pick<Sender, 'customerId'>,
  { recordedBy }: Pick<TakenMessage, 'recordedBy'>,
) {
  return { userId: recordedBy, by: recordedBy === null ? customerActor(customerId) : null };
}

/** No database keeps a zero character; a STOP beside one must not be lost for it. */
const plain = (words: string) => words.replaceAll('\u0000', '');

/** A subject that only repeats ours says nothing of theirs. */
function textOf({ subject, words }: TakenMessage): string {
  const own = subject !== null && !isPassedOn(subject);
  return own ? `${subject}\n${words}` : words;
}

async function noteUnknown(app: App, tx: Tx, message: TakenMessage): Promise<void> {
  const { occurredAt, receivedAt, channel, providerRef, recordedBy } = message;
  const times = { occurredAt, receivedAt, recordedAt: now(app) };
  const nobody = { customerId: null, caseId: null, portfolioId: null, userId: recordedBy };
  const { kind: request, also } = readOptOut(textOf(message), { channel });
  const event = factEvent(app, nobody, 'message.unknown-sender', times, { channel, request });
  await append(tx, [event]);
  if (!also.includes('danger')) return;
  await raiseAlarm(tx, {
    ...{ id: app.newId(), tenantId: app.tenantId, portfolioId: null, caseId: null },
    ...{ kind: 'danger-unknown', key: `${channel} ${providerRef ?? event.id}` },
    ...{ details: { channel, keyedIn: recordedBy !== null }, at: times.recordedAt },
  });
}
