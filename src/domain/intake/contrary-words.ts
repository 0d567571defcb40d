import type { Field } from './fields.ts';

/** Words that turn a name to its opposite: a credit limit is no balance, a paid sum no debt. */
export const contrary: Readonly<Partial<Record<Field, readonly string[]>>> = {
  amount: [
    'limit',
    'paid',
    'actual',
    'recovered',
    'available',
    'expected',
    'pay',
    'tax',
    'min',
    'minimum',
    'due',
    'open',
  ],
  balance: ['limit', 'paid', 'actual', 'recovered', 'available', 'pay', 'credit', 'opening'],
  dueOn: ['days', 'amount', 'months'],
  settledOn: ['days'],
  note: ['credit', 'debit', 'delivery'],
  credit: ['note', 'memo', 'limit', 'terms', 'days'],
  debit: ['note', 'memo'],
  customerReference: [
    ...['name', 'type', 'since', 'zip', 'postcode', 'postal', 'city', 'state', 'country'],
    ...['phone', 'mobile', 'email', 'mail', 'address', 'language'],
  ],
  street: ['cp', 'postal', 'zip', 'postcode', 'plz', 'mail', 'e'],
  accountReference: ['name', 'type', 'opened', 'balance', 'status'],
  itemReference: [
    ...[
      'date',
      'amount',
      'type',
      'total',
      'status',
      'account',
      'customer',
      'client',
      'phone',
      'mobile',
    ],
    ...['fax', 'contract', 'loan', 'card', 'order', 'check', 'cheque', 'house', 'tax', 'vat'],
  ],
};
