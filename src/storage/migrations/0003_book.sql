-- The book: accounts, the items owed on them, how they are paid, and what goes wrong.

create table accounts (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  portfolio_id uuid not null,
  reference text not null,
  product text not null,
  -- What kind of debt it is, in the words of the law (domain/debts/); null: nobody said.
  debt_type text,
  -- Student loans of one group are counted as one debt by some laws.
  student_account_group text,
  -- The last day before it is time-barred, where somebody knows it; null: worked out from the law.
  limitation_on date,
  -- How it ended other than by payment.
  ended_as text check (ended_as in ('settled', 'discharged')),
  currency text not null,
  opened_on date,
  -- What was lent or sold on credit at the start; null: nobody said.
  originated_minor bigint check (originated_minor > 0),
  -- The last day it was entered into, renewed, sold or assigned; null: nobody said.
  renewed_on date,
  -- When its collector first told the customer something about it, as the book has it.
  first_communication_on date,
  -- What the creditor's file tells of it: whose it was first, its charge-off, its last payment before it
  -- came here, when it was placed, what of its balance are interest and fees, and notes in free words.
  original_creditor text,
  charged_off_on date,
  charged_off_minor bigint check (charged_off_minor > 0),
  last_paid_on date,
  placed_on date,
  interest_minor bigint check (interest_minor >= 0),
  fees_minor bigint check (fees_minor >= 0),
  file_note text,
  import_id uuid,
  created_at timestamptz not null,
  primary key (customer_id, id)
);
create index accounts_by_portfolio on accounts (portfolio_id);

-- Who else is tied to a customer or to one account (null: to all), and so may or may not be told of it.
create table parties (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  account_id uuid,
  role text not null check (role in ('debtor', 'co_debtor', 'guarantor', 'spouse', 'parent',
    'guardian', 'attorney', 'executor', 'authorised_third_party', 'payer', 'third_party')),
  -- What a third party is to the customer: neighbour, relative, employer; null: nobody knows.
  relation text,
  name text not null,
  note text,
  source text not null,
  import_id uuid,
  created_at timestamptz not null,
  recorded_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  end_reason text,
  primary key (customer_id, id)
);

-- One claim inside an account. balance_minor is the running sum of its postings on `receivable`.
create table items (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  portfolio_id uuid not null,
  account_id uuid not null,
  case_id uuid,
  reference text not null,
  kind text not null check (kind in ('invoice', 'instalment', 'fee')),
  issued_on date,
  due_on date not null,
  -- The earliest day it was ever said to be due, once somebody changed it; limitation runs from it.
  first_due_on date,
  currency text not null,
  amount_minor bigint not null check (amount_minor > 0),
  balance_minor bigint not null check (balance_minor >= 0),
  disputed_minor bigint not null default 0,
  delivered_on date,
  delivered_how text,
  -- To whom it was sent, and when that was known to have failed; sent again later, it no longer counts.
  delivered_to text,
  delivery_failed_on date,
  entered_collection_on date,
  left_collection_on date,
  -- The last day a file of the book told of it, to a tenth of the days after which its balance is stale.
  refreshed_on date,
  import_id uuid,
  created_at timestamptz not null,
  primary key (customer_id, id)
);
create index items_by_case on items (case_id) where case_id is not null;
create index items_open on items (portfolio_id, due_on) where balance_minor > 0;

create table payment_methods (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  account_id uuid,
  kind text not null check (kind in ('card', 'mandate', 'none')),
  state text not null check (state in ('valid', 'expired', 'cancelled', 'failed')),
  masked text,
  expires_on date,
  rejects smallint not null default 0,
  charging_day smallint check (charging_day between 1 and 31),
  -- Whether the bank renews the card when it expires; null: nobody said.
  renews boolean,
  import_id uuid,
  created_at timestamptz not null,
  primary key (customer_id, id)
);

create table key_events (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  portfolio_id uuid not null,
  case_id uuid,
  account_id uuid not null,
  item_id uuid,
  type text not null check (type in ('A', 'B', 'C', 'D')),
  sub_reason text not null,
  fault text not null check (fault in ('customer', 'organisation', 'bank', 'nobody')),
  reason_code text,
  source text not null,
  evidence jsonb not null default '{}',
  happened_on date not null,
  recorded_at timestamptz not null,
  resolved_at timestamptz,
  resolution text,
  import_id uuid,
  -- What a refused or returned payment cost the creditor: what the bank charged with it, else what the
  -- policy says of its method; null where neither is known. Never a debt of the customer.
  cost_minor bigint check (cost_minor >= 0),
  cost_currency text,
  cost_from text check (cost_from in ('bank', 'policy')),
  check (num_nonnulls(cost_minor, cost_currency, cost_from) in (0, 3)),
  primary key (customer_id, id)
);
create index key_events_by_case on key_events (case_id) where case_id is not null;
create index key_events_by_id on key_events (id);
create index key_events_new on key_events (portfolio_id) where case_id is null and resolved_at is null;
create index key_events_by_day on key_events (portfolio_id, happened_on);

-- Payments find their debt by what they name, in the forms in which the matcher compares it
-- (`referenceFormsSql` and `nameWordsSql`; a test holds that both say the same), or by the amount.
create index items_by_form on items (portfolio_id, (
  regexp_replace(regexp_replace(upper(normalize(replace(reference, 'ß', 'ss'), NFD)), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u0300-\u036f]+', '', 'g'), '(^|[^0-9])0+(?=[0-9])', '\1', 'g')
)) where balance_minor > 0;
create index items_by_bare_form on items (portfolio_id, (
  regexp_replace(regexp_replace(regexp_replace(upper(normalize(replace(reference, 'ß', 'ss'), NFD)), '(^|[^0-9])0+(?=[0-9])', '\1', 'g'), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u0300-\u036f]+', '', 'g'), '(^|[^0-9])0+(?=[0-9])', '\1', 'g')
)) where balance_minor > 0;
create index items_by_balance on items (portfolio_id, balance_minor) where balance_minor > 0;
create index accounts_by_form on accounts (portfolio_id, (
  regexp_replace(regexp_replace(upper(normalize(replace(reference, 'ß', 'ss'), NFD)), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u0300-\u036f]+', '', 'g'), '(^|[^0-9])0+(?=[0-9])', '\1', 'g')
));
create index customers_by_form on customers (tenant_id, (
  regexp_replace(regexp_replace(upper(normalize(replace(reference, 'ß', 'ss'), NFD)), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u0300-\u036f]+', '', 'g'), '(^|[^0-9])0+(?=[0-9])', '\1', 'g')
));
create index customers_by_words on customers (tenant_id, (
  trim(regexp_replace(regexp_replace(regexp_replace(' ' || regexp_replace(translate(replace(replace(replace(replace(replace(regexp_replace(lower(normalize(name, NFD)), '[\u0300-\u036f]', '', 'g'), 'ß', 'ss'), 'æ', 'ae'), 'Æ', 'ae'), 'œ', 'oe'), 'Œ', 'oe'), 'øØđĐłŁı''’.', 'ooddlli'), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u0300-\u036f]+', ' ', 'g') || ' ', ' (mr|mrs|ms|miss|dr|mx|sr|sra|herr|herrn|frau|fam|familie|firma|fa|prof|dipl|ing|mag|gmbh|mbh|ag|kg|kgaa|ohg|gbr|eg|ug|ltd|limited|llc|llp|inc|corp|co|plc|bv|nv|sa|sas|sarl|sl|slu|srl|spa|oy|oyj|ab|as|aps|ev)(?= )', '', 'g'), '([aou])e', '\1', 'g'), 'aa', 'a', 'g'))
));
