-- The ledger, agreements, bank entries, imports, and the one log of everything that happened.

-- One movement of money between two ledgers: it balances by being one row.
create table postings (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  bucket smallint not null,
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
  primary key (customer_id, id),
  check (debit <> credit)
);
create index postings_by_day on postings (portfolio_id, booked_on);

create table payments (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  bucket smallint not null,
  portfolio_id uuid not null,
  account_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  received_on date not null,
  source text not null,
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

create table credit_notes (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  bucket smallint not null,
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
  bucket smallint not null,
  portfolio_id uuid not null,
  case_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
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

create table plans (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  bucket smallint not null,
  portfolio_id uuid not null,
  case_id uuid not null,
  total_minor bigint not null check (total_minor > 0),
  currency text not null,
  frequency text not null check (frequency in ('weekly', 'fortnightly', 'monthly')),
  state text not null check (state in
    ('proposed', 'approved', 'active', 'late', 'broken', 'completed', 'cancelled')),
  affordability jsonb,
  made_at timestamptz not null,
  made_by uuid,
  approved_by uuid,
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
  bucket smallint not null,
  due_on date not null,
  amount_minor bigint not null check (amount_minor > 0),
  paid_minor bigint not null default 0,
  state text not null check (state in ('open', 'kept', 'late', 'missed', 'cancelled')),
  primary key (customer_id, plan_id, number)
);

create table statements (
  id uuid primary key,
  tenant_id uuid not null,
  portfolio_id uuid not null references portfolios,
  import_id uuid not null,
  format text not null,
  reference text,
  iban text,
  currency text,
  opening_minor bigint,
  closing_minor bigint,
  from_on date,
  to_on date
);

create table bank_entries (
  id uuid primary key,
  tenant_id uuid not null,
  portfolio_id uuid not null references portfolios,
  import_id uuid not null,
  statement_id uuid references statements,
  fingerprint text not null,
  amount_minor bigint not null,
  currency text not null,
  booked_on date not null,
  payer_name text,
  payer_account text,
  reference text,
  remittance text,
  return_reason text,
  state text not null check (state in ('matched', 'unmatched', 'set_aside')),
  how text,
  candidates jsonb not null default '[]',
  customer_id uuid,
  payment_id uuid,
  resolved_at timestamptz,
  resolved_by uuid,
  note text,
  unique (tenant_id, portfolio_id, fingerprint)
);
create index bank_entries_open on bank_entries (portfolio_id, booked_on) where state = 'unmatched';

create table import_maps (
  id uuid primary key,
  tenant_id uuid not null,
  name text not null,
  kind text not null,
  map jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid,
  unique (tenant_id, kind, name)
);

create table imports (
  id uuid primary key,
  tenant_id uuid not null,
  portfolio_id uuid not null references portfolios,
  kind text not null check (kind in ('book', 'credit_notes', 'payments', 'camt')),
  file_name text not null,
  file_sha256 text,
  file_bytes bigint,
  map jsonb not null default '{}',
  dry_run boolean not null default false,
  state text not null
    check (state in ('uploaded', 'running', 'done', 'failed', 'taken_back')),
  bytes_read bigint not null default 0,
  counts jsonb not null default '{}',
  failure text,
  started_at timestamptz not null,
  started_by uuid,
  ended_at timestamptz
);
create index imports_by_time on imports (tenant_id, started_at desc);

create table import_rejects (
  import_id uuid not null references imports on delete cascade,
  line integer not null,
  position integer not null,
  field text,
  reason text not null,
  original text not null,
  primary key (import_id, line, position)
);

-- What a changed row was before an import changed it: shown to the user, and used to take it back.
create table import_changes (
  import_id uuid not null references imports on delete cascade,
  id uuid not null,
  customer_id uuid not null,
  entity text not null,
  entity_id uuid not null,
  reference text not null,
  field text not null,
  old_value text,
  new_value text,
  primary key (import_id, id)
);

-- Append-only: compliance record, outbox, realtime cursor and source of every figure.
create table event_log (
  seq bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  id uuid not null,
  tenant_id uuid not null,
  portfolio_id uuid,
  customer_id uuid,
  case_id uuid,
  kind text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  actor_id uuid,
  facts jsonb not null,
  previous_hash bytea,
  hash bytea not null
);
create index event_log_by_case on event_log (case_id, seq) where case_id is not null;
create index event_log_by_kind on event_log (kind, occurred_at);

create table reader_cursors (
  name text primary key,
  seq bigint not null
);

-- One row a local day and portfolio: the daily run is done for it, or how far it came.
create table daily_runs (
  tenant_id uuid not null,
  portfolio_id uuid not null references portfolios,
  run_on date not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  counts jsonb not null default '{}',
  primary key (portfolio_id, run_on)
);

create table settings (
  tenant_id uuid not null,
  name text not null,
  value jsonb not null,
  set_at timestamptz not null,
  set_by uuid,
  primary key (tenant_id, name)
);
