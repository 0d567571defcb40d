-- The ledger, payments and credit notes, and what was agreed.

-- One movement of money between two ledgers: it balances by being one row.
create table postings (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  portfolio_id uuid not null,
  account_id uuid not null,
  item_id uuid,
  event_id uuid not null,
  kind text not null check (kind in ('bill', 'fee', 'payment', 'allocation', 'credit',
    'payment_reversal', 'credit_reversal', 'write_off', 'move', 'withdrawal', 'refund')),
  debit text not null,
  credit text not null,
  component text not null default 'principal'
    check (component in ('principal', 'interest', 'fee', 'cost')),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  booked_on date not null,
  recorded_at timestamptz not null,
  import_id uuid,
  payment_id uuid,
  reverses uuid,
  primary key (customer_id, id),
  check (debit <> credit)
);
create index postings_by_day on postings (portfolio_id, booked_on);
create index postings_by_payment on postings (payment_id) where payment_id is not null;
-- The debt bridge sums these columns and nothing else: it never opens the table.
create index postings_of_debt on postings
  (portfolio_id, booked_on, currency, debit, credit, amount_minor)
  where debit = 'receivable' or credit = 'receivable';
-- Money in hand: what came in and no debt has taken, which few customers have.
create index postings_unapplied on postings (customer_id, portfolio_id)
  where debit = 'unapplied' or credit = 'unapplied';
create index postings_by_record on postings using brin (recorded_at);

create table payments (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  portfolio_id uuid not null,
  account_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  received_on date not null,
  source text not null,
  -- Whose money it was: only who owes acknowledges the debt by paying.
  payer text not null default 'unknown' check (payer in ('debtor', 'co_debtor', 'guarantor',
    'third_party', 'enforcement', 'agency', 'unknown')),
  reference text,
  bank_entry_id uuid,
  promise_id uuid,
  user_id uuid,
  conversation_id uuid,
  recorded_at timestamptz not null,
  reversed_at timestamptz,
  reversal_reason text,
  import_id uuid,
  primary key (customer_id, id)
);
create index payments_by_day on payments (portfolio_id, received_on);
create index payments_by_id on payments (id);

create table credit_notes (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  portfolio_id uuid not null,
  account_id uuid not null,
  item_id uuid not null,
  reference text not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  issued_on date not null,
  reason text not null,
  recorded_at timestamptz not null,
  reversed_at timestamptz,
  import_id uuid,
  primary key (customer_id, id)
);

create table promises_to_pay (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  portfolio_id uuid not null,
  case_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  -- The items that were overdue and not disputed then; null for whatever the customer owes.
  item_ids uuid[],
  due_on date not null,
  method text not null,
  state text not null
    check (state in ('open', 'kept', 'partly_kept', 'broken', 'withdrawn', 'replaced')),
  paid_minor bigint not null default 0,
  tolerance_days smallint not null,
  tolerance_minor bigint not null,
  made_at timestamptz not null,
  made_by uuid,
  conversation_id uuid,
  judged_on date,
  replaced_by uuid,
  primary key (customer_id, id)
);
create index promises_open on promises_to_pay (portfolio_id, due_on) where state = 'open';
create index promises_by_case on promises_to_pay (case_id);
create index promises_by_due on promises_to_pay (portfolio_id, due_on);

create table plans (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  portfolio_id uuid not null,
  case_id uuid not null,
  total_minor bigint not null check (total_minor > 0),
  currency text not null,
  frequency text not null check (frequency in ('weekly', 'fortnightly', 'monthly')),
  item_ids uuid[] not null,
  state text not null check (state in
    ('proposed', 'approved', 'active', 'late', 'broken', 'completed', 'cancelled')),
  affordability jsonb,
  made_at timestamptz not null,
  made_by uuid,
  conversation_id uuid,
  ended_at timestamptz,
  primary key (customer_id, id)
);
create index plans_by_case on plans (case_id);
create index plans_live on plans (portfolio_id) where state in ('proposed', 'approved', 'active', 'late');

create table plan_instalments (
  customer_id uuid not null,
  plan_id uuid not null,
  number smallint not null,
  tenant_id uuid not null,
  due_on date not null,
  amount_minor bigint not null check (amount_minor > 0),
  paid_minor bigint not null default 0,
  state text not null check (state in ('open', 'kept', 'late', 'missed', 'cancelled')),
  primary key (customer_id, plan_id, number)
);
