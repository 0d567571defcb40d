-- What was tried and said: attempts through the gate, conversations, messages.

create table attempts (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  case_id uuid not null,
  portfolio_id uuid not null,
  decision_id uuid,
  conversation_id uuid,
  channel text not null,
  direction text not null check (direction in ('outbound', 'inbound')),
  contact_point_id uuid,
  person text not null default 'consumer',
  mode text not null default 'manual',
  debts uuid[] not null default '{}',
  conversation_debts uuid[] not null default '{}',
  state text not null check (state in ('reserved', 'released', 'refused', 'ended', 'unknown')),
  result text,
  user_id uuid,
  token_hash text,
  token_expires_at timestamptz,
  zone text not null,
  local_day date not null,
  local_hour smallint not null,
  attempted_at timestamptz not null,
  released_at timestamptz,
  ended_at timestamptz,
  purpose text,
  -- A purpose that opens what is otherwise shut is a claim: what it rests on, such as a court's number.
  purpose_ref text,
  in_response_to uuid,
  unsolicited boolean not null default true,
  -- Whether something about a debt was conveyed (12 CFR 1006.2(d)); null until the outcome is known.
  about_debt boolean,
  -- Sent by a machine of itself, as an out-of-office note or a confirmation is.
  automated boolean not null default false,
  -- What cut a conversation off before its end: `line_drop`.
  ended_by text,
  -- The collector in whose name it was made; null means the portfolio's collector of today.
  collector text,
  received_at timestamptz,
  recorded_at timestamptz,
  override_id uuid,
  -- The server process that has it in hand; another one settles it when that one is gone.
  instance_id uuid,
  primary key (customer_id, id)
);
-- Calls come in the order of their time: block ranges find a period, and cost a call nothing.
create index attempts_by_time on attempts using brin (attempted_at) with (autosummarize = on);
create index attempts_by_id on attempts (id);
-- What is under way: tokens that run out unused, and contacts of a server that died.
create index attempts_open on attempts (token_expires_at) where state in ('reserved', 'released');
-- What the gate reads of a person: the recent log, and the older entries that still count.
create index attempts_recent on attempts (customer_id, attempted_at);
create index attempts_lasting on attempts (customer_id, attempted_at)
  where direction = 'inbound' or person <> 'consumer' or result = 'conversation'
    or in_response_to is not null;
-- By whom and about which debts something has been conveyed, however long ago.
create index attempts_about_debt on attempts (customer_id) where about_debt;
-- Whether somebody is being contacted is asked before every contact, of that person alone.
create index attempts_under_way on attempts (customer_id) where state in ('reserved', 'released');

-- A later truth about an attempt: the row above is its projection, this is the raw fact.
create table attempt_corrections (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
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

create table conversations (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  case_id uuid not null,
  portfolio_id uuid not null,
  attempt_id uuid,
  direction text not null check (direction in ('outbound', 'inbound')),
  channel text not null default 'phone_call',
  user_id uuid,
  contact_point_id uuid,
  state text not null check (state in ('dialling', 'ringing', 'live', 'wrap_up', 'done')),
  began_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  finished_at timestamptz,
  answered_by text,
  verified_at timestamptz,
  verification_failed_at timestamptz,
  late_reason text,
  hostile_at timestamptz,
  supervisor_asked_at timestamptz,
  supervisor_id uuid,
  mechanism text,
  result text,
  primary key (customer_id, id)
);
create index conversations_by_id on conversations (id);
create index conversations_live on conversations (user_id) where finished_at is null;
create index conversations_by_case on conversations (case_id);
create index conversations_by_finish on conversations (portfolio_id, finished_at)
  include (customer_id) where finished_at is not null;

create table utterances (
  customer_id uuid not null,
  conversation_id uuid not null,
  line integer not null,
  tenant_id uuid not null,
  speaker text not null check (speaker in ('agent', 'customer', 'machine', 'supervisor')),
  intent text,
  words text not null,
  said_at timestamptz not null,
  primary key (customer_id, conversation_id, line)
);

-- That a question was asked and whether the answer was right: the answer itself is never kept.
create table verifications (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
  conversation_id uuid not null,
  question text not null,
  passed boolean not null,
  asked_at timestamptz not null,
  user_id uuid not null,
  primary key (customer_id, id)
);

-- Messages in and out with their words; the attempt is the gate's record of the sending.
create table messages (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
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
-- News of a delivery names the attempt.
create index messages_by_attempt on messages (attempt_id) where attempt_id is not null;

-- A wish to stop read from somebody's own words, applied at once and looked at by a person when unsure.
create table refusals (
  customer_id uuid not null,
  id uuid not null,
  tenant_id uuid not null,
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
create unique index refusals_once on refusals (customer_id, source_id);
create index refusals_by_id on refusals (id);
create index refusals_unread on refusals (portfolio_id, found_at)
  where read_at is null and certainty = 'unsure';

-- Server processes. Whoever is not seen for too long is taken for dead, for good: its contacts under
-- way are settled by another, and should it go on after all it does so under a new id.
create table instances (
  id uuid primary key,
  name text not null,
  seen_at timestamptz not null,
  taken_at timestamptz
);
-- What a process is asked to do with a call of its own by another process.
create table call_orders (
  id uuid primary key,
  instance_id uuid not null,
  call_id uuid not null,
  body jsonb not null
);
create index call_orders_of_instance on call_orders (instance_id);
