import type { LocalDate } from '#kernel/time.ts';
import type { IntakeDefaults } from './cells.ts';

/**
 * What applies where a file is silent: the portfolio's currency, country and product, and its local
 * day. What companies owe is the debt of a company, whatever the product.
 */
export function intakeDefaults(
  portfolio: {
    readonly currency: string;
    readonly country: string;
    readonly kind: 'consumer' | 'business';
    readonly product: string;
  },
  today: LocalDate,
): IntakeDefaults {
  const { currency, country, kind, product } = portfolio;
  return { currency, country, today, ...(kind === 'consumer' ? { product } : {}) };
}
