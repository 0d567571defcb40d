import type { Fault } from '#domain/key-events/events.ts';
import type { LateReason } from './results.ts';

/** One of the three reasons without which an unpaid invoice goes no further (M-035). */
export type InvoiceReason = {
  readonly reason: 'not-received' | 'credit-abuse' | 'unable-to-pay';
  readonly detail: string | null;
  readonly fault: Fault;
};

const temporary: InvoiceReason = {
  reason: 'unable-to-pay',
  detail: 'temporary',
  fault: 'customer',
};

/**
 * What a reason told on the phone says about an unpaid invoice. Null where it says nothing of the
 * three: what is disputed, or our own error, is settled by its own process.
 */
export function invoiceReasonOf(lateReason: LateReason): InvoiceReason | null {
  switch (lateReason) {
    case 'invoice-not-received':
      return { reason: 'not-received', detail: 'lost', fault: 'organisation' };
    case 'will-not-pay':
      return { reason: 'credit-abuse', detail: 'invented-claim', fault: 'customer' };
    case 'disputes-debt':
    case 'disputes-service':
    case 'our-error':
      return null;
    default:
      return temporary;
  }
}
