-- Seals: hashes of the rows that carry words and money beside the log, and of the log itself, in one
-- chain of blocks. Rows are numbered in the order in which they are written; what is settled up to a
-- number is sealed in the next block (storage/audit/).

alter table notes add column seal_no bigint not null generated always as identity;
alter table utterances add column seal_no bigint not null generated always as identity;
alter table messages add column seal_no bigint not null generated always as identity;
alter table verifications add column seal_no bigint not null generated always as identity;
alter table attempt_corrections add column seal_no bigint not null generated always as identity;
alter table contact_facts add column seal_no bigint not null generated always as identity;
alter table consents add column seal_no bigint not null generated always as identity;
alter table preferences add column seal_no bigint not null generated always as identity;
alter table overrides add column seal_no bigint not null generated always as identity;
alter table postings add column seal_no bigint not null generated always as identity;
alter table payments add column seal_no bigint not null generated always as identity;
alter table credit_notes add column seal_no bigint not null generated always as identity;
alter table promises_to_pay add column seal_no bigint not null generated always as identity;
alter table plans add column seal_no bigint not null generated always as identity;
alter table plan_instalments add column seal_no bigint not null generated always as identity;
alter table bank_entries add column seal_no bigint not null generated always as identity;
alter table portfolio_policies add column seal_no bigint not null generated always as identity;
alter table former_names add column seal_no bigint not null generated always as identity;
alter table user_roles add column seal_no bigint not null generated always as identity;
alter table approvals add column seal_no bigint not null generated always as identity;
alter table documents add column seal_no bigint not null generated always as identity;
alter table rule_switches add column seal_no bigint not null generated always as identity;
alter table portfolio_transfers add column seal_no bigint not null generated always as identity;
alter table decisions add column seal_no bigint not null generated always as identity;

-- Numbers rise with the place in the table, so block ranges find the newest rows.
create index notes_by_seal on notes using brin (seal_no) with (autosummarize = on);
create index utterances_by_seal on utterances using brin (seal_no) with (autosummarize = on);
create index messages_by_seal on messages using brin (seal_no) with (autosummarize = on);
create index verifications_by_seal on verifications using brin (seal_no) with (autosummarize = on);
create index contact_facts_by_seal on contact_facts using brin (seal_no) with (autosummarize = on);
create index postings_by_seal on postings using brin (seal_no) with (autosummarize = on);
create index payments_by_seal on payments using brin (seal_no) with (autosummarize = on);
create index decisions_by_seal on decisions using brin (seal_no) with (autosummarize = on);
create index event_log_by_seq on event_log using brin (seq) with (autosummarize = on);

-- The hashes of one row: of what never changes in it, and of the words that may be erased one day.
-- Rows of no customer carry the id of nobody.
create table row_seals (
  customer_id uuid not null,
  of_table text not null,
  seal_no bigint not null,
  block_no bigint not null,
  -- The key of the row beside its customer, so that a row that is gone can still be named.
  row_key text not null,
  -- The import that brought it, by which it may be taken back.
  import_id uuid,
  fixed_hash bytea not null,
  words_hash bytea,
  primary key (customer_id, of_table, seal_no)
);
create index row_seals_by_block on row_seals using brin (block_no) with (autosummarize = on);

-- One chain for the whole house. A block holds how far each table is sealed, and a hash of what was
-- added to each since the block before.
create table seal_blocks (
  block_no bigint primary key,
  sealed_at timestamptz not null,
  upto jsonb not null,
  digests jsonb not null,
  previous_hash bytea,
  hash bytea not null
);

create trigger only_added before update or delete on row_seals
  for each row execute function refuse_change();
create trigger only_added before update or delete on seal_blocks
  for each row execute function refuse_change();
