-- The version in which an event's facts are written, and who did it: one of our people, the customer,
-- or the product itself.
alter table event_log add column v smallint not null;
alter table event_log add column actor_kind text not null
  check (actor_kind in ('user', 'customer', 'system'));
