-- The gate complete: raw facts with the three times they have, people who are one, duties with a due
-- time, refusals read from words, messages, switched rules, replays, flags and alarms.

-- A fact occurs, reaches us and is written down: three different times.
alter table event_log add column received_at timestamptz;

alter table attempts
  add column purpose text,
  add column in_response_to uuid,
  add column unsolicited boolean not null default true,
  -- The collector in whose name it was made; null means the portfolio's collector of today.
  add column collector text,
  add column received_at timestamptz,
  add column recorded_at timestamptz,
  add column override_id uuid;

-- What the gate reads of a person: the recent log, and the older entries that still count.
create index attempts_recent on attempts (customer_id, attempted_at);
create index attempts_lasting on attempts (customer_id)
  where direction = 'inbound' or person <> 'consumer' or result = 'conversation';

-- A later truth about an attempt: the row above is its projection, this is the raw fact.
create table attempt_corrections (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  bucket smallint not null,
  attempt_id uuid not null,
  was jsonb not null,
  becomes jsonb not null,
  reason text not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (customer_id, id)
);
create index attempt_corrections_by_attempt on attempt_corrections (attempt_id);

-- Notices, petitions, register entries, statements: events in the words of the gate.
create table contact_facts (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  bucket smallint not null,
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
  transferable boolean not null default true,
  primary key (customer_id, id)
);
create index contact_facts_by_case on contact_facts (case_id);

alter table preferences
  add column received_at timestamptz,
  add column recorded_at timestamptz,
  add column source text;
alter table consents
  add column occurred_at timestamptz,
  add column recorded_at timestamptz;
create index consents_by_customer on consents (customer_id);

-- Two records that are one human being: counts are made over the group; ending a row splits it.
create table person_links (
  id uuid primary key,
  tenant_id uuid not null,
  one_id uuid not null references customers,
  other_id uuid not null references customers,
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

-- In whose name a portfolio is collected, and when that changed.
alter table portfolios add column collector text;
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
  recorded_by uuid
);

-- Decisions: chained for each person, with the packs they were made from.
alter table decisions
  add column portfolio_id uuid,
  add column campaign text,
  add column log_seq bigint,
  add column pack_hashes jsonb not null default '{}',
  add column override_id uuid,
  add column previous_hash bytea,
  add column hash bytea;
alter table customers add column last_decision_hash bytea;
create index decisions_by_portfolio on decisions (portfolio_id, decided_at);

-- A supervisor's recorded reason against a presumption; used once.
create table overrides (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  bucket smallint not null,
  case_id uuid not null,
  portfolio_id uuid not null,
  channel text not null,
  contact_point_id uuid,
  rules text[] not null,
  factor text not null,
  evidence text not null,
  decision_id uuid not null,
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
  bucket smallint not null,
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
create unique index decision_flags_once on decision_flags (decision_id, cause_id);
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

-- Duties with a due time: a notice to send, a confirmation, an answer.
create table obligations (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  bucket smallint not null,
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

-- Messages in and out with their words; the attempt is the gate's record of the sending.
create table messages (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  bucket smallint not null,
  case_id uuid,
  portfolio_id uuid,
  direction text not null check (direction in ('inbound', 'outbound')),
  channel text not null,
  contact_point_id uuid,
  attempt_id uuid,
  purpose text,
  subject text,
  words text not null,
  in_response_to uuid,
  provider_ref text,
  state text not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  recorded_at timestamptz not null,
  user_id uuid,
  primary key (customer_id, id)
);
create index messages_by_case on messages (case_id);
create unique index messages_by_provider on messages (tenant_id, channel, direction, provider_ref)
  where provider_ref is not null;

-- A wish to stop read from somebody's own words, applied at once and looked at by a person when unsure.
create table refusals (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  bucket smallint not null,
  case_id uuid,
  portfolio_id uuid,
  source text not null check (source in ('message', 'note', 'call')),
  source_id uuid not null,
  channel text not null,
  contact_point_id uuid,
  certainty text not null check (certainty in ('sure', 'unsure')),
  scope text not null,
  matched text not null,
  language text,
  preference_id uuid,
  found_at timestamptz not null,
  read_at timestamptz,
  read_by uuid,
  verdict text,
  primary key (customer_id, id)
);
create unique index refusals_once on refusals (source_id);
create index refusals_unread on refusals (portfolio_id, found_at)
  where read_at is null and certainty = 'unsure';

-- Rules of which nobody has read the source: off until two people switch them on.
create table rule_switches (
  id uuid primary key,
  tenant_id uuid not null,
  rule_id text not null,
  pack_id text not null,
  turn text not null check (turn in ('on', 'off')),
  reason text not null,
  source_read text,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  confirmed boolean,
  check (answered_by is distinct from proposed_by)
);
create unique index rule_switches_open on rule_switches (tenant_id, rule_id) where answered_at is null;

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
  replay_id uuid not null references replays on delete cascade,
  decision_id uuid not null,
  customer_id uuid not null,
  case_id uuid,
  portfolio_id uuid,
  channel text not null,
  decided_at timestamptz not null,
  was text not null,
  becomes text not null,
  rules_was text[] not null,
  rules_becomes text[] not null,
  primary key (replay_id, decision_id)
);
create index replay_changes_kind on replay_changes (replay_id, becomes, decided_at);
