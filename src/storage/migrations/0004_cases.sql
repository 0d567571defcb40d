-- Cases with their clock, what holds them, what is to be done on them, and the queue of the desk.

create table cases (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  portfolio_id uuid not null,
  state text not null,
  state_before text,
  state_since timestamptz not null,
  shape text not null check (shape in ('short-firm', 'long-service')),
  step text not null,
  step_on date not null,
  step_count smallint not null default 0,
  tone text not null default 'neutral' check (tone in ('service', 'neutral', 'firm')),
  queue text,
  owner_id uuid,
  next_action text,
  next_action_at timestamptz,
  next_action_why jsonb not null default '{}',
  hold_review_on date,
  priority integer not null default 0,
  priority_tier boolean not null default false,
  priority_why jsonb not null default '[]',
  debt_minor bigint not null default 0,
  overdue_minor bigint not null default 0,
  currency text not null,
  oldest_due_on date,
  broken_promises smallint not null default 0,
  late_reason text,
  judged_on date,
  opened_at timestamptz not null,
  closed_at timestamptz,
  close_reason text,
  last_hash bytea,
  primary key (customer_id, id),
  constraint open_case_has_a_clock check (
    closed_at is not null
    or ((queue is not null or owner_id is not null)
      and (next_action is not null and next_action_at is not null or hold_review_on is not null))),
  constraint closed_case_says_why check ((closed_at is null) = (close_reason is null))
) with (fillfactor = 70);
create unique index cases_one_open on cases (customer_id, portfolio_id) where closed_at is null;
create index cases_by_id on cases (id);
create index cases_open on cases (portfolio_id, id) where closed_at is null;
create index cases_by_open on cases (portfolio_id, opened_at);
create index cases_by_close on cases (portfolio_id, closed_at) where closed_at is not null;

create table holds (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  case_id uuid not null,
  kind text not null,
  -- One account, one item or an amount; all null covers the whole case.
  account_id uuid,
  item_id uuid,
  amount_minor bigint,
  reason text not null,
  details jsonb not null default '{}',
  owner_id uuid,
  review_on date not null,
  set_at timestamptz not null,
  set_by uuid,
  lifted_at timestamptz,
  lifted_by uuid,
  lift_reason text,
  primary key (customer_id, id)
);
create index holds_by_case on holds (case_id);
-- Debt that was left out of a transfer, which the daily run looks for on cases that are over.
create index holds_left_out on holds (customer_id)
  where kind = 'not-transferred' and lifted_at is null;
create index holds_open on holds (review_on) where lifted_at is null;

-- Files that belong to a customer, one of their accounts or items, or a case. The file stands here and not
-- in a folder, so that a backup, every process and an erasure have it with its row.
create table documents (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  portfolio_id uuid not null,
  -- The case on which it was added; what it belongs to is said by `about`.
  case_id uuid not null,
  about text not null check (about in ('customer', 'account', 'item', 'case')),
  account_id uuid,
  item_id uuid,
  kind text not null,
  title text not null,
  media_type text not null,
  byte_count integer not null check (byte_count > 0),
  sha256 text not null,
  content bytea not null,
  -- Only for holders of the right to restricted notes.
  restricted boolean not null default false,
  added_at timestamptz not null,
  added_by uuid,
  removed_at timestamptz,
  remove_reason text,
  primary key (customer_id, id)
);

create table notices (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  case_id uuid not null,
  stage text not null,
  announces text not null,
  sent_on date not null,
  promised_on date not null,
  how text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  cancelled_at timestamptz,
  primary key (customer_id, id)
);
create index notices_by_case on notices (case_id);

create table tasks (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  portfolio_id uuid not null,
  case_id uuid,
  kind text not null,
  details jsonb not null default '{}',
  queue text not null,
  owner_id uuid,
  due_on date not null,
  opened_at timestamptz not null,
  opened_by uuid,
  done_at timestamptz,
  done_by uuid,
  outcome text,
  primary key (customer_id, id)
);
create index tasks_open on tasks (portfolio_id, due_on) where done_at is null;
create index tasks_by_case on tasks (case_id);
create index tasks_by_id on tasks (id);

create table notes (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  case_id uuid not null,
  conversation_id uuid,
  restricted boolean not null default false,
  words text not null,
  written_at timestamptz not null,
  written_by uuid not null,
  primary key (customer_id, id)
);
create index notes_by_case on notes (case_id);

-- What can be worked now: one live row a case.
create table work_items (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  case_id uuid not null,
  portfolio_id uuid not null,
  zone text not null,
  state text not null default 'waiting' check (state in ('waiting', 'ready', 'leased', 'done')),
  priority_tier boolean not null default false,
  priority integer not null default 0,
  next_callable_at timestamptz not null,
  lease_owner uuid,
  lease_until timestamptz,
  primary key (customer_id, id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_cost_delay = 0);
create unique index work_items_one_live on work_items (customer_id, case_id) where state <> 'done';
create index work_items_ready on work_items
  (portfolio_id, priority_tier, zone, priority desc, id) where state = 'ready';
create index work_items_waiting on work_items (next_callable_at) where state = 'waiting';
create index work_items_leased on work_items (lease_until) where state = 'leased';

-- The zones in which work of a portfolio has ever been: few, and asked for at every case handed out.
create table queue_zones (
  portfolio_id uuid not null,
  zone text not null,
  primary key (portfolio_id, zone)
);

-- Who works on a customer now: two agents never hold the same one.
create table customer_leases (
  customer_id uuid primary key,
  user_id uuid not null,
  case_id uuid not null,
  until timestamptz not null
);
create index customer_leases_by_user on customer_leases (user_id);

create table callbacks (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  case_id uuid not null,
  contact_point_id uuid,
  personal_to uuid,
  due_at timestamptz not null,
  asked_at timestamptz not null,
  asked_by uuid,
  done_at timestamptz,
  outcome text,
  primary key (customer_id, id)
);
create index callbacks_open on callbacks (due_at) where done_at is null;

create table supervisor_requests (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  portfolio_id uuid not null,
  case_id uuid not null,
  conversation_id uuid,
  kind text not null check (kind in ('supervisor_asked', 'hostile_call', 'authority', 'help',
    'needs-specialist', 'needs-language')),
  asked_at timestamptz not null,
  asked_by uuid not null,
  details jsonb not null default '{}',
  taken_at timestamptz,
  taken_by uuid,
  closed_at timestamptz,
  outcome text,
  primary key (customer_id, id)
);
create index supervisor_requests_open on supervisor_requests (portfolio_id) where closed_at is null;
create index supervisor_requests_by_id on supervisor_requests (id);
