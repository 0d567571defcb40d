import type { HoldKind } from '#domain/cases/holds.ts';
import { holdTerms } from '#domain/contact/hold-terms.ts';
import type { ContactResult } from '#domain/contact/results.ts';
import { instantOf, type LocalDate } from '#kernel/time.ts';
import { keptParts } from '#storage/cases/set-holds.ts';
import { between, daysFrom } from '../book/book.ts';
import { endTask, holdOf, log, ofCase, overdueItems, type Play } from './play.ts';
import { move } from './play-moves.ts';
import { meetAnswers, oweAfterHold } from './play-obligations.ts';

/** What the agent wrote down as the reason, by kind. */
const reasons: Partial<Record<HoldKind, string>> = {
  dispute: 'Says that the amount is wrong',
  hardship: 'Lost income, asks for time',
  complaint: 'Unhappy with how an earlier call went',
  represented: 'Ada Quill, adviser',
  'stop-contact': 'Asked not to be called',
  vulnerable: 'Told us of an illness',
};

/** Places a hold on the case with owner, review date and task, as the desk does. */
export function placeHold(
  play: Play,
  day: LocalDate,
  kind: HoldKind,
  conversation: {
    readonly conversationId: string;
    readonly userId: string;
    readonly as: ContactResult;
  },
): void {
  const { book } = play;
  const terms = holdTerms[kind];
  const { conversationId, userId } = conversation;
  const { backOffice, supervisor } = book.staff;
  const ownerId = terms.queue === 'supervisors' ? supervisor : backOffice;
  const item = kind === 'dispute' && book.random() < 0.5 ? overdueItems(play)[0] : undefined;
  const disputed = kind !== 'dispute' ? [] : item ? [item] : overdueItems(play);
  for (const one of disputed) one.disputedMinor = one.balanceMinor;
  const parts = keptParts(
    disputed.map(({ id: itemId, balanceMinor: minor }) => ({ itemId, minor })),
  );
  const details: object = { conversationId, kind, parts };
  const hold = {
    ...ofCase(play),
    id: book.newId(),
    kind,
    itemId: item?.id ?? null,
    amountMinor: null,
    reason: reasons[kind] ?? '',
    details: details as never,
    ownerId,
    reviewOn: daysFrom(day, terms.reviewDays),
    setAt: instantOf(play.ms),
    setBy: userId,
    liftedAt: null as string | null,
    liftedBy: null as string | null,
    liftReason: null as string | null,
  };
  play.holds.push(hold);
  book.rows.holds.push(hold);
  const { id: holdId, reviewOn, setAt } = hold;
  const own: object = { holdId };
  book.rows.tasks.push({
    ...ofCase(play),
    id: book.newId(),
    portfolioId: play.portfolio.id,
    kind: terms.task,
    details: own as never,
    queue: terms.queue,
    ownerId,
    dueOn: reviewOn,
    openedAt: setAt,
    openedBy: userId,
    doneAt: null,
    doneBy: null,
    outcome: null,
  });
  log(play, 'hold.set', { holdId, kind, reviewOn, conversationId, as: conversation.as }, userId);
  oweAfterHold(play, kind, holdId);
  if (play.task) endTask(play, setAt, 'overtaken', null);
  const because = { holdId, holdKind: kind, conversationId };
  move(play, day, ['hold-set'], { known: { newHold: holdOf(hold) }, actorId: userId, because });
}

/** Days before its review on which a hold is sometimes answered. */
const answeredWithin = { low: 5, high: 12 };

/** Lifts the oldest standing hold when its answer is ready: the clock goes on. */
export function liftHolds(play: Play, day: LocalDate): void {
  const { book } = play;
  const hold = play.holds.find(({ liftedAt }) => !liftedAt);
  if (!hold) return;
  const wait = between(book.random, answeredWithin.low, answeredWithin.high);
  const isLong = daysFrom(hold.setAt.slice(0, 10), wait) <= day;
  const isOver = hold.reviewOn <= day;
  if (!['dispute', 'complaint', 'hardship'].includes(hold.kind)) return;
  if (!isOver && !(isLong && book.random() < 0.04)) return;
  const by = book.staff.supervisor;
  play.ms += 1_800_000;
  const at = instantOf(play.ms);
  Object.assign(hold, { liftedAt: at, liftedBy: by, liftReason: 'answered in writing' });
  const { parts = [] } = hold.details as unknown as { parts?: ReturnType<typeof keptParts> };
  const freed = new Set(parts.map(({ itemId }) => itemId));
  for (const item of play.account.items) if (freed.has(item.id)) item.disputedMinor = 0n;
  const task = book.rows.tasks.findLast((row) => holdIdOf(row) === hold.id);
  if (task) Object.assign(task, { doneAt: at, doneBy: by, outcome: 'answered' });
  log(play, 'hold.lifted', { holdId: hold.id, kind: hold.kind as HoldKind }, by);
  meetAnswers(play, hold.kind, by);
  move(play, day, ['hold-lifted'], { actorId: by, because: { holdId: hold.id } });
}

function holdIdOf({ details }: { readonly details?: unknown }): unknown {
  return (details as Readonly<Record<string, unknown>> | undefined)?.['holdId'];
}
