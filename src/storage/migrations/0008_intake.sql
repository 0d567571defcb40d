-- Files that came in: imports with their rejects and changes, bank statements and their entries.

create table import_maps (
  id uuid primary key,
  tenant_id uuid not null,
  portfolio_id uuid not null references portfolios,
  name text not null,
  kind text not null,
  map jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid,
  unique (portfolio_id, kind, name)
);

create table imports (
  id uuid primary key,
  tenant_id uuid not null,
  portfolio_id uuid not null references portfolios,
  kind text not null check (kind in ('book', 'credit_notes', 'payments', 'consents', 'camt')),
  file_name text not null,
  file_sha256 text,
  file_bytes bigint,
  map jsonb not null default '{}',
  dry_run boolean not null default false,
  state text not null
    check (state in ('uploaded', 'running', 'done', 'failed', 'taken_back')),
  bytes_read bigint not null default 0,
  counts jsonb not null default '{}',
  -- Values that could not be read, each with how many rows have it and the first of their lines.
  unread jsonb not null default '[]',
  failure text,
  started_at timestamptz not null,
  started_by uuid,
  ended_at timestamptz,
  -- Null while the file is kept; an import that is done needs it no more.
  file_removed_at timestamptz,
  -- Told by whoever runs it: one whose process died is taken up by another.
  beat_at timestamptz,
  -- Drawn anew whenever somebody takes it up: who still holds an older one writes nothing more.
  run_id uuid,
  -- The process that has its file: while it lives, no other runs it.
  received_by uuid,
  -- When its rejects and the values it replaced were erased: it cannot be taken back any more.
  remains_erased_at timestamptz
);
create index imports_by_time on imports (tenant_id, started_at desc);
create index imports_with_file on imports (tenant_id) where file_removed_at is null;
create index imports_running on imports (beat_at) where state = 'running';

-- Why a line was refused, or which detail of one that came in was left out: where the cell stands in the
-- file and what the sentence about it needs.
create table import_rejects (
  import_id uuid not null,
  line integer not null,
  position integer not null,
  field text,
  column_name text,
  reason text not null,
  facts jsonb not null default '{}',
  original text not null,
  -- The row came in, without this detail.
  row_kept boolean not null default false,
  primary key (import_id, line, position)
);
create index import_rejects_of_customer on import_rejects (import_id, (facts ->> 'customer'))
  where row_kept;

-- What a changed row was before an import changed it: shown to the user, and used to take it back.
create table import_changes (
  customer_id uuid not null,
  import_id uuid not null,
  id uuid not null,
  entity text not null,
  entity_id uuid not null,
  reference text not null,
  field text not null,
  old_value text,
  new_value text,
  primary key (customer_id, import_id, id)
);
create index import_changes_by_import on import_changes (import_id, id);

create table statements (
  id uuid primary key,
  tenant_id uuid not null,
  portfolio_id uuid not null,
  import_id uuid not null,
  -- Place in the file, from 1: an import that is run again finds what it had kept.
  position integer not null,
  format text not null,
  reference text,
  iban text,
  currency text,
  opening_minor bigint,
  closing_minor bigint,
  from_on date,
  to_on date,
  unique (import_id, position)
);

-- Every movement that was read has a row, whatever became of it.
create table bank_entries (
  id uuid primary key,
  tenant_id uuid not null,
  portfolio_id uuid not null,
  import_id uuid not null,
  statement_id uuid,
  -- Place among the movements of the file, from 1.
  position integer not null,
  -- Of all that is told of the movement; two movements of a day may have the same.
  fingerprint text not null,
  amount_minor bigint not null,
  currency text not null,
  booked_on date not null,
  payer_name text,
  payer_account text,
  -- Whose money it is as the file says, in the words of `payments.payer`; null where it is silent.
  payer_role text check (payer_role in ('debtor', 'co_debtor', 'guarantor', 'third_party',
    'enforcement', 'agency', 'unknown')),
  reference text,
  remittance text,
  -- Every reference that was given as such; `reference` is the one that is shown.
  given_references text[],
  bank_reference text,
  mandate_id text,
  return_reason text,
  -- What of the amount are charges of banks, a cost of the creditor: on top of a return, or held back
  -- from what came in.
  charges_minor bigint not null default 0 check (charges_minor >= 0),
  -- Of a payment that the bank booked in a batch: which, its sum and how many payments it had. An entry
  -- that stands alone may say of how many payments it is the sum, and the reference of its batch.
  batch_id uuid,
  batch_minor bigint,
  batch_count integer,
  batch_reference text,
  -- `known`: an earlier entry told of it; `left_out`: no payment of a debt, as `how` says.
  state text not null check (state in ('matched', 'unmatched', 'set_aside', 'known', 'left_out')),
  -- The earlier entry that it is, or may be, once more.
  same_as uuid,
  how text,
  candidates jsonb not null default '[]',
  customer_id uuid,
  -- Whose it probably is while it waits for a person.
  likely_customer_id uuid,
  payment_id uuid,
  resolved_at timestamptz,
  resolved_by uuid,
  note text,
  unique (import_id, position)
);
create index bank_entries_open on bank_entries (portfolio_id, booked_on) where state = 'unmatched';
create index bank_entries_of_day on bank_entries (portfolio_id, booked_on, amount_minor);
create index bank_entries_batches on bank_entries (portfolio_id, booked_on, batch_minor)
  where batch_id is not null;
create index bank_entries_same on bank_entries (same_as) where same_as is not null;
