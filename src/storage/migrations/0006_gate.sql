-- The decisions of the gate with what they rest on, and the obligations that follow from contact.

-- What the gate answered, chained for each person, with the packs it was made from.
create table decisions (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  case_id uuid,
  portfolio_id uuid,
  user_id uuid,
  campaign text,
  purpose text not null check (purpose in ('ask', 'reserve', 'release')),
  channel text not null,
  contact_point_id uuid,
  verdict text not null check (verdict in ('permitted', 'refused', 'presumed_violation')),
  rules text[] not null default '{}',
  decision jsonb not null,
  -- The JSON text, compressed where it is made, without what it shares with the text of the decision
  -- `facts_base`: a release repeats most of what its reservation was decided on. The hash is of the
  -- whole text.
  facts bytea not null,
  facts_base uuid,
  facts_hash text not null,
  decided_at timestamptz not null,
  -- The newest event about this person when it was made.
  log_seq bigint,
  pack_hashes jsonb not null default '{}',
  override_id uuid,
  previous_hash bytea,
  hash bytea,
  primary key (customer_id, id)
);
create index decisions_by_time on decisions (decided_at);
create index decisions_by_case on decisions (case_id);
-- The database need not try to compress them once more.
alter table decisions alter column facts set storage external;
create index decisions_by_portfolio on decisions (portfolio_id, decided_at);
-- The chain of a person's decisions is walked by its links.
create index decisions_by_link on decisions (customer_id, previous_hash);
-- A decision is opened by its id from lists, flags and replays.
create index decisions_by_id on decisions (id);

-- Notices, petitions, register entries, statements: events in the words of the gate.
create table contact_facts (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  case_id uuid,
  portfolio_id uuid,
  kind text not null,
  details jsonb not null default '{}',
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  source text not null,
  evidence_ref text,
  withdraws uuid,
  -- The contact of ours that the notice was; none where it left before the account came, or is no notice.
  attempt_id uuid,
  transferable boolean not null default true,
  primary key (customer_id, id)
);
create index contact_facts_by_case on contact_facts (case_id);
create index contact_facts_by_time on contact_facts (customer_id, occurred_at);

-- A supervisor's recorded reason against a presumption; used once.
-- Its id is that of the approval: one supervisor asked for it, another person granted it.
create table overrides (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  case_id uuid not null,
  portfolio_id uuid not null,
  channel text not null,
  contact_point_id uuid,
  rules text[] not null,
  factor text not null,
  evidence text not null,
  decision_id uuid not null,
  asked_by uuid not null,
  granted_by uuid not null,
  granted_at timestamptz not null,
  expires_at timestamptz not null,
  used_by_attempt uuid,
  used_at timestamptz,
  primary key (customer_id, id)
);
create index overrides_by_case on overrides (case_id);

-- Past decisions that would have been different, had we known.
create table decision_flags (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  case_id uuid,
  portfolio_id uuid,
  decision_id uuid not null,
  cause text not null,
  cause_id uuid,
  was text not null,
  becomes text not null,
  rules_was text[] not null,
  rules_becomes text[] not null,
  decided_at timestamptz not null,
  found_at timestamptz not null,
  reviewed_by uuid,
  reviewed_at timestamptz,
  remark text,
  primary key (customer_id, id)
);
create unique index decision_flags_once on decision_flags (customer_id, decision_id, cause_id);
create index decision_flags_by_id on decision_flags (id);
create index decision_flags_open on decision_flags (portfolio_id, found_at) where reviewed_at is null;

-- What stopped contact although no law did: for operations, not for lawyers.
create table gate_alarms (
  id uuid primary key,
  tenant_id uuid not null,
  kind text not null,
  key text not null,
  portfolio_id uuid,
  case_id uuid,
  details jsonb not null default '{}',
  times integer not null default 1,
  first_at timestamptz not null,
  last_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid,
  remark text
);
create unique index gate_alarms_open on gate_alarms (tenant_id, kind, key) where closed_at is null;

-- Obligations with a due time: a notice to send, a confirmation, an answer.
create table obligations (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  portfolio_id uuid not null,
  case_id uuid not null,
  kind text not null,
  rule text not null,
  source_key text not null,
  details jsonb not null default '{}',
  due_at timestamptz not null,
  escalates_at timestamptz not null,
  queue text not null,
  owner_id uuid,
  opened_at timestamptz not null,
  escalation smallint not null default 0,
  escalated_at timestamptz,
  fulfilled_at timestamptz,
  fulfilled_by uuid,
  fulfilment jsonb,
  cancelled_at timestamptz,
  cancel_reason text,
  primary key (customer_id, id)
);
create unique index obligations_once on obligations (customer_id, kind, source_key);
create index obligations_open on obligations (portfolio_id, due_at)
  where fulfilled_at is null and cancelled_at is null;
create index obligations_by_case on obligations (case_id);
create index obligations_by_id on obligations (id);

-- Rules of unread source that two people have confirmed or switched off, and channels without a rule
-- that they opened or shut: the last word on each counts. Its id is that of the approval.
create table rule_switches (
  id uuid primary key,
  tenant_id uuid not null,
  rule_id text not null,
  turn text not null check (turn in ('on', 'off')),
  switched_at timestamptz not null
);

create table replays (
  id uuid primary key,
  tenant_id uuid not null,
  asked_by uuid,
  asked_at timestamptz not null,
  question jsonb not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  total integer not null default 0,
  done integer not null default 0,
  newly_refused integer not null default 0,
  newly_allowed integer not null default 0,
  otherwise_changed integer not null default 0,
  state text not null check (state in ('running', 'done', 'failed', 'stopped')),
  beat_at timestamptz not null,
  finished_at timestamptz,
  error text
);

create table replay_changes (
  customer_id uuid not null,
  replay_id uuid not null,
  decision_id uuid not null,
  case_id uuid,
  portfolio_id uuid,
  channel text not null,
  decided_at timestamptz not null,
  was text not null,
  becomes text not null,
  rules_was text[] not null,
  rules_becomes text[] not null,
  primary key (customer_id, replay_id, decision_id)
);
create index replay_changes_kind on replay_changes (replay_id, becomes, decided_at);

-- Past decisions still to be looked at again, because of something learned late.
create table rechecks (
  id uuid primary key,
  tenant_id uuid not null,
  customer_id uuid,
  portfolio_id uuid,
  cause text not null,
  cause_id uuid not null,
  since timestamptz not null,
  -- The last decision looked at; decisions are taken in the order of their ids.
  after_id uuid,
  looked_at integer not null default 0,
  flagged integer not null default 0,
  asked_at timestamptz not null,
  done_at timestamptz,
  check ((customer_id is null) <> (portfolio_id is null))
);
create index rechecks_open on rechecks (asked_at) where done_at is null;
