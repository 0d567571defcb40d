-- The organisation, its creditors, portfolios and users. Small tables that every statement may join:
-- on a cluster a copy of each stands on every server (storage/placement.ts lists where tables stand).

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

-- A portfolio's policy in versions, each with when, by whom and why; a version never changes.
create table portfolio_policies (
  portfolio_id uuid not null,
  version integer not null check (version > 0),
  settings jsonb not null,
  made_at timestamptz not null,
  -- Null: the system.
  made_by uuid,
  -- Who confirmed it, where it was a change that needs a second person.
  confirmed_by uuid,
  reason text not null,
  primary key (portfolio_id, version)
);

-- What one person asked for and another has to approve. The parts of each kind stand in `about`;
-- what was approved was done in the transaction that wrote it here.
create table approvals (
  id uuid primary key,
  tenant_id uuid not null,
  kind text not null,
  -- What it is about, so that one request for it waits at a time: `portfolio:<id>`, `attempt:<id>`.
  subject text not null,
  -- Null: it holds for everyone.
  portfolio_id uuid,
  customer_id uuid,
  case_id uuid,
  about jsonb not null,
  -- The sum that is held against the approver's limit.
  amount_minor bigint,
  reason text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  -- From then on nobody can approve it.
  lapses_at timestamptz not null,
  state text not null check (state in ('waiting', 'approved', 'refused', 'withdrawn', 'lapsed')),
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text,
  check ((state in ('waiting', 'lapsed')) = (decided_by is null)),
  check (state <> 'approved' or decided_by <> asked_by)
);
create unique index approvals_waiting on approvals (tenant_id, subject) where state = 'waiting';
create index approvals_decided on approvals (tenant_id, decided_at);

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
    check (collector_role in ('third_party_collector', 'original_creditor', 'bank',
      'debt_buyer', 'lending_company')),
  collector text,
  -- What else a law asks of who collects: a creditor under a name that suggests somebody else, a health
  -- provider's business associate (null: as the debts suggest), the kind of creditor an agency is the
  -- agent of (null: nobody said, and a bank's agents' rules bind).
  uses_third_party_name boolean not null default false,
  business_associate boolean,
  acts_for text check (acts_for in ('bank', 'original_creditor')),
  caller_id text not null,
  -- The version of its policy that is in force.
  policy_version integer not null,
  unique (tenant_id, name),
  foreign key (id, policy_version) references portfolio_policies (portfolio_id, version)
);

-- In whose name a portfolio is collected, and when that changed.
create table portfolio_transfers (
  id uuid primary key,
  tenant_id uuid not null,
  portfolio_id uuid not null references portfolios,
  from_collector text not null,
  to_collector text not null,
  from_role text not null,
  to_role text not null,
  reason text not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  -- The customers, by id, on whose record it stands that their debt was assigned: up to whom, and
  -- when it was all of them. Of a transfer that assigns nothing there is nothing to record.
  noted_to uuid,
  noted_at timestamptz
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
  -- When the password was drawn for the person, who has to change it; null: it is their own.
  password_drawn_at timestamptz,
  -- The last link of the chain of what was done to and by this user at the sign-in.
  last_event_hash bytea,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- Names that users had before, each until it was changed: history shows the name of its time. No
-- event holds a name, so that these can be erased.
create table former_names (
  user_id uuid not null references users,
  until timestamptz not null,
  name text not null,
  primary key (user_id, until)
);

create table auth_sessions (
  id uuid primary key,
  user_id uuid not null,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  -- How many factors the identity provider says were shown; null for a sign-in by our own means.
  provider_factors smallint check (provider_factors in (1, 2)),
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index auth_sessions_by_user on auth_sessions (user_id);

create table auth_accounts (
  id uuid primary key,
  user_id uuid not null,
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

-- Tries to sign in that failed, by account and place: a device that signed in before, a network,
-- or all unknown devices together. Accounts and places are hashes, so that an address that
-- belongs to nobody here is counted in the same way. Rows without a failure for a day are removed.
create table sign_in_tries (
  account_hash bytea not null,
  place_hash bytea not null,
  failures integer not null check (failures > 0),
  tried_at timestamptz not null,
  -- Until then no further try is looked at.
  blocked_until timestamptz,
  primary key (account_hash, place_hash)
);

-- Devices and networks that a user has signed in from: strangers elsewhere cannot shut these out.
create table sign_in_devices (
  user_id uuid not null,
  device_hash bytea not null,
  seen_at timestamptz not null,
  primary key (user_id, device_hash)
);

-- Authenticator apps (TOTP). Secrets are sealed with a key of the installation. A secret that was
-- shown waits for its first code, while the one before stays in force.
create table second_factors (
  user_id uuid primary key references users,
  secret text,
  pending_secret text,
  enrolled_at timestamptz,
  -- The step of time of the last code that was used: none is used twice.
  last_step integer,
  check ((secret is null) = (enrolled_at is null) and (secret is null) = (last_step is null))
);

-- What lets somebody in once whose app is lost. Hashes of 120 random bits.
create table recovery_codes (
  user_id uuid not null references users,
  code_hash bytea not null,
  primary key (user_id, code_hash)
);

-- Passkeys (WebAuthn) of a user: public keys only. The counter of an authenticator goes up, or stays 0.
create table passkeys (
  id uuid primary key,
  user_id uuid not null references users,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null check (counter >= 0),
  transports text[] not null,
  name text not null,
  added_at timestamptz not null,
  used_at timestamptz
);
create index passkeys_by_user on passkeys (user_id);

-- What was drawn for one step of a sign-in and is taken once: the challenge of a passkey, the
-- state of a way to the identity provider. Kept as a
-- hash; what has expired is removed when the next one is drawn.
create table sign_in_challenges (
  challenge_hash bytea primary key,
  purpose text not null check (purpose in ('passkey-sign-in', 'passkey-step', 'passkey-own',
    'passkey-add', 'provider')),
  -- Whose step it is; null where nobody has said who they are.
  user_id uuid,
  expires_at timestamptz not null
);

-- A role held on one portfolio, or on all of them when portfolio_id is null.
create table user_roles (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  role text not null check (role in
    ('manager', 'analyst', 'supervisor', 'agent', 'back_office', 'compliance', 'administrator',
      'specialist')),
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

-- Which adapter serves a port, or one channel of it (scope): the newest version is in force. Settings
-- that are secret stand sealed in secrets, never in settings.
create table connections (
  tenant_id uuid not null references tenants,
  port text not null check (port in ('telephony', 'messages', 'documents', 'files')),
  scope text not null,
  version integer not null check (version > 0),
  adapter text not null,
  settings jsonb not null,
  secrets jsonb not null,
  chosen_at timestamptz not null,
  chosen_by uuid references users,
  primary key (tenant_id, port, scope, version)
);
