import {
  type Closable,
  closingsOf,
  isToLookAt,
  isToldOnly,
} from '#domain/opt-out-detection/closing.ts';
import type { WordsChannel } from '#domain/opt-out-detection/opt-out-request.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import type { Instant } from '#kernel/time.ts';
import { closeDangerAlarms } from '#storage/cases/told-danger.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { append } from '#storage/event-log.ts';
import { closedBy } from '#storage/messages/closed-by.ts';
import {
  insertOptOutRequest,
  type LockedRefusal,
  lockRefusal,
  refusalOwner,
  settleRefusal,
} from '#storage/messages/refusals.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow, now, type Tx } from '#usecases/app.ts';
import { recheckDecisions } from '#usecases/gate/steps/recheck-decisions.ts';
import { factEvent } from '#usecases/record-event.ts';
import { type DangerFound, judgeDanger } from './steps/judge-danger.ts';
import { takeClaimBack } from './steps/take-claim-back.ts';

/** What a person says of words that were taken for a refusal. */
export type Judgement = {
  readonly refusalId: string;
  readonly verdict: 'opt_out' | 'not_opt_out';
  /** What they meant to close; null leaves it as it was read. */
  readonly scope: Closable | null;
  readonly why: string | null;
  /** What was found of a danger that the words may tell; needed where they do. */
  readonly danger: DangerFound | null;
};

/**
 * Says that it was a refusal, perhaps of something else, or that it was none: what was closed is then
 * open again from now, with who said so. What it closed until now stays in the log. Throws
 * `not-found`, `already-done`, `step-missing` when it was none and nobody says why, `invalid-input`
 * when nothing was closed and nobody says what should be; of words that may tell of danger to life it is
 * said as well whether they do.
 */
export async function judgeRefusal(app: App, actor: Actor, judgement: Judgement) {
  const { refusalId, verdict, scope, why } = judgement;
  const owner = await refusalOwner(app.db, app.tenantId, refusalId);
  if (!owner) throw new Refusal('not-found', { thing: 'refusal', id: refusalId });
  allow(actor, 'refusal.read', owner.portfolioId ?? undefined);
  await inRetriedTransaction(app.db, async (tx) => {
    const people = await lockPeople(tx, owner.customerId);
    const refusal = await lockRefusal(tx, owner.customerId, refusalId);
    assert(refusal, 'a refusal is never deleted');
    if (refusal.readAt) throw new Refusal('already-done', { thing: 'refusal', id: refusalId });
    const at = now(app);
    // What closed nothing is opened by nobody: that it was looked at is enough.
    if (verdict === 'not_opt_out' && !why?.trim() && !isToLookAt(refusal.scope)) {
      throw new Refusal('step-missing', { needs: 'reason' });
    }
    checkScope(refusal, judgement);
    const danger = await judgeDanger(app, tx, actor, refusal, judgement.danger, at);
    const closed = await change(app, tx, actor, refusal, judgement, at);
    const by = actor.userId;
    await settleRefusal(tx, refusal, { ...{ at, by, verdict }, ...closed });
    const { customerId, caseId, portfolioId } = refusal;
    const about = { customerId, caseId, portfolioId, userId: by };
    const times = { occurredAt: at, receivedAt: at, recordedAt: at };
    const facts = { refusalId, verdict, was: refusal.scope, scope: scope ?? refusal.scope, danger };
    const event = factEvent(app, about, 'refusal.judged', times, facts);
    await append(tx, [event]);
    await closeDangerAlarms(tx, { customerId, by, at });
    if (closed.preferenceId === refusal.preferenceId) return;
    // What is closed otherwise than it was read was so since the words came.
    const cause = { kind: 'fact', id: event.id } as const;
    await recheckDecisions(app, tx, { people }, refusal.foundAt, cause);
  });
  return { done: true as const };
}

/** What words may claim that was kept as a fact of its own. */
const claims = ['cease', 'deceased'] as const;

/** Words that only told something are a refusal of something only when a person says of what. */
function checkScope(refusal: LockedRefusal, { verdict, scope }: Judgement): void {
  const isClaim = claims.some((kind) => kind === refusal.scope);
  const isOpen = refusal.preferenceId === null || isToldOnly(refusal.scope);
  const closesNothing = isOpen && !isClaim;
  if (verdict === 'not_opt_out' || scope !== null || !closesNothing) return;
  throw new Refusal('invalid-input', { problems: [{ path: 'scope', message: 'missing' }] });
}

async function change(
  app: App,
  tx: Tx,
  actor: Actor,
  refusal: LockedRefusal,
  { verdict, scope, why }: Judgement,
  at: Instant,
): Promise<{ readonly scope: string; readonly preferenceId: string | null }> {
  const stays = { scope: refusal.scope, preferenceId: refusal.preferenceId };
  if (verdict === 'not_opt_out') {
    await withdrawRefusal(app, tx, actor, refusal, why, at);
    await takeClaimBack(app, tx, actor, refusal, 'cease', at);
    // A death that was told beside a refusal is another matter: whoever confirms it decides.
    if (refusal.scope === 'deceased') {
      await takeClaimBack(app, tx, actor, refusal, 'deceased', at);
    }
    return stays;
  }
  if (scope === null || scope === refusal.scope) return stays;
  const closings = closingsOf(scope, {
    channel: refusal.channel as WordsChannel,
    contactPointId: refusal.contactPointId,
  });
  assert(closings.length > 0, 'every scope a person can choose closes something');
  await withdrawRefusal(app, tx, actor, refusal, why, at);
  const ids = closings.map(() => app.newId());
  for (const [index, closing] of closings.entries()) {
    await insertOptOutRequest(tx, {
      ...{ ...ownedBy(app, refusal), ...closing, id: ids[index] ?? app.newId(), withdraws: null },
      ...{ details: { refusalId: refusal.id, why }, source: 'judgement' },
      // It binds from when their words reached us, whatever they were first taken for.
      ...{ givenAt: refusal.foundAt, receivedAt: refusal.foundAt, recordedAt: at },
      ...{ conversationId: null, recordedBy: actor.userId },
    });
  }
  return { scope, preferenceId: ids[0] ?? null };
}

async function withdrawRefusal(
  app: App,
  tx: Tx,
  actor: Actor,
  refusal: LockedRefusal,
  why: string | null,
  at: Instant,
): Promise<void> {
  const { id, customerId, preferenceId } = refusal;
  if (preferenceId === null) return;
  for (const withdraws of await closedBy(tx, customerId, { id, preferenceId })) {
    await insertOptOutRequest(tx, {
      ...{ ...ownedBy(app, refusal), id: app.newId(), kind: 'withdrawn', channel: null },
      ...{ contactPointId: null, details: { refusalId: id, why }, source: 'judgement' },
      ...{ givenAt: at, receivedAt: at, recordedAt: at, conversationId: null },
      ...{ recordedBy: actor.userId, withdraws },
    });
  }
}

const ownedBy = (app: App, { customerId }: LockedRefusal) => ({
  customerId,
  tenantId: app.tenantId,
});
