import {
  clockPaused,
  type Hold,
  type HoldKind,
  holdPart,
  pausedSince,
} from '#domain/cases/holds.ts';
import { event } from '#domain/events/event.ts';
import { Refusal } from '#kernel/refusal.ts';
import { dateIn, type LocalDate, msOf } from '#kernel/time.ts';
import { clearVulnerable } from '#storage/calls/people.ts';
import type { Happened } from '#storage/cases/case-profiles.ts';
import { lockHolds, refreshHoldReview, shiftNotices } from '#storage/cases/holds.ts';
import { endAttorneys } from '#storage/cases/parties.ts';
import { openCasesWith } from '#storage/cases/read-file.ts';
import { endHold } from '#storage/cases/set-holds.ts';
import { debtsClaimed } from '#storage/contact-log/contact-facts.ts';
import { append } from '#storage/event-log.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import type { Place } from '#usecases/portfolios/steps/portfolio-place.ts';
import { settleCases } from './settle-cases.ts';

/**
 * Ends a hold in the caller's transaction. Throws `step-missing` for coerced debt while a claim with
 * papers has no answer.
 */
export async function endHoldOf(
  app: App,
  tx: Tx,
  place: Place,
  actorId: string | null,
  input: {
    readonly customerId: string;
    readonly caseId: string;
    readonly holdId: string;
    readonly why: string;
  },
): Promise<void> {
  const { customerId, caseId, holdId, why } = input;
  const rows = await lockHolds(tx, customerId, caseId);
  const row = rows.find(({ id }) => id === holdId);
  if (!row) throw new Refusal('not-found', { thing: 'hold', id: holdId });
  if (row.kind === 'coerced-debt' && (await isUnanswered(tx, row))) {
    throw new Refusal('step-missing', { needs: 'coerced-debt-answer' });
  }
  if (row.liftedAt) throw new Refusal('already-done', { thing: 'hold', id: holdId });
  const { zone } = place.portfolio;
  const today = dateIn(zone, app.clock());
  const before = rows.map((hold) => holdOf(hold, zone));
  const after = before.map((hold, i) => (rows[i] === row ? { ...hold, liftedOn: today } : hold));
  const at = now(app);
  await endHold(tx, { customerId, caseId }, holdId, { at, by: actorId, why });
  // Nobody represents them any more: whoever did stays on file, as one who did.
  if (row.kind === 'represented') {
    await endAttorneys(tx, customerId, { at, by: actorId, reason: why });
  }
  await refreshHoldReview(tx, customerId, caseId);
  if (row.kind === 'vulnerable') await clearVulnerable(tx, customerId);
  const pausedOn = pausedSince(before);
  if (pausedOn !== null && clockPaused(before) && !clockPaused(after)) {
    await shiftNotices(tx, customerId, caseId, pausedOn, today);
  }
  await append(tx, [
    event(
      'hold.lifted',
      {
        id: app.newId(),
        tenantId: app.tenantId,
        portfolioId: place.portfolio.id,
        customerId,
        caseId,
        occurredAt: at,
        recordedAt: at,
        actorId,
      },
      { holdId, kind: row.kind as HoldKind },
    ),
  ]);
  const happened: Happened[] = [{ caseId, on: ['hold-lifted'] }];
  await settleCases(app, tx, place, [customerId], { actorId, happened });
}

/** Whether a claim with papers about what the hold covers has no answer yet. */
async function isUnanswered(tx: Tx, { customerId, caseId, accountId }: Row): Promise<boolean> {
  const claimed = await debtsClaimed(tx, customerId, ['coerced_debt']);
  if (accountId !== null) return claimed.has(accountId);
  const cases = await openCasesWith(tx, customerId);
  const own = cases.find((one) => one.caseId === caseId)?.accountIds ?? [];
  return own.some((id) => claimed.has(id));
}

type Row = Awaited<ReturnType<typeof lockHolds>>[number];

function holdOf(row: Row, zone: string): Hold {
  const dayOf = (at: string): LocalDate => dateIn(zone, msOf(at));
  return {
    kind: row.kind as HoldKind,
    setOn: dayOf(row.setAt),
    reviewOn: row.reviewOn,
    owner: row.ownerId,
    part: holdPart({ ...row, amount: row.amountMinor }),
    liftedOn: row.liftedAt ? dayOf(row.liftedAt) : null,
  };
}
