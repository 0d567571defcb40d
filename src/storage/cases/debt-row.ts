import { type Kysely, sql } from 'kysely';
import type { DebtType } from '#domain/debts/debt-types.ts';
import type { LocalDate } from '#kernel/time.ts';
import { defaultSince } from '#storage/default-since.ts';
import { type LimitationPayment, limitationPayments } from '#storage/limitation-payments.ts';
import { isRejectRow } from '#storage/reject-rows.ts';
import type { DB } from '#storage/tables.ts';
import type { CaseRef } from './read-file.ts';

/** The debt of a case, amounts as digits in minor units. */
export type DebtRow = {
  readonly items: readonly {
    readonly id: string;
    readonly accountId: string;
    readonly accountReference: string;
    readonly reference: string;
    readonly kind: 'invoice' | 'instalment' | 'fee';
    readonly issuedOn: LocalDate | null;
    readonly dueOn: LocalDate;
    readonly enteredOn: LocalDate | null;
    readonly amount: string;
    readonly balance: string;
    readonly disputed: string;
    readonly deliveredOn: LocalDate | null;
    readonly deliveredHow: string | null;
    readonly deliveredTo: string | null;
    readonly deliveryFailedOn: LocalDate | null;
  }[];
  readonly accounts: readonly {
    readonly id: string;
    readonly reference: string;
    readonly product: string;
    readonly debtType: DebtType | null;
    readonly studentAccountGroup: string | null;
    readonly limitationOn: LocalDate | null;
    readonly originatedMinor: string | null;
    readonly renewedOn: LocalDate | null;
    readonly currency: string;
    readonly endedAs: 'settled' | 'discharged' | null;
    readonly defaultOn: LocalDate | null;
    readonly payments: readonly LimitationPayment[];
    readonly lastPaidOn: LocalDate | null;
    readonly originalCreditor: string | null;
    readonly chargedOffOn: LocalDate | null;
    readonly chargedOffMinor: string | null;
    readonly placedOn: LocalDate | null;
    readonly interestMinor: string | null;
    readonly feesMinor: string | null;
    readonly fileNote: string | null;
  }[];
  readonly methods: readonly {
    readonly id: string;
    readonly accountId: string | null;
    readonly kind: 'card' | 'mandate' | 'none';
    readonly state: string;
    readonly masked: string | null;
    readonly expiresOn: LocalDate | null;
    readonly renews: boolean | null;
    readonly chargingDay: number | null;
    readonly rejects: number;
  }[];
  readonly events: readonly {
    readonly id: string;
    readonly type: 'A' | 'B' | 'C' | 'D';
    readonly subReason: string;
    readonly fault: string;
    readonly happenedOn: LocalDate;
    readonly resolved: boolean;
    /** It is a payment that was refused or came back. */
    readonly isReject: boolean;
    readonly costMinor: string | null;
    readonly costCurrency: string | null;
    readonly costFrom: 'bank' | 'policy' | null;
  }[];
  readonly promises: readonly {
    readonly id: string;
    readonly amount: string;
    readonly dueOn: LocalDate;
    readonly state: string;
    readonly paid: string;
    readonly madeAt: string;
  }[];
  readonly plans: readonly {
    readonly id: string;
    readonly total: string;
    readonly frequency: string;
    readonly state: string;
    readonly instalments: readonly {
      readonly number: number;
      readonly dueOn: LocalDate;
      readonly amount: string;
      readonly paid: string;
      readonly state: string;
    }[];
  }[];
};

/** What is owed on a case, line by line, with methods, events, promises and plans. */
export async function debtRow(db: Kysely<DB>, ref: CaseRef): Promise<DebtRow> {
  const customer = sql`${ref.customerId}::uuid`;
  const onCase = sql`${ref.caseId}::uuid`;
  const { rows } = await sql<DebtRow>`
    select
      (select coalesce(json_agg(json_build_object('id', i.id, 'accountId', a.id, 'accountReference', a.reference,
          'reference', i.reference, 'kind', i.kind, 'issuedOn', i.issued_on, 'dueOn', i.due_on,
          'enteredOn', i.entered_collection_on, 'amount', i.amount_minor::text,
          'balance', i.balance_minor::text, 'disputed', i.disputed_minor::text,
          'deliveredOn', i.delivered_on, 'deliveredHow', i.delivered_how,
          'deliveredTo', i.delivered_to, 'deliveryFailedOn', i.delivery_failed_on)
          order by i.due_on, i.id), '[]')
        from items i join accounts a on a.customer_id = i.customer_id and a.id = i.account_id
        where i.customer_id = ${customer} and i.case_id = ${onCase}) as items,
      (select coalesce(json_agg(json_build_object('id', a.id, 'reference', a.reference,
          'product', a.product, 'debtType', a.debt_type,
          'studentAccountGroup', a.student_account_group, 'limitationOn', a.limitation_on,
          'originatedMinor', a.originated_minor::text, 'renewedOn', a.renewed_on,
          'currency', a.currency, 'endedAs', a.ended_as, 'defaultOn', ${sql.raw(defaultSince('a.customer_id'))},
          'originalCreditor', a.original_creditor, 'chargedOffOn', a.charged_off_on,
          'chargedOffMinor', a.charged_off_minor::text, 'placedOn', a.placed_on,
          'interestMinor', a.interest_minor::text, 'feesMinor', a.fees_minor::text,
          'fileNote', a.file_note, 'lastPaidOn', a.last_paid_on,
          'payments', ${sql.raw(limitationPayments('a.customer_id', 'y.reversed_at is null'))}) order by a.reference, a.id), '[]')
        from accounts a where a.customer_id = ${customer} and a.id in (
          select i.account_id from items i
          where i.customer_id = ${customer} and i.case_id = ${onCase})) as accounts,
      (select coalesce(json_agg(json_build_object('id', m.id, 'accountId', m.account_id, 'kind', m.kind, 'state', m.state,
          'masked', m.masked, 'expiresOn', m.expires_on, 'rejects', m.rejects,
          'renews', m.renews, 'chargingDay', m.charging_day)
          order by m.created_at desc, m.id desc), '[]')
        from payment_methods m where m.customer_id = ${customer} and (m.account_id is null
          or m.account_id in (select i.account_id from items i
            where i.customer_id = ${customer} and i.case_id = ${onCase}
            union all select e.account_id from key_events e
            where e.customer_id = ${customer} and e.case_id = ${onCase}))) as methods,
      (select coalesce(json_agg(json_build_object('id', e.id, 'type', e.type,
          'subReason', e.sub_reason, 'fault', e.fault, 'happenedOn', e.happened_on,
          'resolved', e.resolved_at is not null,
          'isReject', ${isRejectRow('e')}, 'costMinor', e.cost_minor::text, 'costCurrency', e.cost_currency,
          'costFrom', e.cost_from) order by e.recorded_at desc, e.id desc), '[]')
        from key_events e
        where e.customer_id = ${customer} and e.case_id = ${onCase}) as events,
      (select coalesce(json_agg(json_build_object('id', p.id, 'amount', p.amount_minor::text,
          'dueOn', p.due_on, 'state', p.state, 'paid', p.paid_minor::text, 'madeAt', p.made_at)
          order by p.made_at desc, p.due_on), '[]')
        from promises_to_pay p
        where p.customer_id = ${customer} and p.case_id = ${onCase}) as promises,
      (select coalesce(json_agg(json_build_object('id', l.id, 'total', l.total_minor::text,
          'frequency', l.frequency, 'state', l.state, 'instalments', (
            select coalesce(json_agg(json_build_object('number', s.number, 'dueOn', s.due_on,
              'amount', s.amount_minor::text, 'paid', s.paid_minor::text, 'state', s.state)
              order by s.number), '[]')
            from plan_instalments s where s.customer_id = l.customer_id and s.plan_id = l.id))
          order by l.made_at desc), '[]')
        from plans l
        where l.customer_id = ${customer} and l.case_id = ${onCase}) as plans
  `.execute(db);
  const row = rows[0];
  return row ?? { items: [], accounts: [], methods: [], events: [], promises: [], plans: [] };
}
