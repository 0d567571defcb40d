import type { PackNotice } from '#domain/gate/pack.ts';
import { type Actor, may } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { Refusal } from '#kernel/refusal.ts';
import { addDays, daysBetween } from '#kernel/time.ts';
import { type NoticeRow, noticeRow } from '#storage/obligations/notice-values.ts';
import { obligationById } from '#storage/obligations/obligations.ts';
import { type App, allow, today } from '#usecases/app.ts';
import { noticeAsked, partsNeeded } from './steps/notice-parts.ts';

/** What one part of a notice says by the book: a text, an amount or a date. */
type Value =
  | { readonly text: string }
  | { readonly amount: string; readonly currency: string }
  | { readonly date: string };

/**
 * The notice that an obligation asks for, part by part, each with its value from the book or none.
 * Throws `not-found` for an obligation that is not there, is of another's portfolio, or asks for no
 * notice.
 */
export async function readNotice(
  app: App,
  actor: Actor,
  { obligationId }: { readonly obligationId: string },
) {
  allow(actor, 'obligation.work');
  const obligation = await obligationById(app.db, obligationId);
  const notFound = new Refusal('not-found', { thing: 'obligation', id: obligationId });
  if (!obligation || !may(actor, 'obligation.work', obligation.portfolioId)) throw notFound;
  const notice = noticeAsked(app, obligation);
  const row = notice && (await noticeRow(app.db, obligation.customerId, obligation.caseId));
  if (!notice || !row) throw notFound;
  const needOf = await partsNeeded(app.db, notice, obligation);
  const values = valuesOf(row, notice, today(app, row.zone));
  return {
    rule: notice.rule,
    fields: notice.fields.map(({ key, place, citation, optional, when, worded = false }) => ({
      ...{ key, place, citation, optional, when: when ?? null, worded },
      required: needOf(key),
      value: values[key] ?? null,
    })),
  };
}

const lastDigits = 4;
const epoch = '1970-01-01';

/** The values that the book has, by the key of their part. */
function valuesOf(
  row: NoticeRow,
  { periodEndDay }: PackNotice,
  sentOn: string,
): Readonly<Record<string, Value | null>> {
  const { currency, itemizedOn } = row;
  const text = (value: string | null) => (value ? { text: value } : null);
  const amount = (minor: bigint) =>
    itemizedOn === null ? null : { amount: plainAmount(minor, currency), currency };
  const endDay = periodEndDay?.(daysBetween(epoch, sentOn));
  return {
    collector_name: text(row.collector ?? row.tenantName),
    collector_phone_and_hours: text(row.callerId),
    reference_code: text(row.customerReference),
    consumer_name: text(row.customerName),
    consumer_address: text(row.mail),
    creditor_on_itemization_date: text(row.creditorName),
    account_number_truncated: text(
      row.accounts.map((reference) => `•••• ${reference.slice(-lastDigits)}`).join(', '),
    ),
    current_creditor: text(row.creditorName),
    itemization_date: itemizedOn === null ? null : { date: itemizedOn },
    amount_on_itemization_date: amount(row.amountThen),
    interest_since: amount(row.interest),
    fees_since: amount(row.fees),
    payments_since: amount(row.payments),
    credits_since: amount(row.credits),
    amount_now: amount(row.amountNow),
    validation_period_end: endDay === undefined ? null : { date: addDays(epoch, endDay) },
  };
}
