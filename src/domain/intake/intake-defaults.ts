import type { LocalDate } from '#kernel/time.ts';
import type { IntakeDefaults } from './cells.ts';

/** What applies where a file is silent: the portfolio's currency and country, and its local day. */
export function intakeDefaults(
  portfolio: { readonly currency: string; readonly country: string },
  today: LocalDate,
): IntakeDefaults {
  return { currency: portfolio.currency, country: portfolio.country, today };
}
