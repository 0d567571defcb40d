import {
  clockPaused,
  type Hold,
  type HoldKind,
  holdPart,
  pausedSince,
} from '#domain/cases/holds.ts';
import { holdFactOf } from '#domain/contact/hold-facts.ts';
import { event } from '#domain/events/event.ts';
import { Refusal } from '#kernel/refusal.ts';
import { dateIn, type LocalDate, msOf } from '#kernel/time.ts';
import { clearVulnerable } from '#storage/calls/people.ts';
import type { Happened } from '#storage/cases/case-profiles.ts';
import { lockHolds, refreshHoldReview, shiftNotices } from '#storage/cases/holds.ts';
import { endAttorneys } from '#storage/cases/parties.ts';
import { casesWith } from '#storage/cases/read-file.ts';
import { endHold } from '#storage/cases/set-holds.ts';
import { groupOf } from '#storage/contact-log/person-links.ts';
import { type StandingClaim, standingClaims } from '#storage/contact-log/standing-claims.ts';
import { append } from '#storage/event-log.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import type { Place } from '#usecases/portfolios/steps/portfolio-place.ts';
import { holdWords } from '#usecases/privacy/steps/sealed-words.ts';
import { settleCases } from './settle-cases.ts';

/**
 * Ends a hold in the caller's transaction. Throws `step-missing` while a fact on record holds what it
 * covers: the gate would refuse all the same.
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
  if (!row.liftedAt) await expectAnswered(tx, row);
  if (row.liftedAt) throw new Refusal('already-done', { thing: 'hold', id: holdId });
  const { zone } = place.portfolio;
  const today = dateIn(zone, app.clock());
  const before = rows.map((hold) => holdOf(hold, zone));
  const after = before.map((hold, i) => (rows[i] === row ? { ...hold, liftedOn: today } : hold));
  const at = now(app);
  const words = holdWords(app, customerId, row.kind as HoldKind, why);
  await endHold(tx, { customerId, caseId }, holdId, { at, by: actorId, why: words });
  // Nobody represents them any more: whoever did stays on file, as one who did.
  if (row.kind === 'represented') {
    const on = { customerId, portfolioId: place.portfolio.id };
    await endAttorneys(tx, on, { at, by: actorId, reason: why });
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

/** Refuses to end what a fact holds: it is answered or taken back first, on the log of contact. */
async function expectAnswered(tx: Tx, row: Row): Promise<void> {
  const { customerId, caseId, accountId, kind, details } = row;
  const isFromFact = (details as { readonly fromFact?: boolean } | null)?.fromFact === true;
  // An attorney of the file ends with the hold.
  const people = await groupOf(tx, customerId);
  const claims = (await standingClaims(tx, people)).filter(({ isParty }) => !isParty);
  const holding = claims.filter((claim) =>
    // A claim of coerced debt without papers may be found to be none.
    isFromFact && claim.kind !== 'coerced_debt_notice'
      ? holdFactOf(claim.kind)?.hold === kind
      : claim.kind === 'coerced_debt' && kind === 'coerced-debt',
  );
  if (holding.length === 0) return;
  const cases = await casesWith(tx, customerId);
  const own = cases.find((one) => one.caseId === caseId)?.accountIds ?? [];
  const covered = accountId === null ? own : [accountId];
  const isHeld = ({ debts }: StandingClaim) =>
    debts === null || covered.some((id) => debts.includes(id));
  if (!holding.some(isHeld)) return;
  const needs = kind === 'coerced-debt' ? 'coerced-debt-answer' : 'fact-answered';
  throw new Refusal('step-missing', { needs });
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
