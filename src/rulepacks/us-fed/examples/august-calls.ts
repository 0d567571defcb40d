import type { Consent, LogEntry } from '#domain/gate/facts/history-facts.ts';
import { attempt, consentAt } from '#domain/gate/pack-examples.ts';

/** Calls of August 2026, in which the 12th and the 19th are Wednesdays. */
const zone = '-04:00';
export const time = (day: number, clock = '10:00') =>
  `2026-08-${String(day).padStart(2, '0')}T${clock}:00${zone}`;
export const call = (day: number, other: Partial<LogEntry> = {}, clock = '10:00') =>
  attempt(time(day, clock), { id: `L${day}-${clock}`, ...other });
export const calls = (days: readonly number[], other: Partial<LogEntry> = {}) =>
  days.map((day, index) => call(day, other, `${10 + (index % 3)}:0${index}`));
export const at = (day: number, clock = '10:00', other: object = {}) => ({
  proposed: { at: time(day, clock), ...other },
});
export const talk = (day: number, debts = ['d1'], other: Partial<LogEntry> = {}) =>
  call(day, { result: 'conversation', debts, conversation_debts: debts, ...other });
export const consent = (day: number, other: Partial<Consent> = {}) =>
  consentAt('additional_calls', time(day, '10:05'), { debts: ['d1'], ...other });

/** Wednesday to the Monday after: one call, then six more. */
export const seven = calls([12, 13, 13, 14, 14, 17, 17]);
