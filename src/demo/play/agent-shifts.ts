import { instantOf } from '#kernel/time.ts';
import type { Book } from '../book/book.ts';

/** Days before now for which the floor knows what agents did. */
export const shiftDays = 7;
const dayMs = 86_400_000;

/** Time an agent is there before the first call and after the last one. */
const marginMs = 10 * 60_000;
/** A stretch without calls that is longer was a break. */
const breakMs = 45 * 60_000;

/** Puts the calls of the last days into shifts: all time between coming and going adds up. */
export function addShifts(book: Book): void {
  for (const { id } of book.staff.agents) {
    const own = book.recentCalls
      .filter(({ userId }) => userId === id)
      .toSorted((a, b) => (a.beganAt < b.beganAt ? -1 : 1));
    const days = Map.groupBy(own, ({ beganAt }) => beganAt.slice(0, 10));
    const last = [...days.values()].reduce((fromMs, calls) => addShift(book, id, calls, fromMs), 0);
    addState(book, id, 'signed_out', last || book.nowMs - dayMs, null);
  }
}

type Calls = Book['rows']['conversations'];

/** One day of one agent; answers when it ended. */
function addShift(book: Book, userId: string, calls: Calls, beforeMs: number): number {
  const [first] = calls;
  if (!first) return beforeMs;
  let ms = Math.max(beforeMs, Date.parse(first.beganAt) - marginMs);
  if (beforeMs > 0) addState(book, userId, 'signed_out', beforeMs, ms);
  for (const call of calls) {
    const began = Math.max(ms, Date.parse(call.beganAt));
    const ended = Math.max(began, Date.parse(call.endedAt ?? call.beganAt));
    const finished = Math.max(ended, Date.parse(call.finishedAt ?? call.beganAt));
    const isBreak = began - ms > breakMs;
    addState(book, userId, isBreak ? 'away' : 'ready', ms, began, isBreak ? 'break' : null);
    addState(book, userId, 'contact', began, ended, null, call.caseId);
    addState(book, userId, 'wrap_up', ended, finished, null, call.caseId);
    ms = finished;
  }
  const end = Math.min(ms + marginMs, book.nowMs);
  addState(book, userId, 'ready', ms, end);
  return end;
}

function addState(
  book: Book,
  userId: string,
  state: string,
  fromMs: number,
  toMs: number | null,
  reason: string | null = null,
  caseId: string | null = null,
): void {
  if (toMs !== null && toMs <= fromMs) return;
  const endedAt = toMs === null ? null : instantOf(toMs);
  const beganAt = instantOf(fromMs);
  book.rows.agentStates.push({ id: book.newId(), userId, state, reason, caseId, beganAt, endedAt });
}
