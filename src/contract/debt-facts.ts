import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { date, done, id, lineOf } from './shapes.ts';

/** Corrects when, to whom and how well an invoice or instalment was sent. */
export const setDelivery = endpoint({
  name: 'cases.set-delivery',
  method: 'PUT',
  path: '/api/cases/:caseId/items/:itemId/delivery',
  right: 'case.correct',
  shows: 'nobody',
  summary: 'Corrects when and to whom an item was sent, and when that was known to have failed.',
  input: z.strictObject({
    caseId: id,
    itemId: id,
    deliveredOn: date.nullable(),
    deliveredTo: lineOf({ least: 1, most: 200 }).nullable(),
    deliveryFailedOn: date.nullable(),
  }),
  output: done,
});

/** Corrects when a payment method expires, whether it renews, and its charging day. */
export const setMethod = endpoint({
  name: 'cases.set-method',
  method: 'PUT',
  path: '/api/cases/:caseId/methods/:methodId',
  right: 'case.correct',
  shows: 'nobody',
  summary: 'Corrects when a payment method expires, whether it renews, and its charging day.',
  input: z.strictObject({
    caseId: id,
    methodId: id,
    expiresOn: date.nullable(),
    renews: z.boolean().nullable(),
    chargingDay: z.number().int().min(1).max(31).nullable(),
  }),
  output: done,
});

/** Corrects the day of the month on which the customer is paid. */
export const setPayDay = endpoint({
  name: 'cases.set-pay-day',
  method: 'PUT',
  path: '/api/cases/:caseId/pay-day',
  right: 'case.correct',
  shows: 'nobody',
  summary: 'Corrects the day of the month on which the customer is paid; null: not known.',
  input: z.strictObject({ caseId: id, payDay: z.number().int().min(1).max(31).nullable() }),
  output: done,
});
