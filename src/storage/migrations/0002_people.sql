-- Customers, how they are reached, and what they have said about being contacted. Tables of a customer
-- are sharded by customer on a cluster: each key and each unique index begins with the customer.

-- Each decision about a person writes the end of their chain into this row: room beside it keeps the new
-- version on its page, and such an update out of all indexes.
create table customers (
  id uuid primary key,
  tenant_id uuid not null,
  reference text not null,
  kind text not null check (kind in ('person', 'company')),
  name text not null,
  given_name text,
  family_name text,
  -- ISO 639-1; null: nobody told us. What the person says themselves stands in `preferences` too.
  language text,
  birth_date date,
  country text not null,
  region text,
  city text,
  postal_code text,
  street text,
  confirmed_zone text,
  -- The day of the month on which the customer is paid; null: nobody told us.
  pay_day smallint check (pay_day between 1 and 31),
  vulnerable boolean not null default false,
  -- Whether other records are the same human being, told by the lock without a further question.
  linked boolean not null default false,
  -- The end of the chain of the decisions about this person.
  last_decision_hash bytea,
  import_id uuid,
  created_at timestamptz not null
) with (fillfactor = 80);
create index customers_by_name on customers (tenant_id, lower(name) text_pattern_ops);

-- Where a reference given from outside leads: the only unique constraint that crosses customers.
create table client_references (
  tenant_id uuid not null,
  portfolio_id uuid not null,
  kind text not null check (kind in ('customer', 'account', 'item', 'credit', 'payment', 'message')),
  reference text not null,
  customer_id uuid not null,
  target_id uuid not null,
  primary key (tenant_id, portfolio_id, kind, reference)
);

-- Two records that are one human being: counts are made over the group; ending a row splits it.
create table person_links (
  id uuid primary key,
  tenant_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  reason text not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  end_reason text,
  check (one_id < other_id)
);
create unique index person_links_standing on person_links (one_id, other_id) where ended_at is null;
create index person_links_other on person_links (other_id) where ended_at is null;

create table contact_points (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  kind text not null check (kind in ('mobile', 'landline', 'email', 'mail', 'app', 'social')),
  value text not null,
  place text check (place in ('home', 'work')),
  -- Whose it is; null: the customer's own.
  party_id uuid,
  -- Whether the employer is known to have provided it.
  employer_provided boolean not null default false,
  zones text[] not null default '{}',
  source text not null,
  state text not null default 'unverified'
    check (state in ('unverified', 'valid', 'wrong_person', 'disconnected', 'moved')),
  rank smallint not null default 1,
  last_success_at timestamptz,
  verified_at timestamptz,
  import_id uuid,
  created_at timestamptz not null,
  primary key (customer_id, id)
);
create index contact_points_by_value on contact_points (value);

-- Requests about contact and permissions, kept for ever: a later row supersedes an earlier one.
create table preferences (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  kind text not null check (kind in ('opt_out_address', 'opt_out_medium', 'cease', 'inconvenient_time',
    'inconvenient_place', 'employer_prohibits', 'language',
    'whereabouts', 'withdrawn')),
  channel text,
  contact_point_id uuid,
  details jsonb not null default '{}',
  source text,
  given_at timestamptz not null,
  received_at timestamptz,
  recorded_at timestamptz,
  recorded_by uuid,
  conversation_id uuid,
  withdraws uuid,
  primary key (customer_id, id)
);

-- Who told of a consent, for which portfolio it was given, where its proof is, and how it was taken
-- back.
create table consents (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  kind text not null,
  portfolio_id uuid,
  contact_point_id uuid,
  debts uuid[] not null default '{}',
  details jsonb not null default '{}',
  given_to text not null,
  source text,
  evidence_ref text,
  occurred_at timestamptz,
  received_at timestamptz not null,
  recorded_at timestamptz,
  recorded_by uuid,
  conversation_id uuid,
  import_id uuid,
  revoked_at timestamptz,
  revocation_source text,
  revocation_recorded_at timestamptz,
  revoked_by uuid,
  primary key (customer_id, id)
);
