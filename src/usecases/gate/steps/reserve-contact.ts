import { createHash, randomBytes } from 'node:crypto';
import { checkPurpose, howOf } from '#domain/contact/contact-how.ts';
import { event, type LoggedEvent } from '#domain/events/event.ts';
import type { EventKind, FactsFor, FactsOf } from '#domain/events/event-kinds.ts';
import type { Decision } from '#domain/gate/decision.ts';
import type { Medium } from '#domain/gate/facts/channels.ts';
import { dateOfDay, localDay, localSecond } from '#kernel/local-clock.ts';
import { Refusal } from '#kernel/refusal.ts';
import { instantOf } from '#kernel/time.ts';
import type { KeptDecision } from '#storage/gate/gate.ts';
import { type ContactLock, keepContact, keepReservation } from '#storage/gate/keep-contact.ts';
import { type LiveOverride, liveOverride, spendOverride } from '#storage/gate/overrides.ts';
import { type HotTransaction, inHotTransaction } from '#storage/hot-path.ts';
import type { App, Db } from '#usecases/app.ts';
import { type Evaluated, evaluateContact, keptDecision } from './evaluate-contact.ts';
import { failingClosed, raiseAlarms } from './gate-alarm.ts';
import { type GateInputs, lockGateInputs } from './load-gate-inputs.ts';
import type { Wanted } from './wanted-contact.ts';

const reservationLivesMs = 60_000;

/** Channels on which one talks: nobody is talked to twice at once. */
const live = ['phone_call', 'visit'];

/** The gate's answer under the person's lock: an attempt that counts already, or the decision. */
export type Reserved =
  | {
      readonly reserved: true;
      readonly attemptId: string;
      readonly token: string;
      /** What was decided, and under which id it is kept. */
      readonly decision: Decision;
      readonly decisionId: string;
    }
  | { readonly reserved: false; readonly decision: Decision };

/** The hash under which a token is kept; the token itself never is. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** A token nobody can guess; whose attempt it is for can be read from it. */
function newToken(customerId: string): string {
  return `${customerId}.${randomBytes(24).toString('base64url')}`;
}

/** Whose attempt a token is for; null for what is no token of ours. */
export function customerOfToken(token: string): string | null {
  return /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\./.exec(token)?.[1] ?? null;
}

/**
 * Decides one contact on any channel and, when it is permitted, reserves it: both under the person's
 * lock, so that two who ask at once cannot both pass a cap. A presumption alone passes with a
 * supervisor's override, which it uses up. The refusal is recorded too. The token opens `release`
 * once, within a minute. What was made before is kept whatever the answer. Throws `step-missing`
 * while somebody is in live contact with the person, `invalid-input` for a purpose that rests on
 * nothing, `gate-unavailable` when the log is unreadable.
 */
export async function reserveContact(app: App, wanted: Wanted): Promise<Reserved> {
  checkPurpose(howOf(wanted));
  const reserved = await failingClosed(app, wanted, () =>
    inHotTransaction(app.db, (hot) => reserveWithin(app, hot, wanted)),
  );
  if (!reserved.reserved) await raiseAlarms(app, app.db, wanted, reserved.decision);
  return reserved;
}

/** The same in a transaction that is under way; it ends with the last statement. */
export async function reserveWithin(
  app: App,
  hot: HotTransaction,
  wanted: Wanted,
): Promise<Reserved> {
  const { inputs, lock } = await lockGateInputs(app, hot, wanted);
  // A second click, or a second window: nobody's telephone rings twice at once.
  const talks = live.includes(howOf(wanted).channel);
  if (talks && inputs.inContact) {
    throw new Refusal('step-missing', { needs: 'finish-conversation' });
  }
  const { evaluated, override } = await evaluateWithOverride(app, hot.db, wanted, inputs);
  const overrideId = override?.id ?? null;
  const decision = keptDecision(app, wanted, evaluated, 'reserve', overrideId);
  if (evaluated.decision.permitted !== true && !override && wanted.madeAt === undefined) {
    const event = contactEvent(
      app,
      wanted,
      'contact.refused',
      refusalFacts(evaluated, decision.id),
    );
    await keepContact(hot.runAndCommit, { decision, event, lock });
    return { reserved: false, decision: evaluated.decision };
  }
  return insertAttempt(app, hot, wanted, evaluated, { decision, lock });
}

/** Decides; and decides again with the factor of an override when nothing but presumptions stand. */
async function evaluateWithOverride(
  app: App,
  db: Db,
  wanted: Wanted,
  inputs: GateInputs,
): Promise<{ evaluated: Evaluated; override: LiveOverride | undefined }> {
  const evaluated = evaluateContact(app, wanted, inputs, { guarded: true });
  const override = await overrideFor(db, wanted, evaluated);
  if (!override) return { evaluated, override };
  const options = { guarded: true, rebuttalFactor: override.factor };
  const again = evaluateContact(app, wanted, inputs, options);
  const stands = again.decision.permitted === 'presumed_violation';
  return { evaluated: again, override: stands ? override : undefined };
}

async function overrideFor(db: Db, wanted: Wanted, { decision, at }: Evaluated) {
  if (decision.permitted !== 'presumed_violation') return undefined;
  const { customerId, caseId, contactPointId } = wanted;
  const rules = decision.reasons.map(({ rule }) => rule);
  const { channel } = howOf(wanted);
  return liveOverride(db, { customerId, caseId, contactPointId, channel, rules }, at);
}

async function insertAttempt(
  app: App,
  hot: HotTransaction,
  wanted: Wanted,
  evaluated: Evaluated,
  { decision, lock }: { readonly decision: KeptDecision; readonly lock: ContactLock },
): Promise<Reserved> {
  const attemptId = app.newId();
  const token = newToken(wanted.customerId);
  const ms = app.clock();
  const { channel, mode, purpose, reference, inResponseTo, unsolicited } = howOf(wanted);
  const { id: decisionId, overrideId } = decision;
  if (overrideId)
    await spendOverride(hot.db, wanted.customerId, overrideId, attemptId, evaluated.at);
  const facts = { attemptId, decisionId, overrideId, channel: channel as Medium };
  const event = contactEvent(app, wanted, 'contact.reserved', facts);
  const kept = { decision, event, lock };
  await keepReservation(hot.runAndCommit, kept, {
    ...{ attemptId, mode, inResponseTo, unsolicited },
    person: evaluated.facts.proposed.person ?? 'consumer',
    automated: evaluated.facts.proposed.automated === true,
    contactPurpose: purpose,
    purposeRef: reference,
    collector: evaluated.facts.actor.id,
    debts: evaluated.debts,
    tokenHash: tokenHash(token),
    tokenExpiresAt: instantOf(ms + reservationLivesMs),
    zone: evaluated.zone,
    localDay: dateOfDay(localDay(evaluated.zone, ms)),
    localHour: Math.floor(localSecond(evaluated.zone, ms) / 3600),
    instanceId: app.instance.id,
  });
  return { reserved: true, attemptId, token, decision: evaluated.decision, decisionId };
}

/** The facts of a refusal as the log keeps them. */
export function refusalFacts(evaluated: Evaluated, decisionId: string): FactsOf<'contact.refused'> {
  return {
    decisionId,
    channel: evaluated.facts.proposed.channel as Medium,
    verdict: evaluated.decision.permitted === false ? 'refused' : 'presumed_violation',
    rules: evaluated.decision.reasons.map(({ rule }) => rule),
    nextPermittedAt: evaluated.decision.nextPermittedAt,
  };
}

/** An event of the contact area about one case, now. */
export function contactEvent<K extends EventKind>(
  app: App,
  wanted: Pick<Wanted, 'customerId' | 'caseId' | 'userId'> & { portfolio: { id: string } },
  kind: K,
  facts: FactsFor<K>,
): LoggedEvent {
  const at = instantOf(app.clock());
  const frame = {
    id: app.newId(),
    tenantId: app.tenantId,
    portfolioId: wanted.portfolio.id,
    customerId: wanted.customerId,
    caseId: wanted.caseId,
    occurredAt: at,
    recordedAt: at,
    actorId: wanted.userId,
  };
  return event(kind, frame, facts);
}
