import { isBusinessDay } from '#kernel/business-days.ts';
import type { LocalDate } from '#kernel/time.ts';
import { daysFrom } from '../book/book.ts';
import { type CallPerson, isOpen, type Play, runMs } from './play.ts';
import { liftHolds } from './play-holds.ts';
import { enterItems, judge, takeMoney } from './play-money.ts';
import { move } from './play-moves.ts';
import { meetObligations } from './play-obligations.ts';
import { takeStep } from './play-steps.ts';
import { tryInVain } from './play-tries.ts';

/** Days a case of the example may last; older ones are not made. */
const daysLimit = 400;

/** Plays a case from its first day to the last one given, or until it rests under watch. */
export function playCase(play: Play, from: LocalDate, last: LocalDate, call: CallPerson): void {
  playDays(play, from, last, call);
  officeWork(play, Number.POSITIVE_INFINITY);
}

function playDays(play: Play, from: LocalDate, last: LocalDate, call: CallPerson): void {
  let day = from;
  for (let count = 0; count < daysLimit && day <= last && isOpen(play); count += 1) {
    if (play.state === 'watch') return;
    officeWork(play, runMs(play, day));
    if (hasSomething(play, day)) playDay(play, day, call);
    tryInVain(play, day, call);
    day = daysFrom(day, 1);
  }
}

/** What the office was to do before an instant. */
function officeWork(play: Play, untilMs: number): void {
  const due = play.later.filter(({ ms }) => ms < untilMs);
  play.later = play.later.filter(({ ms }) => ms >= untilMs);
  for (const { ms, run } of due) run(Math.max(ms, play.ms + 60_000));
}

function hasSomething(play: Play, day: LocalDate): boolean {
  return (
    (play.actionOn !== null && play.actionOn <= day) ||
    play.coming.some(({ on }) => on <= day) ||
    play.entering.some(({ on }) => on <= day) ||
    play.promises.some(({ state }) => state === 'open') ||
    play.plans.some(({ row }) => row.state === 'active' || row.state === 'late') ||
    play.holds.some(({ liftedAt }) => !liftedAt) ||
    play.obligations.some(({ meetOn }) => meetOn !== null && meetOn <= day)
  );
}

function playDay(play: Play, day: LocalDate, call: CallPerson): void {
  takeMoney(play, day);
  if (!isOpen(play)) return;
  play.ms = Math.max(play.ms, runMs(play, day));
  enterItems(play, day);
  const triggers = judge(play, day, false);
  if (triggers.length > 0) move(play, day, triggers);
  if (!isOpen(play) || !isBusinessDay(day, play.portfolio.rules.calendar)) return;
  meetObligations(play, day);
  liftHolds(play, day);
  if (play.actionOn !== null && play.actionOn <= day) takeStep(play, day, call);
}
