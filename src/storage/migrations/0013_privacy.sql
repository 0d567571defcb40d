-- The rights of a person over what is kept of them: legal holds, requests, how long data is kept, and
-- what was erased. What was erased stands in the chain too, as `person.data-erased`.

-- While one stands nothing of the customer is erased.
create table legal_holds (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  matter text not null,
  reason text not null,
  laid_at timestamptz not null,
  laid_by uuid not null,
  lifted_at timestamptz,
  lifted_by uuid,
  lift_reason text,
  -- Place among the rows that are sealed (storage/audit/).
  seal_no bigint not null generated always as identity,
  primary key (customer_id, id)
);
create index legal_holds_standing on legal_holds (customer_id) where lifted_at is null;

-- What a person asked for by law: a copy of what is kept of them, or that it be erased.
create table person_requests (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  kind text not null check (kind in ('access', 'erasure')),
  law text not null check (law in ('gdpr', 'uk_gdpr', 'ccpa', 'other')),
  received_on date not null,
  due_on date not null,
  -- `open`; `approved`: a second person agreed; `done`: carried out; `refused`, with why.
  state text not null,
  -- How it was checked that whoever asks is the person; null: not yet.
  identity_how text,
  identity_at timestamptz,
  identity_by uuid,
  refusal text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  approved_at timestamptz,
  approved_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  -- SHA-256 of the copy that was handed out.
  file_sha256 text,
  -- Place among the rows that are sealed (storage/audit/).
  seal_no bigint not null generated always as identity,
  primary key (customer_id, id)
);
create index person_requests_open on person_requests (due_on) where ended_at is null;

-- Which kinds of data of a customer were erased, and when the last time.
create table erased_data (
  customer_id uuid not null,
  kind text not null,
  tenant_id uuid not null,
  erased_at timestamptz not null,
  cause_id uuid not null,
  rows_changed integer not null,
  primary key (customer_id, kind)
);

-- Whom an erased person's requests still protect: keyed hashes of their numbers and addresses.
create table suppressions (
  tenant_id uuid not null,
  digest bytea not null,
  kind text not null check (kind in ('cease', 'opt_out_address', 'opt_out_medium')),
  channel text not null default '',
  kept_at timestamptz not null,
  primary key (tenant_id, digest, kind, channel)
);

-- How many months a kind of data is kept, where it is not as delivered.
create table retention_periods (
  tenant_id uuid not null,
  kind text not null,
  months smallint not null check (months >= 0),
  set_at timestamptz not null,
  set_by uuid not null,
  confirmed_by uuid not null,
  primary key (tenant_id, kind)
);

-- Erasing what was kept long enough: asked for by one, approved by another, done in steps.
create table retention_runs (
  id uuid primary key,
  tenant_id uuid not null,
  kinds text[] not null,
  -- What is due is counted up to this day.
  due_on date not null,
  state text not null check (state in ('approved', 'done')),
  -- How far it came: customers are taken in the order of their ids.
  after_id uuid,
  -- By kind of data: of how many customers or files something went.
  counts jsonb not null default '{}',
  asked_by uuid not null,
  approved_at timestamptz not null,
  approved_by uuid not null,
  ended_at timestamptz,
  check (asked_by <> approved_by)
);
create index retention_runs_open on retention_runs (approved_at) where ended_at is null;

-- What is due to be erased, counted once a day: by kind of data, customers or files.
create table retention_reports (
  tenant_id uuid not null,
  counted_on date not null,
  counts jsonb not null,
  primary key (tenant_id, counted_on)
);

-- What tells which keys, kept outside of the database, sealed what is in it: a keyed hash of a constant
-- for each. Of a name one is in force; those that were given up as lost stay, with when.
create table key_marks (
  -- `secret`, `digest` or the name of a key of texts: `k1`, `k2` and so on.
  name text not null,
  mark text not null,
  lost_at timestamptz,
  primary key (name, mark)
);
create unique index key_marks_in_force on key_marks (name) where lost_at is null;
