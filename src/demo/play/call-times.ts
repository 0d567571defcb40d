import { ownValue } from '#kernel/own-value.ts';
import type { Zone } from '#kernel/time.ts';
import { type Book, type ExamplePortfolio, localIn } from '../book/book.ts';
import type { Debtor } from '../people/people.ts';

const hourMs = 3_600_000;
/** A call with its wrap-up takes a slot of an agent's time. */
export const slotMs = 6 * 60_000;

/** Local hours in which the example's agents called, well inside every window. */
const firstHour = 9;
const lastHour = 18;

/** Hours looked ahead for one that is decent in all zones of a person. */
const hoursAhead = 100;
/** Decent hours among which a call falls. */
const hoursWanted = 8;

/** Whom a time is looked for. */
export type Who = { readonly debtor: Debtor; readonly portfolio: ExamplePortfolio };

/** When and by whom a call was made. */
export type CallTime = { readonly ms: number; readonly agent: Book['staff']['agents'][number] };

/** Makes the search for call times; the decent hours of a zone are worked out once. */
export function callTimes(book: Book) {
  const known = new Map<Zone, Map<number, boolean>>();
  const decentIn = (zone: Zone, hour: number): boolean => {
    const hours = known.get(zone) ?? new Map<number, boolean>();
    if (hours.size === 0) known.set(zone, hours);
    const before = hours.get(hour);
    if (before !== undefined) return before;
    // The zones of the example differ by whole hours, so an hour is decent as a whole.
    const local = localIn(book, zone, hour * hourMs);
    const isDay = local.hour >= firstHour && local.hour < lastHour;
    const found = isDay && isWeekday(local.day);
    hours.set(hour, found);
    return found;
  };
  return ({ debtor, portfolio }: Who, fromMs: number): CallTime | null => {
    const { holidays } = portfolio.rules.calendar;
    const first = Math.ceil(fromMs / hourMs);
    const decent: number[] = [];
    for (let hour = first; hour < first + hoursAhead && decent.length < hoursWanted; hour += 1) {
      const day = localIn(book, portfolio.zone, hour * hourMs).day;
      if (holidays.has(day)) continue;
      if (debtor.zones.every((zone) => decentIn(zone, hour))) decent.push(hour);
    }
    return decent.length === 0 ? null : freeSlot(book, debtor, decent);
  };
}

/** Day 0 of the epoch was a Thursday. */
function isWeekday(date: string): boolean {
  return (Math.floor(Date.parse(date) / (24 * hourMs)) + 3) % 7 < 5;
}

/** Tries at finding a free agent before the call is left for another day. */
const triesLimit = 40;

function freeSlot(book: Book, debtor: Debtor, hours: readonly number[]): CallTime | null {
  const { agents } = book.staff;
  const able = agents.filter((agent) => speaks(agent.name, debtor.language));
  const list = able.length > 0 ? able : agents;
  for (let i = 0; i < triesLimit; i += 1) {
    const hour = hours[Math.floor(book.random() * hours.length)] ?? 0;
    const slot = Math.floor(book.random() * (hourMs / slotMs));
    const agent = list[Math.floor(book.random() * list.length)];
    const startMs = hour * hourMs + slot * slotMs;
    if (!agent || startMs + slotMs > book.nowMs - hourMs) continue;
    const key = `${agent.id}/${startMs}`;
    if (book.taken.has(key)) continue;
    book.taken.add(key);
    return { ms: startMs + Math.floor(book.random() * 40_000), agent };
  }
  return null;
}

/** Agents of the example who work in a language beside English. */
const speakers: Readonly<Record<string, readonly string[]>> = {
  es: ['Ines Duarte', 'Leo Marsh'],
  he: ['Yael Peretz'],
};

function speaks(name: string, language: string): boolean {
  return ownValue(speakers, language)?.includes(name) ?? true;
}
