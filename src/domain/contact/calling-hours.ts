import { addDays, dateIn, instantAt, minuteOfDayIn, type Zone } from '#kernel/time.ts';

/**
 * Hours in which it is worth looking for somebody to call, by the customer's wall. Only a first
 * sieve over a long queue: each single contact is still decided by the gate.
 */
export const wideHours = { fromMinute: 8 * 60, untilMinute: 21 * 60 } as const;

/** Whether calls may be thought of in that zone now. */
export function isOpenNow(zone: Zone, ms: number): boolean {
  const minute = minuteOfDayIn(zone, ms);
  return minute >= wideHours.fromMinute && minute < wideHours.untilMinute;
}

/** When the wide hours of a zone begin next; now when they are open. */
export function opensAt(zone: Zone, ms: number): number {
  if (isOpenNow(zone, ms)) return ms;
  const today = dateIn(zone, ms);
  const opening = instantAt(zone, today, '08:00');
  return opening > ms ? opening : instantAt(zone, addDays(today, 1), '08:00');
}
