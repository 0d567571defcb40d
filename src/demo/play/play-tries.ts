import { isBusinessDay } from '#kernel/business-days.ts';
import type { LocalDate } from '#kernel/time.ts';
import { type Book, between, clockAt, pick } from '../book/book.ts';
import { askGate, keepAsked } from '../contact/ask-gate.ts';
import { isUsable } from '../people/people.ts';
import type { CallPerson, Play } from './play.ts';

/** Chances on a day that somebody asks for a person who may not be called now. */
const chances = { held: 0.06, talked: 0.07, quiet: 0.012 };

/** After a conversation people are asked for again for so long. */
const talkedMs = 6 * 86_400_000;

/**
 * Days at the end of the past on which a few people who are never there are called again and again.
 */
const pressed = { days: 9, share: 0.3, callsADay: 3 };

const dayMs = 86_400_000;

/**
 * What agents ask for in vain on a day of which decisions are kept: the gate says no, and why. Where
 * it would have said yes nobody asked.
 */
export function tryInVain(play: Play, day: LocalDate, call: CallPerson): void {
  const { book, portfolio } = play;
  const noonMs = clockAt(book, portfolio.zone, day, '12:00');
  if (noonMs < book.keptFromMs || !play.debtor.phones.some(isUsable)) return;
  if (!isBusinessDay(day, portfolio.rules.calendar)) return;
  if (isPressed(play, noonMs)) press(play, day, call);
  if (book.random() >= chanceOf(play, noonMs)) return;
  const ms = clockAt(book, portfolio.zone, day, clockTime(book));
  if (ms <= play.ms || ms > book.nowMs - 3_600_000) return;
  const asked = askGate(play, pick(book.random, play.debtor.phones.filter(isUsable)), ms);
  if (asked.decision.permitted === true) return;
  keepAsked(play, asked, pick(book.random, book.staff.agents).id, null);
}

function chanceOf({ holds, lastConversationMs }: Play, ms: number): number {
  if (holds.some(({ liftedAt }) => !liftedAt)) return chances.held;
  return lastConversationMs !== null && ms - lastConversationMs < talkedMs
    ? chances.talked
    : chances.quiet;
}

/** Half of the tries are in the hours of the office, the others early or late. */
function clockTime({ random }: Book): string {
  const hour = random() < 0.5 ? between(random, 9, 17) : pick(random, [7, 8, 19, 20, 21]);
  return `${String(hour).padStart(2, '0')}:${String(between(random, 0, 59)).padStart(2, '0')}`;
}

/** Whose turn it is follows from the number of the account, so that it stays the same each day. */
function isPressed({ book, character, portfolio, debtor, action }: Play, ms: number): boolean {
  if (character !== 'never-there' || portfolio.line !== 'card' || action !== 'call') return false;
  if (ms < book.nowMs - pressed.days * dayMs) return false;
  return Number(debtor.reference.slice(1)) % 10 < pressed.share * 10;
}

function press(play: Play, day: LocalDate, call: CallPerson): void {
  for (let i = 0; i < pressed.callsADay; i += 1) {
    if (play.ms > clockAt(play.book, play.portfolio.zone, day, '18:00')) return;
    if (play.debtor.phones.some(isUsable)) call(play, 'again');
  }
}
