import { nextReviewOn } from '#domain/cases/holds.ts';
import { callableFrom, holderOf } from '#domain/strategy/place.ts';
import { instantOf, type LocalDate } from '#kernel/time.ts';
import { holdOf, isOpen, overdueOf, type Play } from '../play/play.ts';
import { clockAt, owned } from './book.ts';

/** Writes the case as its past left it, with its clock and its place in the queue. */
export function writeCase(play: Play, yesterday: LocalDate): void {
  const { book, portfolio, debtor, account } = play;
  const open = isOpen(play);
  const balances = account.items.filter(({ balanceMinor }) => balanceMinor > 0n);
  const overdue = balances.filter(({ caseId }) => open && caseId === play.caseId);
  const at = nextAt(play);
  book.rows.cases.push({
    ...owned(book, debtor.customerId),
    id: play.caseId,
    portfolioId: portfolio.id,
    state: play.state,
    stateBefore: play.stateBefore,
    stateSince: play.stateSince,
    shape: portfolio.rules.shape,
    step: play.step,
    stepOn: play.stepOn,
    stepCount: play.stepCount,
    tone: play.plan?.tone ?? 'neutral',
    ...holderOf(play.ownerId, play.plan?.queue ?? null),
    nextAction: play.action,
    nextActionAt: at,
    nextActionWhy: (play.plan?.reasonWords[0] ?? {}) as never,
    holdReviewOn: open ? nextReviewOn(play.holds.map(holdOf)) : null,
    priorityTier: play.upper,
    debtMinor: balances.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0n),
    overdueMinor: open ? overdueOf(play) : 0n,
    currency: portfolio.currency,
    oldestDueOn: overdue.map(({ dueOn }) => dueOn).sort()[0] ?? null,
    brokenPromises: play.broken,
    lateReason: play.lateReason,
    judgedOn: yesterday,
    openedAt: play.openedAt,
    closedAt: play.closedAt,
    closeReason: play.closeReason,
  });
  const callableAt = callableFrom(play.action, at);
  if (callableAt !== null) addWork(play, callableAt);
}

function nextAt({ book, portfolio, actionOn, agreedAt }: Play): string | null {
  if (actionOn === null) return null;
  return agreedAt ?? instantOf(clockAt(book, portfolio.zone, actionOn, '00:00'));
}

function addWork(play: Play, at: string): void {
  const { book, portfolio, debtor } = play;
  book.rows.workItems.push({
    ...owned(book, debtor.customerId),
    id: book.newId(),
    caseId: play.caseId,
    portfolioId: portfolio.id,
    zone: debtor.phones[0]?.zones[0] ?? portfolio.zone,
    state: at <= book.nowAt ? 'ready' : 'waiting',
    priorityTier: play.upper,
    nextCallableAt: at,
  });
}
