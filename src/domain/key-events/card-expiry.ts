import { addDays, type LocalDate } from '#kernel/time.ts';

/** The last day of expiry for which a new card is asked for today (M-024). */
export function lastExpiryAsked(today: LocalDate, cardExpiryDays: number): LocalDate {
  return addDays(today, cardExpiryDays);
}
