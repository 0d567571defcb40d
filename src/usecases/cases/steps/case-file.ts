import { chaseable, type RunningPlan, type RunningPromise } from '#domain/agreements/chaseable.ts';
import {
  askingStopped,
  coversItem,
  freeOfHolds,
  type Hold,
  type HoldKind,
  holdPart,
  standingHolds,
} from '#domain/cases/holds.ts';
import type { Notice } from '#domain/cases/notices.ts';
import type { CaseState } from '#domain/cases/states.ts';
import type { KeyEvent } from '#domain/key-events/events.ts';
import { keyEventFrom } from '#domain/key-events/kept-event.ts';
import { isWorthPresenting } from '#domain/key-events/reject-cost.ts';
import { paidByWaiting } from '#domain/ledger/collectable.ts';
import type { PortfolioPolicy } from '#domain/policy/portfolio-policy.ts';
import type { CaseSnapshot } from '#domain/strategy/case-snapshot.ts';
import { Refusal } from '#kernel/refusal.ts';
import { addDays, dateIn, type Instant, type LocalDate, msOf, type Zone } from '#kernel/time.ts';
import { type CaseFileRow, type CaseRef, caseFileRow, lockCase } from '#storage/cases/read-file.ts';
import { type App, type Db, now, type Tx, today } from '#usecases/app.ts';
import { policyOf } from '#usecases/portfolios/steps/portfolio-policy.ts';

/** One case in the words of the domain, as it stands now. */
export type CaseFile = {
  readonly row: CaseFileRow;
  readonly ref: CaseRef;
  readonly policy: PortfolioPolicy;
  readonly today: LocalDate;
  readonly events: readonly KeyEvent[];
  readonly holds: readonly Hold[];
  readonly notices: readonly Notice[];
  /** Everything open on the case that has entered collection, in minor units. */
  readonly overdueMinor: bigint;
  /** Money of the customer that no debt has taken yet. */
  readonly inHandMinor: bigint;
  /** Payments that wait at the office and are probably theirs: shown, and nobody is asked meanwhile. */
  readonly likelyMinor: bigint;
  /** What may be asked for today: not held, disputed, paid by money in hand, promised or planned. */
  readonly chaseableMinor: bigint;
  /** Items that a hold on their account or on themselves covers. */
  readonly heldItems: ReadonlySet<string>;
  /** The kinds of hold under which nothing at all may be asked for. */
  readonly stoppedBy: readonly HoldKind[];
  /** What live promises and plans cover. */
  readonly coveredMinor: bigint;
};

/** The file of a case under its row lock, for whoever moves it. Throws `not-found`. */
export async function openCaseFile(app: App, tx: Tx, ref: CaseRef): Promise<CaseFile> {
  await lockCase(tx, ref);
  return readCaseFile(app, tx, ref);
}

/** The file of a case without a lock. Throws `not-found`. */
export async function readCaseFile(app: App, db: Db, ref: CaseRef): Promise<CaseFile> {
  const row = await caseFileRow(db, ref, now(app));
  if (!row) throw new Refusal('not-found', { thing: 'case', id: ref.caseId });
  return caseFileOf(app, db, row);
}

/** The file of a case from its row. */
export async function caseFileOf(app: App, db: Db, row: CaseFileRow): Promise<CaseFile> {
  const { zone } = row.portfolio;
  const holds = row.holds.map((hold) => holdOf(hold, zone));
  const heldItems = itemsHeld(row, holds);
  const owed = row.items.map(({ id: itemId, dueOn, overdue, ...item }) => {
    const balance = BigInt(item.balance);
    const disputed = heldItems.has(itemId) ? balance : BigInt(item.disputed);
    return { itemId, dueOn, balance, disputed, overdue };
  });
  const overdue = owed.filter((item) => item.overdue);
  const inHandMinor = BigInt(row.inHand);
  const promises = row.promises.map(promiseOf);
  const plans = row.plans.map(planOf);
  const agreed = chaseable(overdue, promises, plans, 0n);
  const stoppedBy = askingStopped(overdueOf(row), holds);
  return {
    row,
    ref: { customerId: row.customerId, caseId: row.caseId },
    policy: await policyOf(app, db, row.portfolio),
    today: today(app, zone),
    events: row.events.map((event) => eventOf(event, zone)),
    holds,
    notices: row.notices.map((notice) => noticeOf(notice, zone)),
    overdueMinor: overdue.reduce((sum, { balance }) => sum + balance, 0n),
    inHandMinor,
    likelyMinor: BigInt(row.likely),
    chaseableMinor:
      stoppedBy.length > 0 ? 0n : chaseable(overdue, promises, plans, inHandMinor).amount,
    heldItems,
    stoppedBy,
    coveredMinor: agreed.planned + agreed.promised,
  };
}

/** The case as the engine sees it. */
export function snapshotOf(file: CaseFile): CaseSnapshot {
  const { row, today } = file;
  const { zone } = row.portfolio;
  // The agreement is judged on the day after it could still be kept.
  const judgedOn = [
    ...row.promises.filter(({ state }) => state === 'open').map((promise) => promise.judgedOn),
    ...row.plans
      .filter(({ state }) => ['approved', 'active', 'late'].includes(state))
      .flatMap(({ nextDueOn }) => (nextDueOn ? [addDays(nextDueOn, 1)] : [])),
  ];
  const actionOn = row.nextActionAt === null ? null : dayOf(row.nextActionAt, zone);
  const freeMinor = freeOfHolds(overdueOf(row), file.holds);
  const { coveredMinor } = file;
  return {
    state: row.state as CaseState,
    stateBefore: row.stateBefore as CaseState | null,
    shape: row.shape,
    step: row.step,
    stepCount: row.stepCount,
    action: row.nextAction,
    actionOn: actionOn === null || actionOn > today ? actionOn : today,
    events: file.events.filter(({ solvedOn }) => solvedOn === null),
    holds: file.holds,
    notices: file.notices,
    overdueMinor: file.overdueMinor,
    freeMinor,
    coveredMinor,
    paidInHand: paidByWaiting(freeMinor - coveredMinor, file, file.policy.entry.exitMinor),
    agreementDueOn: judgedOn.sort()[0] ?? null,
    brokenPromises: row.brokenPromises,
    firstContactOn: row.firstContactAt ? dayOf(row.firstContactAt, zone) : null,
    exempt: row.vulnerable,
    payDay: row.payDay,
    presented: row.presented,
    costsMore: !isWorthPresenting(
      freeMinor,
      row.rejectCost === null ? null : BigInt(row.rejectCost),
    ),
  };
}

function itemsHeld({ items }: CaseFileRow, holds: readonly Hold[]): ReadonlySet<string> {
  const parts = standingHolds(holds).filter(({ part }) => part !== null);
  const held = items.filter(({ id: itemId, accountId }) =>
    parts.some((hold) => coversItem(hold, { itemId, accountId })),
  );
  return new Set(held.map(({ id }) => id));
}

/** What is overdue of a case, item by item. */
export function overdueOf({ items }: CaseFileRow) {
  return items
    .filter(({ overdue }) => overdue)
    .map(({ id, accountId, balance }) => ({ itemId: id, accountId, openMinor: BigInt(balance) }));
}

function dayOf(at: Instant, zone: Zone): LocalDate {
  return dateIn(zone, msOf(at));
}

function eventOf(event: CaseFileRow['events'][number], zone: Zone): KeyEvent {
  const { id, type, subReason, fault, happenedOn, code, evidence, resolvedAt } = event;
  return keyEventFrom({
    ...{ eventId: id, type, reason: subReason, fault, recordedOn: happenedOn, code, evidence },
    solvedOn: resolvedAt ? dayOf(resolvedAt, zone) : null,
  });
}

function holdOf(hold: CaseFileRow['holds'][number], zone: Zone): Hold {
  return {
    kind: hold.kind as HoldKind,
    setOn: dayOf(hold.setAt, zone),
    reviewOn: hold.reviewOn,
    owner: hold.ownerId,
    part: holdPart({ ...hold, amount: hold.amount === null ? null : BigInt(hold.amount) }),
    liftedOn: hold.liftedAt ? dayOf(hold.liftedAt, zone) : null,
  };
}

function noticeOf(notice: CaseFileRow['notices'][number], zone: Zone): Notice {
  return {
    stage: notice.stage as Notice['stage'],
    announces: notice.announces as Notice['announces'],
    promisedOn: notice.promisedOn,
    sentOn: notice.sentOn,
    recordedBy: notice.recordedBy,
    cancelledOn: notice.cancelledAt ? dayOf(notice.cancelledAt, zone) : null,
  };
}

function promiseOf(promise: CaseFileRow['promises'][number]): RunningPromise {
  return {
    state: promise.state as RunningPromise['state'],
    amount: BigInt(promise.amount),
    paid: BigInt(promise.paid),
  };
}

function planOf(plan: CaseFileRow['plans'][number]): RunningPlan {
  return {
    state: plan.state as RunningPlan['state'],
    remaining: BigInt(plan.remaining),
    overdue: BigInt(plan.overdue),
  };
}
