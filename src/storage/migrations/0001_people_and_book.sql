-- The organisation, its people, and the book of customers, accounts and items.
-- Large tables carry tenant, bucket and customer; their keys start with the customer, so that the
-- same statements run on one server and on a cluster sharded by customer.

create table tenants (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null
);

create table creditors (
  id uuid primary key,
  tenant_id uuid not null references tenants,
  name text not null
);

create table portfolios (
  id uuid primary key,
  tenant_id uuid not null references tenants,
  creditor_id uuid not null references creditors,
  name text not null,
  kind text not null check (kind in ('consumer', 'business')),
  product text not null,
  currency text not null,
  country text not null,
  zone text not null,
  collector_role text not null
    check (collector_role in ('third_party_collector', 'original_creditor', 'bank')),
  caller_id text not null,
  policy jsonb not null default '{}',
  unique (tenant_id, name)
);

create table users (
  id uuid primary key,
  tenant_id uuid not null default '00000000-0000-7000-8000-000000000001' references tenants,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  language text not null default 'en',
  active boolean not null default true,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table auth_sessions (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index auth_sessions_by_user on auth_sessions (user_id);

create table auth_accounts (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index auth_accounts_by_user on auth_accounts (user_id);

create table auth_verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- A role held on one portfolio, or on all of them when portfolio_id is null.
create table user_roles (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  role text not null check (role in
    ('manager', 'analyst', 'supervisor', 'agent', 'back_office', 'compliance', 'administrator')),
  portfolio_id uuid references portfolios,
  granted_at timestamptz not null,
  granted_by uuid references users
);
create unique index user_roles_once on user_roles
  (user_id, role, coalesce(portfolio_id, '00000000-0000-0000-0000-000000000000'));

-- What an agent is doing: one row a stretch of time, the open one has no end.
create table agent_states (
  id uuid primary key,
  user_id uuid not null references users,
  state text not null check (state in ('ready', 'contact', 'wrap_up', 'away', 'signed_out')),
  reason text,
  case_id uuid,
  began_at timestamptz not null,
  ended_at timestamptz
);
create unique index agent_states_open on agent_states (user_id) where ended_at is null;
create index agent_states_by_time on agent_states (began_at);

create table customers (
  id uuid primary key,
  tenant_id uuid not null,
  bucket smallint not null,
  reference text not null,
  kind text not null check (kind in ('person', 'company')),
  name text not null,
  given_name text,
  family_name text,
  language text not null default 'en',
  birth_date date,
  country text not null,
  region text,
  city text,
  postal_code text,
  street text,
  confirmed_zone text,
  pay_day smallint check (pay_day between 1 and 31),
  vulnerable boolean not null default false,
  import_id uuid,
  created_at timestamptz not null
);
create index customers_by_name on customers (tenant_id, lower(name) text_pattern_ops);

-- Where a client's own reference leads: the only unique constraint that crosses customers.
create table client_references (
  tenant_id uuid not null,
  portfolio_id uuid not null,
  kind text not null check (kind in ('customer', 'account', 'item', 'credit', 'payment')),
  reference text not null,
  customer_id uuid not null,
  target_id uuid not null,
  primary key (tenant_id, portfolio_id, kind, reference)
);

create table contact_points (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  bucket smallint not null,
  kind text not null check (kind in ('mobile', 'landline', 'email', 'mail')),
  value text not null,
  place text check (place in ('home', 'work')),
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

create table accounts (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  bucket smallint not null,
  portfolio_id uuid not null,
  reference text not null,
  product text not null,
  currency text not null,
  opened_on date,
  import_id uuid,
  created_at timestamptz not null,
  primary key (customer_id, id)
);
create index accounts_by_portfolio on accounts (portfolio_id);

-- Who else is tied to an account, and so may or may not be told of it.
create table parties (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  bucket smallint not null,
  account_id uuid,
  role text not null check (role in ('debtor', 'co_debtor', 'guarantor', 'attorney', 'executor',
    'authorised_third_party', 'payer')),
  name text not null,
  note text,
  created_at timestamptz not null,
  primary key (customer_id, id)
);

-- One claim inside an account. balance_minor is the running sum of its postings on `receivable`.
create table items (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  bucket smallint not null,
  portfolio_id uuid not null,
  account_id uuid not null,
  case_id uuid,
  reference text not null,
  kind text not null check (kind in ('invoice', 'instalment', 'fee')),
  issued_on date,
  due_on date not null,
  currency text not null,
  amount_minor bigint not null check (amount_minor > 0),
  balance_minor bigint not null check (balance_minor >= 0),
  disputed_minor bigint not null default 0,
  delivered_on date,
  delivered_how text,
  entered_collection_on date,
  left_collection_on date,
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
  bucket smallint not null,
  account_id uuid,
  kind text not null check (kind in ('card', 'mandate', 'none')),
  state text not null check (state in ('valid', 'expired', 'cancelled', 'failed')),
  masked text,
  expires_on date,
  auto_renews boolean not null default false,
  rejects smallint not null default 0,
  cancelled_by text check (cancelled_by in ('customer', 'bank', 'organisation')),
  charging_day smallint check (charging_day between 1 and 31),
  import_id uuid,
  created_at timestamptz not null,
  primary key (customer_id, id)
);

create table key_events (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  bucket smallint not null,
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
  primary key (customer_id, id)
);
create index key_events_by_case on key_events (case_id) where case_id is not null;
create index key_events_new on key_events (portfolio_id) where case_id is null and resolved_at is null;

-- Requests about contact and permissions, kept for ever: a later row supersedes an earlier one.
create table preferences (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  bucket smallint not null,
  kind text not null check (kind in ('opt_out_address', 'opt_out_medium', 'cease', 'inconvenient_time',
    'inconvenient_place', 'employer_prohibits', 'confirmed_zone', 'language', 'withdrawn')),
  channel text,
  contact_point_id uuid,
  details jsonb not null default '{}',
  given_at timestamptz not null,
  conversation_id uuid,
  recorded_by uuid,
  ends_at timestamptz,
  withdraws uuid,
  primary key (customer_id, id)
);

create table consents (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  bucket smallint not null,
  kind text not null,
  contact_point_id uuid,
  debts uuid[] not null default '{}',
  details jsonb not null default '{}',
  given_to text not null,
  received_at timestamptz not null,
  revoked_at timestamptz,
  conversation_id uuid,
  recorded_by uuid,
  primary key (customer_id, id)
);
