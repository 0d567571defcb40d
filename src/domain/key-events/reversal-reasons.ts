import type { EventType, Fault, SubReason } from './events.ts';
import { namedReturnCode, type ReturnCode } from './return-codes.ts';

/** Why a person takes a payment back; what follows depends on it. */
export const reversalReasons = [
  /** It should not have been booked, or not here: it says nothing of the customer. */
  'recorded-in-error',
  /** The bank sent it back with a code, which says the rest. */
  'bank-return',
  'insufficient-funds',
  /** The payer had it paid back to them. */
  'objected',
  'account-closed',
  'payer-deceased',
  'wrong-data',
  'bank-fault',
  /** It went back, and nobody knows why yet. */
  'unknown',
] as const;

/** One of `reversalReasons`. */
export type ReversalReason = (typeof reversalReasons)[number];

/** What a payment that went back means: the event it raises, and whether its method is still good. */
export type ReversalCause = Pick<ReturnCode, 'type' | 'reason' | 'fault' | 'sets'> & {
  /** Null where nothing is said of the method. */
  readonly methodValid: boolean | null;
};

type Row = readonly [EventType, SubReason, Fault, methodValid: boolean | null];

const unknownCause: Row = ['C', 'cause-unknown', 'nobody', null];

const causes: Readonly<Record<Exclude<ReversalReason, 'recorded-in-error' | 'bank-return'>, Row>> =
  {
    'insufficient-funds': ['B', 'insufficient-funds', 'customer', true],
    objected: ['B', 'refunded-by-customer', 'customer', true],
    'account-closed': ['B', 'account-closed', 'customer', false],
    'payer-deceased': ['B', 'payer-deceased', 'nobody', false],
    'wrong-data': ['C', 'wrong-account', 'organisation', null],
    'bank-fault': ['C', 'bank-unavailable', 'bank', null],
    unknown: unknownCause,
  };

/**
 * What follows from taking a payment back; null when it says nothing of the customer. A return of the
 * bank is judged by its code. Without one that is known it is nobody's fault until the cause is found:
 * the event protects, and its task asks the office.
 */
export function causeOf(
  reason: ReversalReason | 'import-taken-back',
  reasonCode: string | null,
): ReversalCause | null {
  if (reason === 'recorded-in-error' || reason === 'import-taken-back') return null;
  const code = reason === 'bank-return' && reasonCode !== null ? namedReturnCode(reasonCode) : null;
  if (code) return code;
  const [type, sub, fault, methodValid] = reason === 'bank-return' ? unknownCause : causes[reason];
  return { type, reason: sub, fault, methodValid, sets: deathOf(sub) };
}

const deathOf = (reason: SubReason) => (reason === 'payer-deceased' ? 'deceased' : null);
