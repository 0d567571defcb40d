-- The one log of everything that happened, its newest part in one order, and the days that are done.

-- Append-only: compliance record and source of every figure. It is sharded by customer on a cluster,
-- so events of no customer carry the id of nobody. `seq` orders the events of a customer.
create table event_log (
  customer_id uuid not null,
  seq bigint not null generated always as identity,
  id uuid not null,
  tenant_id uuid not null,
  portfolio_id uuid,
  case_id uuid,
  kind text not null,
  -- The version in which the facts of the kind are written.
  v smallint not null,
  occurred_at timestamptz not null,
  received_at timestamptz,
  recorded_at timestamptz not null,
  -- One of our people, the customer by themselves, or the product.
  actor_kind text not null check (actor_kind in ('user', 'customer', 'system')),
  actor_id uuid,
  facts jsonb not null,
  previous_hash bytea,
  hash bytea not null,
  primary key (customer_id, seq)
);
create index event_log_by_kind on event_log (kind, occurred_at);
-- Who read the file of a customer: these events are those of the reader.
create index event_log_of_readings on event_log ((facts ->> 'customerId'), occurred_at)
  where kind = 'user.file-read';

-- The events of the last while in the order of the whole house, for whoever follows the log. The
-- statement that writes an event writes its row here; the reader empties it. One server holds it.
create table outbox (
  seq bigint primary key,
  xid xid8 not null default pg_current_xact_id(),
  customer_id uuid not null
);

-- Below which number the outbox was emptied: who was away since before it reads everything again.
create table outbox_emptied (
  only_row boolean primary key default true check (only_row),
  below_seq bigint not null
);
insert into outbox_emptied (below_seq) values (0);

-- One row a local day and portfolio: the daily run is done for it, or how far it came.
create table daily_runs (
  tenant_id uuid not null,
  portfolio_id uuid not null,
  run_on date not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  counts jsonb not null default '{}',
  primary key (portfolio_id, run_on)
);

-- What was written down about contact stays as it was written, whoever asks the database: the records
-- that a regulator reads are only ever added to, but for words that erase_words (0012) takes away. The
-- hash chains tell of whoever goes round this.
create function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('dunlin.erasing', true) = tg_table_name then
    return new;
  end if;
  raise exception '% is only ever added to', tg_table_name
    using errcode = 'restrict_violation';
end
$$;

create trigger only_added before update or delete on event_log
  for each row execute function refuse_change();
create trigger only_added before update or delete on decisions
  for each row execute function refuse_change();
create trigger only_added before update or delete on attempt_corrections
  for each row execute function refuse_change();
create trigger only_added before update or delete on contact_facts
  for each row execute function refuse_change();
