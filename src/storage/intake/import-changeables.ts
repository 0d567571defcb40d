import { isSilent, sibling } from './import-staging.ts';

/** A column of the book that a file may change, and the field of the map it comes from. */
type Changeable = {
  readonly column: string;
  readonly staged: string;
  readonly field: string;
  readonly type: 'text' | 'date' | 'bigint' | 'boolean' | 'smallint';
  /** Condition on the kept row `t` under which a file changes nothing of it. */
  readonly unless?: string;
  /** What the staged row `s` tells of it, where that is not simply its column. */
  readonly told?: string;
};

/** A table of the book, and what of it a file may change. */
export type Kept = {
  readonly entity: 'customer' | 'account' | 'item' | 'payment_method';
  readonly table: string;
  /** Temporary table that says which staged row speaks for which kept row. */
  readonly from: string;
  /** Condition that joins the kept row `t` to `k`, the row of `from`. */
  readonly on: string;
  readonly reference: string;
  /** Where the ids of its changes begin among the siblings. */
  readonly first: number;
  readonly columns: readonly Changeable[];
};

const text = (column: string, field: string, staged = column): Changeable => ({
  column,
  staged,
  field,
  type: 'text',
});
const date = (column: string, field: string, staged = column): Changeable => ({
  column,
  staged,
  field,
  type: 'date',
});

const minor = (column: string, field: string): Changeable => ({
  column,
  staged: column,
  field,
  type: 'bigint',
});

/** The person said which language they prefer: no file knows better. */
const saidLanguage = `exists (select 1 from preferences f
  where f.customer_id = t.id and f.kind = 'language')`;

/** What the file tells of a column; null where it says nothing of it, or may not change it. */
export function toldFor({ staged, unless, told = `s.${staged}` }: Changeable): string {
  return unless === undefined ? told : `case when not ${unless} then ${told} end`;
}

/** A cell that is left empty says nothing: what stands in for it is for what is new. */
const unlessSilent = (changeable: Changeable): Changeable => ({
  ...changeable,
  unless: isSilent(changeable.field),
});

/** Of a name in two parts a row may tell one alone. */
const toldName = `case when not ${isSilent('name')} then s.name
  when s.given_name is not null or s.family_name is not null then concat_ws(' ',
    coalesce(s.given_name, t.given_name), coalesce(s.family_name, t.family_name)) end`;

/**
 * The payment method that a staged row speaks of: that of its kind, or the only one of the account where
 * the row tells no kind.
 */
const ofMethod = (t: string) => `(${t}.kind = s.method_kind or s.has_method
  and s.method_kind is null and (select count(*) from payment_methods o
    where o.customer_id = ${t}.customer_id and o.account_id = ${t}.account_id) = 1)`;

/** What a later file may change of what an earlier one brought. */
export const changeables: readonly Kept[] = [
  {
    entity: 'customer',
    table: 'customers',
    from: 'import_people',
    on: 't.id = k.customer_id',
    reference: 's.cust',
    first: sibling.changes,
    columns: [
      { ...text('name', 'name'), told: toldName },
      unlessSilent(text('kind', 'customerKind')),
      text('given_name', 'givenName'),
      text('family_name', 'familyName'),
      { ...text('language', 'language'), unless: saidLanguage },
      date('birth_date', 'birthDate'),
      text('country', 'country'),
      text('region', 'region'),
      text('city', 'city'),
      text('postal_code', 'postalCode'),
      text('street', 'street'),
      text('confirmed_zone', 'confirmedZone'),
      { column: 'pay_day', staged: 'pay_day', field: 'payDay', type: 'smallint' },
    ],
  },
  {
    entity: 'account',
    table: 'accounts',
    from: 'import_accounts',
    on: 't.customer_id = k.customer_id and t.id = k.account_id',
    reference: 's.acct',
    first: sibling.changes + 16,
    columns: [
      text('product', 'product'),
      text('debt_type', 'debtType'),
      text('student_account_group', 'studentAccountGroup'),
      date('limitation_on', 'limitationOn'),
      date('opened_on', 'openedOn'),
      {
        ...{ column: 'originated_minor', staged: 'originated_minor' },
        ...{ field: 'originalAmount', type: 'bigint' },
      },
      date('renewed_on', 'renewedOn'),
      date('first_communication_on', 'firstCommunicationOn'),
      text('original_creditor', 'originalCreditor'),
      date('charged_off_on', 'chargedOffOn'),
      minor('charged_off_minor', 'chargedOffAmount'),
      date('last_paid_on', 'lastPaidOn'),
      date('placed_on', 'placedOn'),
      minor('interest_minor', 'interestAmount'),
      minor('fees_minor', 'feesAmount'),
      text('file_note', 'note'),
    ],
  },
  {
    entity: 'item',
    table: 'items',
    from: 'import_items',
    on: 't.customer_id = k.customer_id and t.id = k.item_id',
    reference: 's.item',
    first: sibling.changes + 32,
    columns: [
      unlessSilent(text('kind', 'itemKind', 'item_kind')),
      date('issued_on', 'issuedOn'),
      date('due_on', 'dueOn'),
      unlessSilent({ column: 'amount_minor', staged: 'amount', field: 'amount', type: 'bigint' }),
      date('delivered_on', 'deliveredOn'),
      text('delivered_how', 'deliveredBy'),
      text('delivered_to', 'deliveredTo'),
      date('delivery_failed_on', 'deliveryFailedOn'),
      {
        ...minor('disputed_minor', 'disputed'),
        told: 'case when s.disputed then t.balance_minor end',
        // What is disputed of it already is better known here.
        unless: '(t.disputed_minor > 0 or t.balance_minor = 0)',
      },
    ],
  },
  {
    entity: 'payment_method',
    table: 'payment_methods',
    from: 'import_accounts',
    on: `t.customer_id = k.customer_id and t.account_id = k.account_id and ${ofMethod('t')}`,
    reference: 's.acct',
    first: sibling.changes + 40,
    columns: [
      text('state', 'methodState', 'method_state'),
      text('masked', 'methodLast4', 'method_last4'),
      date('expires_on', 'methodExpiresOn', 'method_expires_on'),
      {
        ...{ column: 'renews', staged: 'method_renews', field: 'methodRenews' },
        type: 'boolean',
      },
      {
        ...{ column: 'charging_day', staged: 'charging_day', field: 'chargingDay' },
        type: 'smallint',
      },
    ],
  },
];
