import { createHash, randomBytes } from 'node:crypto';
import type { Decision } from '#domain/compliance/decision.ts';
import { bucketOf } from '#kernel/ids.ts';
import { Refusal } from '#kernel/refusal.ts';
import { dateIn, instantOf, minuteOfDayIn } from '#kernel/time.ts';
import { append, type LoggedEvent } from '#storage/event-log.ts';
import { inContact, insertReservation, lockPerson, verdictWord } from '#storage/gate.ts';
import type { App, Tx } from '../app.ts';
import { recordDecision, type Wanted, type Weighed, weighContact } from './weigh-contact.ts';

const reservationLivesMs = 60_000;

/** The gate's answer under the person's lock: an attempt that counts already, or the decision. */
export type Reserved =
  | { readonly reserved: true; readonly attemptId: string; readonly token: string }
  | { readonly reserved: false; readonly decision: Decision };

/** The hash under which a token is kept; the token itself never is. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * Decides one contact and, when it is permitted, reserves it: both under the person's lock, so that
 * two who ask at once cannot both pass a cap. The refusal is recorded too. The token opens `release`
 * once, within a minute. Throws `step-missing` while somebody is in contact with the person already.
 */
export async function reserveContact(app: App, wanted: Wanted): Promise<Reserved> {
  return app.db.transaction().execute(async (tx) => {
    if (!(await lockPerson(tx, wanted.customerId))) {
      throw new Refusal('not-found', { thing: 'customer', id: wanted.customerId });
    }
    // A second click, or a second window: nobody's telephone rings twice at once.
    if (await inContact(tx, wanted.customerId, instantOf(app.clock()))) {
      throw new Refusal('step-missing', { needs: 'finish-conversation' });
    }
    const weighed = await weighContact(app, tx, wanted);
    const decisionId = await recordDecision(app, tx, wanted, weighed, 'reserve');
    if (weighed.decision.permitted !== true) {
      await append(tx, [
        contactEvent(app, wanted, 'contact.refused', refusalFacts(weighed, decisionId)),
      ]);
      return { reserved: false, decision: weighed.decision };
    }
    return insertAttempt(app, tx, wanted, weighed, decisionId);
  });
}

async function insertAttempt(
  app: App,
  tx: Tx,
  wanted: Wanted,
  weighed: Weighed,
  decisionId: string,
): Promise<Reserved> {
  const attemptId = app.newId();
  const token = randomBytes(24).toString('base64url');
  const ms = app.clock();
  await insertReservation(tx, {
    id: attemptId,
    tenantId: app.tenantId,
    bucket: bucketOf(wanted.customerId),
    customerId: wanted.customerId,
    caseId: wanted.caseId,
    portfolioId: wanted.portfolio.id,
    decisionId,
    channel: 'phone_call',
    contactPointId: wanted.contactPointId,
    mode: 'live_agent',
    debts: weighed.debts,
    userId: wanted.userId,
    tokenHash: tokenHash(token),
    tokenExpiresAt: instantOf(ms + reservationLivesMs),
    zone: weighed.zone,
    localDay: dateIn(weighed.zone, ms),
    localHour: Math.floor(minuteOfDayIn(weighed.zone, ms) / 60),
    attemptedAt: weighed.at,
  });
  await append(tx, [contactEvent(app, wanted, 'contact.reserved', { attemptId, decisionId })]);
  return { reserved: true, attemptId, token };
}

/** The facts of a refusal as the log keeps them. */
export function refusalFacts(weighed: Weighed, decisionId: string): LoggedEvent['facts'] {
  return {
    decisionId,
    channel: 'phone_call',
    verdict: verdictWord(weighed.decision),
    rules: weighed.decision.reasons.map(({ rule }) => rule),
    nextPermittedAt: weighed.decision.nextPermittedAt,
  };
}

/** An event of the contact area about one case, now. */
export function contactEvent(
  app: App,
  wanted: Pick<Wanted, 'customerId' | 'caseId' | 'userId'> & { portfolio: { id: string } },
  kind: string,
  facts: LoggedEvent['facts'],
): LoggedEvent {
  const at = instantOf(app.clock());
  return {
    id: app.newId(),
    tenantId: app.tenantId,
    portfolioId: wanted.portfolio.id,
    customerId: wanted.customerId,
    caseId: wanted.caseId,
    kind,
    occurredAt: at,
    recordedAt: at,
    actorId: wanted.userId,
    facts,
  };
}
