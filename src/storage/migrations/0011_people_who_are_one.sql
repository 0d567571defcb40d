-- Told by the lock on a person without a further question: whether other records are the same human.
alter table customers add column linked boolean not null default false;

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

create index contact_facts_by_time on contact_facts (customer_id, occurred_at);
